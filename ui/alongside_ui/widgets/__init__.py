"""Our furniture: every piece is accessible or it is not here."""
