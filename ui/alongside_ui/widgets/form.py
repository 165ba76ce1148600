"""One column of fields, label above field; each with its label, name, hint and error line.

A field gives its value or raises UserError in its own name, so that a mistake is said where it
was made.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

from alongside.domain.errors import UserError
from alongside.i18n import _
from alongside_ui.announce import speak
from alongside_ui.theme import HAIR, MEDIUM
from alongside_ui.widgets.headings import Heading
from alongside_ui.widgets.mnemonics import Mnemonics
from alongside_ui.widgets.summary import Summary


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

    def __init__(self, parent: QWidget | None = None, *, letters: str | Mnemonics = "") -> None:
        super().__init__(parent)
        self._fields: dict[str, _Field] = {}
        self.letters = Mnemonics(letters) if isinstance(letters, str) else letters
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(HAIR)
        self._summary = Summary()
        self._summary.chosen.connect(lambda name: self._go_to(self._fields[name].widget))
        self._column.addWidget(self._summary)

    def __getitem__(self, name: str) -> Any:
        return self._fields[name].widget

    def __contains__(self, name: str) -> bool:
        return name in self._fields

    def heading(self, words: str) -> None:
        """Start a part of the form under a heading."""
        self._column.addSpacing(MEDIUM)
        self._column.addWidget(Heading(words))

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
        count = ""
        if len(known) > 1:
            names = [self._fields[error.field].widget.accessibleName() for error in known]
            self._summary.show_problems(list(zip(known, names, strict=True)))
            count = self._summary.title
        for error in known:
            field = self._fields[error.field]
            words = _("Error: {words}").format(words=error.words)
            field.error.setText(words)
            field.error.show()
            said = [words, count, field.hint] if error is known[0] else [words, field.hint]
            field.widget.setAccessibleDescription(" ".join(filter(None, said)))
        if known:
            self._go_to(self._fields[known[0].field].widget)
            speak(f"{known[0].words} {count}".strip(), is_urgent=True)
        return len(known) == len(errors)

    def clear_problems(self) -> None:
        """Take every error line away."""
        self._summary.clear()
        for name in self._fields:
            self._clear(name)

    def _go_to(self, widget: QWidget) -> None:
        widget.setFocus(Qt.FocusReason.OtherFocusReason)
        if isinstance(widget, QLineEdit):
            widget.selectAll()

    def first_field(self) -> QWidget | None:
        """Return the first field that can be typed in."""
        shown = (f.widget for f in self._fields.values() if not f.widget.isHidden())
        return next(shown, None)

    def _clear(self, name: str) -> None:
        field = self._fields[name]
        if not field.error.text():
            return  # its hint would be spoken once more
        field.error.clear()
        field.error.hide()
        field.widget.setAccessibleDescription(field.hint)

    def add(
        self, name: str, label: str, widget: QWidget, read: Callable[[], Any],
        raw: Callable[[], Any], hint: str,
    ) -> None:  # fmt: skip
        """Add a field with its label above it; `read` gives its value, `raw` what was typed."""
        above = QLabel()
        # The buddy before the text, or a screen reader hears the mark of the letter; and what is
        # typed in, where the field has parts, or the reader would not find its label.
        above.setBuddy(widget.focusProxy() or widget)
        above.setText(self.letters.give(label))
        widget.setAccessibleName(label)
        self.place(name, widget, [above, *self.hints(hint)], read, raw, hint)

    def hints(self, hint: str) -> list[QWidget]:
        """Return a line with `hint` to stand above its field, or nothing if there is none.

        It is the field's description too. In a frame of the same name a screen reader does not
        take it for words of the dialog, and so does not read all hints when the dialog opens.
        """
        if not hint:
            return []
        line = QLabel(hint)
        line.setProperty("is_quiet", True)
        line.setWordWrap(True)
        frame = QWidget()
        frame.setAccessibleName(hint)
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(line)
        return [frame]

    def place(
        self, name: str, widget: QWidget, parts: list[QWidget], read: Callable[[], Any],
        raw: Callable[[], Any], hint: str,
    ) -> None:  # fmt: skip
        """Add a field under its `parts`, with a line between them for what is wrong with it."""
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
