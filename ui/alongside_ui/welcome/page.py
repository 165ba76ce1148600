"""The first ten minutes: organisation, one group with a pay policy, people; then a meeting."""

from typing import ClassVar

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLabel, QWidget

from alongside.domain.change import Change, Kind
from alongside.i18n import _, ngettext
from alongside_ui.desk import Desk
from alongside_ui.theme import MEDIUM
from alongside_ui.widgets.button import Button
from alongside_ui.widgets.headings import Heading
from alongside_ui.widgets.page import Page


class WelcomePage(Page):
    """Four steps, each saying whether it is done; each opens the dialog that does it."""

    kinds: ClassVar = frozenset({Kind.ORGANISATION, Kind.GROUP, Kind.PERSON, Kind.MEETING})
    help = "getting-started"

    def __init__(self, desk: Desk) -> None:
        super().__init__(
            desk, _("Welcome"),
            _("Four steps, about ten minutes. You can stop after any of them and come back."),
            easy=_("Do these four steps. You can stop and come back."),
        )  # fmt: skip
        self.add_row(self.tick("easy_words", _("Easy words")),
                     QLabel(_("Short words with pictures, on every page.")))  # fmt: skip
        self._states: dict[str, QLabel] = {}
        self._is_waiting = False
        self.operations.changed.connect(self._come_back)
        self._buttons: dict[str, Button] = {}
        self._step("organisation", _("1. Your organisation"),
                   _("Its name and address head every claim form."),
                   _("Organisation…"), "settings", "correct")  # fmt: skip
        self._step("group", _("2. A group and how it is paid"),
                   _("Who is asked, by whom, and the pay policy to start from."),
                   _("Add a group…"), "groups", "add")  # fmt: skip
        self._step("people", _("3. People"),
                   _("Name, how to reach them, what they require, how they choose to be paid."),
                   _("Add a person…"), "people", "add",
                   also=(_("Import people…"), "import_people"))  # fmt: skip
        self._step("meeting", _("4. The first meeting"),
                   _("The members of the group are invited by themselves."),
                   _("Add a meeting…"), "meetings", "add")  # fmt: skip
        self.body.addStretch(1)

    def refresh(self) -> None:
        """Say which steps are done."""
        organisation = self.office.organisation.find()
        groups, people = self.office.groups.list_(), self.office.people.list_()
        meetings = self.office.meetings.next(1) or self.office.meetings.list_()
        paid = sum(bool(group.policy) for group in groups)
        self._show("organisation", organisation.name if organisation else "")
        self._show("group", groups[0].name if paid else "")
        self._show("people", ngettext("{n} person", "{n} people", len(people)).format(
            n=len(people)) if people else "")  # fmt: skip
        self._show("meeting", meetings[0].group if meetings else "")

    def first_focus(self) -> QWidget:
        """Start at the first step that is not done."""
        for name, state in self._states.items():
            if not state.property("is_done"):
                return self._buttons[name]
        return self._buttons["organisation"]

    def _step(
        self, name: str, title: str, why: str, words: str, place: str, command: str,
        also: tuple[str, str] | None = None,
    ) -> None:  # fmt: skip
        self.body.addSpacing(MEDIUM)
        self.body.addWidget(Heading(title))
        state = QLabel()
        self._states[name] = state
        sentence = QLabel(why)
        sentence.setWordWrap(True)
        self.body.addWidget(sentence)
        buttons = []
        for each, leads_to in ((words, command), *([also] if also else [])):
            button = Button(self.letters.give(each))
            button.clicked.connect(lambda _is, to=leads_to: self._leave(place, to))
            buttons.append(button)
        self._buttons[name] = buttons[0]
        self.add_row(*buttons, state)

    def _leave(self, place: str, command: str) -> None:
        self._is_waiting = True
        self.asked.emit(place, None, command)

    def _come_back(self, change: Change) -> None:
        """Return here when a step was done, to see what is next."""
        if self._is_waiting and change.kinds & self.kinds:
            self._is_waiting = False
            QTimer.singleShot(0, lambda: self.asked.emit("welcome", None, ""))

    def _show(self, name: str, found: str) -> None:
        words = _("Done: {what}").format(what=found) if found else _("Not done yet")
        self._states[name].setText(words)
        self._states[name].setProperty("is_done", bool(found))
        self._buttons[name].setAccessibleDescription(words)
