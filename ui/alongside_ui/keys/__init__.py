"""The keys as people meet them: seven words, who can open the records, and the lock."""
