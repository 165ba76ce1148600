"""Backups: made by themselves, and put back from a list in plain words."""
