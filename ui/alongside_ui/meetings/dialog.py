"""Dialogs of meetings: add or correct one, repeat it, invite people, cancel it."""

from datetime import time
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidgetItem, QWidget

from alongside.domain.change import Change
from alongside.domain.dates import say_date
from alongside.domain.errors import UserError
from alongside.domain.meetings import ActivityKind
from alongside.i18n import _
from alongside.services.meetings import (
    AddMeeting,
    CancelMeeting,
    CorrectMeeting,
    Every,
    Invite,
    MeetingDetails,
    MeetingRow,
    RepeatMeeting,
)
from alongside_ui.operations import Operations
from alongside_ui.widgets.dialog import FormDialog, Verb
from alongside_ui.widgets.fields import needed
from alongside_ui.widgets.word_list import WordList


class MeetingDialog(FormDialog):
    """Everything about one meeting. A new one invites the group's members by itself."""

    help = "meetings"
    made = Signal(object)
    """The id of a meeting that was added."""

    def __init__(self, operations: Operations, parent: QWidget, meeting: MeetingRow | None) -> None:
        super().__init__(
            operations, parent,
            _("Correct the meeting") if meeting else _("Add a meeting"),
            "" if meeting else _("The group’s members of that day are invited by themselves."),
        )  # fmt: skip
        self._meeting = meeting
        known = meeting.details if meeting else None
        groups = [(g.id, g.name) for g in operations.office.groups.list_()]
        group_id = known.group_id if known else None
        self.form.choice("group_id", _("Group"), groups, group_id)
        self.form.date("day", _("Day"), known.day if known else None, is_wanted=True)
        start, end = (known.start, known.end) if known else (time(13), time(15, 30))
        self.form.time("start", _("Starts at"), start, is_wanted=True)
        self.form.time("end", _("Ends at"), end, is_wanted=True)
        kinds = [(kind, kind.words) for kind in ActivityKind]
        self.form.choice("kind", _("What it is"), kinds, known.kind if known else None,
                         _("The pay policy may pay each differently"))  # fmt: skip
        self.form.text("title", _("Title, if it has one"), known.title if known else "")
        self.form.text("place", _("Place"), known.place if known else "")
        self.form.tick("is_online", _("People can join online"),
                       value=known.is_online if known else False)  # fmt: skip

    def collect(self, values: dict[str, Any]) -> tuple[Verb, Any]:
        """Ask for the meeting to be added or corrected."""
        details = MeetingDetails(**values)
        meetings = self.operations.office.meetings
        if self._meeting:
            return meetings.correct, CorrectMeeting(self._meeting.id, details)
        return meetings.add, AddMeeting(details)

    def saved(self, result: Change) -> None:
        """Tell where the new meeting is, and close."""
        if not self._meeting:
            self.made.emit(result.id)
        super().saved(result)


class RepeatDialog(FormDialog):
    """The same meeting again and again, up to a day."""

    help = "meetings#repeat"

    def __init__(self, operations: Operations, parent: QWidget, meeting: MeetingRow) -> None:
        super().__init__(
            operations, parent, _("Repeat the meeting"),
            _("{group}, {day}, {when}. Each new one invites the members of its own day.").format(
                group=meeting.group, day=say_date(meeting.day), when=meeting.when),
            _("Add the meetings"),
        )  # fmt: skip
        self._meeting = meeting
        every = [(each, each.words) for each in Every]
        self.form.choice("every", _("How often"), every, Every.MONTH_SAME_WEEKDAY)
        self.form.date("until", _("Up to and including"), is_wanted=True)

    def collect(self, values: dict[str, Any]) -> tuple[Verb, Any]:
        """Ask for the meetings."""
        return self.operations.office.meetings.repeat, RepeatMeeting(self._meeting.id, **values)


class CancelDialog(FormDialog):
    """Cancel a meeting, with the reason that people will ask for."""

    help = "meetings#cancel"

    def __init__(self, operations: Operations, parent: QWidget, meeting: MeetingRow) -> None:
        super().__init__(
            operations, parent, _("Cancel the meeting"),
            _("{group}, {day}. Everybody not yet marked is marked “meeting cancelled”, and the "
              "policy decides whether that is paid.").format(
                group=meeting.group, day=say_date(meeting.day)),
            _("Cancel the meeting"),
        )  # fmt: skip
        self._meeting = meeting
        self.form.text("reason", _("Why it is cancelled"), "", needed())

    def collect(self, values: dict[str, Any]) -> tuple[Verb, Any]:
        """Ask for the cancellation."""
        return self.operations.office.meetings.cancel, CancelMeeting(self._meeting.id, **values)


class InviteDialog(FormDialog):
    """Put more people on the register: a list to tick, with Space."""

    help = "meetings#invite"

    def __init__(self, operations: Operations, parent: QWidget, meeting: MeetingRow) -> None:
        super().__init__(
            operations, parent, _("Invite more people"),
            _("{group}, {day}. Space ticks a person.").format(
                group=meeting.group, day=say_date(meeting.day)),
            _("Invite"),
        )  # fmt: skip
        self._meeting = meeting
        there = {row.person_id for row in operations.office.attendance.list_for(meeting.id).rows}
        self._list = WordList(_("People to invite"))
        self._list.setMinimumHeight(8 * self.fontMetrics().lineSpacing())
        for person in operations.office.people.list_(is_active_only=True):
            if person.id not in there:
                words = f"{person.name}, {person.groups}" if person.groups else person.name
                item = QListWidgetItem(words)
                item.setData(Qt.ItemDataRole.UserRole, person.id)
                item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
                item.setCheckState(Qt.CheckState.Unchecked)
                self._say(item)
                self._list.addItem(item)
        self._list.setCurrentRow(0)
        self._list.itemChanged.connect(self._say)
        self.form.custom("person_ids", _("People not on the register"), self._list, self._ticked,
                         needed(_("Space ticks.")))  # fmt: skip

    def collect(self, values: dict[str, Any]) -> tuple[Verb, Any]:
        """Ask for the people ticked to be invited."""
        if not values["person_ids"]:
            raise UserError("person_ids", _("Tick at least one person, with Space."))
        return self.operations.office.meetings.invite, Invite(self._meeting.id, **values)

    def _ticked(self) -> tuple[Any, ...]:
        items = (self._list.item(row) for row in range(self._list.count()))
        return tuple(
            item.data(Qt.ItemDataRole.UserRole)
            for item in items
            if item.checkState() == Qt.CheckState.Checked
        )

    def _say(self, item: QListWidgetItem) -> None:
        """Put the tick into words: a screen reader is not told of it otherwise."""
        is_ticked = item.checkState() == Qt.CheckState.Checked
        spoken = _("{name}, ticked") if is_ticked else _("{name}, not ticked")
        words = spoken.format(name=item.text())
        if item.data(Qt.ItemDataRole.AccessibleTextRole) != words:
            item.setData(Qt.ItemDataRole.AccessibleTextRole, words)
