"""The demo organisation has every kind of thing in it, and nothing that Alongside would refuse."""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date, datetime
from uuid import UUID

import pytest
from sqlalchemy import func, select

from alongside.demo import cast, panel, plan
from alongside.demo.costs import AGREED_BY
from alongside.documents import braille as louis
from alongside.documents import editions
from alongside.documents.claim_form import claim_form
from alongside.documents.document import Document
from alongside.documents.editions import standard
from alongside.documents.scripts import cut
from alongside.documents.yearly_statement import yearly_statement
from alongside.domain.claims import Category, ClaimState, Decision, Handling
from alongside.domain.meetings import ActivityKind, Role, State
from alongside.domain.money import Money
from alongside.domain.people import EDITIONS, ContactWay, Format, PayChoice, PersonStatus
from alongside.office import Office
from alongside.services.claim_rows import ClaimRecord
from alongside.store.tables import (
    Attendance,
    Budget,
    Claim,
    ClaimLine,
    Group,
    LineShare,
    Meeting,
    Membership,
    Person,
    Table,
    UsualCost,
)

NOON = datetime(2026, 5, 12, 12, 0)  # noqa: DTZ001  a register means wall-clock time


@pytest.fixture(scope="module")
def demo() -> Iterator[Office]:
    office = Office.demo(clock=lambda: NOON)
    yield office
    office.close()


def rows(office: Office, table: type[Table]) -> list:
    with office.store.session(is_writing=False) as session:
        return list(session.scalars(select(table)))


def values(office: Office, column) -> set:
    with office.store.session(is_writing=False) as session:
        return set(session.scalars(select(column).distinct()))


def claims_as_kept(office: Office) -> list[tuple]:
    with office.store.session(is_writing=False) as session:
        columns = (*Claim.__table__.columns, *ClaimLine.__table__.columns)
        query = select(*columns).join_from(Claim, ClaimLine).order_by(ClaimLine.id)
        return [tuple(row) for row in session.execute(query)]


def test_every_group_has_budgets_one_is_near_its_end_and_a_fee_is_shared(demo):
    (words,) = demo.budgets.warnings().values()
    assert "per cent used" in words
    with_budget = {budget.group_id for budget in rows(demo, Budget)}
    assert with_budget == {group.id for group in rows(demo, Group)}
    assert len(rows(demo, LineShare)) == 2


@pytest.mark.parametrize(
    ("table", "number"), [(Group, 3), (Person, 42), (Meeting, 29), (Attendance, 28 * 17 + 3)]
)
def test_a_year_is_of_a_known_size(demo, table, number):
    assert len(rows(demo, table)) == number


def test_twenty_years_are_as_large_as_the_measurements_ask_for():
    size = plan.Size(20)
    assert (size.groups, size.people, size.meetings) == (15, 300, 3_600)
    assert sum(map(plan.register_size, range(15))) * size.meetings // size.groups == 60_000
    assert len(plan.GROUPS) == 15


def test_every_one_of_three_hundred_people_has_a_name_of_their_own():
    assert len({cast.name(number) for number in range(300)}) == 300


@pytest.mark.parametrize(
    ("column", "words"),
    [
        (ClaimLine.category, Category),
        (ClaimLine.handling, Handling),
        (ClaimLine.decision, Decision),
        (Claim.state, ClaimState),
        (Attendance.state, State),
        (Attendance.role, Role),
        (Meeting.kind, ActivityKind),
        (Person.status, PersonStatus),
        (Person.format, Format),
        (Person.contact_way, ContactWay),
        (Person.pay_choice, PayChoice),
        (UsualCost.handling, Handling),
    ],
    ids=str,
)
def test_every_kind_of_thing_is_there(demo, column, words):
    assert values(demo, column) == set(words)


def test_one_meeting_is_today_and_nobody_on_it_is_marked(demo):
    today = demo.meetings.list_(first=NOON.date(), last=NOON.date())
    assert [(row.marked, row.is_cancelled) for row in today] == [(0, False)]
    assert today[0].invited == 17


def test_there_are_meetings_to_come_and_eleven_months_behind(demo):
    days = [row.day for row in demo.meetings.list_()]
    assert len([day for day in days if day > NOON.date()]) >= 4
    assert min(days) < date(2025, 6, 30)


def test_nothing_was_marked_after_now(demo):
    marked = [row.marked_at for row in rows(demo, Attendance) if row.marked_at]
    assert marked
    assert max(marked) <= NOON


def test_what_is_past_is_marked_whole(demo):
    past = demo.meetings.list_(last=date(2026, 5, 11))
    assert len(past) == 23
    assert all(row.marked == row.invited for row in past)


def test_a_cancelled_meeting_says_why(demo):
    (cancelled,) = [row for row in demo.meetings.list_() if row.is_cancelled]
    assert cancelled.cancelled_reason


