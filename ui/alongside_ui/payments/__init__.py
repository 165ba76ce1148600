"""Payments: runs of claims that are paid together, and what became of each payment."""
