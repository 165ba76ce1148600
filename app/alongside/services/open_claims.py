"""Claims that can still change: how one is fetched, found open, or begun with the next number."""

from datetime import date
from uuid import UUID

from alongside.domain.claims import ClaimState
from alongside.domain.errors import UserError
from alongside.i18n import _
from alongside.store import claims
from alongside.store.tables import Claim
from alongside.store.work import Session


def fetch(session: Session, claim_id: UUID) -> Claim:
    """Return the claim, or raise UserError if it is no longer there."""
    claim = claims.find(session, claim_id)
    if claim is None:
        raise UserError("", _("That claim is no longer here."))
    return claim


def fetch_draft(session: Session, claim_id: UUID) -> Claim:
    """Return the claim. Raise UserError unless it is a draft: an issued claim never changes."""
    claim = fetch(session, claim_id)
    if claim.state is ClaimState.ISSUED:
        raise UserError(
            "", _("Claim {number} is issued, so it never changes. Withdraw it to correct it.")
            .format(number=claim.number)
        )  # fmt: skip
    if claim.state is ClaimState.WITHDRAWN:
        raise UserError(
            "", _("Claim {number} was withdrawn, so it never changes.").format(number=claim.number)
        )
    return claim


def open_claim(
    session: Session, person_id: UUID, group_id: UUID, budget_code: str, today: date
) -> Claim:
    """Return the person's draft for this group and budget, begun today if there is none.

    One claim, one person, one budget: there is never a second draft beside it.
    """
    claim = claims.open_draft(session, person_id, group_id, budget_code)
    if claim is None:
        claim = Claim(
            number=next_number(session, today), person_id=person_id, group_id=group_id,
            budget_code=budget_code, made_on=today,
        )  # fmt: skip
        session.add(claim)
        session.flush()
    return claim


def next_number(session: Session, today: date) -> str:
    """Return the next claim number of this year, like 2026-0147."""
    last = claims.last_number(session, today.year)
    return f"{today.year}-{int(last[5:]) + 1 if last else 1:04}"


def next_position(claim: Claim) -> int:
    """Return the place of a line added to the end of `claim`."""
    return max((line.position + 1 for line in claim.lines), default=0)
