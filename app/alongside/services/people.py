"""People: who they are, how to reach them, what they require, how they choose to be rewarded."""

import re
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from alongside.domain.change import Change, Kind
from alongside.domain.claims import BY_HOUR, FEE_CATEGORIES, Category, Handling
from alongside.domain.dates import say_date
from alongside.domain.errors import UserError
from alongside.domain.money import NOTHING, Money
from alongside.domain.people import ContactWay, Format, PayChoice, PersonStatus
from alongside.domain.search import plain
from alongside.i18n import _
from alongside.store.file import DataFile
from alongside.store.tables import Attendance, BankDetails, Group, Membership, Person, UsualCost
from alongside.store.work import reading, work

_PERSON = frozenset({Kind.PERSON})


@dataclass(frozen=True, slots=True)
class PersonDetails:
    """What is known of a person, as the dialog shows and gives it."""

    name: str
    nickname: str = ""
    pronouns: str = ""
    status: PersonStatus = PersonStatus.ACTIVE
    phone: str = ""
    text_phone: str = ""
    email: str = ""
    address: str = ""
    contact_way: ContactWay = ContactWay.PHONE
    contact_note: str = ""
    format: Format = Format.STANDARD
    access_requirements: str = ""
    access_review: date | None = None
    pay_choice: PayChoice = PayChoice.ASK
    pay_at_most: Money | None = None
    pay_note: str = ""


@dataclass(frozen=True, slots=True)
class CorrectPerson:
    """Ask for the person `id` to be as `details` says."""

    id: UUID
    details: PersonDetails


@dataclass(frozen=True, slots=True)
class PersonRow:
    """A person in a list."""

    id: UUID
    name: str
    nickname: str
    status: PersonStatus
    contact: str
    format: Format
    requires: str
    groups: str


