"""People: who they are, how to reach them, what they require, how they choose to be rewarded."""

import re
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from alongside.domain.change import Change, Kind
from alongside.domain.errors import UserError
from alongside.domain.limits import Limits
from alongside.domain.limits import check as check_limits
from alongside.domain.money import NOTHING, Money
from alongside.domain.paper_style import PaperFont
from alongside.domain.people import ContactWay, Format, PayChoice, PersonStatus
from alongside.domain.search import plain
from alongside.i18n import _
from alongside.store import people
from alongside.store.file import DataFile
from alongside.store.tables import Person
from alongside.store.work import Session, reading, work

_PERSON = frozenset({Kind.PERSON})


@dataclass(frozen=True, slots=True)
class PersonDetails:
    """What is known of a person, as the dialog shows and gives it.

    `most_…` are limits that they set themselves; their month begins on day `month_starts`; before
    `pay_from` they do not want to be paid. `reference` is their number in the accounts,
    `travel_minutes` their usual way there and back. A charity or an agency `is_organisation`.
    With no `paper_font` their papers have the organisation's.
    """

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
    most_week: Money | None = None
    most_four_weeks: Money | None = None
    most_month: Money | None = None
    most_year: Money | None = None
    month_starts: int = 1
    pay_from: date | None = None
    pay_instead: str = ""
    reference: str = ""
    travel_minutes: int = 0
    is_organisation: bool = False
    paper_font: PaperFont | None = None


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
    is_organisation: bool = False


class PeopleService:
    """Add, find, correct and remove people."""

    def __init__(self, store: DataFile) -> None:
        self._store = store

    def list_(self, text: str = "", *, is_active_only: bool = False) -> list[PersonRow]:
        """Return people whose name or nickname holds every word of `text`, by name.

        Accents and capitals do not matter: "wyn" finds Carys Ŵyn.
        """
        with reading(self._store) as session:
            groups: dict[UUID, list[str]] = {}
            for person_id, name in people.groups_of_all(session):
                groups.setdefault(person_id, []).append(name)
            found = people.listed(session, plain(text).split(), is_active_only=is_active_only)
            ways = {way: way.words for way in ContactWay}
            return [_row(person, ", ".join(groups.get(person.id, ())), ways) for person in found]

    def find(self, person_id: UUID) -> PersonDetails:
        """Return all about a person but usual costs and bank details. Raise UserError if gone."""
        with reading(self._store) as session:
            person = fetch(session, person_id)
            return PersonDetails(
                **{name: getattr(person, name) for name in PersonDetails.__slots__}
            )

    def add(self, details: PersonDetails) -> Change:
        """Add a person. Raise UserError for what cannot be kept as typed."""
        with work(self._store) as w:
            person = new_person(details)
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
        """Remove a person entered by mistake. Raise UserError if they were ever in a group."""
        with work(self._store) as w:
            person = fetch(w.session, person_id)
            if people.has_ties(w.session, person_id):
                raise UserError(
                    "",
                    _("{name} is in a group, on a register or on a claim: set their status to "
                      "“left”.").format(name=person.name),
                )  # fmt: skip
            w.session.delete(person)
            return w.done(Change(_("{name} removed").format(name=person.name), _PERSON))

    def check_may_be_redacted(self, person_id: UUID) -> None:
        """Raise UserError for somebody who is active or on a break, or has a draft claim."""
        from alongside.services import redaction  # seldom needed

        with reading(self._store) as session:
            redaction.check_may_go(session, fetch(session, person_id))

    def redact(self, person_id: UUID) -> Change:
        """Forget a person who left or died: their name, contacts, requirements and journeys.

        Days, amounts and numbers of claims stay, and a claim's form until its six years are over;
        redacting once more after that takes those too. A barrier: it cannot be undone. Raise
        UserError for somebody who is active or on a break, or has a draft claim.
        """
        from alongside.services import redaction  # seldom needed

        with work(self._store) as w:
            person = fetch(w.session, person_id)
            redaction.check_may_go(w.session, person)
            name, gone = redaction.forget(w.session, person, self._store.now().date())
            words = _("{name}: name and details taken out of the records").format(name=name)
            return w.forgotten(Change(words, frozenset(Kind), person_id), gone)


def fetch(session: Session, person_id: UUID) -> Person:
    """Return the person, or raise UserError if they are no longer there."""
    person = people.find(session, person_id)
    if person is None:
        raise UserError("", _("That person is no longer here."))
    return person


def new_person(details: PersonDetails) -> Person:
    """Return a new person, not yet kept. Raise UserError for what cannot be kept as typed."""
    person = Person()
    _fill(person, details)
    return person


def limits_of(person: PersonDetails | Person) -> Limits:
    """Return the limits that a person set on what they are paid."""
    return Limits(person.most_week, person.most_four_weeks, person.most_month, person.most_year,
                  person.month_starts, person.pay_from)  # fmt: skip


def _fill(person: Person, details: PersonDetails) -> None:
    _check(details)
    for name in PersonDetails.__slots__:
        value = getattr(details, name)
        setattr(person, name, value.strip() if type(value) is str else value)
    person.name = " ".join(person.name.split())
    person.search = plain(f"{person.name} {person.nickname}")


def _check(details: PersonDetails) -> None:
    if not details.name.strip():
        raise UserError("name", _("Type the name the person uses."))
    if not 0 <= details.travel_minutes <= 24 * 60:
        raise UserError("travel_minutes", _("The way is between nothing and 24 hours."))
    email = details.email.strip()
    if email and not re.fullmatch(r"[^@\s]+@[^@\s]+\.[^@\s]+", email):
        raise UserError("email", _("“{text}” is not an email address.").format(text=email))
    if details.pay_at_most is not None and details.pay_at_most < NOTHING:
        raise UserError("pay_at_most", _("An amount cannot be less than nothing."))
    check_limits(limits_of(details))
    if details.pay_choice is PayChoice.LESS and details.pay_at_most is None:
        raise UserError(
            "pay_at_most", _("Type the most that the person wants to be paid each time.")
        )


def _row(person: people.Listed, groups: str, ways: dict[ContactWay, str]) -> PersonRow:
    way, value = ways[person.contact_way], _contact(person)
    return PersonRow(
        person.id, person.name, person.nickname, person.status, f"{way}: {value}" if value else way,
        person.format, person.access_requirements, groups, person.is_organisation,
    )  # fmt: skip


def _contact(person: people.Listed) -> str:
    """Return where the person wants to be reached first."""
    match person.contact_way:
        case ContactWay.PHONE:
            return person.phone
        case ContactWay.RELAY | ContactWay.TEXT:
            return person.text_phone or person.phone
        case ContactWay.EMAIL:
            return person.email
        case ContactWay.POST:
            return person.address.partition("\n")[0]
