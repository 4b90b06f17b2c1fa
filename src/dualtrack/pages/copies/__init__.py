"""Articles that are copies of one another."""
