"""The kinds of field that a form has: text, choices, and days, times and amounts that are typed.

Qt's own boxes for dates are a trap for a screen reader, so a day is typed, and read by the domain.
"""

from collections.abc import Callable, Sequence
from datetime import date, time
from typing import Any

from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QPlainTextEdit, QWidget

from alongside.domain.dates import parse_date, parse_minutes, parse_time, say_date, say_time
from alongside.domain.errors import UserError
from alongside.domain.miles import parse_miles
from alongside.domain.money import Money
from alongside.i18n import _
from alongside_ui.theme import MEDIUM
from alongside_ui.widgets.form import Form
from alongside_ui.widgets.secret_line import SecretLine

Choices = Sequence[tuple[Any, str]]
Parse = Callable[[str, str], Any]


def needed(hint: str = "") -> str:
    """Return the hint of a field that cannot stay empty: it says so before the `hint`."""
    # translators: said of a field that cannot stay empty, before the hint how it is filled in
    words = _("Needed.")
    return f"{words} {hint}".strip()


class Fields(Form):
    """A form that knows every kind of field."""

    def text(self, name: str, label: str, value: str = "", hint: str = "") -> QLineEdit:
        """Add a line of text."""
        line = QLineEdit(value)
        self.add(name, label, line, line.text, line.text, hint)
        return line

    def secret(self, name: str, label: str, value: str = "", hint: str = "") -> QLineEdit:
        """Add a line of text that the clipboard forgets again."""
        line = SecretLine(value)
        self.add(name, label, line, line.text, line.text, hint)
        return line

    def long_text(self, name: str, label: str, value: str = "", hint: str = "") -> QPlainTextEdit:
        """Add several lines of text. Tab leaves it."""
        box = QPlainTextEdit(value)
        box.setTabChangesFocus(True)
        box.setFixedHeight(box.fontMetrics().lineSpacing() * 4 + MEDIUM)
        self.add(name, label, box, box.toPlainText, box.toPlainText, hint)
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

        self.add(name, label, box, read, box.currentIndex, hint)
        return box

    def tick(self, name: str, label: str, *, value: bool = False, hint: str = "") -> QCheckBox:
        """Add a box to tick."""
        box = QCheckBox()
        box.setText(self.letters.give(label))
        box.setAccessibleName(label)
        box.setChecked(value)
        self.place(name, box, self.hints(hint), box.isChecked, box.isChecked, hint)
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

        self.add(name, label, line, read, line.text, needed(hint) if is_wanted else hint)
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

    def whole(self, name: str, label: str, value: int, hint: str, *, is_wanted: str) -> QLineEdit:
        """Add a whole number; empty is refused with `is_wanted`."""
        return self.parsed(name, label, str(value), _whole, hint, is_wanted=is_wanted)

    def miles(self, name: str, label: str, tenths: int = 0, hint: str = "") -> QLineEdit:
        """Add a distance in miles, read as tenths."""
        shown = f"{tenths // 10}.{tenths % 10}" if tenths else ""
        return self.parsed(name, label, shown, parse_miles, hint or _("Miles, like 12.5"))

    def custom(
        self, name: str, label: str, widget: QWidget, read: Callable[[], Any], hint: str = "",
        *, typed: Callable[[], Any] | None = None,
    ) -> None:  # fmt: skip
        """Add a piece of furniture of another kind, with `read` to get its value.

        `typed` gives what is in it as typed, where `read` may refuse it.
        """
        self.add(name, label, widget, read, typed or read, hint)


def _whole(text: str, field: str) -> int:
    typed = text.strip()
    if not (typed.isascii() and typed.isdigit() and len(typed) <= 9):
        raise UserError(field, _("“{text}” is not a whole number.").format(text=typed))
    return int(typed)
