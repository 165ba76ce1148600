"""Meetings: what is planned, what has been, and what can be done with each."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any, ClassVar
from uuid import UUID

from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QComboBox, QWidget

from alongside.domain.change import Kind
from alongside.domain.dates import say_date
from alongside.i18n import _
from alongside.services.history_wanted import Record
from alongside.services.meetings import MeetingRow
from alongside_ui.actions import Easy
from alongside_ui.desk import Desk
from alongside_ui.meetings.dialog import (
    CancelDialog,
    InviteDialog,
    MeetingDialog,
    RepeatDialog,
)
from alongside_ui.meetings.papers_dialog import MeetingPapersDialog
from alongside_ui.widgets.dialog import ask
from alongside_ui.widgets.page import Page
from alongside_ui.widgets.rows import Column
from alongside_ui.widgets.table import Table
from alongside_ui.window_actions import Handler

_YEAR = timedelta(days=366)


class MeetingsPage(Page):
    """A list of meetings, the latest first; Enter opens the register."""

    kinds: ClassVar = frozenset({Kind.MEETING, Kind.ATTENDANCE, Kind.GROUP, Kind.CLAIM})
    help = "meetings"

    def __init__(self, desk: Desk) -> None:
        super().__init__(
            desk, _("Meetings"),
            _("Plan a meeting here, and open its register when it is held."),
            easy=_("Plan meetings, and say who came."),
        )  # fmt: skip
        self._wanted: UUID | None = None
        self._group = QComboBox()
        self._when = QComboBox()
        for words, first, last in (
            (_("the last year and all to come"), -_YEAR, None),
            (_("from today on"), timedelta(0), None),
            (_("before today"), None, timedelta(days=-1)),
            (_("every one"), None, None),
        ):
            self._when.addItem(words, (first, last))
        self.add_row(
            self.labelled(desk.words(_("Of"), easy=_("Group")), self._group),
            self.labelled(_("When"), self._when),
        )
        self.table: Table[MeetingRow] = Table(
            _("Meetings"),
            [
                Column(_("Day"), lambda row: say_date(row.day),
                       lambda row: _spoken(row, desk), is_whole=True),
                Column(_("Time"), lambda row: row.when),
                Column(_("Group"), lambda row: row.group, is_whole=True),
                Column(_("What"), lambda row: row.title),
                Column(desk.words(_("Register"), easy=_("Who came")),
                       lambda row: _register(row, desk), picture=lambda row: _picture(row, desk)),
                Column(_("Where"), lambda row: row.where),
            ],
            empty=_("No meetings here. Ctrl+N adds one."),
        )  # fmt: skip
        self.table.opened.connect(lambda row: self.asked.emit("register", row.id, ""))
        self.body.addWidget(self.table, 1)
        self.add_buttons(
            [
                ("register", _("Open the register")),
                ("add", _("Add a meeting…"), Easy(_("Add meeting"), "add")),
                ("correct", _("Correct…"), Easy(_("Change"), "change")),
                ("repeat", _("Repeat…")),
                ("invite", _("Invite…")),
                ("meeting_papers", _("Print papers…")),
                ("cancel_meeting", _("Cancel the meeting…")),
                ("record_history", _("History of this meeting…")),
                ("remove", _("Remove…")),
            ]
        )
        self._group.currentIndexChanged.connect(self._read)
        self._when.currentIndexChanged.connect(self._read)

    def answers(self) -> dict[str, Handler]:
        """Return the commands of this page."""
        return {
            "register": lambda: self._with(lambda m: self.asked.emit("register", m.id, "")),
            "record_history": lambda: self._with(self._history),
            "add": self._add,
            "correct": lambda: self._with(
                lambda m: MeetingDialog(self.operations, self.window(), m).start()
            ),
            "repeat": lambda: self._with(
                lambda m: RepeatDialog(self.operations, self.window(), m).start()
            ),
            "invite": lambda: self._with(
                lambda m: InviteDialog(self.operations, self.window(), m).start()
            ),
            "meeting_papers": self._papers,
            "print": self._papers,
            "cancel_meeting": lambda: self._with(
                lambda m: CancelDialog(self.operations, self.window(), m).start()
            ),
            "remove": lambda: self._with(self._remove),
        }

    def show_subject(self, subject: Any) -> None:
        """Land on the meeting with this id when the list is read."""
        self._wanted = subject

    def refresh(self) -> None:
        """Read groups and meetings again."""
        chosen = self._group.currentData()
        self._group.blockSignals(True)
        self._group.clear()
        self._group.addItem(_("every group"), None)
        for group in self.office.groups.list_():
            self._group.addItem(group.name, group.id)
        self._group.setCurrentIndex(max(0, self._group.findData(chosen)))
        self._group.blockSignals(False)
        self._read()
        self._land_on_wanted()

    def first_focus(self) -> QWidget:
        """Start in the list."""
        return self.table

    def _read(self) -> None:
        today = self.office.now().date()
        first, last = self._when.currentData()
        is_new = not self.table.rows.rows
        self.table.set_rows(
            self.office.meetings.list_(
                group_id=self._group.currentData(),
                first=today + first if first is not None else None,
                last=today + last if last is not None else None,
            )
        )
        if is_new:
            self._land_on_next()

    def _land_on_next(self) -> None:
        today = self.office.now().date()
        coming = [row for row in self.table.rows.rows if row.day >= today]
        if coming:
            self.table.land_on(coming[-1].id)

    def _land_on_wanted(self) -> None:
        """Land on the meeting that was asked for, wherever it is in time."""
        wanted, self._wanted = self._wanted, None
        if wanted is None:
            return
        if wanted not in {row.id for row in self.table.rows.rows}:
            self._group.setCurrentIndex(0)
            self._when.setCurrentIndex(self._when.count() - 1)
        self.table.land_on(wanted)

    def _add(self) -> None:
        if not self.office.groups.list_():
            self.operations.say(_("Add a group first: a meeting belongs to one."))
            self.asked.emit("groups", None, "add")
            return
        dialog = MeetingDialog(self.operations, self.window(), None)
        dialog.made.connect(self._land_on_new)
        dialog.start()

    def _land_on_new(self, meeting_id: object) -> None:
        self.table.land_on(meeting_id)  # type: ignore[arg-type]

    def _papers(self) -> None:
        self._with(lambda m: MeetingPapersDialog(self.desk, self.window(), m).start())

    def _history(self, meeting: MeetingRow) -> None:
        words = f"{meeting.group}, {say_date(meeting.day)}"
        self.asked.emit("history", Record(Kind.MEETING, meeting.id, words), "")

    def _with(self, do: Callable[[MeetingRow], object]) -> None:
        if self.table.current:
            do(self.table.current)
        else:
            self.operations.say(_("Choose a meeting in the list first."))

    def _remove(self, meeting: MeetingRow) -> None:
        ask(
            self.window(),
            _("Remove {group}, {day}?").format(group=meeting.group, day=say_date(meeting.day)),
            _("Remove is for meetings entered by mistake. One that is not held is cancelled."),
            yes=_("Remove"),
            no=_("Keep it"),
            then=lambda: self.operations.run(self.office.meetings.remove, meeting.id),
        )


def _register(row: MeetingRow, desk: Desk) -> str:
    if row.is_cancelled:
        return _("cancelled: {reason}").format(reason=row.cancelled_reason)
    if not row.invited:
        return _("nobody invited")
    if not row.marked:
        return _("{n} invited").format(n=row.invited)
    return desk.words(
        _("{marked} of {invited} marked, {attended} attended"), easy=_("{attended} came")
    ).format(marked=row.marked, invited=row.invited, attended=row.attended)


def _picture(row: MeetingRow, desk: Desk) -> QIcon | None:
    if row.is_cancelled:
        return desk.picture("cancel-meeting")
    return desk.picture("came" if row.marked and row.marked == row.invited else "not-marked")


def _spoken(row: MeetingRow, desk: Desk) -> str:
    return f"{say_date(row.day)}, {row.group}, {row.title}, {_register(row, desk)}"
