"""A page: title, one sentence saying what it is for, filter, list, actions as words."""

from collections.abc import Sequence
from typing import Any, ClassVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QLabel, QVBoxLayout, QWidget

from alongside.domain.change import Kind
from alongside.office import Office
from alongside_ui.actions import Easy
from alongside_ui.desk import Desk
from alongside_ui.theme import MEDIUM, SMALL
from alongside_ui.widgets.button import ActionButton
from alongside_ui.widgets.flow import FlowLayout
from alongside_ui.widgets.headings import Title
from alongside_ui.widgets.mnemonics import Mnemonics
from alongside_ui.widgets.table import Table
from alongside_ui.window_actions import Handler

Named = tuple[str, str] | tuple[str, str, Easy]
"""A command, its words on a button, and the easy ones where those of the command do not fit."""


class Page(QWidget):
    """One page of the window. It reads rows again when a kind of thing it shows has moved."""

    kinds: ClassVar[frozenset[Kind]] = frozenset()
    help: ClassVar[str] = "index"

    asked = Signal(str, object, str)
    """Another page is wanted: its name, its subject, and a command to do there (or "")."""

    def __init__(self, desk: Desk, title: str, purpose: str, *, easy: str = "") -> None:
        super().__init__()
        self.desk = desk
        self.operations = desk.operations
        self.actions = desk.actions
        self.is_stale = True
        self.letters = Mnemonics(desk.actions.menu_letters)
        self.title = Title(title)
        self.title.setTextFormat(Qt.TextFormat.PlainText)
        self.title.setWordWrap(True)
        self.purpose = QLabel(desk.words(purpose, easy=easy or purpose))
        self.purpose.setTextFormat(Qt.TextFormat.PlainText)
        self.purpose.setWordWrap(True)
        self.setAccessibleName(title)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(MEDIUM, MEDIUM, MEDIUM, MEDIUM)
        self.body.setSpacing(SMALL)
        self.body.addWidget(self.title)
        self.body.addWidget(self.purpose)

    @property
    def office(self) -> Office:
        """The open office, to read from; to change anything use `operations`."""
        return self.operations.office

    def set_title(self, title: str, purpose: str | None = None) -> None:
        """Give the page another title."""
        self.title.setText(title)
        self.setAccessibleName(title)
        if purpose is not None:
            self.purpose.setText(purpose)

    def answers(self) -> dict[str, Handler]:
        """Return which commands this page answers, and how."""
        return {}

    def show_subject(self, subject: Any) -> None:
        """Show what the page was asked for, a meeting's id for instance."""

    def refresh(self) -> None:
        """Read again what is shown."""

    def first_focus(self) -> QWidget:
        """Return where the keyboard starts on this page."""
        return self

    def current_id(self) -> Any:
        """Return the id of what the page's list is on, or None."""
        current = self._list.current if self._list else None
        return current.id if current else None

    def land_on(self, row_id: Any) -> None:
        """Go to the thing with this id in the page's list, if it is there."""
        if self._list and row_id is not None:
            self._list.land_on(row_id)

    @property
    def _list(self) -> Table[Any] | None:
        return getattr(self, "table", None)

    def add_row(self, *widgets: QWidget) -> None:
        """Put widgets side by side, wrapping where the page is narrow."""
        row = FlowLayout(spacing=SMALL)
        for widget in widgets:
            row.addWidget(widget)
        self.body.addLayout(row)

    def labelled(self, words: str, widget: QWidget) -> QWidget:
        """Return `widget` with a label before it, tied to it."""
        box = QWidget()
        row = FlowLayout(box, spacing=SMALL)
        label = QLabel()
        label.setBuddy(widget)  # before the text, or a screen reader hears the mark of the letter
        label.setText(self.letters.give(words))
        widget.setAccessibleName(words)
        row.addWidget(label)
        row.addWidget(widget)
        return box

    def tick(self, setting: str, words: str) -> QCheckBox:
        """Return a box to tick for a setting of this person that is yes or no."""
        box = QCheckBox(self.letters.give(words))
        box.setObjectName(setting)
        box.setAccessibleName(words)
        box.setChecked(getattr(self.desk.preferences.settings, setting))
        box.toggled.connect(lambda is_on: self.desk.preferences.change(**{setting: is_on}))
        return box

    def add_buttons(self, buttons: Sequence[Named], *, has_main: bool = True) -> list[ActionButton]:
        """Put a row of commands as buttons; the first is the main one, if there is one."""
        made = [self.button(*each, is_main=has_main and not n) for n, each in enumerate(buttons)]
        self.add_row(*made)
        return made

    def button(
        self, name: str, words: str, easy: Easy | None = None, *, is_main: bool = False
    ) -> ActionButton:
        """Return a button for a command, with its words and, where those are easy, its picture."""
        called = self.actions.wording(name, words, easy)
        return ActionButton(self.actions[name], self.letters.give(called.words), is_main=is_main,
                            picture=called.icon)  # fmt: skip
