"""Approved claims for tests of payments and their papers: with refused lines and gifts too."""

from datetime import date, timedelta
from uuid import UUID

import builders as b
from alongside.domain.claims import Category, Decision
from alongside.domain.money import Money
from alongside.domain.payments import PayMethod
from alongside.domain.people import PayChoice
from alongside.office import Office
from alongside.services.approvals import AgreeClaims, ApproveClaims
from alongside.services.claim_lines import CorrectLine
from alongside.services.line_rows import LineDetails
from alongside.services.organisation import OrganisationDetails
from alongside.services.payments import MakeRun

ACCOUNT = "31926834"


def set_up(office: Office) -> None:
    """Say who the organisation is, and whom to ask."""
    office.organisation.correct(
        OrganisationDetails("Riverside Network", help_name="Sam Okafor", help_phone="0161 496 0000")
    )


def approved(
    office: Office, name: str = "Ann Lee", *, refuse_taxi: str = "", fee: LineDetails | None = None,
    day: date = b.MAY_9, person: UUID | None = None, **details: object,
) -> UUID:  # fmt: skip
    """Add a person with an approved claim of £75.00 and a taxi for £9.20; return the person.

    `fee` is what they chose instead of that; `refuse_taxi` says why the taxi is not paid.
    """
    if person is None:
        person = b.add_person(office, name, **{"pay_choice": PayChoice.BANK} | details)
        b.add_usual_cost(office, person)
        b.add_bank_details(office, person, ACCOUNT)
    number = len(office.groups.list_()) + 1
    group = b.add_group(office, person, name=f"Group {number}")
    office.claims.make(b.add_marked_meeting(office, group, person, day=day))
    drafted = b.claim_of(office, person)
    if fee:
        office.claim_lines.correct(CorrectLine(drafted.fees[0].id, fee))
    claim = b.issue(office, person)
    taxi = office.claims.find(claim).expenses[0].id
    approve(office, claim, {taxi: refuse_taxi} if refuse_taxi else {})
    return person


def approve(office: Office, claim: UUID, refused: dict[UUID, str] | None = None) -> UUID:
    """Approve a claim that was issued, without the lines that are `refused`; return the claim."""
    office.approvals.agree(AgreeClaims((claim,)))
    office.approvals.approve(ApproveClaims((claim,), refused or {}, exception="alone today"))
    return claim


def chosen(decision: Decision, amount: int = 0, **parts: object) -> LineDetails:
    """Return a fee of £75.00 as a person chose to have it, `amount` pence of it paid."""
    return LineDetails(Category.ATTENDANCE, b.MAY_9, "Attended the meeting", Money(amount),
                       decision=decision, **parts)  # fmt: skip


def make_run(office: Office, method: PayMethod = PayMethod.BANK, days: int = 3) -> UUID:
    """Make a run of all that waits for `method`; return its id."""
    run = office.payments.make(MakeRun(method, office.now().date() + timedelta(days=days))).id
    assert run is not None
    return run
