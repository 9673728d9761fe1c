"""Speed as figures: each measured against a floor in the same run, and kept in docs/performance.md."""
