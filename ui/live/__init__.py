"""The meeting as it is led: the cockpit for whoever leads, and the wall for the room."""
