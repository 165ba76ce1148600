"""Somebody in two groups that meet on one day travels once, and is paid for it once."""

from datetime import timedelta

import pytest
from any_sequence import Start, tried
from hypothesis import given
from hypothesis import strategies as st

import builders as b
from alongside.domain.claims import Category, ClaimState
from alongside.domain.dates import tax_year
from alongside.domain.meetings import State
from alongside.domain.money import NOTHING, Money
from alongside.domain.people import PayChoice
from alongside.office import Office
from alongside.services.approvals import TakeBack
from alongside.services.claim_lines import AddLine
from alongside.services.claims import IssueClaims, WithdrawClaim
from alongside.services.line_rows import LineDetails
from alongside.store import claim_lines
from alongside.store.work import reading

SUPPORT = Category.SUPPORT_WORKER


class TwoGroups:
    """Ann in two groups that meet on one day, with a taxi and her car as usual costs."""

    def __init__(self, office: Office, meetings: int = 2) -> None:
        self.office = office
        self.ann = b.add_person(office, "Ann Lee", pay_choice=PayChoice.BANK)
        b.add_usual_cost(office, self.ann)
        b.add_usual_cost(office, self.ann, Category.CAR, tenths_of_mile=62)
        groups = [b.add_group(office, self.ann, name=f"Group {n}") for n in range(meetings)]
        self.meetings = [b.add_marked_meeting(office, group, self.ann) for group in groups]
        self.last_of_the_scene = office.history.steps().undo

    def make(self, *numbers: int) -> None:
        for number in numbers:
            self.office.claims.make(self.meetings[number])

    def claim(self, number: int):
        (row,) = self.office.claims.list_(meeting_id=self.meetings[number])
        return self.office.claims.find(row.id)

    def spent(self, number: int) -> list[tuple[Money, str]]:
        return [(row.amount, row.why) for row in self.claim(number).expenses]

    @property
    def paid(self) -> Money:
        rows = self.office.claims.list_()
        gone = {ClaimState.WITHDRAWN, ClaimState.RETURNED, ClaimState.REFUSED}
        return Money.total(row.expenses for row in rows if row.state not in gone)


@pytest.fixture
def two(office):
    return TwoGroups(office)


ONE_JOURNEY = Money(920 + 558)


def test_a_journey_for_two_meetings_of_a_day_is_paid_once(two):
    two.make(0, 1)
    first = two.claim(0).row.number
    assert two.spent(1) == [
        (NOTHING, f"paid on claim {first} for the other meeting that day"),
        (NOTHING, f"paid on claim {first} for the other meeting that day"),
    ]
    assert two.paid == ONE_JOURNEY


@pytest.mark.parametrize("order", [(0, 1), (1, 0), (0, 1, 0), (1, 0, 0, 1), (0, 1, 1, 0, 1)])
def test_drafted_in_any_order_and_again_it_is_still_paid_once(two, order):
    two.make(*order)
    assert two.spent(order[0])[0][0] == Money(920)
    assert two.paid == ONE_JOURNEY


def test_the_miles_of_a_day_count_once_in_the_year(two, office):
    two.make(0, 1)
    third = b.add_group(office, two.ann, name="Group 3")
    office.claims.make(
        b.add_marked_meeting(office, third, two.ann, day=b.MAY_9 + timedelta(days=1))
    )
    with reading(office.store) as session:
        counted = claim_lines.tenths_claimed(session, two.ann, tax_year(b.MAY_9))
    assert counted[Category.CAR] == 248


def test_when_somebody_was_not_at_the_first_the_second_has_the_journey(two, office):
    two.make(0, 1)
    b.mark(office, two.meetings[0], two.ann, State.APOLOGIES)
    assert [amount for amount, _why in two.spent(1)] == [Money(920), Money(558)]
    b.mark(office, two.meetings[0], two.ann)
    two.make(0)
    assert two.paid == ONE_JOURNEY


