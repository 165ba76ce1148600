"""Which facts of a claim can go into a partner's own form, what each is called, and its value."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from alongside.domain.money import Money
from alongside.domain.sheets import ActivityEntry, ClaimSheet, ExpenseEntry, Fact, FeeEntry
from alongside.i18n import _, speaking

MOST_LINES = 40
"""Meetings, fees or expenses that a form may have room for."""

FIXED = "fixed"
"""The fact that is no fact of a claim: words that are the same on every form."""

Value = str | Money | bool
_Line = ActivityEntry | FeeEntry | ExpenseEntry


@dataclass(frozen=True, slots=True)
class PartnerFact:
    """A fact: its `key` in a map, its words, and how it is read off a sheet.

    One of a line (a meeting, fee or expense, which `part` names) needs to know which; a tick is
    a box that is marked or not.
    """

    key: str
    words: str
    read: Callable[[ClaimSheet, int], Value | None]
    part: str = ""
    is_tick: bool = False


def facts() -> dict[str, PartnerFact]:
    """Return every fact by its key, in the order to choose from, in the language of the screen."""
    found = [
        *_of_the_claim(), *_of_the_person(), *_of_the_sums(), *_of_the_lines(), *_ticks(),
        PartnerFact(FIXED, _("The same words every time"), lambda *_sheet: ""),
    ]  # fmt: skip
    return {fact.key: fact for fact in found}


@cache
def known_keys() -> frozenset[str]:
    """Return the keys of all facts, which are the same in every language."""
    return frozenset(facts())


def lines_of(sheet: ClaimSheet) -> dict[str, tuple[_Line, ...]]:
    """Return a sheet's lines by the part that they belong to."""
    return {"meeting": sheet.activities, "fee": sheet.fees, "expense": sheet.expenses}


def _plain(key: str, words: str, read: Callable[[ClaimSheet], Value]) -> PartnerFact:
    return PartnerFact(key, words, lambda sheet, _number: read(sheet))


def _of_the_claim() -> list[PartnerFact]:
    return [
        _plain("number", _("Claim number"), lambda sheet: sheet.number),
        _plain("printed_on", _("Date of the form"), lambda sheet: sheet.printed_on),
        _plain("organisation", _("Organisation"), lambda sheet: sheet.organisation),
        _plain("organisation_address", _("Address of the organisation"),
               lambda sheet: ", ".join(sheet.organisation_address)),
        _plain("group", _("Group"), lambda sheet: sheet.group),
        _plain("partner", _("Partner"), lambda sheet: sheet.partner),
        _plain("budget_code", _("Budget code"), lambda sheet: sheet.budget_code),
    ]  # fmt: skip


def _of_the_person() -> list[PartnerFact]:
    return [
        _plain("person", _("Name"), lambda sheet: sheet.person),
        _plain("account_name", _("Name on the bank account"), lambda sheet: _named(
            sheet.person_facts, sheet, lambda: _("Name on the bank account")) or sheet.person),
        _plain("address", _("Address, if something is posted"), lambda sheet: _named(
            sheet.person_facts, sheet, lambda: _("Address"))),
        _plain("phone", _("Telephone"), lambda sheet: _named(
            sheet.person_facts, sheet, lambda: _("Telephone"))),
        _plain("email", _("Email"), lambda sheet: _named(
            sheet.person_facts, sheet, lambda: _("Email"))),
        _plain("how_to_pay", _("How it is paid, in words"), lambda sheet: sheet.how_to_pay),
    ]  # fmt: skip


def _of_the_sums() -> list[PartnerFact]:
    return [
        _plain("fees_to_pay", _("Fees to pay"), lambda sheet: sheet.fees_to_pay),
        _plain("fees_offered", _("Fees offered"), lambda sheet: sheet.fees_offered),
        _plain("expenses_to_pay", _("Expenses to pay"), lambda sheet: sheet.expenses_to_pay),
        _plain("expenses_total", _("Expenses, however they are met"),
               lambda sheet: sheet.expenses_total),
        _plain("to_pay", _("To pay, fees and expenses apart"), lambda sheet: sheet.to_pay),
        _plain("to_pay_sum", _("To pay, fees and expenses in one sum"),
               lambda sheet: sheet.fees_to_pay + sheet.expenses_to_pay),
    ]  # fmt: skip


def _of_the_lines() -> list[PartnerFact]:
    return [
        _line("meeting", "date", _("Meeting: date")),
        _line("meeting", "words", _("Meeting: what it was")),
        _line("meeting", "place", _("Meeting: place")),
        _line("meeting", "times", _("Meeting: times")),
        _line("meeting", "role", _("Meeting: role")),
        _line("fee", "date", _("Fee: date")),
        _line("fee", "words", _("Fee: what for")),
        _line("fee", "amount", _("Fee: amount")),
        _line("fee", "why", _("Fee: why this amount")),
        _line("expense", "date", _("Expense: date")),
        _line("expense", "words", _("Expense: what for")),
        _line("expense", "amount", _("Expense: amount")),
        _line("expense", "handled", _("Expense: how it is met")),
        _line("expense", "receipt", _("Expense: receipt")),
        _line("expense", "why", _("Expense: why this amount")),
    ]


def _line(part: str, column: str, words: str) -> PartnerFact:
    def read(sheet: ClaimSheet, number: int) -> Value | None:
        lines = lines_of(sheet)[part]
        return getattr(lines[number - 1], column) if number <= len(lines) else None

    return PartnerFact(f"{part}.{column}", words, read, part)


def _ticks() -> list[PartnerFact]:
    def tick(key: str, words: str, read: Callable[[ClaimSheet], bool]) -> PartnerFact:
        return PartnerFact(key, words, lambda sheet, _number: read(sheet), is_tick=True)

    return [
        tick("has_fees", _("Tick if there are fees to pay"),
             lambda sheet: bool(sheet.fees_to_pay)),
        tick("has_expenses", _("Tick if there are expenses to pay"),
             lambda sheet: bool(sheet.expenses_to_pay)),
        tick("has_no_fees", _("Tick if there are no fees to pay"),
             lambda sheet: not sheet.fees_to_pay),
        tick("always", _("Tick always"), lambda _sheet: True),
    ]  # fmt: skip


def _named(facts: tuple[Fact, ...], sheet: ClaimSheet, name: Callable[[], str]) -> str:
    """Return what a sheet says under a name, which is in the language of the sheet."""
    with speaking(sheet.language):
        wanted = name()
    return next((fact.value for fact in facts if fact.name == wanted), "")
