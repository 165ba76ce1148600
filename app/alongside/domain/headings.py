"""How a heading is linked to: one rule for the window of help, the web page and the paper."""


def slug(heading: str) -> str:
    """Return the anchor of a heading: "Walk-ins" is "walk-ins"."""
    kept = "".join(c if c.isalnum() or c in " -" else "" for c in heading.casefold())
    return "-".join(kept.split())
