"""A box that asks or tells, whose words are no stop for the keyboard and whose picture is named."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QMessageBox, QWidget

from alongside.i18n import _


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
