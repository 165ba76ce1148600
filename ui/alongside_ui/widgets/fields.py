"""One column of fields, label above field; each with its label, name, hint and error line.

A field gives its value or raises UserError in its own name, so that a mistake is said where it
was made. Dates, times and amounts are typed: Qt's own date boxes are a trap for a screen reader.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, time
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from alongside.domain.dates import parse_date, parse_minutes, parse_time, say_date, say_time
from alongside.domain.errors import UserError
from alongside.domain.expenses import parse_miles
from alongside.domain.money import Money
from alongside.i18n import _
from alongside_ui.announce import speak
from alongside_ui.theme import HAIR, MEDIUM
from alongside_ui.widgets.headings import Heading
from alongside_ui.widgets.mnemonics import Mnemonics

Choices = Sequence[tuple[Any, str]]
Parse = Callable[[str, str], Any]


@dataclass(slots=True)
class _Field:
    """A field's parts, and how it is read."""

    widget: QWidget
    read: Callable[[], Any]
    raw: Callable[[], Any]
    hint: str
    error: QLabel
    parts: list[QWidget]


class Problems(Exception):  # noqa: N818  the person's word, not the programmer's
    """What is wrong with what was typed: one UserError for each field."""

    def __init__(self, errors: list[UserError]) -> None:
        super().__init__()
        self.errors = errors


