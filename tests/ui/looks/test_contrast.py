"""Contrast in pixels, in every theme and on every page: text, edges, ticks, selection, errors."""

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QIcon, QRegion
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QMenu,
    QPushButton,
    QScrollBar,
    QTableView,
    QWidget,
)

from alongside.domain.errors import UserError
from alongside_ui.main_window import MainWindow
from alongside_ui.pages import PAGES
from alongside_ui.theme import names
from alongside_ui.widgets.mnemonics import without_mnemonic
from ui.hands import dialog, press, settle
from ui.looks.pixels import cut_out, edge_contrast, picture, picture_contrast, text_contrast
from ui.visitor import controls, visit_doors

THEMES = [name for name, _words in names() if name != "system"]
TEXT = {"light": 4.5, "dark": 4.5}
STRONG_TEXT, EDGE = 7.0, 3.0


def weak(box: QWidget, place: str, least: float) -> list[str]:
    """Return a line for each text below `least` and each edge below 3 in a page or dialog."""
    whole, found = picture(box.window()), []

    def text(widget: QWidget, rect: QRect, words: str) -> None:
        seen = rect & widget.rect()
        if words.strip() and seen.width() > 8 and seen.height() > 8 and _shows(widget, seen):
            measured = text_contrast(cut_out(whole, widget, seen.adjusted(3, 3, -3, -3)))
            if measured < least:
                found.append(f"{place}: “{words[:30]}” has {measured:.1f}")

    for label in box.findChildren(QLabel):
        if label.isVisible():
            text(label, label.rect(), label.text())
    for widget in controls(box):
        if isinstance(widget, QAbstractButton | QLineEdit):
            text(widget, widget.rect(), widget.text())
        elif isinstance(widget, QComboBox):
            text(widget, widget.rect(), widget.currentText())
        elif isinstance(widget, QTableView | QListWidget):
            found += _weak_rows(whole, widget, place, least)
        if isinstance(widget, QPushButton) and not widget.icon().isNull():
            at = _picture_of(widget)
            if _shows(widget, at):
                measured = picture_contrast(cut_out(whole, widget, at))
                if measured < EDGE:
                    found.append(f"{place}: picture of “{widget.text()}” has {measured:.1f}")
        if isinstance(widget, QPushButton | QLineEdit | QComboBox) and _shows(
            widget, widget.rect()
        ):
            measured = edge_contrast(cut_out(whole, widget, widget.rect(), around=4))
            if measured < EDGE:
                found.append(f"{place}: the edge of “{widget.accessibleName()}” has {measured:.1f}")
    return found


