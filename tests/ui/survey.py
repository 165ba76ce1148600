"""Finds what is cut, out of sight or too small to hit in a page or dialog."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QWidget,
)

from alongside_ui.widgets.mnemonics import without_mnemonic
from alongside_ui.widgets.paper import PaperView
from ui.visitor import controls

TARGET = 24
"""Pixels: WCAG 2.2, 2.5.8."""


def faults(box: QWidget, place: str, *, target: int = TARGET) -> list[str]:
    """Return a line for each thing in `box` that is cut, off the screen, or lower than `target`."""
    window = box.window()
    room = window.screen().availableSize()
    found = []
    if window.width() > room.width() or window.height() > room.height():
        size = f"{window.width()} x {window.height()}"
        found.append(f"{place}: its window is {size} on {room.width()} x {room.height()}")
    for area in box.findChildren(QScrollArea):
        inside = area.widget()
        if area.isVisible() and not isinstance(inside, PaperView):
            lost = inside.width() - area.viewport().width()
            if lost > 0:
                found.append(f"{place}: {lost} pixels are out of sight to the right")
    found += [f"{place}: {words}" for widget in controls(box) for words in _of(widget, target)]
    found += [f"{place}: {words}" for label in box.findChildren(QLabel) for words in _cut(label)]
    return found


def _of(widget: QWidget, target: int) -> list[str]:
    found, name = [], without_mnemonic(getattr(widget, "text", str)() or widget.accessibleName())
    if isinstance(widget, QPushButton | QCheckBox) and widget.width() < widget.sizeHint().width():
        found.append(f"“{name}” is cut: {widget.width()} of {widget.sizeHint().width()}")
    hit = isinstance(widget, QAbstractButton | QLineEdit | QComboBox)
    if hit and widget.height() < target:
        found.append(f"“{name}” is {widget.height()} high")
    if hit and not _can_be_seen(widget):
        found.append(f"“{name}” cannot be scrolled into sight")
    return found


def _can_be_seen(widget: QWidget) -> bool:
    """Return whether a control is all in sight once it is scrolled to."""
    around: QWidget | None = widget.parentWidget()
    while around is not None and not around.isWindow():
        area = around.parentWidget().parentWidget() if around.parentWidget() else None
        if isinstance(area, QScrollArea):
            area.ensureWidgetVisible(widget, 0, 0)
            QApplication.processEvents()
            at = widget.mapTo(area.viewport(), QPoint(0, 0))
            port = area.viewport().rect()
            if at.x() < -1 or at.x() + widget.width() > port.width() + 1:
                return False
        around = around.parentWidget()
    return True


def _cut(label: QLabel) -> list[str]:
    if not label.isVisible() or not label.text() or label.textFormat() == Qt.TextFormat.RichText:
        return []
    words = without_mnemonic(label.text())
    metrics = label.fontMetrics()
    if label.wordWrap():
        widest = max((metrics.horizontalAdvance(word) for word in words.split()), default=0)
        is_cut = widest > label.width() or label.heightForWidth(label.width()) > label.height() + 1
    else:
        is_cut = max(metrics.horizontalAdvance(line) for line in words.splitlines()) > label.width()
    return [f"the words “{words[:40]}” are cut"] if is_cut else []
