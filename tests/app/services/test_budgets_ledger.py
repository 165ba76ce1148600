"""Through any sequence of actions, the budgets of a group are what its claims say, to the penny."""

from collections import Counter
from datetime import date, timedelta
from typing import ClassVar

import pytest
from any_sequence import Start, tried
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

import builders as b
from alongside.domain.claims import Category, ClaimState, Decision, Handling
from alongside.domain.errors import UserError
from alongside.domain.money import Money
from alongside.domain.payments import PaymentState, PayMethod
from alongside.domain.people import PayChoice
from alongside.office import Office
from alongside.services.approvals import AgreeClaims, ApproveClaims, TakeBack
from alongside.services.budgets import AddBudget, BudgetDetails
from alongside.services.claim_lines import AddLine, CorrectLine
from alongside.services.claims import IssueClaims, WithdrawClaim
from alongside.services.line_rows import LineDetails
from alongside.services.line_shares import ShareDetails, SplitLine
from alongside.services.payment_outcomes import RecordBounced, RecordPaid, RecordPart
from alongside.services.payments import MakeRun, TakeOut

DAYS = (date(2026, 3, 31), b.MAY_9)
"""One in each of two financial years."""
GONE = {ClaimState.RETURNED, ClaimState.WITHDRAWN, ClaimState.REFUSED}
WAITING = {ClaimState.APPROVED, ClaimState.IN_RUN}
CODES = ("T-1", "H-1")
numbers = st.integers(0, 40)


def two_groups(office: Office):
    """Add two groups, their budgets by day, and meetings with claims; return all three."""
    people = [
        b.add_person(office, name, pay_choice=PayChoice.BANK) for name in ("Ann Lee", "Bo Larsen")
    ]
    groups = [
        b.add_group(office, *people, name=f"Group {code}", budget_code=code) for code in CODES
    ]
    budgets = {
        day: [office.budgets.add(AddBudget(group, day, BudgetDetails(code, Money(100_000)))).id
              for group, code in zip(groups, CODES, strict=True)]
        for day in DAYS
    }  # fmt: skip
    for person in people:
        b.add_usual_cost(office, person)
        b.add_bank_details(office, person)
    meetings = [
        b.add_marked_meeting(office, group, *people, day=day) for group in groups for day in DAYS
    ]
    for meeting in meetings:
        office.claims.make(meeting)
    return groups, budgets, meetings


