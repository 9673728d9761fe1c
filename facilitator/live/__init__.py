"""A run: events folded into state, and looked at from a moment in time. Knows no store, no screen and no language."""
