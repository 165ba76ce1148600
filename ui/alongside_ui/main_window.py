"""The frame: menus, the ways through on the left, the page on the right, what was done below."""

from typing import Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QMainWindow,
    QScrollArea,
    QStackedWidget,
    QWidget,
)

from alongside.domain.change import Change
from alongside.i18n import _
from alongside_ui import errors
from alongside_ui.actions import Actions
from alongside_ui.announce import Announcer
from alongside_ui.desk import Desk
from alongside_ui.icons import icon
from alongside_ui.operations import Operations
from alongside_ui.preferences import Preferences
from alongside_ui.theme import HUGE, LARGE, SMALL
from alongside_ui.widgets.mnemonics import without_mnemonic

WAYS = ("today", "meetings", "people", "groups", "claims", "history", "settings")
"""The pages on the left, each with a command and an icon of the same name."""

_WITHIN = {"register": "meetings", "claim": "claims", "welcome": "today"}
"""Pages that are reached from one on the left, and stand under it."""


class MainWindow(QMainWindow):
    """One window. Pages are made when they are first wanted."""

    opened = Signal()
    """Records are open and the first page shows them."""

    def __init__(self, preferences: Preferences) -> None:
        super().__init__()
        self.preferences = preferences
        self.has_office = False
        self.operations = Operations(self)
        self.actions = Actions(self)
        self.pages: dict[str, Any] = {}
        self._trail: list[tuple[str, Any]] = []
        self.setWindowTitle(_("Alongside"))
        self.actions.fill_menus(self.menuBar())
        self._ways = QListWidget()
        self._ways.setObjectName("ways")
        self._ways.setAccessibleName(_("Ways through"))
        self._ways.hide()
        self._stack = QStackedWidget()
        middle = QWidget()
        row = QHBoxLayout(middle)
        row.setContentsMargins(SMALL, 0, 0, 0)
        row.addWidget(self._ways)
        row.addWidget(self._stack, 1)
        self.setCentralWidget(middle)
        self.announcer = Announcer()
        self._whose = QLabel()
        self.statusBar().setSizeGripEnabled(False)
        self.statusBar().addWidget(self.announcer, 1)
        self.statusBar().addPermanentWidget(self._whose)
        self._ways.currentRowChanged.connect(self._go_way)
        self._ways.itemActivated.connect(lambda _item: self.page().first_focus().setFocus())
        self.actions.answer_always(
            {"quit": lambda: (self.close(), None)[1], "menu": self._to_menus}
            | {"help": self._help, "help_index": self._help_index, "keyboard": self._keyboard}
            | {"larger": lambda: self._step_text(1), "smaller": lambda: self._step_text(-1)}
            | {"usual_size": self._usual_text}
        )
        room = self.screen().availableSize()
        self.resize(min(1180, room.width() - LARGE), min(780, room.height() - 2 * HUGE))

    def page(self) -> Any:
        """Return the page that is shown."""
        shown = self._stack.currentWidget()
        return shown.widget() if isinstance(shown, QScrollArea) else shown

    def show_doorway(self, doorway: QWidget) -> None:
        """Show what there is to see while no records are open."""
        if self._stack.indexOf(doorway) < 0:
            self._stack.addWidget(doorway)
        self._stack.setCurrentWidget(doorway)

    def show_office(self, office: Any) -> None:
        """Show open records: today first, or the welcome while nothing is set up."""
        from alongside_ui.pages import make_page  # services and database come after the window

        self.has_office = True
        self.operations.office = office
        desk = Desk(self.operations, self.actions, self.preferences)
        self._make = lambda name: make_page(name, desk)
        self.operations.changed.connect(self._changed)
        self.operations.said.connect(
            lambda words, is_spoken: self.announcer.say(words, is_spoken=is_spoken)
        )
        self.actions.answer_always({name: lambda each=name: self.go(each) for name in WAYS})
        self.actions.answer_always(
            {"undo": self._undo, "redo": self._redo, "refresh": self._read_again}
            | {"back": self._back, "next_pane": self._next_pane, "previous_pane": self._next_pane}
        )
        self._fill_ways()
        self._show_steps()
        self._show_whose()
        self.go("today" if office.organisation.find() else "welcome")
        self.opened.emit()

    def close_office(self) -> None:
        """Close the records and forget their pages."""
        self.operations.close()
        for page in self.pages.values():
            around = _around(page)
            self._stack.removeWidget(around)
            around.deleteLater()
        self.pages.clear()
        self._trail.clear()
        self.actions.answer({})
        self._ways.hide()
        self.has_office = False
        self.operations = Operations(self)

    def go(self, name: str, subject: Any = None, command: str = "") -> None:
        """Show a page, about `subject`, and do `command` there."""
        if name not in self.pages:
            page = self._make(name)
            page.asked.connect(self.go)
            self.pages[name] = page
            self._stack.addWidget(_scrolling(page))
        page = self.pages[name]
        if not self._trail or self._trail[-1] != (name, subject):
            self._trail = [*self._trail[-20:], (name, subject)]
        if subject is not None:
            page.show_subject(subject)
        if page.is_stale or subject is not None:
            self._refresh(page)
        self._stack.setCurrentWidget(_around(page))
        self.actions.answer(page.answers())
        self.setWindowTitle(_("{page} – Alongside").format(page=page.title.text()))
        self._ways.blockSignals(True)
        self._ways.setCurrentRow(WAYS.index(_WITHIN.get(name, name)))
        self._ways.blockSignals(False)
        if not self._ways.hasFocus():
            page.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)
        if command:
            self.actions.perform(command)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Finish what is under way, and let the records go."""
        self.operations.close()
        super().closeEvent(event)

    def _fill_ways(self) -> None:
        self._ways.clear()
        height = round(self.fontMetrics().height() * 1.2)
        self._ways.setIconSize(QSize(height, height))
        colour = self.palette().windowText().color().name()
        for name in WAYS:
            words = without_mnemonic(self.actions[name].text())
            self._ways.addItem(QListWidgetItem(icon(name, colour), words))
        self._ways.setFixedWidth(self._ways.sizeHintForColumn(0) + LARGE)
        self._ways.show()

    def _go_way(self, row: int) -> None:
        if row >= 0:
            self.go(WAYS[row])

    def _changed(self, change: Change) -> None:
        for page in self.pages.values():
            if page.kinds & change.kinds:
                page.is_stale = True
        if self.has_office and self.page().is_stale:
            self._refresh(self.page())
        self._show_steps()
        self._show_whose()

    def _refresh(self, page: Any) -> None:
        page.is_stale = False
        page.refresh()

    def _show_steps(self) -> None:
        steps = self.operations.office.history.steps()
        undo, redo = _("Undo: {words}"), _("Do again: {words}")
        self.actions.reword("undo", undo.format(words=steps.undo) if steps.undo else _("Undo"))
        self.actions.reword("redo", redo.format(words=steps.redo) if steps.redo else _("Do again"))

    def _show_whose(self) -> None:
        details = self.operations.office.organisation.find()
        name = details.name if details else self.operations.office.path.name
        is_demo = self.operations.office.is_demo
        self._whose.setText(
            _("{name} (demo: nothing is kept)").format(name=name) if is_demo else name
        )

    def _undo(self) -> None:
        self.operations.run(self.operations.office.history.undo, None)

    def _redo(self) -> None:
        self.operations.run(self.operations.office.history.redo, None)

    def _read_again(self) -> None:
        self._refresh(self.page())
        self.operations.say(_("Read again"))

    def _back(self) -> None:
        if len(self._trail) > 1:
            self._trail.pop()
            self.go(*self._trail[-1])

    def _next_pane(self) -> None:
        if self._ways.hasFocus():
            self.page().first_focus().setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._ways.setFocus(Qt.FocusReason.OtherFocusReason)

    def _to_menus(self) -> None:
        self.menuBar().setFocus()
        self.menuBar().setActiveAction(self.menuBar().actions()[0])

    def _step_text(self, by: int) -> None:
        size = self.preferences.step_text(by)
        self._after_text(size)

    def _usual_text(self) -> None:
        self.preferences.change(text_size=100)
        self._after_text(100)

    def _after_text(self, size: int) -> None:
        if self.has_office:
            self._fill_ways()
        self.announcer.say(_("Text at {size} per cent").format(size=size))

    def _help(self) -> None:
        self._show_help(getattr(QApplication.activeWindow(), "help", "") or
                        getattr(self.page(), "help", "index"))  # fmt: skip

    def _help_index(self) -> None:
        self._show_help("index")

    def _keyboard(self) -> None:
        self._show_help("keyboard")

    def _show_help(self, place: str) -> None:
        from alongside_ui.help.dialog import HelpDialog

        try:
            HelpDialog(QApplication.activeWindow() or self, self.actions, place).show()
        except OSError as error:
            errors.show(error, self)


def _scrolling(page: QWidget) -> QScrollArea:
    """Return `page` in something that scrolls when large text needs more room than there is."""
    around = QScrollArea()
    around.setWidgetResizable(True)
    around.setFrameShape(QFrame.Shape.NoFrame)
    around.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    around.setWidget(page)
    return around


def _around(page: QWidget) -> QScrollArea:
    around = page.parentWidget().parentWidget()
    assert isinstance(around, QScrollArea)
    return around
