"""What goes where on a partner's own form: its fields as its file has them, and the map of facts.

Lengths are in tenths of a millimetre from the top left corner of a page as it is looked at.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from alongside.domain.errors import UserError
from alongside.domain.money import Money
from alongside.domain.partner_facts import FIXED, PartnerFact, Value, facts, lines_of
from alongside.domain.sheets import ClaimSheet
from alongside.i18n import _, ngettext

LEAST_LETTERS = 8
"""Points. Smaller letters than these cannot be read by most people: a value is refused instead."""

USUAL_LETTERS = 11
MOST_LETTERS = 36


class FieldKind(StrEnum):
    """What a field of a PDF is."""

    TEXT = "text"
    TICK = "tick"
    CHOICE = "choice"
    SIGNATURE = "signature"
    BUTTON = "button"

    @property
    def words(self) -> str:
        """The kind in words."""
        return {
            FieldKind.TEXT: _("text"), FieldKind.TICK: _("box to tick"),
            FieldKind.CHOICE: _("choice"), FieldKind.SIGNATURE: _("signature"),
            FieldKind.BUTTON: _("button"),
        }[self]  # fmt: skip

    @property
    def takes_facts(self) -> bool:
        """Whether anything can be put there; signatures are the person's own."""
        return self not in (FieldKind.SIGNATURE, FieldKind.BUTTON)


@dataclass(frozen=True, slots=True)
class PdfField:
    """A field of a PDF. `state` is set where it is one of several boxes, of which one is marked.

    `hint` is what its maker wrote for screen readers; `options` are those of a choice.
    """

    name: str
    kind: FieldKind
    page: int
    left: int
    top: int
    width: int
    height: int
    hint: str = ""
    state: str = ""
    options: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PaperSize:
    """How large a page is, as it is looked at."""

    width: int
    height: int


@dataclass(frozen=True, slots=True)
class PartnerPaper:
    """What a partner's PDF has: its pages and its fields."""

    pages: tuple[PaperSize, ...]
    fields: tuple[PdfField, ...]


def paper_of(values: dict[str, Any]) -> PartnerPaper:
    """Return a paper from the plain values that `dataclasses.asdict` makes of one."""
    pages = tuple(PaperSize(**each) for each in values["pages"])
    fields = tuple(
        PdfField(**each | {"kind": FieldKind(each["kind"]), "options": tuple(each["options"])})
        for each in values["fields"]
    )
    return PartnerPaper(pages, fields)


@dataclass(frozen=True, slots=True)
class MapEntry:
    """A fact and where it goes: a field of the PDF, or without `field` a place on a page.

    `number` says which meeting, fee or expense; `text` is what is the same on every form. A
    place has a width and a size of letters, in points.
    """

    fact: str = ""
    number: int = 1
    text: str = ""
    field: str = ""
    state: str = ""
    page: int = 1
    left: int = 0
    top: int = 0
    width: int = 0
    letters: int = USUAL_LETTERS

    @property
    def words(self) -> str:
        """What goes there: “Expense 3: amount”."""
        fact = facts().get(self.fact)
        if fact is None:
            return _("nothing")
        if self.fact == FIXED:
            return _("“{text}”").format(text=self.text)
        if fact.part:
            part, _colon, column = fact.words.partition(":")
            return f"{part} {self.number}:{column}"
        return fact.words

    @property
    def place_words(self) -> str:
        """Where a place is: “page 1, 40 mm from the left, 120 mm from the top”."""
        return _("page {page}, {left} mm from the left, {top} mm from the top").format(
            page=self.page, left=say_length(self.left), top=say_length(self.top)
        )


@dataclass(frozen=True, slots=True)
class PartnerMap:
    """The map of a form. Without `has_pounds`, amounts go without the pound sign."""

    entries: tuple[MapEntry, ...] = ()
    has_pounds: bool = True


@dataclass(frozen=True, slots=True)
class Filling:
    """What goes into one place: words, or whether it is ticked; and what it is called."""

    entry: MapEntry
    value: str | bool
    words: str = field(default="")


def say_length(tenths: int) -> str:
    """Return a length in millimetres: “40”, “40.5”."""
    whole, rest = divmod(tenths, 10)
    return f"{whole}.{rest}" if rest else str(whole)


def parse_length(text: str, field: str) -> int:
    """Read millimetres that somebody typed, “40” or “40.5 mm”, as tenths. Raise UserError."""
    typed = text.casefold().removesuffix("mm").strip().replace(",", ".")
    found = re.fullmatch(r"([0-9]{1,4})(?:\.([0-9]))?", typed)
    if found is None:
        words = _("“{text}” is not a length in millimetres, like 40 or 40.5.")
        raise UserError(field, words.format(text=text.strip()))
    return int(found[1]) * 10 + int(found[2] or 0)


def fillings(sheet: ClaimSheet, mapped: PartnerMap) -> list[Filling]:
    """Return what goes where on the form of one claim; lines that it does not have stay empty."""
    known = facts()
    found = []
    for entry in mapped.entries:
        fact = known.get(entry.fact)
        if fact is None:
            continue
        value = entry.text if entry.fact == FIXED else fact.read(sheet, entry.number)
        found.append(Filling(entry, _shown(value, mapped), entry.words))
    return found


def what_does_not_fit(sheet: ClaimSheet, mapped: PartnerMap) -> list[str]:
    """Return a sentence, with the person, for each part whose lines have no room on the form."""
    known = facts()
    wanted = [(known[e.fact], e.number) for e in mapped.entries if e.fact in known]
    said = []
    for part, lines in lines_of(sheet).items():
        room = {number for fact, number in wanted if fact.part == part}
        left = sum(number not in room for number in range(1, len(lines) + 1))
        if left and (room or not _is_summed(part, [fact for fact, _number in wanted])):
            said.append(_left_out(part, left).format(person=sheet.person, n=left))
    return said


def _is_summed(part: str, wanted: Sequence[PartnerFact]) -> bool:
    """Whether a form without lines of a part has a sum for them; meetings need none."""
    sums = {
        "fee": ("fees_to_pay", "fees_offered"),
        "expense": ("expenses_to_pay", "expenses_total"),
    }
    both = ("to_pay", "to_pay_sum")
    return part == "meeting" or any(fact.key in (*sums[part], *both) for fact in wanted)


def _left_out(part: str, n: int) -> str:
    if part == "meeting":
        return ngettext("{person}: {n} meeting has no room on the form.",
                        "{person}: {n} meetings have no room on the form.", n)  # fmt: skip
    if part == "fee":
        return ngettext("{person}: {n} fee has no room on the form.",
                        "{person}: {n} fees have no room on the form.", n)  # fmt: skip
    return ngettext("{person}: {n} expense has no room on the form.",
                    "{person}: {n} expenses have no room on the form.", n)  # fmt: skip


def _shown(value: Value | None, mapped: PartnerMap) -> str | bool:
    if isinstance(value, Money):
        return str(value) if mapped.has_pounds else str(value).replace("£", "")
    return "" if value is None else value
