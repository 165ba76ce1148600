"""How fast and how large: measured on demand with `packaging/dev.py bench`, never by the tests."""

KEY = "ALONGSIDE_BENCH_KEY"
"""Hands the key of a file to a window that is measured: it stands in for a login’s keyring."""

NO_LIBRARY = "ALONGSIDE_BENCH_NO_LIBRARY"
"""Set where what asks a real keyring is not even loaded: to measure what it costs."""
