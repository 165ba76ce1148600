"""Through any sequence of actions, nothing is paid above the best rate that held, or twice."""

from collections import Counter
from dataclasses import replace
from datetime import date
from typing import ClassVar

from any_sequence import Start, tried
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test
from late_rates import APRIL_6, NEW_FEES, cap, choose, pay

import builders as b
from alongside.domain.claims import Category, ClaimState, Handling
from alongside.domain.errors import UserError
from alongside.domain.meetings import State
from alongside.domain.payments import PaymentState
from alongside.domain.people import PayChoice
from alongside.office import Office
from alongside.services.approvals import AgreeClaims, ApproveClaims, TakeBack
from alongside.services.claim_lines import CorrectLine
from alongside.services.claims import IssueClaims, WithdrawClaim
from alongside.services.top_ups import LateRates

OPEN = {ClaimState.READY, ClaimState.SIGNED, ClaimState.APPROVED}
OVER = {ClaimState.RETURNED, ClaimState.WITHDRAWN, ClaimState.REFUSED}
DAYS = {date(2026, 5, 5): 0, date(2026, 5, 7): 0, b.MAY_9: 1}
"""Each meeting has a day of its own, in one week, and belongs to one of two groups."""
FELL = b.POLICY.replace('"0.45"', '"0.40"').replace('"75.00"', '"60.00"')
ALL_ROSE = NEW_FEES + b.CAR_RATE_OF_2026.partition(b.POLICY)[2]
POLICIES = (
    (b.POLICY, 7500, 900),
    (b.CAR_RATE_OF_2026, 7500, 1100),
    (ALL_ROSE, 8250, 1100),
    (FELL, 6000, 800),
    (b.CAR_RATE_OF_2026 + cap("journey", "10.00"), 7500, 1000),
    (ALL_ROSE + cap("claim", "15.00") + cap("fees_week", "160.00", "stops = true"), 8250, 1100),
)
"""The text of each policy, and what it pays at most for a meeting and a journey, in pence."""
KINDS = (Category.ATTENDANCE, Category.CAR)
numbers = st.integers(0, 8)


def drafts_of_two_groups(office: Office):
    """Add Ann, who drives 20 miles to each meeting of two groups; return what it takes.

    What the first group claims is issued by the first rates.
    """
    ann = b.add_person(office, "Ann Lee", pay_choice=PayChoice.BANK)
    b.add_bank_details(office, ann)
    b.add_usual_cost(office, ann, Category.CAR, tenths_of_mile=100)
    policies = [b.add_policy(office, text) for text, _fee, _journey in POLICIES]
    groups = [b.add_group(office, ann, name=name, budget_code=name) for name in ("A", "B")]
    meetings = [
        b.add_marked_meeting(office, groups[group], ann, day=day) for day, group in DAYS.items()
    ]
    for meeting in meetings:
        office.claims.make(meeting)
    first = next(row.id for row in b.claim_rows_of(office, ann) if row.number == "2026-0001")
    office.claims.issue(IssueClaims((first,)))
    return ann, policies, groups, meetings


