"""Makes what a test needs in one line each: people, a group with its policy, a marked register."""

from datetime import date, time
from pathlib import Path
from uuid import UUID

from alongside.domain.claims import Category
from alongside.domain.meetings import Role, State
from alongside.domain.money import Money
from alongside.domain.search import plain
from alongside.doors import Doors
from alongside.office import Office
from alongside.services.attendance import RecordAttendance
from alongside.services.bank_details import BankAccount
from alongside.services.claim_rows import ClaimRecord, ClaimRow
from alongside.services.claims import IssueClaims
from alongside.services.groups import GroupDetails
from alongside.services.meetings import AddMeeting, MeetingDetails
from alongside.services.members import MemberDetails
from alongside.services.people import PersonDetails
from alongside.services.usual_costs import AddUsualCost, UsualCostDetails
from alongside.store.tables import Person

MAY_9 = date(2026, 5, 9)
POLICY = """\
name = "Half day £75"
summary = "£75 under 4 hours, £150 for more; half of it if someone cancels within 2 days."

[[fee]]
from = 2020-01-01
shape = "half_and_full_day"
half = "75.00"
full = "150.00"
hours = "4:00"

[[preparation]]
from = 2020-01-01
rate = "10.00"
most_hours = "2"

[[cancellation]]
from = 2020-01-01
by = "person"
days = 2
percent = 50

[[cancellation]]
from = 2020-01-01
by = "organisation"
days = 7
percent = 100

[[mileage]]
from = 2020-01-01
car = "0.45"
car_over_10000 = "0.25"
motorcycle = "0.24"
bicycle = "0.20"
passenger = "0.05"
"""


CAR_RATE_OF_2026 = f"""{POLICY}
[[mileage]]
from = 2026-04-06
car = "0.55"
car_over_10000 = "0.25"
motorcycle = "0.24"
bicycle = "0.20"
passenger = "0.05"
"""
"""The same policy with the car rate that came in May 2026, back to 6 April."""
ASKS_OF_A_DAY = f"""{POLICY}
public_transport = "0.25"

[[travel_time]]
from = 2020-01-01
rate = "10.00"

[[cap]]
from = 2020-01-01
on = "meal"
hours_away = "5"
amount = "5.00"

[[cap]]
from = 2020-01-01
on = "meal"
hours_away = "10"
amount = "15.00"

[[cap]]
from = 2020-01-01
on = "night"
region = "London"
amount = "150.00"

[[cap]]
from = 2020-01-01
on = "night"
region = "elsewhere"
amount = "90.00"

[[cap]]
from = 2020-01-01
on = "care_hour"
amount = "14.00"
"""
"""The same policy where it matters how long people were away, where they slept, how they came."""


def add_person(office: Office, name: str = "Ann Lee", **details: object) -> UUID:
    return _id(office.people.add(PersonDetails(name, **details)).id)


def new_row(name: str) -> Person:
    """Return a person as the file keeps one, for tests of the store itself."""
    return Person(name=name, search=plain(name))


def add_policy(office: Office, text: str = POLICY) -> UUID:
    file = Path(office.path.parent, "policy.toml")
    file.write_text(text, encoding="utf-8")
    return _id(office.policies.add_file(file).id)


def add_group(
    office: Office,
    *members: UUID,
    name: str = "Transport Design Group",
    budget_code: str = "T-1",
    policy: str | None = POLICY,
) -> UUID:
    """Add a group whose `members` joined on 1 January 2020; `policy` None leaves it without."""
    policy_id = add_policy(office, policy) if policy else None
    details = GroupDetails(name, "Trams and stops", "Riverside Transport", budget_code, policy_id)
    group = _id(office.groups.add(details).id)
    for person in members:
        office.members.add(MemberDetails(group, person, Role.MEMBER, date(2020, 1, 1)))
    return group


def add_meeting(
    office: Office,
    group: UUID,
    day: date = MAY_9,
    *,
    start: time = time(13, 0),
    end: time = time(15, 30),
    person_ids: tuple[UUID, ...] | None = None,
    **details: object,
) -> UUID:
    wanted = MeetingDetails(group, day, start, end, **details)
    return _id(office.meetings.add(AddMeeting(wanted, person_ids)).id)


def add_usual_cost(
    office: Office, person: UUID, category: Category = Category.TAXI, **details: object
) -> UUID:
    """Add a usual cost: a taxi for £9.20 unless `details` say otherwise."""
    details = details or {"amount": Money(920)}
    wanted = UsualCostDetails(category, **details)
    return _id(office.usual_costs.add(AddUsualCost(person, wanted)).id)


def add_bank_details(office: Office, person: UUID, account_number: str = "31926834") -> None:
    account = BankAccount(person, "A Lee", "00-00-42", account_number, reason="joined")
    office.bank_details.correct(account)


def line_of(office: Office, meeting: UUID, person: UUID) -> UUID:
    """Return the id of a person's line on a meeting's register."""
    rows = office.attendance.list_for(meeting).rows
    return next(row.id for row in rows if row.person_id == person)


def mark(
    office: Office, meeting: UUID, person: UUID, state: State = State.ATTENDED, **times: object
) -> str:
    """Mark a person on a register; return the words that are spoken."""
    request = RecordAttendance(line_of(office, meeting, person), state, **times)
    return office.attendance.record(request).words


def add_marked_meeting(office: Office, group: UUID, *people: UUID, day: date = MAY_9) -> UUID:
    """Add a meeting that all these people attended."""
    meeting = add_meeting(office, group, day, person_ids=people)
    for person in people:
        mark(office, meeting, person)
    return meeting


def claim_rows_of(office: Office, person: UUID) -> list[ClaimRow]:
    return [row for row in office.claims.list_() if row.person_id == person]


def claim_of(office: Office, person: UUID) -> ClaimRecord:
    """Return a person's newest claim."""
    return office.claims.find(claim_rows_of(office, person)[0].id)


def issue(office: Office, person: UUID) -> UUID:
    """Issue a person's newest claim and return its id."""
    claim = claim_rows_of(office, person)[0].id
    office.claims.issue(IssueClaims((claim,)))
    return claim


def _id(found: UUID | None) -> UUID:
    assert found is not None
    return found


def doors_of(office: Office) -> dict[str, object]:
    """Return every service of an office by its noun; asking for them loads them."""
    nouns = [*Doors.__annotations__, *(name for name in vars(Doors) if not name.startswith("_"))]
    return {noun: getattr(office, noun) for noun in nouns}
