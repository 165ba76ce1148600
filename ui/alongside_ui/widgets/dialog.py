"""Dialogs: one column of fields, Enter saves, Esc leaves; nothing typed is lost by a slip."""

from collections.abc import Callable
from typing import Any, ClassVar, Protocol, runtime_checkable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QLabel,
    QMessageBox,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from alongside.domain.errors import AlongsideError, ChangedMeanwhileError, UserError
from alongside.i18n import _
from alongside_ui import errors
from alongside_ui.announce import speak
from alongside_ui.operations import Operations
from alongside_ui.theme import HAIR, HUGE, LARGE, MEDIUM, SMALL
from alongside_ui.widgets.button import Button
from alongside_ui.widgets.fields import Fields
from alongside_ui.widgets.flow import FlowLayout
from alongside_ui.widgets.form import Problems
from alongside_ui.widgets.message_box import message_box, open_box
from alongside_ui.widgets.mnemonics import Mnemonics

Verb = Callable[[Any], Any]

_WIDE = 56
"""Letters that a dialog is wide at least, where the screen has the room."""


@runtime_checkable
class GivesHelp(Protocol):
    """The window that a dialog belongs to: it knows how to show help."""

    def show_help(self, place: str) -> None:
        """Show the page of help at `place`."""


class Dialog(QDialog):
    """A dialog with a sentence, a body that scrolls when text is large, and a row of buttons."""

    help: ClassVar[str] = "index"

    def __init__(self, parent: QWidget | None, title: str, sentence: str = "") -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.letters = Mnemonics()
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(MEDIUM, MEDIUM, MEDIUM, MEDIUM)
        outer.setSpacing(SMALL)
        inside = QWidget()
        self.body = QVBoxLayout(inside)
        self.body.setContentsMargins(SMALL, HAIR, SMALL, HAIR)
        self.body.setSpacing(SMALL)
        if sentence:
            words = QLabel(sentence)
            words.setTextFormat(Qt.TextFormat.PlainText)
            words.setWordWrap(True)
            self.setAccessibleDescription(sentence)
            self.body.addWidget(words)
            self.body.addSpacing(SMALL)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(inside)
        outer.addWidget(self._scroll, 1)
        self.buttons = FlowLayout(spacing=SMALL, is_right=True)
        outer.addLayout(self.buttons)
        self._likes = (0, 0)

    def take_room(self, letters: int, lines: int) -> None:
        """Open with room for so many letters beside and lines below one another, if there is."""
        self._likes = (letters, lines)

    def showEvent(self, event: QShowEvent) -> None:
        """Take the room that is needed, now that everything knows its size."""
        super().showEvent(event)
        inside, metrics = self._scroll.widget(), self.fontMetrics()
        room = self.screen().availableSize()
        bar = self._scroll.verticalScrollBar().sizeHint().width()
        least = inside.minimumSizeHint().width() + bar
        self._scroll.setMinimumWidth(min(least, room.width() - 3 * LARGE))
        margins = self.width() - self._scroll.width()
        wide = max(least, inside.sizeHint().width() + bar, _WIDE * metrics.averageCharWidth(),
                   self._likes[0] * metrics.averageCharWidth())  # fmt: skip
        wide = min(wide + max(margins, 3 * MEDIUM), room.width() - LARGE)
        body = max(inside.heightForWidth(wide - bar - 3 * MEDIUM), inside.sizeHint().height(),
                   self._likes[1] * metrics.lineSpacing())  # fmt: skip
        foot = self.buttons.heightForWidth(wide - 2 * MEDIUM)
        self.resize(wide, min(body + foot + 4 * MEDIUM, room.height() - 2 * LARGE))

    def see(self, widget: QWidget | None) -> None:
        """Scroll `widget` into sight, with what is wrong with it."""
        if widget and self._scroll.widget().isAncestorOf(widget):
            self._scroll.ensureWidgetVisible(widget, SMALL, 2 * HUGE)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Show help on F1: the window's own keys do not reach into a dialog."""
        owner: QWidget | None = self
        while owner is not None and not isinstance(owner, GivesHelp):
            owner = owner.parentWidget()
        if event.key() == Qt.Key.Key_F1 and owner is not None:
            owner.show_help(self.help)
        else:
            super().keyPressEvent(event)

    def add_button(
        self, words: str, pressed: Callable[[], object], *, is_main: bool = False
    ) -> Button:
        """Add a button at the foot; Enter in any field presses the main one."""
        button = Button(self.letters.give(words), is_main=is_main)
        button.clicked.connect(lambda: pressed())
        if is_main:
            button.setDefault(True)
            for keys in ("Ctrl+Return", "Ctrl+Enter"):
                QShortcut(QKeySequence(keys), self, activated=button.click)
        self.buttons.addWidget(button)
        return button


