"""Slettet: what was deleted, and the way back for thirty days."""
