"""What a policy asks of somebody's day beside the mark: the way, the time away, the nights."""

from dataclasses import dataclass
from datetime import date, time
from uuid import UUID

from alongside.domain.asks import Asks, asks_for
from alongside.domain.dates import say_minutes, say_time
from alongside.domain.errors import UserError
from alongside.domain.meetings import Role, State
from alongside.i18n import _, ngettext
from alongside.services.policies import rules_of
from alongside.store.tables import Attendance

MOST_MINUTES = 24 * 60
"""More than a day of preparation or of travel for one meeting is a slip of the finger."""
MOST_NIGHTS = 30


@dataclass(frozen=True, slots=True)
class CorrectAttendance:
    """Ask for everything about one person on a register to be as given here.

    `travel_minutes` are there and back, None for as usual; `night_region` is one that the policy
    names. What is not known is None, 0 or "".
    """

    id: UUID
    state: State
    role: Role
    arrived: time | None = None
    left: time | None = None
    cancelled_on: date | None = None
    preparation_minutes: int = 0
    supporter: str = ""
    travel_minutes: int | None = None
    left_home: time | None = None
    came_home: time | None = None
    nights: int = 0
    night_region: str = ""


@dataclass(frozen=True, slots=True)
class DayFacts:
    """What the group's policy `asks` of a day, and what is known of it.

    `travel_minutes` None leaves it at the person's `usual_travel`.
    """

    asks: Asks
    usual_travel: int
    travel_minutes: int | None
    left_home: time | None
    came_home: time | None
    nights: int
    night_region: str


def day_facts(attendance: Attendance) -> DayFacts:
    """Return what is asked and known of one line of a register."""
    policy = attendance.meeting.group.policy
    return DayFacts(
        asks_for(rules_of(policy.text), attendance.meeting.day) if policy else Asks(),
        attendance.person.travel_minutes, attendance.travel_minutes, attendance.left_home,
        attendance.came_home, attendance.nights, attendance.night_region,
    )  # fmt: skip


def put_day(attendance: Attendance, request: CorrectAttendance) -> tuple[list[str], bool]:
    """Put all but the mark on a line of a register; return what is new, and whether pay asks it.

    Raise UserError for lengths and times that cannot be.
    """
    _check(request)
    said, is_for_pay = [], False
    for column in _FOR_PAY:
        value = getattr(request, column)
        if getattr(attendance, column) != value:
            setattr(attendance, column, value)
            is_for_pay = True
            said.append(_said(column, request))
    if attendance.supporter != request.supporter.strip():
        attendance.supporter = request.supporter.strip()
        said.append(_("with {supporter}").format(supporter=attendance.supporter or _("nobody")))
    return list(filter(None, said)), is_for_pay


_FOR_PAY = ("role", "preparation_minutes", "travel_minutes", "left_home", "came_home", "nights",
            "night_region")  # fmt: skip


def _said(column: str, request: CorrectAttendance) -> str:
    match column:
        case "role":
            return request.role.words
        case "preparation_minutes":
            return _("preparation {length}").format(length=say_minutes(request.preparation_minutes))
        case "travel_minutes":
            length = say_minutes(request.travel_minutes or 0)
            return _("{length} on the way").format(length=length)
        case "left_home" if request.left_home:
            return _("left home at {time}").format(time=say_time(request.left_home))
        case "came_home" if request.came_home:
            return _("came home at {time}").format(time=say_time(request.came_home))
        case "nights":
            words = ngettext("{n} night away", "{n} nights away", request.nights)
            return words.format(n=request.nights)
        case _:
            return request.night_region if column == "night_region" else ""


def _check(request: CorrectAttendance) -> None:
    if not 0 <= request.preparation_minutes <= MOST_MINUTES:
        raise UserError("preparation_minutes", _("Preparation is between nothing and 24 hours."))
    if not 0 <= (request.travel_minutes or 0) <= MOST_MINUTES:
        raise UserError("travel_minutes", _("The way is between nothing and 24 hours."))
    if not 0 <= request.nights <= MOST_NIGHTS:
        raise UserError("nights", _("Nights are between 0 and {most}.").format(most=MOST_NIGHTS))
    left, back = request.left_home, request.came_home
    if left and back and not request.nights and back <= left:
        raise UserError("came_home", _("They cannot come home before they left it."))
