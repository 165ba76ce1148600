"""The frame: menus, the ways through on the left, the page on the right, what was done below."""

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QContextMenuEvent, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QMainWindow,
    QMenu,
    QWidget,
)

from alongside.domain.change import Change
from alongside.domain.errors import AlongsideError
from alongside.i18n import _
from alongside_ui import errors, everywhere
from alongside_ui.desk import Desk
from alongside_ui.foot import Foot
from alongside_ui.keys.lock import Locker
from alongside_ui.operations import Operations
from alongside_ui.page_stack import PageStack
from alongside_ui.preferences import Preferences
from alongside_ui.theme import HUGE, LARGE, NARROW, SMALL
from alongside_ui.ways import WAYS, Ways
from alongside_ui.window_actions import Actions

_SIZE = (1180, 780)


class MainWindow(QMainWindow):
    """One window over one office at a time."""

    opened = Signal()
    """Records are open and the first page shows them."""
    closing = Signal()
    """The window is about to close: whoever has it wait for something lets go."""

    def __init__(self, preferences: Preferences) -> None:
        super().__init__()
        self.preferences = preferences
        self.has_office = False
        self.operations = Operations(self)
        self.actions = Actions(self, preferences.settings.shortcuts,
                               is_easy=preferences.settings.easy_words)  # fmt: skip
        self.locker = Locker(self)
        self.setWindowTitle(_("Alongside"))
        self.actions.fill_menus(self.menuBar())
        self.ways = Ways(self.actions)
        self.stack = PageStack()
        middle = QWidget()
        row = QHBoxLayout(middle)
        row.setContentsMargins(SMALL, 0, 0, 0)
        row.addWidget(self.ways)
        row.addWidget(self.stack, 1)
        self.setCentralWidget(middle)
        self.foot = Foot()
        self.announcer = self.foot.announcer
        self.setStatusBar(self.foot)
        self.ways.chosen.connect(self.go)
        self.ways.entered.connect(self._into_page)
        preferences.look.changed.connect(self._look_anew)
        preferences.reworded.connect(self._reword)
        self.actions.answer_always(everywhere.answers(self))
        room = self.screen().availableSize()
        self.resize(min(_SIZE[0], room.width() - LARGE), min(_SIZE[1], room.height() - 2 * HUGE))

    def page(self) -> Any:
        """Return the page that is shown."""
        return self.stack.page

    def show_doorway(self, doorway: QWidget) -> None:
        """Show what there is to see while no records are open."""
        self.stack.show_doorway(doorway)

    def show_office(self, office: Any) -> None:
        """Show open records: today first, or the welcome while nothing is set up."""
        self.has_office = True
        self.operations.office = office
        self.operations.changed.connect(self._changed)
        self.operations.said.connect(
            lambda words, is_spoken: self.announcer.say(words, is_spoken=is_spoken)
        )
        self.actions.answer_always({name: lambda each=name: self.go(each) for name in WAYS})
        self.actions.answer_always({"lock": self.locker.lock} | everywhere.answers_of_records(self))
        self.actions.answer_always(
            {"undo": self._undo, "redo": self._redo, "refresh": self._read_again}
            | {"back": self._back, "next_pane": self._next_pane, "previous_pane": self._next_pane}
            | {"next_page": lambda: self.ways.step(1), "previous_page": lambda: self.ways.step(-1)}
        )
        from alongside_ui.backups.keeper import Keeper  # services come after the window

        self._keeper = Keeper(self.operations, self.preferences, self)
        self._keeper.state_changed.connect(self.foot.say_how_safe)
        self.actions.answer_always({"back_up": self._keeper.back_up})
        self.ways.fill()
        self._fold()
        self._show_state()
        self.go("today" if office.organisation.find() else "welcome")
        self.locker.start()
        self.opened.emit()
        if office.notice:
            errors.show(AlongsideError(office.notice))
        if self.preferences.settings.is_shared and not office.is_demo:
            self.actions.perform("who")

    def close_office(self) -> None:
        """Close the records and forget their pages."""
        self._let_go()
        self.stack.forget()
        self.actions.answer({})
        self.ways.hide()
        self.has_office = False
        self.operations = Operations(self)

    def go(self, name: str, subject: Any = None, command: str = "") -> None:
        """Show a page, about `subject`, and do `command` there."""
        keyboard, is_in_ways = QApplication.focusWidget(), self.ways.hasFocus()
        if keyboard is not None and self.stack.isAncestorOf(keyboard):
            keyboard.clearFocus()  # or Qt hands it to the ways when it hides the old page
        page = self.stack.show_page(name, subject, self._make_page)
        self.actions.answer(page.answers())
        self.setWindowTitle(_("{page} – Alongside").format(page=page.title.text()))
        self.ways.show_page(name)
        if not is_in_ways:
            self._into_page()
        if command:
            self.actions.perform(command)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold the ways through where there is no room for them: the menus and keys remain."""
        super().resizeEvent(event)
        self._fold()

    def _fold(self) -> None:
        is_narrow = self.width() < NARROW * self.fontMetrics().averageCharWidth()
        had_keyboard = self.ways.hasFocus()
        self.ways.setVisible(self.has_office and not is_narrow)
        self.foot.fold(is_narrow=is_narrow)
        if had_keyboard and is_narrow:
            self._into_page()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what the page can do, where a list was asked for its menu."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addActions([self.actions[command.id] for command in self.actions.here()])
        if not menu.isEmpty():
            menu.popup(event.globalPos())

    def closeEvent(self, event: QCloseEvent) -> None:
        """Finish what is under way, make a last backup, and let the records go."""
        self.closing.emit()
        self._let_go()
        super().closeEvent(event)

    def _let_go(self) -> None:
        self.locker.stop()
        self.operations.settle()
        if self.has_office:
            self._keeper.finish()
        self.operations.close()

    def _make_page(self, name: str) -> Any:
        from alongside_ui.pages import make_page  # services and database come after the window

        page = make_page(name, Desk(self.operations, self.actions, self.preferences))
        page.asked.connect(self.go)
        return page

    def _changed(self, change: Change) -> None:
        self.stack.take_note(change)
        self._show_state()

    def _show_state(self) -> None:
        """Say what Undo would take back now, and whose records these are."""
        office = self.operations.office
        steps = office.history.steps()
        # translators: {words} is what was done, in the language of that day
        undo, redo = _("Undo: {words}"), _("Do again: {words}")
        self.actions.reword("undo", undo.format(words=steps.undo) if steps.undo else _("Undo"))
        self.actions.reword("redo", redo.format(words=steps.redo) if steps.redo else _("Do again"))
        self.foot.say_whose(office)

    def _undo(self) -> None:
        self.operations.run(self.operations.office.history.undo, None)

    def _redo(self) -> None:
        self.operations.run(self.operations.office.history.redo, None)

    def _read_again(self) -> None:
        self.stack.read_again()
        self.operations.say(_("Read again"))

    def _back(self) -> None:
        before = self.stack.step_back()
        if before:
            self.go(*before)

    def _next_pane(self) -> None:
        if self.ways.hasFocus() or not self.ways.isVisible():
            self._into_page()
        else:
            self.ways.setFocus(Qt.FocusReason.OtherFocusReason)

    def _into_page(self) -> None:
        self.page().first_focus().setFocus(Qt.FocusReason.OtherFocusReason)

    def _look_anew(self) -> None:
        if self.has_office:
            self.ways.fill()
            self._fold()

    def _reword(self) -> None:
        """Make the pages anew in the words that are wanted now; stay where the person was."""
        is_easy = self.preferences.settings.easy_words
        keyboard = QApplication.focusWidget()
        name = keyboard.objectName() if keyboard else ""
        was_in_ways = keyboard is self.ways
        self.actions.reword_all(is_easy=is_easy)
        if self.has_office:
            self.ways.fill()
            self._fold()
            self._show_state()
            row = self.page().current_id()
            self.stack.renew()
            self.go(*self.stack.place)
            self.page().land_on(row)
            again = self.page().findChild(QWidget, name) if name else None
            if not was_in_ways:
                (again or self.page().first_focus()).setFocus(Qt.FocusReason.OtherFocusReason)
        self.announcer.say(_("Easy words") if is_easy else _("The usual words"))

    def show_help(self, place: str) -> None:
        """Show the page of help at `place`, over the dialog that is open if there is one."""
        from alongside_ui.help.dialog import HelpDialog

        HelpDialog(QApplication.activeModalWidget() or self, self.actions, place).show()
