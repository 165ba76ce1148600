"""The history: what was done, by whom and when."""
