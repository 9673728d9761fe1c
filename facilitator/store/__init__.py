"""The store: networks, meetings and runs in one file, keyed or plain. Takes and gives values, never rows."""
