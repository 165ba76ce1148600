"""Today: what needs doing next."""
