"""What other claims of a person hold for a meeting, in words: so that nothing is paid twice."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from alongside.domain.claims import ClaimState, Decision, Section
from alongside.domain.money import NOTHING, Money
from alongside.i18n import _
from alongside.store.tables import ClaimLine

_AGREED = frozenset({ClaimState.APPROVED, ClaimState.IN_RUN, ClaimState.PAID})
"""Too far for the claim itself to be put right in an ordinary way."""


def say_held(lines: Iterable[ClaimLine]) -> str:
    """Return which claims have these lines, which are ordered by claim, and what they come to."""
    return "; ".join(_say_claims(lines))


def _say_claims(lines: Iterable[ClaimLine]) -> Iterator[str]:
    for claim, theirs in groupby(lines, lambda line: line.claim):
        said = ", ".join(
            # translators: a line of a claim, and its amount
            _("{line} {amount}").format(line=line.words, amount=line.amount)
            for line in theirs
        )
        # translators: {state} is “draft” or “paid”; {lines} are lines with their amounts
        words = _("claim {number} ({state}): {lines}")
        yield words.format(number=claim.number, state=claim.state.words, lines=said)


def not_taken(lines: Iterable[ClaimLine]) -> list[tuple[ClaimLine, Money]]:
    """Return the fees that a person was offered for a meeting and did not take, with the rest.

    Of claims that are approved or paid; earlier ones are put right themselves. What was asked for
    since, by a line added by hand, is not among it. A fee that was given away was taken.
    """
    held = list(lines)
    found = []
    for line in held:
        is_refused = line.decision in {Decision.DECLINE, Decision.LESS}
        if line.section is not Section.FEE or line.claim.state not in _AGREED or not is_refused:
            continue
        since = Money.total(
            each.offered
            for each in held
            if not each.key and each.category is line.category and each.id > line.id
        )
        left = line.offered - line.amount - line.given - line.in_kind - since
        if left > NOTHING:
            found.append((line, left))
    return found
