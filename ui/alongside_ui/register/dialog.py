"""Dialogs of the register: a time, everything about one person that day, a walk-in."""

from typing import Any
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from alongside.domain.change import Change
from alongside.domain.errors import UserError
from alongside.domain.meetings import Role, State
from alongside.i18n import _
from alongside.services.attendance import AddWalkIn, AttendanceRow, RecordAttendance
from alongside.services.day_facts import CorrectAttendance, DayFacts
from alongside.services.meetings import MeetingRow
from alongside_ui.operations import Operations
from alongside_ui.register.marks import MarkWords
from alongside_ui.widgets.dialog import FormDialog, Verb
from alongside_ui.widgets.fields import needed
from alongside_ui.widgets.person_field import PersonField

_DAY = ("travel_minutes", "left_home", "came_home", "nights", "night_region")
"""What a policy may ask of a day beside the mark."""


class TimeDialog(FormDialog):
    """When somebody came late, or left early: one or two times, and it is marked."""

    help = "register"

    def __init__(
        self, operations: Operations, parent: QWidget, row: AttendanceRow, meeting: MeetingRow,
        *, is_leaving: bool,
    ) -> None:  # fmt: skip
        super().__init__(
            operations, parent,
            _("{name} left early") if is_leaving else _("{name} attended part"),
            _("The meeting is {hours}. An empty time means its start or its end.").format(
                hours=meeting.when),
            _("Mark"),
        )  # fmt: skip
        self.setWindowTitle(self.windowTitle().format(name=row.name))
        self._row = row
        either = needed(_("One of the two, like 13:30"))
        if is_leaving:
            self.form.time("left", _("Left at"), row.left, hint=either)
            self.form.time("arrived", _("Came at"), row.arrived, hint=either)
        else:
            self.form.time("arrived", _("Came at"), row.arrived, hint=either)
            self.form.time("left", _("Left at"), row.left, hint=either)

    def collect(self, values: dict[str, Any]) -> tuple[Verb, Any]:
        """Ask for the mark “attended part” with these times."""
        if not values["arrived"] and not values["left"]:
            raise UserError(
                "left" if self.form.first_field() is self.form["left"] else "arrived",
                _("Type when they came or left. For all of the meeting, mark “attended” with A."),
            )
        request = RecordAttendance(self._row.id, State.ATTENDED_PART, **values)
        return self.operations.office.attendance.record, request


class AttendanceDialog(FormDialog):
    """Everything about one person at this meeting; of the day, only what the policy asks."""

    help = "register#everything-about-one-person"

    def __init__(
        self, operations: Operations, parent: QWidget, row: AttendanceRow, meeting: MeetingRow,
        marks: MarkWords,
    ) -> None:  # fmt: skip
        sentence = _("The meeting is {hours}.").format(hours=meeting.when)
        if row.requires:
            # translators: {what} is what somebody requires, in their own words
            sentence = _("{sentence} Requires: {what}").format(sentence=sentence, what=row.requires)
        super().__init__(operations, parent, row.name, sentence)
        self._row = row
        states = [(state, marks.of(state)) for state in State]
        mark = self.form.choice("state", _("Mark"), states, row.state)
        self.form.time("arrived", _("Came at"), row.arrived)
        self.form.time("left", _("Left at"), row.left)
        self.form.date("cancelled_on", _("Told us on"), row.cancelled_on,
                       hint=_("The day they cancelled; empty means today"))  # fmt: skip
        self.form.choice("role", _("Role today"), [(r, r.words) for r in Role], row.role)
        self.form.length("preparation_minutes", _("Preparation"), row.preparation_minutes)
        self.form.text("supporter", _("Who is with them"), row.supporter,
                       _("A personal assistant or supporter, for example"))  # fmt: skip
        self._known = operations.office.attendance.day(row.id)
        self._asked = self._ask_day(self._known)
        mark.currentIndexChanged.connect(self._show_what_matters)
        self._show_what_matters()

    def collect(self, values: dict[str, Any]) -> tuple[Verb, Any]:
        """Ask for the person's whole entry to be as typed; what was not asked stays."""
        values["preparation_minutes"] = values["preparation_minutes"] or 0
        known = {name: getattr(self._known, name) for name in _DAY if name not in values}
        request = CorrectAttendance(self._row.id, **known, **values)
        return self.operations.office.attendance.correct, request

    def _ask_day(self, known: DayFacts) -> tuple[str, ...]:
        """Add a field for each fact that the policy uses; return their names."""
        asks, form = known.asks, self.form
        if asks.travel:
            usual = known.usual_travel if known.travel_minutes is None else known.travel_minutes
            form.length("travel_minutes", _("Time on the way"), usual,
                        _("There and back, in hours, like 1.5 or 1:30"))  # fmt: skip
        if asks.time_away:
            hint = _("Like 8:30. The policy pays meals by the time away; empty is not known.")
            form.time("left_home", _("Left home at"), known.left_home, hint=hint)
            form.time("came_home", _("Came home at"), known.came_home, hint=hint)
        if asks.nights:
            form.whole("nights", _("Nights away"), known.nights, _("A number; 0 for none"),
                       is_wanted=_("Type how many nights, or 0."))  # fmt: skip
        if asks.regions:
            regions = dict.fromkeys(filter(None, (*asks.regions, known.night_region)))
            choices = [("", _("not known")), *((region, region) for region in regions)]
            form.choice("night_region", _("Where the nights were"), choices, known.night_region)
        return tuple(name for name in _DAY if name in form)

    def _show_what_matters(self) -> None:
        state = list(State)[self.form["state"].currentIndex()]
        among = ("arrived", "left", "cancelled_on", *self._asked)
        shown = {
            State.ATTENDED_PART: ("arrived", "left"),
            State.CANCELLED_LATE: ("cancelled_on",),
        }.get(state, ())
        asked = self._asked if state.is_present else ()
        self.form.show_only(*shown, *asked, among=among)


class WalkInDialog(FormDialog):
    """Somebody who came without being invited: found by name, or new."""

    help = "register#walk-ins"
    added = Signal(object)
    """The id of the new line of the register."""

    def __init__(self, operations: Operations, parent: QWidget, meeting_id: UUID) -> None:
        super().__init__(
            operations, parent, _("Add a walk-in"),
            _("Type the name. Down chooses from who is known; Enter adds. A name nobody has yet "
              "is added as a new person."),
            _("Add"),
        )  # fmt: skip
        self._meeting_id = meeting_id
        self._field = PersonField(operations.office.people.list_, _("Name"))
        self._field.setMinimumHeight(8 * self.fontMetrics().lineSpacing())
        self._field.chosen.connect(lambda _person: self.save())
        self.form.custom("name", _("Name"), self._field, lambda: self._field.text, needed())

    def collect(self, values: dict[str, Any]) -> tuple[Verb, Any]:
        """Ask for the person the list is on; if nobody matches, for a new one."""
        person_id = self._field.id_or_none()
        if not values["name"] and not self._field.list.hasFocus():
            raise UserError("name", _("Type the person’s name."))
        request = AddWalkIn(self._meeting_id, person_id, "" if person_id else values["name"])
        return self.operations.office.attendance.add_walk_in, request

    def saved(self, result: Change) -> None:
        """Tell where the new line is, and close."""
        self.added.emit(result.id)
        super().saved(result)
