"""Which page of help belongs to what has the keyboard."""

from PySide6.QtWidgets import QWidget


def help_for(widget: QWidget) -> str:
    """Return the page of help nearest to `widget`: its own, or of what it stands in."""
    around: QWidget | None = widget
    while around is not None:
        place = getattr(around, "help", "")
        if isinstance(place, str) and place:
            return place
        around = around.parentWidget()
    return "index"
