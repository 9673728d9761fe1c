"""Faults done over and over, to find the instant at which something acknowledged is lost: `make soak`."""
