"""Cash that was given before: set against what was spent, and the balance goes either way."""

from datetime import timedelta

import pytest

import builders as b
from alongside.domain.claims import Category, ClaimState, Handling
from alongside.domain.errors import UserError
from alongside.domain.money import NOTHING, Money
from alongside.domain.payments import PayMethod, Sum
from alongside.domain.people import PayChoice
from alongside.office import Office
from alongside.services.advances import AdvanceDetails, CorrectAdvance
from alongside.services.approvals import AgreeClaims, ApproveClaims
from alongside.services.claims import WithdrawClaim
from alongside.services.payment_outcomes import RecordPaid
from alongside.services.payments import MakeRun, TakeOut


class Day:
    """Ann at a meeting, with a train for £13.90 that was advanced in cash."""

    def __init__(self, office: Office) -> None:
        self.office = office
        self.ann = b.add_person(office, "Ann Lee", pay_choice=PayChoice.BANK)
        b.add_usual_cost(office, self.ann, Category.BUS_TRAIN_TRAM, amount=Money(1390),
                         handling=Handling.ADVANCED)  # fmt: skip
        self.meeting = b.add_marked_meeting(office, b.add_group(office, self.ann), self.ann)

    def details(self, pence: int, **more: object) -> AdvanceDetails:
        return AdvanceDetails(self.ann, self.meeting, b.MAY_9, Money(pence), **more)

    def advance(self, pence: int, **more: object):
        return self.office.advances.add(self.details(pence, **more)).id

    def correct(self, advance, pence: int, **more: object):
        request = CorrectAdvance(advance, self.details(pence, **more))
        return self.office.advances.correct(request)

    def draft(self):
        self.office.claims.make(self.meeting)
        return b.claim_of(self.office, self.ann).row.id

    def approve(self):
        self.draft()
        claim = b.issue(self.office, self.ann)
        self.office.approvals.agree(AgreeClaims((claim,)))
        self.office.approvals.approve(ApproveClaims((claim,), exception="alone today"))
        return claim

    def run(self):
        when = self.office.now().date() + timedelta(days=1)
        run = self.office.payments.make(MakeRun(PayMethod.BANK, when)).id
        return self.office.payments.find(run)

    def pay(self, run) -> None:
        ids = tuple(row.id for row in run.payments)
        self.office.payment_outcomes.record_paid(RecordPaid(ids, self.office.now().date()))

    def said(self, claim) -> str:
        return self.office.claims.find(claim).to_look_at[-1]


@pytest.fixture
def day(office):
    return Day(office)


@pytest.mark.parametrize(
    ("pence", "more"),
    [
        (1000, " And £3.90 that was spent above the cash advance."),
        (1390, ""),
        (2000, ""),
    ],
)
def test_the_totals_of_a_claim_say_what_was_spent_above_the_advance(day, pence, more):
    day.advance(pence)
    record = day.office.claims.find(day.draft())
    assert record.to_pay == (
        "To pay: fees £75.00 and expenses £0.00, by bank transfer; we have no bank details yet."
        + more
    )


def test_what_was_spent_above_the_advance_is_paid_as_an_expense(day):
    day.advance(1000)
    claim = day.approve()
    run = day.run()
    assert run.row.sum == Sum(Money(7500), Money(390))
    assert day.said(claim) == (
        "Advanced in cash: £10.00, spent: £13.90. £3.90 more was spent: it is paid as an expense."
    )
    (advice,) = day.office.payment_papers.remittances(run.row.id)
    assert day.said(claim) in advice.claims[0].notes
    day.pay(run)
    assert day.office.claims.find(claim).row.state is ClaimState.PAID
    assert day.office.payments.waiting() == []


def test_what_is_left_over_is_given_back_and_written_down(day):
    advance = day.advance(2000)
    claim = day.approve()
    assert day.run().row.sum == Sum(Money(7500), NOTHING)
    assert day.said(claim).endswith("£6.10 is to be given back.")
    day.correct(advance, 2000, returned=Money(610))
    assert day.said(claim) == "Advanced in cash: £13.90, spent: £13.90. It balances."
    (row,) = day.office.advances.list_for(day.ann)
    assert row.balance.startswith("£6.10 came back on 12 May 2026. Claim 2026-0001: Advanced")