@dataclass(frozen=True, slots=True)
class UsualCostDetails:
    """A journey or support cost that a person usually has.

    Mileage has `tenths_of_mile`, one way; support paid by the hour has `rate`, and `minutes` or
    None for as long as the meeting; anything else has `amount`.
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
    agreed_until: str


@dataclass(frozen=True, slots=True)
class BankAccount:
    """An account as it is typed; `reason` says why it was added or changed."""

    person_id: UUID
    account_name: str
    sort_code: str
    account_number: str
    roll_number: str = ""
    reason: str = ""


class PeopleService:
    """Add, find and correct people, their usual costs and their bank details."""

    def __init__(self, store: DataFile) -> None:
        self._store = store

    def list_(self, text: str = "", *, is_active_only: bool = False) -> list[PersonRow]:
        """Return people whose name or nickname holds every word of `text`, by name.

        Accents and capitals do not matter: "wyn" finds Carys Ŵyn.
        """
        with reading(self._store) as session:
            query = select(Person).order_by(Person.search)
            for word in plain(text).split():
                query = query.where(Person.search.contains(word, autoescape=True))
            if is_active_only:
                query = query.where(Person.status == PersonStatus.ACTIVE)
            groups = _groups_by_person(session)
            return [_row(person, groups.get(person.id, "")) for person in session.scalars(query)]

    def find(self, person_id: UUID) -> PersonDetails:
        """Return everything about a person but money and bank. Raise UserError if gone."""
        with reading(self._store) as session:
            person = fetch(session, person_id)
            return PersonDetails(
                **{name: getattr(person, name) for name in PersonDetails.__slots__}
            )

    def add(self, details: PersonDetails) -> Change:
        """Add a person. Raise UserError for what cannot be kept as typed."""
        with work(self._store) as w:
            person = Person(name="", search="")
            _fill(person, details)
            w.session.add(person)
            return w.done(Change(_("{name} added").format(name=person.name), _PERSON, person.id))

    def correct(self, request: CorrectPerson) -> Change:
        """Correct a person. Raise UserError for what cannot be kept as typed."""
        with work(self._store) as w:
            person = fetch(w.session, request.id)
            _fill(person, request.details)
            return w.done(
                Change(_("{name} corrected").format(name=person.name), _PERSON, person.id)
            )

    def remove(self, person_id: UUID) -> Change:
        """Remove a person entered by mistake. Raise UserError if they were ever at a meeting."""
        with work(self._store) as w:
            person = fetch(w.session, person_id)
            for table in (Attendance, Membership):
                if w.session.scalar(select(func.count()).where(table.person_id == person_id)):
                    raise UserError(
                        "",
                        _("{name} is in a group or on a register: set their status to “left”.")
                        .format(name=person.name),
                    )  # fmt: skip
            w.session.delete(person)
            return w.done(Change(_("{name} removed").format(name=person.name), _PERSON))

    def list_usual_costs(self, person_id: UUID) -> list[UsualCostRow]:
        """Return a person's usual journey and support costs, in their order."""
        with reading(self._store) as session:
            return [_cost_row(cost) for cost in fetch(session, person_id).usual_costs]

    def add_usual_cost(self, request: AddUsualCost) -> Change:
        """Add a usual cost. Raise UserError for an amount, rate or distance that is missing."""
        with work(self._store) as w:
            person = fetch(w.session, request.person_id)
            cost = UsualCost(position=len(person.usual_costs), **_checked(request.details))
            person.usual_costs.append(cost)
            words = _("Usual cost added for {name}: {cost}")
            w.session.flush()
            return w.done(Change(_named(words, person, cost), _PERSON, cost.id))

    def correct_usual_cost(self, request: CorrectUsualCost) -> Change:
        """Correct a usual cost; claims already drafted keep theirs until they are drafted again."""
        with work(self._store) as w:
            cost, person = _fetch_cost(w.session, request.id)
            for name, value in _checked(request.details).items():
                setattr(cost, name, value)
            words = _("Usual cost corrected for {name}: {cost}")
            return w.done(Change(_named(words, person, cost), _PERSON, cost.id))

    def remove_usual_cost(self, cost_id: UUID) -> Change:
        """Remove a usual cost from a person's."""
        with work(self._store) as w:
            cost, person = _fetch_cost(w.session, cost_id)
            words = _named(_("Usual cost removed for {name}: {cost}"), person, cost)
            person.usual_costs.remove(cost)
            return w.done(Change(words, _PERSON, person.id))

    def find_account(self, person_id: UUID) -> BankAccount | None:
        """Return a person's bank account in full, for the one dialog that asks for it."""
        with reading(self._store) as session:
            bank = fetch(session, person_id).bank_details
            if bank is None:
                return None
            return BankAccount(
                person_id, bank.account_name, bank.sort_code, bank.account_number, bank.roll_number
            )

    def correct_account(self, account: BankAccount) -> Change:
        """Keep a person's bank account; the history says that it changed and why, never to what.

        Sort code: six figures. Account: six to eight figures, kept with leading zeros to eight
        (as uk_modulus pads them). Raise UserError otherwise, or when no reason is given.
        """
        sort_code = re.sub(r"[\s\-–]", "", account.sort_code)
        number = re.sub(r"\s", "", account.account_number)
        if not account.account_name.strip():
            raise UserError("account_name", _("Type the name exactly as it is on the account."))
        if not re.fullmatch(r"[0-9]{6}", sort_code):
            raise UserError("sort_code", _("A sort code is six figures, like 01-02-03."))
        if not re.fullmatch(r"[0-9]{6,8}", number):
            raise UserError("account_number", _("An account number is six to eight figures."))
        if not account.reason.strip():
            raise UserError("reason", _("Say why the bank details are added or changed."))
        with work(self._store) as w:
            person = fetch(w.session, account.person_id)
            bank = person.bank_details
            if bank is None:
                bank = BankDetails()
                person.bank_details = bank
            bank.account_name = account.account_name.strip()
            bank.sort_code = sort_code
            bank.account_number = number.zfill(8)
            bank.roll_number = account.roll_number.strip()
            bank.reason = account.reason.strip()
            words = _("Bank details of {name} changed").format(name=person.name)
            return w.done(Change(words, _PERSON, person.id))