def _picture_of(button: QPushButton) -> QRect:
    """Return where the picture of a button stands: before its words, both in the middle."""
    gap, size = 4, button.iconSize()
    words = button.fontMetrics().horizontalAdvance(without_mnemonic(button.text()))
    left = (button.width() - size.width() - gap - words) // 2
    return QRect(left, (button.height() - size.height()) // 2, size.width(), size.height())


def _weak_rows(whole, view: QAbstractItemView, place: str, least: float) -> list[str]:
    found = []
    for row in range(min(view.model().rowCount(), 4)):
        index = view.model().index(row, 0)
        seen = view.visualRect(index) & view.viewport().rect()
        has_picture = not (
            view.model().data(index, Qt.ItemDataRole.DecorationRole) or QIcon()
        ).isNull()
        if has_picture and _shows(view.viewport(), seen):
            at = QRect(seen.x() + 4, seen.y() + 4, view.iconSize().width() + 8, seen.height() - 8)
            measured = picture_contrast(cut_out(whole, view.viewport(), at))
            if measured < EDGE:
                found.append(f"{place}: picture of row “{index.data()}” has {measured:.1f}")
        if index.data() and seen.height() > 12 and _shows(view.viewport(), seen):
            measured = text_contrast(cut_out(whole, view.viewport(), seen.adjusted(4, 4, -4, -4)))
            if measured < least:
                found.append(f"{place}: row “{index.data()}” has {measured:.1f}")
    return found


def _shows(widget: QWidget, rect: QRect) -> bool:
    """Return whether all of `rect` is in sight, not scrolled away."""
    return QRegion(rect.adjusted(1, 1, -1, -1)).subtracted(widget.visibleRegion()).isEmpty()


@pytest.mark.measures("contrast")
@pytest.mark.parametrize("theme", THEMES)
def test_every_page_has_its_contrast_in_every_theme(either_window: MainWindow, theme: str):
    either_window.preferences.change(theme=theme)
    least, found = TEXT.get(theme, STRONG_TEXT), []
    office = either_window.operations.office
    meeting = next(row for row in office.meetings.list_() if row.attended)
    subjects = {"register": meeting.id, "claim": office.claims.list_()[0].id}
    for name in PAGES:
        either_window.go(name, subjects.get(name))
        settle()
        found += weak(either_window.page(), name, least)
        around = either_window.page().parentWidget().parentWidget()
        around.verticalScrollBar().setValue(around.verticalScrollBar().maximum())
        settle()
        found += weak(either_window.page(), f"{name}, its end", least)
    found += weak(either_window.centralWidget(), "frame", least)
    either_window.preferences.change(theme="light")
    assert found == []


@pytest.mark.measures("contrast")
@pytest.mark.parametrize("theme", THEMES)
def test_a_dialog_with_mistakes_has_its_contrast_too(full_window: MainWindow, theme: str):
    full_window.preferences.change(theme=theme)
    full_window.go("people")
    press("Ctrl+N")
    box = dialog()
    box.form.show_problems([UserError("name", "Type a name."), UserError("email", "No @ in it.")])
    box.form["phone"].setPlaceholderText("0161 496 0000")
    settle()
    found = weak(box, "person", TEXT.get(theme, STRONG_TEXT))
    found += weak_ticks(box)
    box.done(0)
    settle()
    full_window.preferences.change(theme="light")
    assert found == []


@pytest.mark.measures("contrast")
@pytest.mark.parametrize("theme", THEMES)
def test_words_and_the_lock_have_their_contrast_in_every_theme(window: MainWindow, theme: str):
    window.preferences.change(theme=theme)
    least, found = TEXT.get(theme, STRONG_TEXT), []

    def look_at(box: QWidget, place: str) -> None:
        found.extend(weak(box, place, least) + weak_ticks(box))

    assert visit_doors(window, look_at) > 5
    window.preferences.change(theme="light")
    assert found == []


def weak_ticks(box: QWidget) -> list[str]:
    """Return a line for each box to tick whose outline cannot be told from the ground."""
    whole = picture(box.window())
    ticks = [tick for tick in box.findChildren(QCheckBox) if _shows(tick, tick.rect())]
    measured = {
        tick.text(): edge_contrast(cut_out(whole, tick, QRect(2, tick.height() // 2 - 10, 22, 20)))
        for tick in ticks
    }
    return [f"{words}: {found:.1f}" for words, found in measured.items() if found < EDGE]


@pytest.mark.measures("contrast")
@pytest.mark.parametrize("theme", THEMES)
def test_menus_and_scroll_bars_can_be_told_from_their_ground(full_window: MainWindow, theme: str):
    full_window.preferences.change(theme=theme)
    full_window.go("people")
    settle()
    table = full_window.page().table
    bar = next(b for b in table.findChildren(QScrollBar) if b.isVisible() and b.maximum())
    handle = text_contrast(cut_out(picture(full_window), bar, bar.rect()))
    press("Alt+F")
    menu = next(m for m in full_window.findChildren(QMenu) if m.isVisible())
    rows = [menu.actionGeometry(action) for action in menu.actions() if action.text()]
    drawn = picture(menu)
    least = min(text_contrast(cut_out(drawn, menu, row.adjusted(3, 3, -3, -3))) for row in rows)
    press("Escape", "Escape")
    full_window.preferences.change(theme="light")
    assert handle >= EDGE
    assert least >= TEXT.get(theme, STRONG_TEXT)
