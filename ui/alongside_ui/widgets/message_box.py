"""A box that asks or tells, whose words are no stop for the keyboard and whose picture is named."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialogButtonBox, QLabel, QMessageBox, QWidget

from alongside.i18n import _
from alongside_ui.theme import HAIR

_SMALL_SCREEN, _BESIDE, _WIDEST = 1024, 480, 1000
"""QMessageBox takes a small screen whole, and leaves so much beside it on others."""


def message_box(
    parent: QWidget | None, icon: QMessageBox.Icon, words: str, detail: str
) -> QMessageBox:
    """Return a box with `words`, and `detail` in smaller letters; it goes when it is answered."""
    box = QMessageBox(icon, _("Alongside"), words, QMessageBox.StandardButton.NoButton, parent)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setInformativeText(detail)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    for label in box.findChildren(QLabel):
        if label.pixmap().isNull():  # Qt lets a click put the keyboard there, and Tab never
            label.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        else:
            is_question = icon is QMessageBox.Icon.Question
            label.setAccessibleName(_("Question") if is_question else _("Warning"))
    return box


def open_box(box: QMessageBox) -> None:
    """Open `box`, its buttons below one another where they do not fit beside one another.

    Qt gives such boxes a width of its own, and cuts buttons that need more.
    """
    room = box.screen().availableSize().width()
    if room > _SMALL_SCREEN:
        room = min(room - _BESIDE, _WIDEST)
    margins = box.layout().contentsMargins()
    room -= margins.left() + margins.right()
    row = box.findChild(QDialogButtonBox)
    if row is not None and sum(button.sizeHint().width() for button in box.buttons()) > room:
        row.setOrientation(Qt.Orientation.Vertical)
        row.layout().setSpacing(HAIR)
        box.layout().setSpacing(HAIR)
    box.open()
