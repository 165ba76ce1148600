"""The ring: whatever has the keyboard can be told from everything else, in every theme."""

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QListWidget, QWidget

from alongside_ui.look import Look
from alongside_ui.theme import Choice, names
from alongside_ui.widgets.button import Button
from ui.hands import focus, press, settle

THEMES = [name for name, _words in names() if name != "system"]


@pytest.fixture
def shown(stage) -> QWidget:
    """Show one of each kind of control."""
    box, choices = QCheckBox("Tick"), QComboBox()
    choices.addItems(["one", "two"])
    rows = QListWidget()
    rows.addItems(["one", "two", "three"])
    rows.setCurrentRow(0)
    return stage(QLineEdit("text"), Button("Press"), box, choices, rows)


def picture(window: QWidget) -> QImage:
    settle()
    return window.grab().toImage()


def around(widget: QWidget) -> QRect:
    place = widget.mapTo(widget.window(), QPoint(0, 0))
    return QRect(place, widget.size()).adjusted(-6, -6, 6, 6)


def luminance(colour: QColor) -> float:
    """Return the relative luminance of a colour (WCAG 2.2)."""
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: QColor, other: QColor) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.measures("ring")
@pytest.mark.parametrize("theme", THEMES)
def test_at_every_stop_the_ring_changes_pixels_around_what_has_the_keyboard(
    shown: QWidget, look: Look, theme: str
):
    look.choose(Choice(theme))
    for _stop in range(5):
        here = focus()
        with_ring = picture(shown)
        press("Tab")
        without = picture(shown)
        changed = [
            contrast(with_ring.pixelColor(x, y), without.pixelColor(x, y))
            for x in range(around(here).left(), around(here).right())
            for y in range(around(here).top(), around(here).bottom())
            if with_ring.valid(x, y) and with_ring.pixel(x, y) != without.pixel(x, y)
        ]
        assert len(changed) > 100, f"{type(here).__name__} in {theme}"
        assert max(changed) >= 3, f"{type(here).__name__} in {theme}"


def test_the_ring_lets_everything_through(shown: QWidget):
    rings = [w for w in shown.children() if type(w).__name__ == "_Ring" and w.isVisible()]
    assert len(rings) == 1
    assert rings[0].focusPolicy() == rings[0].focusPolicy().NoFocus


def test_the_ring_follows_the_row_of_a_list(shown: QWidget):
    rows = shown.findChild(QListWidget)
    rows.setFocus()
    settle()
    ring = next(w for w in shown.children() if type(w).__name__ == "_Ring" and w.isVisible())
    first = ring.geometry()
    press("Down")
    assert ring.geometry().top() > first.top()


def test_the_ring_goes_with_what_it_is_around(shown: QWidget):
    for child in (shown.findChild(Button), shown.findChild(QLineEdit)):
        child.setFocus()
        settle()
        child.deleteLater()
        settle()
    assert picture(shown).width() == shown.width() * shown.devicePixelRatio()
