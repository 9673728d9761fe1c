"""One network: its year, members, meetings and actions, and the dialogs that change them."""
