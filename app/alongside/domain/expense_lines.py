"""An expense before and after it is worked out: what somebody usually spends, and a line for it."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from alongside.domain.claims import Category, Handling
from alongside.domain.money import NOTHING, Money


@dataclass(frozen=True, slots=True)
class UsualCost:
    """A cost that a person usually has. `tenths_of_mile` is one way; `rate` is for an hour.

    `minutes` None means as long as the meeting, also for someone who was there for part of it:
    support is booked for all of it. `agreed_…` says of a standing approval who gave it, on which
    day, and its last day. `passengers` are the names of those who are carried: a supplement is
    paid for each, and for one if no name is given. `could_go_by_bus` says that public transport
    would have suited the person as well. `payee_id` is who is paid, if not the person.
    """

    id: UUID
    category: Category
    words: str
    tenths_of_mile: int = 0
    is_return: bool = True
    amount: Money = NOTHING
    rate: Money | None = None
    minutes: int | None = None
    handling: Handling = Handling.REIMBURSE
    agreed_by: str = ""
    agreed_on: date | None = None
    agreed_until: date | None = None
    passengers: tuple[str, ...] = ()
    could_go_by_bus: bool = False
    payee_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class Journey:
    """Miles of one vehicle on one day, whoever was carried, and whether a bus would have done."""

    category: Category
    day: date
    tenths: int
    passengers: tuple[str, ...] = ()
    could_go_by_bus: bool = False


@dataclass(frozen=True, slots=True)
class ExpenseLine:
    """An expense worked out. `key` stays the same when the line is worked out again.

    `minutes` are those of a cost that is paid by the hour; `passengers` those who were carried;
    `agreed_…` is a standing approval: who gave it, when, its last day. `payee_id` is who is paid,
    if not the person. A journey that `is_shared` stands on the claim for another meeting of the
    same day.
    """

    key: str
    category: Category
    words: str
    amount: Money
    why: str
    handling: Handling
    tenths_of_mile: int = 0
    minutes: int = 0
    passengers: tuple[str, ...] = ()
    could_go_by_bus: bool = False
    agreed_by: str = ""
    agreed_on: date | None = None
    agreed_until: date | None = None
    payee_id: UUID | None = None
    is_shared: bool = False


def read_names(typed: str) -> tuple[str, ...]:
    """Return the names in a line with commas between them, each once however often it stands."""
    found: dict[str, str] = {}
    for name in (" ".join(part.split()) for part in typed.split(",")):
        found.setdefault(name.casefold(), name)
    return tuple(name for name in found.values() if name)