class FormDialog(Dialog):
    """A form that one verb saves. `collect` turns the fields into the verb and its request."""

    def __init__(
        self, operations: Operations, parent: QWidget | None, title: str, sentence: str = "",
        save_words: str = "",
    ) -> None:  # fmt: skip
        super().__init__(parent, title, sentence)
        self.operations = operations
        self._save = self.add_button(save_words or _("Save"), self.save, is_main=True)
        self._cancel = self.add_button(_("Cancel"), self.reject)
        self.form = Fields(letters=self.letters)
        self.body.addWidget(self.form)
        self.body.addStretch(1)
        self._as_opened: dict[str, Any] = {}
        self._has_seen = operations.newest()

    def collect(self, values: dict[str, Any]) -> tuple[Verb, Any]:
        """Return the verb that saves and its request; raise UserError for what cannot be."""
        raise AssertionError(f"{type(self).__name__} has no request for {list(values)}")

    def start(self) -> None:
        """Open the dialog with the keyboard in its first field."""
        self._as_opened = self.form.raw()
        first = self.form.first_field()
        if first:
            first.setFocus()
        QTimer.singleShot(0, lambda: self.see(self.focusWidget()))
        self.open()

    def save(self) -> None:
        """Save, and close if it worked; else say what is wrong and lose nothing."""
        self.form.clear_problems()
        try:
            verb, request = self.collect(self.form.values())
        except Problems as problems:
            self.show_problems(problems.errors)
            return
        except UserError as error:
            self.show_problems([error])
            return
        self._save.setEnabled(False)
        guarded = self.operations.unless_changed(self._has_seen, verb)
        self.operations.run(guarded, request, then=self.saved, failed=self._failed)

    def saved(self, _result: Any) -> None:
        """Close: it is saved."""
        self._as_opened = self.form.raw()
        self.accept()

    def show_problems(self, problems: list[UserError]) -> None:
        """Say under each field what is wrong; what belongs to no field has a box of its own."""
        for error in problems:
            if error.field not in self.form:
                errors.show(error, self)
        self.form.show_problems([error for error in problems if error.field in self.form])
        self.see(self.focusWidget())

    def reject(self) -> None:
        """Leave; ask first if that would throw away what was typed."""
        if self._as_opened and self.form.raw() != self._as_opened:
            ask(
                self,
                _("Throw away what you typed?"),
                _("It has not been saved."),
                yes=_("Throw away"),
                no=_("Keep typing"),
                then=super().reject,
            )
        else:
            super().reject()

    def _failed(self, error: AlongsideError) -> None:
        self._save.setEnabled(True)
        if isinstance(error, UserError):
            self.show_problems([error])
        elif isinstance(error, ChangedMeanwhileError):
            from alongside_ui.widgets.conflict import ConflictDialog  # it is a dialog itself

            ConflictDialog(self, error, self._save_all_the_same, super().reject).start()
        else:
            errors.show(error, self)

    def _save_all_the_same(self) -> None:
        self._has_seen = self.operations.newest()
        self.save()


def ask(
    parent: QWidget | None, question: str, detail: str, *, yes: str, no: str,
    then: Callable[[], object],
) -> None:  # fmt: skip
    """Ask a question with words on both buttons; Enter and Esc are always the safe answer, `no`."""
    box = message_box(parent, QMessageBox.Icon.Question, question, detail)
    letters = Mnemonics()
    refuse = box.addButton(letters.give(no), QMessageBox.ButtonRole.RejectRole)
    agree = box.addButton(letters.give(yes), QMessageBox.ButtonRole.AcceptRole)
    box.setDefaultButton(refuse)
    box.setEscapeButton(refuse)
    agree.clicked.connect(lambda: then())
    open_box(box)
    speak(question)
