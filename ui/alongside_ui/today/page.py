"""What needs doing next: meetings, registers not finished, claims waiting."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import ClassVar

from PySide6.QtWidgets import QWidget

from alongside.domain.change import Kind
from alongside.domain.claims import ClaimState
from alongside.domain.dates import say_date, say_day
from alongside.i18n import _, ngettext
from alongside.services.meetings import MeetingRow
from alongside_ui.actions import Easy
from alongside_ui.desk import Desk
from alongside_ui.widgets.page import Page
from alongside_ui.widgets.rows import Column
from alongside_ui.widgets.table import Table
from alongside_ui.window_actions import Handler

_DAYS_BACK = 60


@dataclass(frozen=True, slots=True)
class Due:
    """One thing to do: what kind, what about, the state of it, and where it is done."""

    id: str
    what: str
    about: str
    state: str
    place: str
    subject: object
    picture: str
    command: str = ""


class TodayPage(Page):
    """One list; Enter goes to where the thing is done."""

    kinds: ClassVar = frozenset({Kind.MEETING, Kind.ATTENDANCE, Kind.CLAIM, Kind.GROUP,
                                Kind.PERSON, Kind.BACKUP})  # fmt: skip
    help = "today"

    def __init__(self, desk: Desk) -> None:
        today = say_day(desk.operations.office.now().date())
        super().__init__(desk, _("Today, {day}").format(day=today), _("What needs doing next."),
                         easy=_("See what to do next."))  # fmt: skip
        self.table: Table[Due] = Table(
            _("What needs doing"),
            [
                Column(_("What"), lambda due: due.what,
                       lambda due: f"{due.what}: {due.about}, {due.state}", is_whole=True,
                       picture=lambda due: desk.picture(due.picture)),
                Column(_("About"), lambda due: due.about),
                Column(_("How it stands"), lambda due: due.state),
            ],
            empty=_("Nothing is due. Add a meeting on the Meetings page, Ctrl+2."),
        )  # fmt: skip
        self.table.opened.connect(self._open)
        self.body.addWidget(self.table, 1)
        self.add_buttons([("correct", _("Open"), Easy(_("Open"), "open"))])

    def answers(self) -> dict[str, Handler]:
        """Answer Open, with what the list is on; and the register of a meeting in it."""
        return {"correct": self._open_current, "register": self._open_current}

    def refresh(self) -> None:
        """Look again at what is due."""
        today = self.office.now().date()
        next_ones = self.office.meetings.next()
        past = self.office.meetings.list_(first=today - timedelta(days=_DAYS_BACK), last=today)
        unfinished = [m for m in past if m.day < today and m.marked < m.invited]
        coming = [_meeting(m, _("Today") if m.day == today else _("Coming"))
                  for m in next_ones]  # fmt: skip
        self.table.set_rows(
            [
                *self._setting_up(),
                *coming,
                *(
                    _meeting(m, self.desk.words(_("Register to finish"), easy=_("Say who came")))
                    for m in unfinished
                ),
                *self._claims(),
                *self._agreements(),
                *self._backups(),
            ]
        )

    def first_focus(self) -> QWidget:
        """Start in the list."""
        return self.table

    def _setting_up(self) -> Sequence[Due]:
        if self.office.organisation.find() and any(g.members for g in self.office.groups.list_()):
            return ()
        how = self.desk.words(_("not all of organisation, group and members are there yet"),
                              easy=_("not done yet"))  # fmt: skip
        return (
            Due(
                "welcome",
                _("Setting up"),
                _("The first ten minutes"),
                how,
                "welcome",
                None,
                "today",
            ),
        )

    def _claims(self) -> Sequence[Due]:
        drafts = self.office.claims.count_drafts()
        if not drafts:
            return ()
        words = ngettext("{n} draft", "{n} drafts", drafts).format(n=drafts)
        how = self.desk.words(_("to be looked through, issued and printed"), easy=_("to check"))
        return (Due("claims", _("Claims"), words, how, "claims", ClaimState.DRAFT, "claims"),)

    def _agreements(self) -> Sequence[Due]:
        return [
            Due(
                f"agreement:{row.id}", _("Agreement to renew"), f"{row.person}: {row.words}",
                (_("ended on {day}") if row.is_over else _("ends on {day}")).format(day=row.until),
                "people", row.person_id, "usual-costs", "usual_costs",
            )
            for row in self.office.usual_costs.ending()
        ]  # fmt: skip

    def _backups(self) -> Sequence[Due]:
        state = self.office.backups.latest
        if state is None or not state.advice:
            return ()
        return (Due("backups", _("Backups"), state.words, state.advice, "settings", None,
                    "settings"),)  # fmt: skip

    def _open_current(self) -> None:
        if self.table.current:
            self._open(self.table.current)

    def _open(self, due: Due) -> None:
        self.asked.emit(due.place, due.subject, due.command)


def _meeting(meeting: MeetingRow, what: str) -> Due:
    about = f"{meeting.group}, {say_date(meeting.day)}, {meeting.when}"
    if meeting.where:
        about = f"{about}, {meeting.where}"
    if not meeting.invited:
        state = _("nobody is invited yet")
    elif meeting.marked:
        state = _("{marked} of {invited} marked").format(
            marked=meeting.marked, invited=meeting.invited
        )
    else:
        state = ngettext("{n} person invited", "{n} people invited", meeting.invited).format(
            n=meeting.invited
        )
    return Due(f"meeting:{meeting.id}", what, about, state, "register", meeting.id, "meetings")
