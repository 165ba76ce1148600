"""A two-person office pays a month, from the register to the money, and most of what can go wrong.

Sam prepares, Kim approves. Ann asked for £75 a week at most, Bo's account was closed, Carys claims
late, Devi had £20 in her hand before the taxi came, and the car rate rose after it was all paid.
"""

from datetime import date, timedelta
from uuid import UUID

import pytest

import builders as b
from alongside.domain.bank_ready import unity
from alongside.domain.claims import Category, ClaimState, Handling
from alongside.domain.errors import UserError
from alongside.domain.money import NOTHING, Money
from alongside.domain.payments import PaymentState, PayMethod, Sum
from alongside.domain.people import PayChoice
from alongside.office import Office
from alongside.services.advances import AdvanceDetails
from alongside.services.approvals import AgreeClaims, ApproveClaims
from alongside.services.bank_details import BankAccount
from alongside.services.bank_files import SaveBankFile
from alongside.services.claims import IssueClaims
from alongside.services.groups import CorrectGroup
from alongside.services.payment_outcomes import RecordBounced, RecordPaid
from alongside.services.payments import MakeRun, TakeOut
from alongside.services.top_ups import LateRates


class Month:
    """May 2026: two meetings in one week of a group of four."""

    def __init__(self, office: Office) -> None:
        self.office = office
        self.ann = self.person("Ann Lee", most_week=Money(7500))
        self.bo = self.person("Bo Larsen")
        self.carys = self.person("Carys Ŵyn")
        self.devi = self.person("Devi Rao")
        b.add_usual_cost(office, self.bo, Category.CAR, tenths_of_mile=100)
        b.add_usual_cost(office, self.devi, Category.TAXI, amount=Money(2650),
                         handling=Handling.ADVANCED)  # fmt: skip
        self.group = b.add_group(office, self.ann, self.bo, self.carys, self.devi)

    def person(self, name: str, **details: object) -> UUID:
        person = b.add_person(self.office, name, pay_choice=PayChoice.BANK, **details)
        b.add_bank_details(self.office, person)
        return person

    def meet(self, day: int, *people: UUID) -> UUID:
        meeting = b.add_marked_meeting(self.office, self.group, *people, day=date(2026, 5, day))
        self.office.claims.make(meeting)
        return meeting

    def issue_all(self) -> list[UUID]:
        self.office.sign_as("Sam")
        drafts = tuple(row.id for row in self.office.claims.list_(state=ClaimState.DRAFT))
        self.office.claims.issue(IssueClaims(drafts))
        self.office.approvals.agree(AgreeClaims(drafts))
        return list(drafts)

    def approve_all(self) -> None:
        self.office.sign_as("Kim")
        signed = tuple(row.id for row in self.office.claims.list_(state=ClaimState.SIGNED))
        self.office.approvals.approve(ApproveClaims(signed))

    def run(self) -> UUID:
        day = self.office.now().date() + timedelta(days=1)
        made = self.office.payments.make(MakeRun(PayMethod.BANK, day)).id
        assert made is not None
        return made

    def payments(self, run: UUID) -> dict[str, tuple[PaymentState, Sum]]:
        rows = self.office.payments.find(run).payments
        return {f"{row.person} {row.claim}": (row.state, row.due) for row in rows}

    def pay(self, run: UUID) -> None:
        waiting = tuple(
            row.id
            for row in self.office.payments.find(run).payments
            if row.state is PaymentState.WAITING
        )
        self.office.payment_outcomes.record_paid(RecordPaid(waiting, self.office.now().date()))

    def owed(self) -> Sum:
        return Sum.of([row.sum for row in self.office.payments.waiting()])


