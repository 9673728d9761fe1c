"""What both front doors ask for: the store's values brought to the other rooms, for the window and the command line."""
