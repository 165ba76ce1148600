"""Our furniture: every piece can be used by keyboard and screen reader, or it is not here."""