def test_a_month_of_pay_in_an_office_of_two(office: Office, tmp_path, clock) -> None:
    may = Month(office)

    # Two meetings in one week. Ann goes to both, on two claims; the others to one.
    monday = may.meet(11, may.ann, may.bo, may.devi)
    first = may.issue_all()
    may.meet(12, may.ann)
    second = may.issue_all()
    assert len(first) == 3
    assert len(second) == 1

    # Devi had £20 and the taxi came to £26.50: what went over it is hers, as an expense.
    devi = b.claim_of(office, may.devi)
    assert devi.row.expenses == NOTHING
    assert devi.expenses_otherwise == Money(2650)
    office.advances.add(AdvanceDetails(may.devi, monday, date(2026, 5, 11), Money(2000)))
    over_spent = Money(650)
    assert any("£6.50" in words for words in b.claim_of(office, may.devi).to_look_at)

    # Sam made them ready, so Kim looks at them; nobody can do both without saying why.
    with pytest.raises(UserError, match="You made this claim ready yourself"):
        office.approvals.approve(ApproveClaims((second[0],)))
    may.approve_all()
    assert may.owed() == Sum(Money(4 * 7500), Money(900) + over_spent)

    # Ann asked for £75 a week at most: her second claim waits for the week after.
    run = may.run()
    warnings = office.payment_warnings.list_for(run)
    assert {row.person for row in warnings} == {"Ann Lee"}
    held = {payment for row in warnings for payment in row.held}
    office.payments.take_out(TakeOut(tuple(held)))
    assert not any(row.held for row in office.payment_warnings.list_for(run))
    office.bank_files.save(SaveBankFile(run, unity(), tmp_path / "run.csv"))
    lines = (tmp_path / "run.csv").read_text(encoding="utf-8").splitlines()
    paid = [Money.parse(line.split(",")[3], "amount") for line in lines]
    assert Money.total(paid) == office.payments.find(run).row.sum.together
    clock.time += timedelta(days=2)
    may.pay(run)

    # Bo's account was closed: the money comes back, he gives a new one, and two people look at it.
    bounced = next(r for r in office.payments.find(run).payments if r.person == "Bo Larsen")
    office.payment_outcomes.record_bounced(
        RecordBounced(bounced.id, office.now().date(), "account closed")
    )
    office.bank_details.correct(
        BankAccount(may.bo, "B Larsen", "00-00-43", "87654321", reason="account closed")
    )

    # Carys brings her form two months late. It is paid all the same.
    clock.time += timedelta(days=7)
    may.meet(12, may.carys)
    may.issue_all()
    may.approve_all()
    again = may.run()
    names = {name.rsplit(" ", 1)[0] for name in may.payments(again)}
    assert names == {"Ann Lee", "Bo Larsen", "Carys Ŵyn"}
    clock.time += timedelta(days=2)
    may.pay(again)
    assert may.owed() == Sum()
    assert {row.state for row in office.claims.list_()} == {ClaimState.PAID}

    # The car rate rose, back to April. Bo was paid 20 miles at 45p; the 10p more is topped up.
    details = office.groups.find(may.group)
    values = {name: getattr(details, name) for name in details.__slots__}
    values["policy_id"] = b.add_policy(office, b.CAR_RATE_OF_2026)
    office.groups.correct(CorrectGroup(may.group, type(details)(**values)))
    office.top_ups.make(LateRates(may.group, date(2026, 4, 6)))
    may.issue_all()
    may.approve_all()
    last = may.run()
    assert [due for _state, due in may.payments(last).values()] == [Sum(NOTHING, Money(200))]
    clock.time += timedelta(days=2)
    may.pay(last)

    # To the penny: what was paid is what was agreed, and nothing was paid twice.
    agreed = [row for row in office.claims.list_() if row.state is ClaimState.PAID]
    total = Sum(Money.total(r.fees for r in agreed), Money.total(r.expenses for r in agreed))
    rows = [p for run in office.payments.list_() for p in office.payments.find(run.id).payments]
    assert total == Sum(Money(5 * 7500), Money(900) + Money(200))
    assert Sum.of([row.paid for row in rows]) == Sum.of([total, Sum(NOTHING, over_spent)])
