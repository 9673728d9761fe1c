"""Values in, documents out: what is written on paper, and the writers of each format."""
