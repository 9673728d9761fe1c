"""An invented network to look around in: a year half gone, with a meeting to come."""
