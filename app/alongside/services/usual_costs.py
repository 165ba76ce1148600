"""The journeys and support costs that a person usually has, ready to become expense lines."""

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from alongside.domain.agreements import AGREE_ANEW_DAYS
from alongside.domain.change import Change, Kind
from alongside.domain.claims import BY_HOUR, FEE_CATEGORIES, Category, Handling
from alongside.domain.dates import say_date
from alongside.domain.errors import UserError
from alongside.domain.expense_lines import read_names
from alongside.domain.miles import say_miles
from alongside.domain.money import NOTHING, Money
from alongside.i18n import _
from alongside.services.people import fetch as fetch_person
from alongside.store import people
from alongside.store.file import DataFile
from alongside.store.tables import Person, UsualCost
from alongside.store.work import Session, reading, work

_PERSON = frozenset({Kind.PERSON})


@dataclass(frozen=True, slots=True)
class UsualCostDetails:
    """A journey or support cost that a person usually has.

    Mileage has `tenths_of_mile`, one way; support paid by the hour has `rate`, and `minutes` or
    None for as long as the meeting; anything else has `amount`. `passengers` are names with
    commas between them; with `could_go_by_bus` the policy's rate for that is paid, if it is lower.
    `payee_id` is somebody known who is paid instead of the person; `payee` names whoever is not.
    `agreed_…` is a standing approval: who gave it, on which day, and its last day.
    """

    category: Category
    words: str = ""
    from_place: str = ""
    to_place: str = ""
    tenths_of_mile: int = 0
    is_return: bool = True
    amount: Money = NOTHING
    rate: Money | None = None
    minutes: int | None = None
    payee: str = ""
    handling: Handling = Handling.REIMBURSE
    agreed_until: date | None = None
    passengers: str = ""
    could_go_by_bus: bool = False
    payee_id: UUID | None = None
    agreed_by: str = ""
    agreed_on: date | None = None


@dataclass(frozen=True, slots=True)
class AddUsualCost:
    """Ask for a usual cost to be added to a person's."""

    person_id: UUID
    details: UsualCostDetails


@dataclass(frozen=True, slots=True)
class CorrectUsualCost:
    """Ask for the usual cost `id` to be as `details` says."""

    id: UUID
    details: UsualCostDetails


@dataclass(frozen=True, slots=True)
class UsualCostRow:
    """A usual cost in a list, in words."""

    id: UUID
    details: UsualCostDetails
    words: str
    amount: str
    handling: str
    agreed_by: str
    agreed_until: str


@dataclass(frozen=True, slots=True)
class EndingRow:
    """A standing agreement that ends soon, or ended not long ago. `id` is the cost's."""

    id: UUID
    person_id: UUID
    person: str
    words: str
    until: str
    is_over: bool


class UsualCostService:
    """List, add, correct and remove a person's usual costs."""

    def __init__(self, store: DataFile) -> None:
        self._store = store

    def list_for(self, person_id: UUID) -> list[UsualCostRow]:
        """Return a person's usual costs, in their order. Raise UserError if the person is gone."""
        with reading(self._store) as session:
            return [_row(cost) for cost in fetch_person(session, person_id).usual_costs]

    def ending(self) -> list[EndingRow]:
        """Return the agreements to renew: those that end in the days of notice, or ended in them.

        After that nobody is reminded any more; the lines of claims still say it.
        """
        today, notice = self._store.now().date(), timedelta(days=AGREE_ANEW_DAYS)
        with reading(self._store) as session:
            return [
                EndingRow(cost.id, person.id, person.name, cost_words(cost), say_date(until),
                          until < today)
                for cost, person in people.costs_agreed(session, today - notice, today + notice)
                if (until := cost.agreed_until)
            ]  # fmt: skip

    def add(self, request: AddUsualCost) -> Change:
        """Add a usual cost. Raise UserError for an amount, rate or distance that is missing."""
        with work(self._store) as w:
            person = fetch_person(w.session, request.person_id)
            position = max((cost.position + 1 for cost in person.usual_costs), default=0)
            cost = UsualCost(position=position, **_checked(w.session, person, request.details))
            person.usual_costs.append(cost)
            w.session.flush()
            words = _("Usual cost added for {name}: {cost}")
            return w.done(Change(_named(words, person, cost), _PERSON, cost.id))

    def correct(self, request: CorrectUsualCost) -> Change:
        """Correct a usual cost; claims already drafted keep theirs until they are drafted again."""
        with work(self._store) as w:
            cost, person = _fetch(w.session, request.id)
            for name, value in _checked(w.session, person, request.details).items():
                setattr(cost, name, value)
            words = _("Usual cost corrected for {name}: {cost}")
            return w.done(Change(_named(words, person, cost), _PERSON, cost.id))

    def remove(self, cost_id: UUID) -> Change:
        """Remove a usual cost. Raise UserError if it is gone already."""
        with work(self._store) as w:
            cost, person = _fetch(w.session, cost_id)
            words = _named(_("Usual cost removed for {name}: {cost}"), person, cost)
            person.usual_costs.remove(cost)
            return w.done(Change(words, _PERSON, person.id))