class Ledger(RuleBasedStateMachine):
    """Two groups with budgets in two years, and two people whose claims go any way there is."""

    start: ClassVar[Start]

    def __init__(self):
        super().__init__()
        self.office, (self.groups, self.budgets, self.meetings) = self.start()
        self.seen = None

    def teardown(self):
        self.office.close()

    def attempt(self, verb, request):
        """Do it; what is refused leaves the sums as they were."""
        before = self.seen or self.sums()
        try:
            verb(request)
        except UserError:
            assert self.sums() == before
        else:
            self.seen = None  # a rule may do another thing after it

    @property
    def today(self):
        return self.office.now().date()

    def claim(self, number):
        rows = self.office.claims.list_()
        return rows[number % len(rows)].id

    def line(self, number, place):
        record = self.office.claims.find(self.claim(number))
        lines = [*record.fees, *record.expenses]
        return record, lines[place % len(lines)] if lines else None

    def payment(self, number):
        found = [p.id for row in self.office.payments.list_()
                 for p in self.office.payments.find(row.id).payments]  # fmt: skip
        return found[number % len(found)] if found else None

    @rule(number=numbers, place=numbers, part=st.integers(0, 10_000), by_percent=st.booleans())
    def split(self, number, place, part, by_percent):
        _record, line = self.line(number, place)
        if line:
            first, second = self.budgets[DAYS[0] if line.details.day == DAYS[0] else DAYS[1]]
            shares = (ShareDetails(first, part), ShareDetails(second))
            self.attempt(self.office.line_shares.split, SplitLine(line.id, shares, by_percent))

    @rule(number=numbers, place=numbers)
    def split_no_more(self, number, place):
        _record, line = self.line(number, place)
        if line:
            self.attempt(self.office.line_shares.split, SplitLine(line.id))

    @rule(number=numbers, pence=st.integers(0, 7500), decision=st.sampled_from(Decision))
    def choose(self, number, pence, decision):
        record, _line = self.line(number, 0)
        for line in record.fees[:1]:
            details = LineDetails(line.details.category, line.details.day, "fee", Money(pence),
                                  decision=decision)  # fmt: skip
            self.attempt(self.office.claim_lines.correct, CorrectLine(line.id, details))

    @rule(number=numbers, pence=st.integers(0, 5000), handling=st.sampled_from(Handling),
          category=st.sampled_from([Category.TAXI, Category.SUPPORT_WORKER, Category.MEALS]),
          day=st.sampled_from(DAYS))  # fmt: skip
    def add_line(self, number, pence, handling, category, day):
        details = LineDetails(category, day, "cost", Money(pence), handling=handling)
        self.attempt(self.office.claim_lines.add, AddLine(self.claim(number), details))

    @rule(number=numbers, place=numbers)
    def remove_line(self, number, place):
        _record, line = self.line(number, place)
        if line:
            self.attempt(self.office.claim_lines.remove, line.id)

    @rule(number=numbers)
    def make(self, number):
        self.attempt(self.office.claims.make, self.meetings[number % len(self.meetings)])

    @rule(number=numbers)
    def issue_and_agree(self, number):
        claim = (self.claim(number),)
        self.attempt(self.office.claims.issue, IssueClaims(claim))
        self.attempt(self.office.approvals.agree, AgreeClaims(claim))

    @rule(number=numbers, refused=st.booleans(), place=numbers)
    def approve(self, number, refused, place):
        record, line = self.line(number, place)
        lines = {line.id: "not agreed"} if refused and line else {}
        self.attempt(
            self.office.approvals.approve,
            ApproveClaims((record.row.id,), lines, exception="alone"),
        )

    @rule(number=numbers, act=st.sampled_from(["withdraw", "return", "refuse"]))
    def take_back(self, number, act):
        claim = self.claim(number)
        if act == "withdraw":
            self.attempt(self.office.claims.withdraw, WithdrawClaim(claim, "wrong"))
        else:
            approvals = self.office.approvals
            verb = approvals.return_ if act == "return" else approvals.refuse
            self.attempt(verb, TakeBack(claim, "wrong"))

    @rule(days=st.integers(0, 3))
    def run(self, days):
        when = self.today + timedelta(days=days)
        self.attempt(self.office.payments.make, MakeRun(PayMethod.BANK, when))

    @rule(number=numbers)
    def take_out(self, number):
        if payment := self.payment(number):
            self.attempt(self.office.payments.take_out, TakeOut((payment,)))

    @rule(number=numbers)
    def paid(self, number):
        if payment := self.payment(number):
            request = RecordPaid((payment,), self.today)
            self.attempt(self.office.payment_outcomes.record_paid, request)

    @rule(number=numbers, fees=st.integers(0, 8000), expenses=st.integers(0, 1000))
    def part(self, number, fees, expenses):
        if payment := self.payment(number):
            request = RecordPart(payment, self.today, Money(fees), Money(expenses))
            self.attempt(self.office.payment_outcomes.record_part, request)

    @rule(number=numbers)
    def bounced(self, number):
        if payment := self.payment(number):
            request = RecordBounced(payment, self.today, "closed")
            self.attempt(self.office.payment_outcomes.record_bounced, request)

    @rule()
    def undo(self):
        self.office.history.undo()

    @rule()
    def redo(self):
        self.office.history.redo()

    def sums(self):
        """Return what all budgets together have, by kind of cost and stage."""
        found = Counter()
        for group in self.groups:
            for year in self.office.budgets.years(group):
                for row in self.office.budgets.list_for(group, year):
                    for cost in row.costs:
                        for stage in ("committed", "claimed", "paid"):
                            found[cost.id.value, stage] += getattr(cost, stage).pence
        return +found

    @invariant()
    def the_budgets_are_what_the_claims_say(self):
        sums, ledger, in_all = self.sums(), Counter(), Counter()
        self.seen = sums
        for row in self.office.claims.list_():
            record = self.office.claims.find(row.id)
            for line in [*record.fees, *record.expenses]:
                if row.state in GONE or "Not paid: " in line.why:
                    continue
                details = line.details
                cost = details.amount + details.given + details.in_kind
                ledger[self.kind(details)] += cost.pence
        for (kind, stage), pence in sums.items():
            in_all[kind] += pence
            assert pence > 0, (kind, stage)
        assert in_all == +ledger
        assert self.money_that_went(sums) == {
            kind: sums[kind, "paid"] for kind in ("fees", "expenses")
        }

    def kind(self, details):
        if details.category.section.value == "fee":
            return "fees"
        if details.handling is Handling.WAIVED:
            return "waived"
        if details.category is Category.SUPPORT_WORKER:
            return "access"
        is_direct = details.handling in {Handling.PAID_DIRECT, Handling.ON_ACCOUNT}
        return "direct" if is_direct else "expenses"

    def money_that_went(self, sums):
        """Return fees and members’ expenses that are paid, from the payments, not from lines.

        What a paid claim holds besides (given away, in kind, advanced) is added; a support worker
        who is paid through the person is money that went, and no expense of the member.
        """
        found = Counter()
        states = {row.id: row.state for row in self.office.claims.list_()}
        for run in self.office.payments.list_():
            for payment in self.office.payments.find(run.id).payments:
                if payment.state in {PaymentState.PAID, PaymentState.PART_PAID}:
                    found["fees"] += payment.paid.fees.pence
                    found["expenses"] += payment.paid.expenses.pence
        for claim, state in states.items():
            if state in WAITING | {ClaimState.PAID}:
                record = self.office.claims.find(claim)
                for line in [*record.fees, *record.expenses]:
                    if "Not paid: " not in line.why and state is ClaimState.PAID:
                        d = line.details
                        found["fees"] += d.given.pence + d.in_kind.pence
                        if d.handling is Handling.ADVANCED and self.kind(d) == "expenses":
                            found["expenses"] += d.amount.pence
        reimbursed_access = sums["access", "paid"] - self.access_otherwise()
        return {"fees": found["fees"], "expenses": found["expenses"] - reimbursed_access}

    def access_otherwise(self):
        """Return access costs of paid claims that did not go through the person."""
        pence = 0
        for row in self.office.claims.list_(state=ClaimState.PAID):
            for line in self.office.claims.find(row.id).expenses:
                d = line.details
                is_theirs = d.handling is Handling.REIMBURSE
                is_refused = "Not paid: " in line.why
                if self.kind(d) == "access" and not is_theirs and not is_refused:
                    pence += d.amount.pence
        return pence


@pytest.mark.long
def test_through_any_sequence_of_actions_budgets_are_the_ledger(tmp_path, clock, keyring, fresh):
    Ledger.start = Start(two_groups, tmp_path, fresh, keyring, clock)
    run_state_machine_as_test(Ledger, settings=tried(5, 20))
