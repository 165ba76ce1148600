"""What tagged paper refuses, so that nobody finds out with a screen reader."""


class RefusedError(Exception):
    """The paper would be wrong for somebody who does not see it. It is our mistake."""
