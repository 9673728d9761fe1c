"""The minutes: read through, put right, approved, and written to a file."""
