"""Welcome: the first ten minutes with new records."""
