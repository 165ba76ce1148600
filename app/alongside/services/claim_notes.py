"""What is asked about a claim before it is approved: proof, agreement, time, never a lock."""

from collections.abc import Iterator
from datetime import date

from alongside.domain.agreements import agreement_fault, approval_rules, second_approval
from alongside.domain.claims import ClaimState, Section
from alongside.domain.dates import say_date
from alongside.domain.deadlines import Lateness, lateness
from alongside.domain.money import Money
from alongside.domain.policy import Policy
from alongside.domain.policy_limits import ApprovalRules
from alongside.domain.receipts import Shown
from alongside.i18n import _
from alongside.services.claim_totals import lines_of, paid_for
from alongside.services.line_rows import agreement_of, proof_on
from alongside.services.policies import rules_of
from alongside.store import organisation as organisations
from alongside.store.tables import Claim, ClaimLine
from alongside.store.work import Session


def notes_of(claim: Claim, late: Lateness | None, today: date) -> list[str]:
    """Return a sentence for each thing to look at, by the policy of the claim's group today.

    How `late` a claim is counts to the day that it was issued; a draft’s still grows.
    """
    if claim.group.policy is None or claim.state not in LOOKED_AT:
        return []
    rules = rules_of(claim.group.policy.text)
    return list(_notes(rules, claim, late, claim.issued_on or today))


LOOKED_AT = frozenset({ClaimState.DRAFT, ClaimState.READY, ClaimState.SIGNED})
"""Once it is approved, somebody has looked."""


def how_late(claim: Claim, today: date) -> Lateness | None:
    """Return how late a claim is, counted from its earliest line; None if it is in time."""
    days = sorted({line.day for line in lines_of(claim)})
    if claim.group.policy is None or not days:
        return None
    return lateness(rules_of(claim.group.policy.text), days[0], claim.issued_on or today)


def why_two(
    session: Session, claim: Claim, to_pay: Money, late: Lateness | None, today: date
) -> str:
    """Return why two people must approve a claim, in a sentence; "" if one is enough.

    The policy of its group may ask for it, or the organisation for all of them. `late` is what
    `how_late` says of it.
    """
    changed = _bank_changed(claim)
    if late and late.needs_second_approval:
        return late.words
    found = (
        second_approval(rules, to_pay, today, changed) for rules in _rules(session, claim, today)
    )
    return next(filter(None, found), "")


def _rules(session: Session, claim: Claim, today: date) -> Iterator[ApprovalRules]:
    if claim.group.policy is not None:
        yield approval_rules(rules_of(claim.group.policy.text), today)
    organisation = organisations.find(session)
    if organisation is not None:
        yield ApprovalRules(
            second_above=organisation.second_above,
            bank_change_days=organisation.second_after_days,
        )


def _bank_changed(claim: Claim) -> date | None:
    """Return when bank details of anybody who is paid for a claim changed last."""
    known = [who.bank_details.changed_on for who in paid_for(claim) if who.bank_details]
    return max((day for day in known if day), default=None)


def _notes(rules: Policy, claim: Claim, late: Lateness | None, today: date) -> Iterator[str]:
    if late:
        yield late.words
    for line in lines_of(claim):
        if line.section is Section.EXPENSE:
            yield from _about(rules, line, today)


def _about(rules: Policy, line: ClaimLine, today: date) -> Iterator[str]:
    need, proof = proof_on(line, rules)
    said = {
        Shown.MISSING: _("no receipt yet. {why}.").format(why=_capital(need.why)),
        Shown.TO_DECIDE: _("{proof}. It is for the approver to decide.").format(proof=proof.words),
        Shown.INSTEAD: f"{proof.words}." if need.is_needed else "",
    }.get(proof.shown, "")
    if proof.shown is Shown.MISSING and need.instead:
        said = _("{said} Instead will do: {instead}.").format(said=said, instead=need.instead_words)
    agreed = agreement_of(line)
    fault = agreement_fault(rules, line.category, line.amount, line.day, agreed)
    if not fault and agreed.until and agreed.ends_soon(today):
        fault = _("the agreement ends on {day}: time to agree it anew").format(
            day=say_date(agreed.until)
        )
    above = ""
    if line.above_cap:
        above = _("more than the policy’s most, because: {reason}.").format(reason=line.above_cap)
    for words in filter(None, (said, f"{fault}." if fault else "", above)):
        # translators: a line of a claim, its amount, and what there is to look at
        yield _("{line}, {amount}: {words}").format(
            line=line.words, amount=line.amount, words=words
        )


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
