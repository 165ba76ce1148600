"""What the organisation does: everything here would make sense printed on paper."""

__version__ = "0.1.0"
