"""Claims that can still change: how one is fetched, found open, or begun with the next number."""

from datetime import date
from uuid import UUID

from alongside.domain.claims import OPEN
from alongside.domain.errors import UserError
from alongside.i18n import _
from alongside.store import claims
from alongside.store.claim_lines import copy_of
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
    if not claim.state.is_issued:
        return claim
    words = _("Claim {number} is issued, so it never changes. Withdraw it to correct it.")
    if claim.state not in OPEN:
        words = _("Claim {number} is {state}, so it never changes.")
    raise UserError("", words.format(number=claim.number, state=claim.state.words))


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


def draft_anew(session: Session, claim: Claim, today: date) -> Claim:
    """Return the draft that has the lines of `claim` from now on: the person's open one, if any."""
    anew = open_claim(session, claim.person_id, claim.group_id, claim.budget_code, today)
    for line in claim.lines:
        anew.lines.append(copy_of(line, next_position(anew)))
    return anew


def next_number(session: Session, today: date) -> str:
    """Return the next claim number of this year, like 2026-0147."""
    last = claims.last_number(session, today.year)
    return f"{today.year}-{int(last[5:]) + 1 if last else 1:04}"


def next_position(claim: Claim) -> int:
    """Return the place of a line added to the end of `claim`."""
    return max((line.position + 1 for line in claim.lines), default=0)
