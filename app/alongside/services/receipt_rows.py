"""What a list shows of a receipt, and what there is to look at."""

from dataclasses import dataclass
from uuid import UUID

from alongside.domain.receipt_files import ReceiptKind, say_size
from alongside.store.tables import Receipt


@dataclass(frozen=True, slots=True)
class ReceiptRow:
    """A receipt in a list; `line` is what the line is for, "" while it has none."""

    id: UUID
    number: int
    line_id: UUID | None
    line: str
    name: str
    kind: ReceiptKind
    size: str
    turned: int


@dataclass(frozen=True, slots=True)
class ReceiptContent:
    """What a receipt holds, byte for byte."""

    row: ReceiptRow
    data: bytes


def receipt_row(receipt: Receipt) -> ReceiptRow:
    """Return a receipt as a list shows it."""
    line = receipt.line if receipt.line and not receipt.line.is_removed else None
    return ReceiptRow(
        receipt.id, receipt.number, line.id if line else None, line.words if line else "",
        receipt.name, receipt.kind, say_size(receipt.size), receipt.turned,
    )  # fmt: skip
