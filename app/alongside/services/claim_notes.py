"""What is asked about a claim before it is approved: proof, agreement, time, never a lock."""

from collections.abc import Iterator
from datetime import date

from alongside.domain.approval import SecondNeeded
from alongside.domain.approvals import approval_note, second_approval
from alongside.domain.claims import ClaimState, Section
from alongside.domain.deadlines import Lateness, lateness
from alongside.domain.money import Money
from alongside.domain.policy import Policy
from alongside.domain.receipts import receipt_for
from alongside.i18n import _
from alongside.services.claim_totals import lines_of, paid_for
from alongside.services.policies import rules_of
from alongside.store import organisation as organisations
from alongside.store.tables import Claim, ClaimLine
from alongside.store.work import Session


def notes_of(claim: Claim, today: date) -> list[str]:
    """Return a sentence for each thing to look at, by the policy of the claim's group today.

    How late a claim is counts to the day that it was issued; a draft’s still grows.
    """
    if claim.group.policy is None or claim.state not in _LOOKED_AT:
        return []
    rules = rules_of(claim.group.policy.text)
    return list(_notes(rules, claim, claim.issued_on or today))


_LOOKED_AT = frozenset({ClaimState.DRAFT, ClaimState.READY, ClaimState.SIGNED})
"""Once it is approved, somebody has looked."""


def how_late(claim: Claim, today: date) -> Lateness | None:
    """Return how late a claim is, counted from its earliest line; None if it is in time."""
    days = sorted({line.day for line in lines_of(claim)})
    if claim.group.policy is None or not days:
        return None
    return lateness(rules_of(claim.group.policy.text), days[0], claim.issued_on or today)


def why_two(session: Session, claim: Claim, to_pay: Money, today: date) -> str:
    """Return why two people must approve a claim, in a sentence; "" if one is enough.

    The policy of its group may ask for it, or the organisation for all of them.
    """
    asked = _why_two_by_policy(claim, to_pay, today)
    organisation = organisations.find(session)
    if asked or organisation is None:
        return asked
    rule = SecondNeeded(organisation.second_above, organisation.second_after_days)
    return rule.why(to_pay, _bank_changed(claim), today)


def _why_two_by_policy(claim: Claim, total: Money, today: date) -> str:
    """Return why the policy asks for a second person to approve a claim, or "" if it does not."""
    if claim.group.policy is None:
        return ""
    late = how_late(claim, today)
    if late and late.needs_second_approval:
        return late.words
    rules = rules_of(claim.group.policy.text)
    return second_approval(rules, total, today, _bank_changed(claim))


def _bank_changed(claim: Claim) -> date | None:
    """Return when bank details of anybody who is paid for a claim changed last."""
    known = [who.bank_details.changed_on for who in paid_for(claim) if who.bank_details]
    return max((day for day in known if day), default=None)


def _notes(rules: Policy, claim: Claim, today: date) -> Iterator[str]:
    if late := how_late(claim, today):
        yield late.words
    for line in lines_of(claim):
        if line.section is Section.EXPENSE:
            yield from _about(rules, line)


def _about(rules: Policy, line: ClaimLine) -> Iterator[str]:
    need = receipt_for(rules, line.category, line.amount, line.day)
    if need.is_needed and not line.receipt.strip():
        words = _("{line}, {amount}: no receipt yet. {why}.")
        yield words.format(line=line.words, amount=line.amount, why=_capital(need.why))
    if note := approval_note(rules, line.category, line.amount, line.day):
        words = _("{line}, {amount}: {note}.")
        yield words.format(line=line.words, amount=line.amount, note=note)


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
