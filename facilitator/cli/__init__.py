"""The command line: the same engine without a screen, exact as docs/command-line.md says it."""
