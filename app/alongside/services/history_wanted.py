"""Which lines of the history are wanted, and what a line is."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from alongside.domain.change import Kind
from alongside.i18n import _


@dataclass(frozen=True, slots=True)
class Record:
    """One person, group, meeting or claim; `words` are what it is called."""

    kind: Kind
    id: UUID
    words: str


def claim_record(claim_id: UUID, number: str) -> Record:
    """Return the claim with this number as a record."""
    return Record(Kind.CLAIM, claim_id, _("claim {number}").format(number=number))


@dataclass(frozen=True, slots=True)
class HistoryFilter:
    """Which lines of the history are wanted; what is empty wants all.

    `text` and `who` may be any words of what was done and of the name, whatever their accents and
    capitals. Days are included at both ends.
    """

    text: str = ""
    kind: Kind | None = None
    who: str = ""
    first: date | None = None
    last: date | None = None
    record: Record | None = None


@dataclass(frozen=True, slots=True)
class HistoryRow:
    """A line of the history. `id` counts up from the first piece of work in the file."""

    id: int
    at: datetime
    when: str
    who: str
    words: str