class Form(QWidget):
    """Fields one under another. `values` reads them all, `show_problems` says what is wrong."""

    def __init__(self, parent: QWidget | None = None, *, letters: str = "") -> None:
        super().__init__(parent)
        self._fields: dict[str, _Field] = {}
        self._letters = Mnemonics(letters)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(HAIR)

    def __getitem__(self, name: str) -> Any:
        return self._fields[name].widget

    def __contains__(self, name: str) -> bool:
        return name in self._fields

    def heading(self, words: str) -> None:
        """Start a part of the form under a heading."""
        self._column.addSpacing(MEDIUM)
        self._column.addWidget(Heading(words))

    def text(self, name: str, label: str, value: str = "", hint: str = "") -> QLineEdit:
        """Add a line of text."""
        line = QLineEdit(value)
        self._add(name, label, line, line.text, line.text, hint)
        return line

    def long_text(self, name: str, label: str, value: str = "", hint: str = "") -> QPlainTextEdit:
        """Add several lines of text. Tab leaves it."""
        box = QPlainTextEdit(value)
        box.setTabChangesFocus(True)
        box.setFixedHeight(box.fontMetrics().lineSpacing() * 4 + MEDIUM)
        self._add(name, label, box, box.toPlainText, box.toPlainText, hint)
        return box

    def choice(
        self, name: str, label: str, choices: Choices, value: Any = None, hint: str = ""
    ) -> QComboBox:
        """Add a choice of (value, words)."""
        box = QComboBox()
        for each, words in choices:
            box.addItem(words, each)
        values = [each for each, _words in choices]
        box.setCurrentIndex(values.index(value) if value in values else 0)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(16)

        def read() -> Any:
            return values[box.currentIndex()] if values else None

        self._add(name, label, box, read, box.currentIndex, hint)
        return box

    def tick(self, name: str, label: str, *, value: bool = False, hint: str = "") -> QCheckBox:
        """Add a box to tick."""
        box = QCheckBox()
        box.setText(self._letters.give(label))
        box.setAccessibleName(label)
        box.setChecked(value)
        self._place(name, box, [], box.isChecked, box.isChecked, hint)
        return box

    def parsed(
        self, name: str, label: str, value: str, parse: Parse, hint: str, *, is_wanted: str = ""
    ) -> QLineEdit:
        """Add a line that `parse(text, name)` reads; empty is None, or refused with `is_wanted`."""
        line = QLineEdit(value)

        def read() -> Any:
            if line.text().strip():
                return parse(line.text(), name)
            if is_wanted:
                raise UserError(name, is_wanted)
            return None

        self._add(name, label, line, read, line.text, hint)
        return line

    def date(
        self, name: str, label: str, value: date | None = None, *, is_wanted: bool = False,
        hint: str = "",
    ) -> QLineEdit:  # fmt: skip
        """Add a day, typed."""
        return self.parsed(
            name, label, say_date(value) if value else "", parse_date,
            hint or _("For example 9 May 2026 or 9/5/2026"),
            is_wanted=_("Type the day.") if is_wanted else "",
        )  # fmt: skip

    def time(
        self, name: str, label: str, value: time | None = None, *, is_wanted: bool = False,
        hint: str = "",
    ) -> QLineEdit:  # fmt: skip
        """Add a time of day, typed."""
        return self.parsed(
            name, label, say_time(value) if value else "", parse_time,
            hint or _("For example 13:30"), is_wanted=_("Type the time.") if is_wanted else "",
        )  # fmt: skip

    def length(
        self, name: str, label: str, minutes: int | None = None, hint: str = ""
    ) -> QLineEdit:
        """Add a length of time in hours, read as minutes."""
        shown = f"{minutes // 60}:{minutes % 60:02}" if minutes else ""
        return self.parsed(name, label, shown, parse_minutes, hint or _("Hours, like 1.5 or 1:30"))

    def money(self, name: str, label: str, value: Money | None = None, hint: str = "") -> QLineEdit:
        """Add an amount."""
        return self.parsed(
            name, label, str(value) if value is not None else "", Money.parse,
            hint or _("Pounds and pence, like 12.50"),
        )  # fmt: skip

    def miles(self, name: str, label: str, tenths: int = 0, hint: str = "") -> QLineEdit:
        """Add a distance in miles, read as tenths."""
        shown = f"{tenths // 10}.{tenths % 10}" if tenths else ""
        return self.parsed(name, label, shown, parse_miles, hint or _("Miles, like 12.5"))

    def custom(
        self, name: str, label: str, widget: QWidget, read: Callable[[], Any], hint: str = ""
    ) -> None:
        """Add a piece of furniture of another kind, with `read` to get its value."""
        self._add(name, label, widget, read, read, hint)

    def show_only(self, *names: str, among: Sequence[str]) -> None:
        """Of the fields `among`, show those that matter now."""
        for name in among:
            for part in self._fields[name].parts:
                part.setVisible(name in names)
            if name not in names:
                self._clear(name)

    def values(self) -> dict[str, Any]:
        """Return every shown field's value by name. Raise Problems with all that is wrong."""
        found, errors = {}, []
        for name, field in self._fields.items():
            if field.widget.isHidden():
                continue
            try:
                found[name] = field.read()
            except UserError as error:
                errors.append(error)
        if errors:
            raise Problems(errors)
        return found

    def raw(self) -> dict[str, Any]:
        """Return what is in the fields as typed, to tell whether anything was."""
        return {name: field.raw() for name, field in self._fields.items()}

    def show_problems(self, errors: Sequence[UserError]) -> bool:
        """Say each error under its field and go to the first; return whether all had a field."""
        self.clear_problems()
        known = [error for error in errors if error.field in self._fields]
        for error in known:
            field = self._fields[error.field]
            words = _("Error: {words}").format(words=error.words)
            field.error.setText(words)
            field.error.show()
            field.widget.setAccessibleDescription(f"{words} {field.hint}".strip())
        if known:
            first = self._fields[known[0].field].widget
            first.setFocus(Qt.FocusReason.OtherFocusReason)
            if isinstance(first, QLineEdit):
                first.selectAll()
            speak(known[0].words, is_urgent=True)
        return len(known) == len(errors)

    def clear_problems(self) -> None:
        """Take every error line away."""
        for name in self._fields:
            self._clear(name)

    def first_field(self) -> QWidget | None:
        """Return the first field that can be typed in."""
        shown = (f.widget for f in self._fields.values() if not f.widget.isHidden())
        return next(shown, None)

    def _clear(self, name: str) -> None:
        field = self._fields[name]
        field.error.clear()
        field.error.hide()
        field.widget.setAccessibleDescription(field.hint)

    def _add(
        self, name: str, label: str, widget: QWidget, read: Callable[[], Any],
        raw: Callable[[], Any], hint: str,
    ) -> None:  # fmt: skip
        above = QLabel()
        above.setBuddy(widget)  # before the text, or a screen reader hears the mark of the letter
        above.setText(self._letters.give(label))
        widget.setAccessibleName(label)
        parts: list[QWidget] = [above]
        if hint:
            below = QLabel(hint)
            below.setProperty("is_quiet", True)
            below.setWordWrap(True)
            parts.append(below)
        self._place(name, widget, parts, read, raw, hint)

    def _place(
        self, name: str, widget: QWidget, parts: list[QWidget], read: Callable[[], Any],
        raw: Callable[[], Any], hint: str,
    ) -> None:  # fmt: skip
        widget.setObjectName(name)
        error = QLabel()
        error.setProperty("is_error", True)
        error.setWordWrap(True)
        error.hide()
        widget.setAccessibleDescription(hint)
        if self._fields:
            self._column.addSpacing(HAIR)
        for part in (*parts, error, widget):
            self._column.addWidget(part)
        self._fields[name] = _Field(widget, read, raw, hint, error, [*parts, widget])