def test_no_more_comes_back_than_is_left_over(day):
    advance = day.advance(2000)
    day.approve()
    with pytest.raises(UserError, match=r"more than is left over: £6.10") as refused:
        day.correct(advance, 2000, returned=Money(700))
    assert refused.value.field == "returned"
    with pytest.raises(UserError, match="more than was given"):
        day.correct(advance, 2000, returned=Money(2001))


def test_a_cost_that_nobody_advanced_is_paid_nothing(day):
    day.approve()
    assert day.run().row.sum == Sum(Money(7500), NOTHING)


def test_an_advance_that_was_written_down_late_lets_a_paid_claim_wait_for_the_rest(day):
    claim = day.approve()
    day.pay(day.run())
    day.advance(1000)
    assert day.office.claims.find(claim).row.state is ClaimState.APPROVED
    assert day.run().row.sum == Sum(NOTHING, Money(390))


def test_an_advance_follows_the_costs_to_a_claim_that_is_drafted_anew(day):
    day.advance(2000)
    day.draft()
    claim = b.issue(day.office, day.ann)
    anew = day.office.claims.withdraw(WithdrawClaim(claim, "wrong fare")).id
    assert day.said(anew).endswith("£6.10 is to be given back.")
    assert all("Advanced" not in words for words in day.office.claims.find(claim).to_look_at)


def test_two_advances_for_a_claim_are_set_against_it_together(day):
    day.advance(500)
    day.advance(500)
    day.approve()
    assert day.run().row.sum == Sum(Money(7500), Money(390))


def test_an_advance_that_a_payment_counts_on_stays_as_it_is(day):
    advance = day.advance(1000)
    day.approve()
    run = day.run()
    for act in (
        lambda: day.correct(advance, 1200),
        lambda: day.office.advances.remove(advance),
        lambda: day.advance(100),
    ):
        with pytest.raises(UserError, match="is in a payment run, or paid"):
            act()
    day.office.payments.take_out(TakeOut((run.payments[0].id,)))
    day.correct(advance, 1200)
    second = day.run()
    assert second.row.sum == Sum(Money(7500), Money(190))
    day.pay(second)
    with pytest.raises(UserError, match="is in a payment run, or paid"):
        day.correct(advance, 1300)


@pytest.mark.parametrize(
    ("pence", "more", "field"),
    [(0, {}, "amount"), (100, {"returned": Money(-1)}, "returned"),
     (100, {"returned": Money(1), "returned_on": b.MAY_9 + timedelta(days=9)}, "returned_on")],
)  # fmt: skip
def test_what_cannot_be_is_refused_at_its_field(day, pence, more, field):
    with pytest.raises(UserError) as refused:
        day.advance(pence, **more)
    assert refused.value.field == field
    assert day.office.advances.list_for(day.ann) == []


def test_a_meeting_and_a_person_with_an_advance_stay(office):
    person = b.add_person(office)
    meeting = b.add_meeting(office, b.add_group(office, person), b.MAY_9 + timedelta(days=30))
    office.advances.add(AdvanceDetails(person, meeting, b.MAY_9, Money(1000)))
    assert office.advances.list_for(person)[0].balance == "No claim for that meeting yet."
    assert office.advances.meetings_of(person)[0][0] == meeting
    with pytest.raises(UserError, match="Cash was advanced"):
        office.meetings.remove(meeting)


def test_what_was_advanced_without_any_advance_recorded_is_said_not_to_be_paid(day):
    words = (
        "bus, train or tram, £13.90: advanced in cash, but no advance is recorded for it. So "
        "nothing is paid for it."
    )
    claim = day.draft()
    assert words in day.office.claims.find(claim).to_look_at
    day.advance(1000)
    assert words not in day.office.claims.find(claim).to_look_at


def test_whoever_approves_reads_that_no_advance_is_recorded(day):
    day.draft()
    claim = b.issue(day.office, day.ann)
    day.office.approvals.agree(AgreeClaims((claim,)))
    assert "no advance is recorded" in day.said(claim)
    day.office.approvals.approve(ApproveClaims((claim,), exception="alone today"))
    assert day.office.claims.find(claim).to_look_at == []