def test_someone_walked_in_someone_came_for_part_and_someone_cancelled_late(demo):
    register = rows(demo, Attendance)
    assert any(row.is_walk_in and row.state.is_present for row in register)
    assert any(row.supporter for row in register)
    assert any(row.preparation_minutes for row in register)
    for row in register:
        assert (row.cancelled_on is not None) == (row.state is State.CANCELLED_LATE)
        assert (row.arrived is not None) == (row.state is State.ATTENDED_PART)


def test_everyone_on_a_register_was_a_member_that_day_or_walked_in(demo):
    with demo.store.session(is_writing=False) as session:
        strangers = (
            select(Attendance)
            .join(Meeting)
            .where(
                ~select(Membership.id)
                .where(
                    Membership.group_id == Meeting.group_id,
                    Membership.person_id == Attendance.person_id,
                    Membership.first <= Meeting.day,
                    func.coalesce(Membership.last, date.max) >= Meeting.day,
                )
                .exists()
            )
        )
        assert all(row.is_walk_in for row in session.scalars(strangers))


def test_making_the_claims_again_adds_nothing(demo):
    before = claims_as_kept(demo)
    for meeting in demo.meetings.list_(last=date(2026, 5, 11)):
        if meeting.attended or meeting.is_cancelled:
            demo.claims.make(meeting.id)
    assert claims_as_kept(demo) == before


def test_a_person_has_one_draft_for_one_budget_at_most(demo):
    drafts = [row for row in rows(demo, Claim) if row.state is ClaimState.DRAFT]
    found = Counter((row.person_id, row.group_id, row.budget_code) for row in drafts)
    assert max(found.values()) == 1


def test_a_withdrawn_claim_has_a_draft_in_its_place_with_the_same_lines(demo):
    (withdrawn,) = demo.claims.list_(state=ClaimState.WITHDRAWN)
    (anew,) = [
        row
        for row in demo.claims.list_(state=ClaimState.DRAFT)
        if (row.person_id, row.group) == (withdrawn.person_id, withdrawn.group)
    ]
    assert demo.claims.find(withdrawn.id).withdrawn_reason
    assert (anew.fees, anew.expenses) == (withdrawn.fees, withdrawn.expenses)


def test_issued_claims_keep_their_forms(demo):
    for row in demo.claims.list_(state=ClaimState.READY):
        sheet = demo.forms.sheet(row.id)
        assert (sheet.number, sheet.is_draft) == (row.number, False)
        assert sheet.logo


def test_every_line_says_why(demo):
    assert all(row.why for row in rows(demo, ClaimLine))


def records(demo: Office) -> list[ClaimRecord]:
    return [demo.claims.find(row.id) for row in demo.claims.list_(most=None)]


def test_a_claim_has_forty_lines_met_in_every_way(demo):
    assert any(
        len(record.expenses) >= 40 and {row.details.handling for row in record.expenses}
        == set(Handling) and record.row.person == cast.LONG_NAME
        for record in records(demo)
    )  # fmt: skip


def test_somebody_chose_to_be_paid_nothing(demo):
    assert any(
        not record.row.fees and not record.row.expenses and record.fees
        and {row.details.decision for row in record.fees} == {Decision.DECLINE}
        for record in records(demo)
    )  # fmt: skip


def test_somebody_claims_for_a_stamp_and_nothing_else(demo):
    sums = [(row.fees.pence, row.expenses.pence) for row in demo.claims.list_(most=None)]
    assert (0, 87) in sums


def test_somebody_is_in_three_groups_and_claims_in_each(demo):
    names = {row.group for row in demo.claims.list_(most=None)
             if row.person == cast.name(cast.IN_THREE_GROUPS)}  # fmt: skip
    (member,) = [row for row in demo.people.list_() if row.name == cast.name(cast.IN_THREE_GROUPS)]
    assert len(names) == 3
    assert all(name in member.groups for name in names)


def test_a_policy_has_a_retainer_and_a_cap_on_meals_and_a_claim_shows_both(demo):
    shown = next(record for record in records(demo) if record.row.group == panel.NAME
                 and record.row.person == cast.name(cast.IN_THREE_GROUPS))  # fmt: skip
    kept = [row for row in rows(demo, ClaimLine) if row.claim_id == shown.row.id]
    assert [row.amount for row in kept if row.category is Category.RETAINER and row.key]
    (lunch,) = [row for row in kept if row.category is Category.MEALS]
    assert lunch.amount == Money(600)
    assert "at most £6.00 is paid for lunch" in lunch.why


def test_standing_approvals_say_who_gave_them_and_when(demo):
    standing = [row for row in rows(demo, UsualCost) if row.agreed_until]
    assert standing
    assert all(row.agreed_by and row.agreed_on for row in standing)
    words = f"standing approval by {AGREED_BY}"
    assert any(words in row.why for row in rows(demo, ClaimLine))


