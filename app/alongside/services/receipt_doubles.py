"""Receipts that stand twice: the very same file, or a picture of it that was saved anew."""

from dataclasses import dataclass
from uuid import UUID

from alongside.domain.receipt_files import is_near
from alongside.i18n import _
from alongside.services.receipt_looks import are_of_one_receipt
from alongside.store import receipts
from alongside.store.tables import Receipt
from alongside.store.work import Session


@dataclass(frozen=True, slots=True)
class Double:
    """The receipt `id` has a double; `words` say which, on whose claim and for which line.

    `is_same` is the very same file; else only the pictures look the same.
    """

    id: UUID
    other_id: UUID
    is_same: bool
    words: str


class Doubles:
    """Finds doubles; what two pictures had to be looked at closely for is remembered."""

    def __init__(self) -> None:
        self._seen: dict[frozenset[str], bool] = {}

    def of_claim(self, session: Session, claim_id: UUID) -> list[Double]:
        """Return the doubles of a claim's receipts, by number, the very same files first."""
        own = receipts.of_claim(session, claim_id)
        by_hash: dict[str, list[Receipt]] = {}
        for other in receipts.same(session, {receipt.sha256 for receipt in own}):
            by_hash.setdefault(other.sha256, []).append(other)
        found = []
        every = receipts.looks(session) if any(receipt.looks for receipt in own) else ()
        for receipt in own:
            same = [each for each in by_hash.get(receipt.sha256, ()) if each.id != receipt.id]
            found += [_double(receipt, other, is_same=True) for other in _in_order(same)]
            ids = [row_id for row_id, looks in every if is_near(receipt.looks, looks)]
            near = [
                other
                for other in receipts.with_ids(session, ids)
                if other.sha256 != receipt.sha256 and self._are_one(session, receipt, other)
            ]
            found += [_double(receipt, other, is_same=False) for other in _in_order(near)]
        return found

    def notes_of(self, session: Session, claim_id: UUID) -> list[str]:
        """Return a sentence for each double, for whoever issues or approves the claim."""
        numbers = {receipt.id: receipt.number for receipt in receipts.of_claim(session, claim_id)}
        words = _("Receipt {number}: {double}.")
        return [
            words.format(number=numbers[each.id], double=each.words)
            for each in self.of_claim(session, claim_id)
        ]

    def _are_one(self, session: Session, one: Receipt, other: Receipt) -> bool:
        pair = frozenset({one.sha256, other.sha256})
        if pair not in self._seen:
            pictures = [(receipts.content(session, r.sha256), r.kind) for r in (one, other)]
            self._seen[pair] = are_of_one_receipt(pictures[0], pictures[1])
        return self._seen[pair]


def _in_order(found: list[Receipt]) -> list[Receipt]:
    return sorted(found, key=lambda receipt: (receipt.claim.number, receipt.number))


def _double(receipt: Receipt, other: Receipt, *, is_same: bool) -> Double:
    if is_same:
        words = _("the same file as receipt {number} of claim {claim}, {person}")
    else:
        words = _("looks the same as receipt {number} of claim {claim}, {person}")
    said = words.format(
        number=other.number, claim=other.claim.number, person=other.claim.person.name
    )
    if other.line:
        # translators: what a receipt is a double of, and the line that it is for
        said = _("{receipt}: {line}").format(receipt=said, line=other.line.words)
    return Double(receipt.id, other.id, is_same, said)
