"""The frame: menus, the ways through on the left, the page on the right, what was done below."""

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QContextMenuEvent, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLabel,
    QMainWindow,
    QMenu,
    QWidget,
)

from alongside.domain.change import Change
from alongside.i18n import _
from alongside_ui.announce import Announcer
from alongside_ui.desk import Desk
from alongside_ui.help.place import help_for
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

    def __init__(self, preferences: Preferences) -> None:
        super().__init__()
        self.preferences = preferences
        self.has_office = False
        self.operations = Operations(self)
        self.actions = Actions(self, preferences.settings.shortcuts)
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
        self.announcer = Announcer()
        self._whose, self._who = QLabel(), QLabel()
        self.statusBar().setSizeGripEnabled(False)
        self.statusBar().addWidget(self.announcer, 1)
        self.statusBar().addPermanentWidget(self._whose)
        self.statusBar().addPermanentWidget(self._who)
        self.ways.chosen.connect(self.go)
        self.ways.entered.connect(self._into_page)
        preferences.look.changed.connect(self._look_anew)
        self.actions.answer_always(
            {"quit": self._quit, "menu": self._to_menus}
            | {"larger": lambda: self._step_text(1), "smaller": lambda: self._step_text(-1)}
            | {"usual_size": lambda: self._step_text(0)}
            | {"help": lambda: self.show_help(help_for(QApplication.focusWidget() or self.page()))}
            | {"palette": self._ask_what, "shortcuts": self._show_shortcuts}
            | {"help_index": lambda: self.show_help("index")}
            | {"keyboard": lambda: self.show_help("keyboard")}
        )
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
        self.actions.answer_always(
            {"undo": self._undo, "redo": self._redo, "refresh": self._read_again}
            | {"who": self._ask_who}
            | {"back": self._back, "next_pane": self._next_pane, "previous_pane": self._next_pane}
            | {"next_page": lambda: self.ways.step(1), "previous_page": lambda: self.ways.step(-1)}
        )
        self.ways.fill()
        self._fold()
        self._show_state()
        self.go("today" if office.organisation.find() else "welcome")
        self.opened.emit()
        if self.preferences.settings.is_shared and not office.is_demo:
            self._ask_who()

    def close_office(self) -> None:
        """Close the records and forget their pages."""
        self.operations.close()
        self.stack.forget()
        self.actions.answer({})
        self.ways.hide()
        self.has_office = False
        self.operations = Operations(self)

    def go(self, name: str, subject: Any = None, command: str = "") -> None:
        """Show a page, about `subject`, and do `command` there."""
        page = self.stack.show_page(name, subject, self._make_page)
        self.actions.answer(page.answers())
        self.setWindowTitle(_("{page} – Alongside").format(page=page.title.text()))
        self.ways.show_page(name)
        if not self.ways.hasFocus():
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
        self._whose.setVisible(not is_narrow)
        self._who.setVisible(not is_narrow)
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
        """Finish what is under way, and let the records go."""
        self.operations.close()
        super().closeEvent(event)

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
        undo, redo = _("Undo: {words}"), _("Do again: {words}")
        self.actions.reword("undo", undo.format(words=steps.undo) if steps.undo else _("Undo"))
        self.actions.reword("redo", redo.format(words=steps.redo) if steps.redo else _("Do again"))
        details = office.organisation.find()
        name = details.name if details else office.path.name
        whose = _("{name} (demo: nothing is kept)") if office.is_demo else "{name}"
        self._whose.setText(whose.format(name=name))
        self._who.setText(office.who)
        self._who.setAccessibleName(_("At the keyboard: {who}").format(who=office.who))

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

    def _to_menus(self) -> None:
        self.menuBar().setFocus()
        self.menuBar().setActiveAction(self.menuBar().actions()[0])

    def _ask_who(self) -> None:
        from alongside_ui.settings.who_dialog import WhoDialog

        desk = Desk(self.operations, self.actions, self.preferences)
        WhoDialog(desk, self).start()

    def _ask_what(self) -> None:
        from alongside_ui.palette.dialog import PaletteDialog

        PaletteDialog(self, self.actions, self.actions.perform).open()

    def _show_shortcuts(self) -> None:
        from alongside_ui.shortcuts.dialog import ShortcutsDialog

        ShortcutsDialog(self, self.actions, self.preferences).open()

    def _quit(self) -> None:
        self.close()

    def _look_anew(self) -> None:
        if self.has_office:
            self.ways.fill()
            self._fold()

    def _step_text(self, by: int) -> None:
        size = self.preferences.step_text(by)
        self.announcer.say(_("Text at {size} per cent").format(size=size))

    def show_help(self, place: str) -> None:
        """Show the page of help at `place`, over the dialog that is open if there is one."""
        from alongside_ui.help.dialog import HelpDialog

        HelpDialog(QApplication.activeModalWidget() or self, self.actions, place).show()