def fetch(session: Session, person_id: UUID) -> Person:
    """Return the person, or raise UserError if they are no longer there."""
    person = session.get(Person, person_id)
    if person is None:
        raise UserError("", _("That person is no longer here."))
    return person


def new_person(name: str, field: str) -> Person:
    """Return a person of whom only the name is known. Raise UserError on `field` without one."""
    if not name.strip():
        raise UserError(field, _("Type the person’s name."))
    person = Person(name="", search="")
    _fill(person, PersonDetails(name=name))
    return person


def _fill(person: Person, details: PersonDetails) -> None:
    if not details.name.strip():
        raise UserError("name", _("Type the name the person uses."))
    if details.email.strip() and not re.fullmatch(
        r"[^@\s]+@[^@\s]+\.[^@\s]+", details.email.strip()
    ):
        raise UserError("email", _("“{text}” is not an email address.").format(text=details.email))
    if details.pay_choice is PayChoice.LESS and details.pay_at_most is None:
        raise UserError(
            "pay_at_most", _("Type the most that the person wants to be paid each time.")
        )
    for name in PersonDetails.__slots__:
        value = getattr(details, name)
        setattr(person, name, value.strip() if type(value) is str else value)
    person.name = " ".join(person.name.split())
    person.search = plain(f"{person.name} {person.nickname}")


def _groups_by_person(session: Session) -> dict[UUID, str]:
    found: dict[UUID, list[str]] = {}
    query = (
        select(Membership.person_id, Group.name)
        .join(Group)
        .where(Membership.last.is_(None))
        .order_by(Group.name)
    )
    for person_id, name in session.execute(query):
        found.setdefault(person_id, []).append(name)
    return {person_id: ", ".join(names) for person_id, names in found.items()}


def _row(person: Person, groups: str) -> PersonRow:
    value = {
        ContactWay.PHONE: person.phone,
        ContactWay.RELAY: person.text_phone or person.phone,
        ContactWay.TEXT: person.text_phone or person.phone,
        ContactWay.EMAIL: person.email,
        ContactWay.POST: person.address.partition("\n")[0],
    }[person.contact_way]
    contact = f"{person.contact_way.words}: {value}" if value else person.contact_way.words
    return PersonRow(
        person.id, person.name, person.nickname, person.status, contact, person.format,
        person.access_requirements, groups,
    )  # fmt: skip


def _checked(details: UsualCostDetails) -> dict[str, object]:
    if details.category in FEE_CATEGORIES:
        raise UserError("category", _("A usual cost is an expense. Fees come from the policy."))
    if details.category.is_by_mile and not details.tenths_of_mile:
        raise UserError("tenths_of_mile", _("Type the miles one way, like 3.5."))
    if not details.category.is_by_mile and not details.amount and not details.rate:
        field = "rate" if details.category in BY_HOUR else "amount"
        raise UserError(field, _("Type what it costs each time, or a rate for each hour."))
    if details.amount and details.rate:
        raise UserError("rate", _("Give an amount or a rate for each hour, not both."))
    return {
        name: value.strip() if type(value := getattr(details, name)) is str else value
        for name in UsualCostDetails.__slots__
    }


def _fetch_cost(session: Session, cost_id: UUID) -> tuple[UsualCost, Person]:
    cost = session.get(UsualCost, cost_id)
    if cost is None:
        raise UserError("", _("That usual cost is no longer here."))
    return cost, fetch(session, cost.person_id)


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


def _cost_row(cost: UsualCost) -> UsualCostRow:
    if cost.category.is_by_mile:
        amount = _("{miles} miles each way").format(miles=cost.tenths_of_mile / 10)
    elif cost.rate:
        amount = _("{rate} an hour").format(rate=cost.rate)
    else:
        amount = str(cost.amount)
    details = UsualCostDetails(**{name: getattr(cost, name) for name in UsualCostDetails.__slots__})
    until = say_date(cost.agreed_until) if cost.agreed_until else ""
    return UsualCostRow(cost.id, details, cost_words(cost), amount, cost.handling.words, until)


def _named(words: str, person: Person, cost: UsualCost) -> str:
    return words.format(name=person.name, cost=cost_words(cost))
