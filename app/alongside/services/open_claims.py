"""Claims that can still change: how one is fetched, found open, or begun with the next number."""

from collections.abc import Mapping
from datetime import date
from uuid import UUID

from alongside.domain.claims import OPEN
from alongside.domain.errors import UserError
from alongside.domain.receipt_files import say_numbers
from alongside.i18n import _
from alongside.store import claims, dues, receipts
from alongside.store.claim_lines import copy_of
from alongside.store.tables import Claim, ClaimLine, PayAnswer
from alongside.store.work import Session


def check_unpaid(session: Session, claim: Claim) -> None:
    """Raise UserError once some of a claim is paid: drafted anew, it would be paid twice."""
    if dues.has_paid(session, claim.id):
        words = _("Some of claim {number} is paid already, so it cannot be taken back.")
        raise UserError("", words.format(number=claim.number))


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


def drop_if_empty(session: Session, claim: Claim) -> None:
    """Let a draft go that has no line any more, unless a receipt lies with it."""
    session.flush()
    if claim in session and not claim.lines and not receipts.has_any(session, claim.id):
        session.delete(claim)


def draft_anew(session: Session, claim: Claim, today: date) -> Claim:
    """Return the draft that has the lines of `claim` from now on: the person's open one, if any."""
    anew = open_claim(session, claim.person_id, claim.group_id, claim.budget_code, today)
    anew.pay_from = anew.pay_from or claim.pay_from
    answered = {answer.person_id for answer in anew.answers}
    for answer in claim.answers:
        if answer.person_id not in answered:
            anew.answers.append(PayAnswer(person_id=answer.person_id, method=answer.method))
    copies = {}
    for line in claim.lines:
        copies[line.id] = copy_of(line, next_position(anew))
        anew.lines.append(copies[line.id])
    session.flush()
    _copy_receipts(session, claim, anew, copies)
    return anew


def _copy_receipts(
    session: Session, claim: Claim, anew: Claim, copies: Mapping[UUID, ClaimLine]
) -> None:
    """Give a claim drafted anew the same receipts; lines that say their numbers say the new."""
    for receipt in receipts.of_claim(session, claim.id):
        line = copies[receipt.line_id] if receipt.line_id else None
        copy = receipts.copy_of(receipt, anew.id, receipts.next_number(session, anew.id))
        copy.line_id = line.id if line else None
        session.add(copy)
        session.flush()
    for line in claim.lines:
        said = say_numbers(receipt.number for receipt in line.receipts)
        copy_line = copies[line.id]
        if said and copy_line.receipt == said:
            copy_line.receipt = say_numbers(receipt.number for receipt in copy_line.receipts)


def next_number(session: Session, today: date) -> str:
    """Return the next claim number of this year, like 2026-0147."""
    last = claims.last_number(session, today.year)
    return f"{today.year}-{int(last[5:]) + 1 if last else 1:04}"


def next_position(claim: Claim) -> int:
    """Return the place of a line added to the end of `claim`."""
    return max((line.position + 1 for line in claim.lines), default=0)
