"""What the words mean: frozen values and the rules between them. Knows no store, no screen and no language."""
