"""What the user can choose, where the data lies, and its copies."""