@pytest.mark.parametrize("act", ["withdraw", "return"])
def test_when_the_first_is_taken_back_the_second_names_its_new_claim(two, office, act):
    two.make(0, 1)
    claim = two.claim(0).row.id
    office.claims.issue(IssueClaims((claim,)))
    if act == "withdraw":
        anew = office.claims.withdraw(WithdrawClaim(claim, "wrong")).id
    else:
        anew = office.approvals.return_(TakeBack(claim, "wrong")).id
    number = office.claims.find(anew).row.number
    assert two.spent(1)[0] == (
        NOTHING, f"paid on claim {number} for the other meeting that day",
    )  # fmt: skip
    assert two.paid == ONE_JOURNEY


def test_when_the_first_is_refused_the_second_has_the_journey(two, office):
    two.make(0, 1)
    first = two.claim(0).row.id
    office.claims.issue(IssueClaims((first,)))
    office.approvals.refuse(TakeBack(first, "no"))
    assert two.paid == ONE_JOURNEY
    assert two.spent(1)[0][0] == Money(920)


def test_when_the_second_is_issued_already_it_is_said_that_nobody_has_the_journey(two, office):
    two.make(0, 1)
    first, second = two.claim(0).row, two.claim(1).row
    office.claims.issue(IssueClaims((first.id, second.id)))
    assert office.approvals.refuse(TakeBack(first.id, "no")).words == (
        f"Claim {first.number} refused; the journey of that day is on no claim now: "
        f"claim {second.number} left it out, and is issued"
    )


def test_a_journey_taken_off_the_first_goes_to_the_second(two, office):
    two.make(0, 1)
    office.claim_lines.remove(two.claim(0).expenses[0].id)
    assert [amount for amount, _why in two.spent(1)] == [Money(920), NOTHING]
    assert two.paid == ONE_JOURNEY


def test_somebody_who_did_travel_twice_adds_a_line_by_hand(two, office):
    two.make(0, 1)
    taxi = LineDetails(Category.TAXI, b.MAY_9, "taxi, home in between", Money(920))
    office.claim_lines.add(AddLine(two.claim(1).row.id, taxi))
    two.make(0, 1)
    assert two.paid == ONE_JOURNEY + Money(920)


def test_support_is_for_both_meetings(office):
    two = TwoGroups(office)
    b.add_usual_cost(office, two.ann, SUPPORT, rate=Money(1000))
    two.make(0, 1)
    assert [row.amount for row in two.claim(1).expenses if row.details.category is SUPPORT] == [
        Money(2500)
    ]


ACTS = st.lists(
    st.tuples(st.sampled_from(["make", "away", "there", "issue", "withdraw", "remove", "undo"]),
              st.integers(0, 2)),
    max_size=12,
)  # fmt: skip


def test_whatever_is_done_in_whatever_order_one_journey_is_paid(tmp_path, clock, keyring, fresh):
    start = Start(lambda office: TwoGroups(office, meetings=3), tmp_path, fresh, keyring, clock)

    @tried(12)
    @given(ACTS)
    def whatever(acts):
        office, two = start()
        two.office = office
        for act, number in acts:
            do(two, act, number)
            assert two.paid <= ONE_JOURNEY
        office.close()

    whatever()


def do(two: "TwoGroups", act: str, number: int) -> None:
    """Do one thing about one of the meetings, if it can be done."""
    office, meeting = two.office, two.meetings[number]
    rows = office.claims.list_(meeting_id=meeting)
    row = rows[0] if rows else None
    if act == "make" and office.meetings.find(meeting).marked:
        if any(r.state.is_present for r in office.attendance.list_for(meeting).rows):
            two.make(number)
    elif act in {"away", "there"}:
        mark = State.APOLOGIES if act == "away" else State.ATTENDED
        b.mark(office, meeting, two.ann, mark)
    elif act == "issue" and row:
        office.claims.issue(IssueClaims((row.id,)))
    elif act == "withdraw" and row and row.state is ClaimState.READY:
        office.claims.withdraw(WithdrawClaim(row.id, "wrong"))
    elif act == "remove" and row and row.state is ClaimState.DRAFT:
        lines = office.claims.find(row.id).expenses
        if lines:
            office.claim_lines.remove(lines[0].id)
    elif act == "undo" and office.history.steps().undo != two.last_of_the_scene:
        office.history.undo()