def cost_words(cost: UsualCost) -> str:
    """Return what a usual cost is, in words ("taxi, home to Town Hall and back")."""
    words = cost.words or cost.category.words
    if cost.from_place and cost.to_place:
        way = (
            _("{words}, {start} to {end} and back")
            if cost.is_return
            else _("{words}, {start} to {end}")
        )
        words = way.format(words=words, start=cost.from_place, end=cost.to_place)
    return f"{words}, {cost.payee}" if cost.payee else words


def _checked(session: Session, person: Person, details: UsualCostDetails) -> dict[str, object]:
    """Return the columns of a cost. Raise UserError for what is missing or cannot be."""
    if details.payee_id and people.find(session, details.payee_id) is None:
        raise UserError("payee_id", _("That person is no longer here."))
    if details.category in FEE_CATEGORIES:
        raise UserError("category", _("A usual cost is an expense. Fees come from the policy."))
    if details.tenths_of_mile < 0:
        raise UserError("tenths_of_mile", _("Miles cannot be less than nothing."))
    if details.category.is_by_mile and not details.tenths_of_mile:
        raise UserError("tenths_of_mile", _("Type the miles one way, like 3.5."))
    for field in ("amount", "rate"):
        if (getattr(details, field) or NOTHING) < NOTHING:
            raise UserError(field, _("An amount cannot be less than nothing."))
    if details.minutes is not None and details.minutes <= 0:
        raise UserError("minutes", _("Type how long it usually is, or nothing for the meeting."))
    if not details.category.is_by_mile and not details.amount and not details.rate:
        field = "rate" if details.category in BY_HOUR else "amount"
        raise UserError(field, _("Type what it costs each time, or a rate for each hour."))
    if details.amount and details.rate:
        raise UserError("rate", _("Give an amount or a rate for each hour, not both."))
    if details.agreed_on and details.agreed_until and details.agreed_until < details.agreed_on:
        raise UserError("agreed_until", _("That is before the day on which it was agreed."))
    values: dict[str, object] = {
        name: value.strip() if type(value := getattr(details, name)) is str else value
        for name in UsualCostDetails.__slots__
    }
    if details.payee_id == person.id:
        values["payee_id"] = None
    return values | {
        "passengers": ", ".join(read_names(details.passengers)),
        "agreed_by": " ".join(details.agreed_by.split()),
    }


def _fetch(session: Session, cost_id: UUID) -> tuple[UsualCost, Person]:
    cost = people.find_cost(session, cost_id)
    if cost is None:
        raise UserError("", _("That usual cost is no longer here."))
    return cost, fetch_person(session, cost.person_id)


def _row(cost: UsualCost) -> UsualCostRow:
    if cost.category.is_by_mile:
        amount = _("{miles} each way").format(miles=say_miles(cost.tenths_of_mile))
        if not cost.is_return:
            amount = _("{miles} one way only").format(miles=say_miles(cost.tenths_of_mile))
    elif cost.rate:
        amount = _("{rate} an hour").format(rate=cost.rate)
    else:
        amount = str(cost.amount)
    details = UsualCostDetails(**{name: getattr(cost, name) for name in UsualCostDetails.__slots__})
    until = say_date(cost.agreed_until) if cost.agreed_until else ""
    on = say_date(cost.agreed_on) if cost.agreed_on else ""
    agreed = ", ".join(filter(None, (cost.agreed_by, on)))
    handled = cost.handling.words
    if cost.paid_to and cost.handling is Handling.REIMBURSE:
        handled = _("paid to {name}").format(name=cost.paid_to.name)
    return UsualCostRow(cost.id, details, cost_words(cost), amount, handled, agreed, until)


def _named(words: str, person: Person, cost: UsualCost) -> str:
    return words.format(name=person.name, cost=cost_words(cost))
