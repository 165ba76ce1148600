"""What a list of people from elsewhere says: which fact a column holds, and each row in our terms.

Nothing is guessed about a person: what is not understood is kept as it stands, and told.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeVar

from alongside.domain.people import ContactWay, Format
from alongside.domain.search import plain
from alongside.i18n import _

Kind = TypeVar("Kind", bound=StrEnum)


class Fact(StrEnum):
    """What a column of a list can hold."""

    NAME = "name"
    FIRST_NAME = "first_name"
    SURNAME = "surname"
    NICKNAME = "nickname"
    PRONOUNS = "pronouns"
    PHONE = "phone"
    TEXT_PHONE = "text_phone"
    EMAIL = "email"
    ADDRESS = "address"
    CONTACT_WAY = "contact_way"
    CONTACT_NOTE = "contact_note"
    FORMAT = "format"
    ACCESS = "access_requirements"

    @property
    def words(self) -> str:
        """What it is called where people choose it."""
        return {
            Fact.NAME: _("name in full"),
            Fact.FIRST_NAME: _("first name"),
            Fact.SURNAME: _("surname"),
            Fact.NICKNAME: _("nickname"),
            Fact.PRONOUNS: _("pronouns"),
            Fact.PHONE: _("telephone"),
            Fact.TEXT_PHONE: _("text messages or relay"),
            Fact.EMAIL: _("email"),
            Fact.ADDRESS: _("address, or a line of it"),
            Fact.CONTACT_WAY: _("preferred way to be contacted"),
            Fact.CONTACT_NOTE: _("good to know about contact"),
            Fact.FORMAT: _("preferred format"),
            Fact.ACCESS: _("access requirements"),
        }[self]


_HEADINGS = {
    Fact.NAME: "name|full name|member|member name|person|participant|attendee",
    Fact.FIRST_NAME: "first name|forename|given name|first|christian name",
    Fact.SURNAME: "surname|last name|family name|last",
    Fact.NICKNAME: "nickname|known as|preferred name|likes to be called",
    Fact.PRONOUNS: "pronouns|pronoun",
    Fact.PHONE: "phone|telephone|tel|tel no|mobile|phone number|telephone number|mobile number|"
                "mobile phone|contact number|landline|home phone",
    Fact.TEXT_PHONE: "text|text phone|textphone|sms|relay|text relay|minicom|whatsapp",
    Fact.EMAIL: "email|e mail|email address|e mail address|mail",
    Fact.ADDRESS: "address|postal address|home address|street|town|city|county|postcode|post code|"
                  "address 1|address 2|address 3|address line 1|address line 2|address line 3",
    Fact.CONTACT_WAY: "preferred contact|contact preference|preferred way|contact method|"
                      "contact by|how to contact|preferred contact method",
    Fact.CONTACT_NOTE: "notes|note|contact notes|comments|comment|good to know",
    Fact.FORMAT: "format|preferred format|accessible format|alternative format|information format",
    Fact.ACCESS: "access|access needs|access requirements|requirements|support needs|support|needs|"
                 "adjustments|reasonable adjustments|access or support needs",
}  # fmt: skip

_BY_HEADING = {words: fact for fact, each in _HEADINGS.items() for words in each.split("|")}

MANY = frozenset({Fact.ADDRESS, Fact.ACCESS, Fact.CONTACT_NOTE})
"""Facts that several columns may hold: they are put one under the other."""

_FORMATS = (
    (Format.EASY_READ, r"easy"),
    (Format.BRAILLE, r"brail"),
    (Format.LARGE_24, r"\b24"),
    (Format.LARGE_18, r"large|\b18|\bbig"),
    (Format.WEB_PAGE, r"web ?page|html"),
    (Format.WORD_FILE, r"word file|docx"),
    (Format.PLAIN_TEXT, r"plain|screen ?reader|email text"),
    (Format.PHONE, r"phone|\bcall"),
    (Format.STANDARD, r"standard|normal|\b14|\bnone\b|\bno\b|usual|^print$"),
)
_WAYS = (
    (ContactWay.RELAY, r"relay|minicom|textphone"),
    (ContactWay.TEXT, r"text|sms|whatsapp"),
    (ContactWay.EMAIL, r"e ?mail"),
    (ContactWay.POST, r"post|letter|\bmail"),
    (ContactWay.PHONE, r"phone|call|mobile|landline|\btel"),
)
_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
_LOST_NOUGHT = re.compile(r"[1-37]\d{8,9}")
"""A telephone number as a spreadsheet keeps it that took it for a sum (Ofcom: 01 to 03, 07)."""


@dataclass(frozen=True, slots=True)
class ListedPerson:
    """A row of a list. `doubts` are sentences about what was not understood, or put right."""

    name: str
    nickname: str = ""
    pronouns: str = ""
    phone: str = ""
    text_phone: str = ""
    email: str = ""
    address: str = ""
    contact_way: ContactWay = ContactWay.PHONE
    contact_note: str = ""
    format: Format = Format.STANDARD
    access_requirements: str = ""
    doubts: tuple[str, ...] = field(default=())

    def is_reached_like(self, other: "ListedPerson") -> bool:
        """Return whether both have a number, an email address or a postcode in common."""
        return bool(self.contacts & other.contacts)

    @property
    def contacts(self) -> set[str]:
        """Numbers without spaces or country, email address and postcode, to compare."""
        numbers = {re.sub(r"\D", "", each)[-9:] for each in (self.phone, self.text_phone)}
        postcodes = re.findall(r"\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b", self.address.upper())
        emails = {self.email.strip().casefold()}
        return (numbers | emails | {each.replace(" ", "") for each in postcodes}) - {""}


def guess(headings: Sequence[str]) -> tuple[Fact | None, ...]:
    """Return what each column seems to hold by its heading; None for what is not known."""
    found: list[Fact | None] = []
    for heading in headings:
        words = plain(re.sub(r"[^\w\s]+", " ", heading.replace("_", " ")))
        fact = _BY_HEADING.get(words)
        found.append(None if fact in found and fact not in MANY else fact)
    return tuple(found)


def read_person(facts: Sequence[Fact | None], cells: Sequence[str]) -> ListedPerson:
    """Return what a row says of a person, `facts` being what its columns hold."""
    said: dict[Fact, list[str]] = {}
    for fact, cell in zip(facts, cells, strict=True):
        if fact and cell:
            said.setdefault(fact, []).append(cell)

    def line(fact: Fact) -> str:
        return " ".join(" ".join(said.get(fact, [])).split())

    def lines(fact: Fact) -> list[str]:
        return list(said.get(fact, []))

    doubts: list[str] = []
    notes, access = lines(Fact.CONTACT_NOTE), lines(Fact.ACCESS)
    email, way, paper = line(Fact.EMAIL), line(Fact.CONTACT_WAY), line(Fact.FORMAT)
    if email and not _EMAIL.fullmatch(email):
        doubts.append(
            _("“{text}” is not an email address: kept as good to know.").format(text=email)
        )
        notes, email = [*notes, email], ""
    contact_way = _one_of(way, _WAYS)
    if way and contact_way is None:
        doubts.append(_("“{text}” is no way of contact that is known here: kept as good to know.")
                      .format(text=way))  # fmt: skip
        notes = [*notes, way]
    format_ = _one_of(paper, _FORMATS)
    if paper and format_ is None:
        doubts.append(_("“{text}” is no format that is known here: kept with what they require.")
                      .format(text=paper))  # fmt: skip
        access = [*access, paper]
    numbers = {}
    for fact in (Fact.PHONE, Fact.TEXT_PHONE):
        numbers[fact] = line(fact)
        if _LOST_NOUGHT.fullmatch(numbers[fact]):
            numbers[fact] = f"0{numbers[fact]}"
            doubts.append(_("The number {number} had lost its first nought.")
                          .format(number=numbers[fact]))  # fmt: skip
    name = line(Fact.NAME) or f"{line(Fact.FIRST_NAME)} {line(Fact.SURNAME)}".strip()
    return ListedPerson(
        name, line(Fact.NICKNAME), line(Fact.PRONOUNS), numbers[Fact.PHONE],
        numbers[Fact.TEXT_PHONE], email, "\n".join(lines(Fact.ADDRESS)),
        contact_way or _way_there_is(numbers, email), ". ".join(notes),
        format_ or Format.STANDARD, "\n".join(access), tuple(doubts),
    )  # fmt: skip


def _one_of(text: str, kinds: Sequence[tuple[Kind, str]]) -> Kind | None:
    said = plain(text)
    return next((kind for kind, pattern in kinds if said and re.search(pattern, said)), None)


def _way_there_is(numbers: dict[Fact, str], email: str) -> ContactWay:
    """Return a way that can be used, where the list does not say which they prefer."""
    if numbers[Fact.PHONE]:
        return ContactWay.PHONE
    if numbers[Fact.TEXT_PHONE]:
        return ContactWay.TEXT
    return ContactWay.EMAIL if email else ContactWay.PHONE
