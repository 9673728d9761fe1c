"""Facilitator without a screen: what a network is, a meeting run live, its store, its documents, its command line."""

__version__ = "0.1.0"
