"""A claim by the old rates, and the policies that come too late: for tests of top-ups."""

from dataclasses import fields
from datetime import date, timedelta
from uuid import UUID

import builders as b
from alongside.domain.change import Change
from alongside.domain.claims import Category, ClaimState
from alongside.domain.money import Money
from alongside.domain.payments import PayMethod
from alongside.domain.people import PayChoice
from alongside.office import Office
from alongside.services.approvals import AgreeClaims, ApproveClaims
from alongside.services.groups import CorrectGroup
from alongside.services.payment_outcomes import RecordPaid
from alongside.services.payments import MakeRun
from alongside.services.top_ups import LateRates, TopUpPlan

NEW_FEES = (
    b.POLICY
    + """
[[fee]]
from = 2026-05-01
shape = "half_and_full_day"
half = "82.50"
full = "165.00"
hours = "4:00"
"""
)
APRIL_6 = date(2026, 4, 6)


def cap(on: str, amount: str = "", more: str = "") -> str:
    """Return the words of a policy file for a cap from 2020 on."""
    limit = f'amount = "{amount}"\n' if amount else ""
    return f'\n[[cap]]\nfrom = 2020-01-01\non = "{on}"\n{limit}{more}\n'


def choose(office: Office, group: UUID, policy: UUID) -> Change:
    """Choose a policy for a group."""
    details = office.groups.find(group)
    values = {field.name: getattr(details, field.name) for field in fields(details)}
    values["policy_id"] = policy
    return office.groups.correct(CorrectGroup(group, type(details)(**values)))


def adopt(office: Office, group: UUID, text: str) -> str:
    """Add a policy with other rates, and choose it for a group; return what is said."""
    return choose(office, group, b.add_policy(office, text)).words


def approve(office: Office, claim: UUID, refused: dict[UUID, str] | None = None) -> None:
    """Sign and approve a claim that was issued, without the lines that are `refused`."""
    office.approvals.agree(AgreeClaims((claim,)))
    office.approvals.approve(ApproveClaims((claim,), refused or {}, exception="alone today"))


def pay(office: Office) -> None:
    """Pay all that waits for the bank."""
    today = office.now().date()
    run = office.payments.make(MakeRun(PayMethod.BANK, today + timedelta(days=1))).id
    assert run is not None
    payments = tuple(each.id for each in office.payments.find(run).payments)
    office.payment_outcomes.record_paid(RecordPaid(payments, today))


class Scene:
    """Ann drives 10 miles each way to a meeting on 9 May; her claim is issued by the old rates."""

    def __init__(self, office: Office, policy: str = b.POLICY, **details: object) -> None:
        self.office = office
        self.ann = b.add_person(office, "Ann Lee", **({"pay_choice": PayChoice.BANK} | details))
        b.add_bank_details(office, self.ann)
        self.cost = b.add_usual_cost(office, self.ann, Category.CAR, tenths_of_mile=100)
        self.group = b.add_group(office, self.ann, policy=policy)
        self.meeting = b.add_marked_meeting(office, self.group, self.ann)
        office.claims.make(self.meeting)
        self.claim = b.issue(office, self.ann)

    def adopt(self, text: str = b.CAR_RATE_OF_2026) -> str:
        """Choose a policy with other rates for the group."""
        return adopt(self.office, self.group, text)

    def plan(self, first: date = APRIL_6) -> TopUpPlan:
        return self.office.top_ups.plan(LateRates(self.group, first))

    def make(self) -> str:
        return self.office.top_ups.make(LateRates(self.group, APRIL_6)).words

    def top_up(self, *, is_paid: bool = True) -> UUID:
        """Adopt the new car rate and issue the claim that tops up; pay it if asked."""
        self.adopt()
        self.make()
        claim = b.issue(self.office, self.ann)
        if is_paid:
            approve(self.office, claim)
            pay(self.office)
        return claim

    def counted(self, category: Category = Category.CAR) -> Money:
        """Return what Ann gets for a kind of cost, on all claims that count."""
        found = []
        for row in b.claim_rows_of(self.office, self.ann):
            if row.state.is_gone or row.state is ClaimState.REFUSED:
                continue
            record = self.office.claims.find(row.id)
            found += [
                line.amount
                for line in (*record.fees, *record.expenses)
                if line.details.category is category and "Not paid: " not in line.why
            ]
        return Money.total(found)