class BestRate(RuleBasedStateMachine):
    """Claims of one person go any way there is, while rates rise, fall and are capped."""

    start: ClassVar[Start]

    def __init__(self):
        super().__init__()
        self.office, found = self.start()
        self.ann, self.policies, self.groups, self.meetings = found
        self.held = [{0}, {0}]
        self.steps = 0

    def teardown(self):
        self.office.close()

    def attempt(self, verb, request) -> bool:
        try:
            verb(request)
        except UserError:
            return False
        self.steps += 1
        return True

    def claim(self, number):
        """Return one of the claims that can still be taken back."""
        rows = [row for row in self.office.claims.list_() if row.state in OPEN]
        return rows[number % len(rows)].id if rows else None

    def line(self, number, place):
        """Return a line of a draft, or else of an open claim."""
        rows = self.office.claims.list_(state=ClaimState.DRAFT)
        claim = rows[number % len(rows)].id if rows else self.claim(number)
        return self.line_of(claim, place) if claim else None

    def line_of(self, claim, place):
        record = self.office.claims.find(claim)
        lines = [*record.fees, *record.expenses]
        return lines[place % len(lines)] if lines else None

    @rule(number=numbers)
    def make(self, number):
        self.attempt(self.office.claims.make, self.meetings[number % len(self.meetings)])

    @rule(number=numbers, is_there=st.booleans())
    def mark(self, number, is_there):
        state = State.ATTENDED if is_there else State.APOLOGIES
        meeting = self.meetings[number % len(self.meetings)]
        self.attempt(lambda state: b.mark(self.office, meeting, self.ann, state), state)

    @rule()
    def issue_all(self):
        drafts = self.office.claims.list_(state=ClaimState.DRAFT)
        self.attempt(self.office.claims.issue, IssueClaims(tuple(row.id for row in drafts)))

    @rule(number=numbers, refuses=st.booleans(), place=numbers, is_paid=st.booleans())
    def approve(self, number, refuses, place, is_paid):
        claim = self.claim(number)
        line = self.line_of(claim, place) if claim else None
        if claim and line:
            self.attempt(self.office.approvals.agree, AgreeClaims((claim,)))
            refused = {line.id: "not agreed"} if refuses else {}
            request = ApproveClaims((claim,), refused, exception="alone today")
            self.attempt(self.office.approvals.approve, request)
        if is_paid:
            self.attempt(pay, self.office)

    @rule(number=numbers, act=st.sampled_from(["withdraw", "return", "refuse"]),
          is_made_anew=st.booleans())  # fmt: skip
    def take_back(self, number, act, is_made_anew):
        """Take a claim back, and bring what is drafted anew up to date, as an office would."""
        if claim := self.claim(number):
            approvals = self.office.approvals
            if act == "withdraw":
                self.attempt(self.office.claims.withdraw, WithdrawClaim(claim, "wrong"))
            else:
                verb = approvals.return_ if act == "return" else approvals.refuse
                self.attempt(verb, TakeBack(claim, "wrong"))
        for meeting in self.meetings if is_made_anew else ():
            self.attempt(self.office.claims.make, meeting)

    def rates_change(self, group, policy):
        self.held[group].add(policy)
        self.attempt(
            lambda chosen: choose(self.office, self.groups[group], chosen), self.policies[policy]
        )

    @rule(group=st.sampled_from([0, 1, None]), policy=st.integers(0, len(POLICIES) - 1),
          is_made=st.booleans(), is_issued=st.booleans())  # fmt: skip
    def top_up(self, group, policy, is_made, is_issued):
        """Choose new rates, top up what they change, and issue that; or a part of it."""
        self.rates_change(group or 0, policy)
        if not is_made:
            return
        request = LateRates(None if group is None else self.groups[group], APRIL_6)
        planned = self.office.top_ups.plan(request).lines
        assert self.attempt(self.office.top_ups.make, request) == (planned > 0)
        assert self.office.top_ups.plan(request).lines == 0
        if is_issued:
            self.issue_all()

    @rule(number=numbers, policy=st.integers(0, len(POLICIES) - 1),
          act=st.sampled_from(["withdraw", "return"]), is_made_anew=st.booleans())  # fmt: skip
    def top_up_and_take_back(self, number, policy, act, is_made_anew):
        """The way on which a rise was once paid twice: it is rarely met by chance."""
        for group in (0, 1):
            self.rates_change(group, policy)
        self.top_up(None, policy, is_made=True, is_issued=True)
        self.take_back(number, act, is_made_anew)

    @rule(number=numbers, place=numbers, handling=st.sampled_from(Handling))
    def correct_line(self, number, place, handling):
        if line := self.line(number, place):
            details = replace(line.details, words=f"{line.words}.", handling=handling)
            self.attempt(self.office.claim_lines.correct, CorrectLine(line.id, details))

    @rule(number=numbers, place=numbers)
    def remove_line(self, number, place):
        if line := self.line(number, place):
            self.attempt(self.office.claim_lines.remove, line.id)

    @rule()
    def undo(self):
        if self.steps and self.office.history.steps().undo:
            self.office.history.undo()
            self.steps -= 1

    @rule()
    def redo(self):
        if self.office.history.steps().redo:
            self.office.history.redo()
            self.steps += 1

    def best(self, day, category):
        """Return what the best policy that ever held for the group of that day pays."""
        place = 1 if category is Category.ATTENDANCE else 2
        return max(POLICIES[policy][place] for policy in self.held[DAYS[day]])

    @invariant()
    def nothing_is_above_the_best_rate_and_nothing_is_there_twice(self):
        pence, first_lines = Counter(), Counter()
        for row in self.office.claims.list_():
            record = self.office.claims.find(row.id)
            for line in (*record.fees, *record.expenses):
                if row.state in OVER or "Not paid: " in line.why:
                    continue
                place = (line.details.day, line.details.category)
                pence[place] += line.amount.pence
                first_lines[place] += bool(line.amount) and not line.words.startswith("top-up: ")
        for place, amount in pence.items():
            assert amount <= self.best(*place), (place, amount)
        assert all(number <= 1 for number in first_lines.values()), first_lines

    @invariant()
    def no_more_money_went_than_the_best_rates_come_to(self):
        went = Counter()
        for run in self.office.payments.list_():
            for payment in self.office.payments.find(run.id).payments:
                if payment.state is PaymentState.PAID:
                    went[Category.ATTENDANCE] += payment.paid.fees.pence
                    went[Category.CAR] += payment.paid.expenses.pence
        for category in KINDS:
            assert went[category] <= sum(self.best(day, category) for day in DAYS)


def test_through_any_sequence_of_actions_nothing_is_above_the_best_rate(
    tmp_path, clock, keyring, fresh
):
    BestRate.start = Start(drafts_of_two_groups, tmp_path, fresh, keyring, clock)
    run_state_machine_as_test(BestRate, settings=tried(6, 25))
