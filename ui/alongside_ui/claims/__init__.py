"""Claims: looked through, corrected, issued, printed."""
