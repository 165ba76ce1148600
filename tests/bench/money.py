"""Measures the way to the money on twenty years: drafting, the board, warnings, late rates."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, time, timedelta
from uuid import UUID

from sqlalchemy import text

from alongside.domain.claims import ClaimState
from alongside.domain.meetings import Role, State
from alongside.domain.money import Money
from alongside.domain.payments import PayMethod
from alongside.domain.people import PayChoice, PersonStatus
from alongside.office import Office, now
from alongside.services.approvals import AgreeClaims, ApproveClaims
from alongside.services.attendance import RecordAttendance
from alongside.services.claims import IssueClaims
from alongside.services.groups import CorrectGroup, GroupDetails
from alongside.services.meetings import AddMeeting, MeetingDetails
from alongside.services.members import MemberDetails
from alongside.services.payments import MakeRun
from alongside.services.people import CorrectPerson
from alongside.services.policies import AddText
from alongside.services.top_ups import LateRates
from alongside.store.work import reading
from bench.measure import Row, milliseconds, seconds, side_by_side

BOARD = text("""
    SELECT c.state, count(*), min(coalesce(s.at, c.issued_on, c.made_on)) FROM claim c LEFT JOIN
    (SELECT claim_id, max(at) AS at FROM claim_step GROUP BY claim_id) s ON s.claim_id = c.id
    WHERE c.state IN ('draft', 'issued', 'signed', 'approved', 'in_run') GROUP BY c.state
""")
PEOPLE, ATTENDING = 300, 60
_GROUP = "Bench"


def measure(office: Office) -> list[Row]:
    """Return the rows for twenty years; people and a group for this are added to them."""
    office.sign_as("Sam (bench)")
    board = side_by_side(lambda _n: office.approvals.board(), _bare_board(office), 20)
    opened = min(seconds(lambda: _open_board(office)) for _round in range(7))
    group, people = _group(office)
    drafting = min(_draft(office, group, people[:ATTENDING], round_) for round_ in range(3))
    warnings = _warnings(office, group, people)
    repair = _repair(office)
    return [
        Row("Draft the claims of a 60-person meeting", milliseconds(drafting), drafting * 1000,
            500, "ms"),
        Row("The board of claims and its first page", milliseconds(opened), opened * 1000, 100,
            "ms"),
        Row("The board beside the same query in bare SQL",
            " against ".join(map(milliseconds, board)), board[0] / board[1], 3, "×"),
        Row("Warnings before a run of 300 people", milliseconds(warnings), warnings * 1000, 300,
            "ms"),
        Row("What a late car rate changes in a year of one group", milliseconds(repair),
            repair * 1000, 1000, "ms"),
    ]  # fmt: skip


def _bare_board(office: Office) -> Callable[[int], object]:
    def ask(_number: int) -> object:
        with reading(office.store) as session:
            return session.connection().execute(BOARD).all()

    return ask


def _open_board(office: Office) -> None:
    office.approvals.board()
    office.claims.list_()


def _group(office: Office) -> tuple[UUID, list[UUID]]:
    """Return a group of all 300 people, each of whom set limits and is paid by bank."""
    policy = next(row.id for row in office.policies.list_())
    before = sum(row.name.startswith(_GROUP) for row in office.groups.list_())
    name = f"{_GROUP} {before + 1}"  # the file may have been measured before
    group = office.groups.add(GroupDetails(name, "", "", "B-1", policy)).id
    assert group is not None
    people = [row.id for row in office.people.list_()][:PEOPLE]
    for person in people:
        details = replace(
            office.people.find(person), pay_choice=PayChoice.BANK, most_week=Money(5000),
            most_four_weeks=Money(9000), most_month=Money(9000), most_year=Money(50_000),
            month_starts=17, pay_from=None, status=PersonStatus.ACTIVE,
        )  # fmt: skip
        office.people.correct(CorrectPerson(person, details))
        office.members.add(MemberDetails(group, person, Role.MEMBER, date(2020, 1, 1)))
    return group, people


def _meet(office: Office, group: UUID, people: list[UUID], day: date) -> UUID:
    details = MeetingDetails(group, day, time(10), time(12))
    meeting = office.meetings.add(AddMeeting(details, tuple(people))).id
    assert meeting is not None
    for row in office.attendance.list_for(meeting).rows:
        office.attendance.record(RecordAttendance(row.id, State.ATTENDED))
    return meeting


def _draft(office: Office, group: UUID, people: list[UUID], number: int) -> float:
    meeting = _meet(office, group, people, now().date() - timedelta(days=10 + number))
    return seconds(lambda: office.claims.make(meeting))


def _warnings(office: Office, group: UUID, people: list[UUID]) -> float:
    office.claims.make(_meet(office, group, people, now().date() - timedelta(days=3)))
    drafts = office.claims.list_(state=ClaimState.DRAFT, most=None)
    ours = tuple(row.id for row in drafts if row.group.startswith(_GROUP))
    office.claims.issue(IssueClaims(ours))
    office.approvals.agree(AgreeClaims(ours))
    office.approvals.approve(ApproveClaims(ours, exception="the bench is alone"))
    run = office.payments.make(MakeRun(PayMethod.BANK, now().date())).id
    assert run is not None
    assert len(office.payments.find(run).payments) >= PEOPLE
    assert office.payment_warnings.list_for(run)
    return min(seconds(lambda: office.payment_warnings.list_for(run)) for _round in range(5))


def _repair(office: Office) -> float:
    """Raise the car rate of a group with twenty years behind it, and ask what it changes."""
    rows = office.groups.list_()
    group = max((r for r in rows if not r.name.startswith(_GROUP)), key=lambda row: row.members).id
    details = office.groups.find(group)
    assert details.policy_id is not None
    first = now().date() - timedelta(days=365)
    rates = f"""
[[mileage]]
from = {first}
car = "0.99"
car_over_10000 = "0.80"
motorcycle = "0.50"
bicycle = "0.40"
passenger = "0.10"
"""
    old = office.policies.text_of(details.policy_id)
    lines = [line for line in old.splitlines() if not line.startswith("mileage =")]
    dearer = "\n".join([*lines, "" if "[[mileage]]" in old else rates])
    policy = office.policies.add_text(AddText(dearer)).id
    office.groups.correct(CorrectGroup(group, replace(details, policy_id=policy)))
    plan = office.top_ups.plan(LateRates(group, first))
    assert plan.rows, "no journey came out differently"
    return min(seconds(lambda: office.top_ups.plan(LateRates(group, first))) for _round in range(5))