def test_an_agreement_that_has_ended_asks_to_be_checked(demo):
    assert any(
        f"the standing approval by {AGREED_BY} ended" in row.why for row in rows(demo, ClaimLine)
    )


def test_nobody_is_real(demo):
    for person in rows(demo, Person):
        assert re.fullmatch(r"(0161 496 0\d{3})?", person.phone)
        assert re.fullmatch(r"(07700 900\d{3})?", person.text_phone)
        assert re.fullmatch(r"[a-z.]+@example\.org", person.email)
        account = demo.bank_details.look(person.id)
        assert account is None or account.sort_code.startswith("0000")


def test_there_is_nothing_to_undo_at_first():
    office = Office.demo(clock=lambda: NOON)
    try:
        assert office.history.steps().undo == ""
        assert office.history.list_()[0].words == "Demo organisation written"
    finally:
        office.close()


@pytest.mark.parametrize("day", [date(2028, 2, 29), date(2026, 1, 1), date(2026, 11, 22)], ids=str)
def test_any_day_will_do(day):
    office = Office.demo(clock=lambda: datetime.combine(day, NOON.time()))
    try:
        assert len(office.meetings.list_(first=day, last=day)) == 1
        others = [row.day for row in office.meetings.list_() if row.day != day]
        assert all(other.weekday() < 5 for other in others)
    finally:
        office.close()


def test_the_same_clock_gives_the_same_organisation(demo):
    again = Office.demo(clock=lambda: NOON)
    try:
        for office_rows in (
            lambda office: [(row.name, row.groups, row.requires) for row in office.people.list_()],
            lambda office: [(row.when, row.title, row.attended) for row in office.meetings.list_()],
            lambda office: [
                (row.number, row.person, row.fees, row.expenses) for row in office.claims.list_()
            ],
        ):
            assert office_rows(again) == office_rows(demo)
    finally:
        again.close()


def test_everyone_s_form_can_be_printed(demo):
    claims = {row.person_id: row.id for row in demo.claims.list_()}
    assert len(claims) > 30
    for claim in claims.values():
        assert standard.lay_out(claim_form(demo.forms.sheet(claim)))


def test_names_that_are_long_or_short_or_in_another_script_are_among_them(demo):
    names = {person.name for person in rows(demo, Person)}
    assert {name for name, _latin in cast.OWN_NAMES.values()} <= names
    surname = cast.LONG_NAME.split(" ")[1].replace("-", "")
    assert len(surname) == 61
    scripts = {script.language_of(part) for name in names for script, part in cut(name) if script}
    assert scripts == {"ar", "bn", "zh"}
    for letters in ("Ŵ", "ŷ", "ęczyszczy", "ễ"):
        assert any(letters in name for name in names), letters
    assert any(" " not in name for name in names)
    assert any(not person.phone for person in rows(demo, Person))
    assert any(demo.bank_details.look(person.id) is None for person in rows(demo, Person))
    assert any(person.name == "陳秀蘭" for person in demo.people.list_("sau lan"))


def awkward(demo: Office) -> dict[str, UUID]:
    """Return a claim of each of them, by what is awkward about it."""
    claims = demo.claims.list_(most=None)
    own = {row.name: row for row in rows(demo, Person)}
    longest = max(records(demo), key=lambda record: len(record.expenses))
    found = {
        "forty lines": longest.row,
        "long name": next(row for row in claims if row.person == cast.LONG_NAME),
        "a stamp": next(row for row in claims if (row.fees.pence, row.expenses.pence) == (0, 87)),
        "nothing": next(row for row in claims if not row.fees and not row.expenses),
        "three groups": next(row for row in claims if row.group == panel.NAME
                             and row.person == cast.name(cast.IN_THREE_GROUPS)),
        "no phone": next(row for row in claims if not own[row.person].phone),
    }  # fmt: skip
    for name in (*(name for name, _latin in cast.OWN_NAMES.values()), "Văn Nguyễn"):
        found[name] = next(row for row in claims if row.person == name)
    for part in ("Ŵyn", "Tŷ-Coed", "Brzęczyszczykiewicz"):
        found[part] = next(row for row in claims if row.person.endswith(f" {part}"))
    return {why: row.id for why, row in found.items()}


def papers(demo: Office, claim: UUID) -> tuple[Document, Document]:
    """Return the form of a claim, and the yearly statement of whoever claims."""
    person = demo.claims.find(claim).row.person_id
    statement = demo.statements.sheet(person, demo.statements.years()[0])
    return claim_form(demo.forms.sheet(claim)), yearly_statement(statement)


@pytest.mark.parametrize("edition", EDITIONS)
def test_every_awkward_form_and_statement_can_be_made_in_every_format(demo, edition):
    if edition is Format.BRAILLE and not louis.is_here():
        pytest.skip("this needs liblouis")
    for why, claim in awkward(demo).items():
        for document in papers(demo, claim):
            assert editions.write(document, edition), why
