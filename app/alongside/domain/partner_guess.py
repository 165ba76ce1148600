"""A first map of a partner's form, guessed from the names of its fields, for people to correct."""

import re

from alongside.domain.partner_facts import MOST_LINES
from alongside.domain.partner_map import FieldKind, MapEntry, PartnerMap, PdfField

_NAMES = (
    ("account_name", r"(name on|account) .*(account|name)|account (holder|name)"),
    ("number", r"(claim|invoice|form|reference) (no|num|number|ref)|our ref"),
    ("budget_code", r"(budget|cost|payment|allocation|finance|payables) (code|centre|center)"),
    ("organisation_address", r"organisation.* address"),
    ("organisation", r"organisation|organization|charity"),
    ("email", r"e ?mail( address)?"),
    ("phone", r"(tel|telephone|phone|mobile|landline|contact)( no| number)?"),
    ("address", r"address"),
    ("group", r"group|panel|forum|committee"),
    ("printed_on", r"(date of|claim|form) (claim|form|date)"),
    ("fees_to_pay", r"(total|sum).* (fee|fees|honorarium|involvement payment)|(fee|fees) total"),
    ("expenses_to_pay", r"(total|sum).* (expense|expenses|travel)|(expense|expenses) total"),
    ("to_pay_sum", r"(grand |overall )?total( claimed| claim| amount| due| to pay)?"),
    ("to_pay_sum", r"amount claimed"),
    ("person", r"(full |your |claimant |claimant s |print |payee |applicant )?name"),
    ("person", r"claimant|name of (claimant|payee|person)"),
)  # fmt: skip
"""Facts by what the whole name of a field would be, the narrower before the wider."""

_LINES = (
    ("meeting.date", r"(meeting|event) date|date of (meeting|event)"),
    ("meeting.place", r"venue|(meeting|event) (place|venue|location)|location"),
    ("meeting.words", r"meeting( name| title| purpose)?|event( name)?"),
    ("fee.date", r"fee date"),
    ("fee.amount", r"fee( amount)?"),
    ("fee.words", r"fee (for|description)|activity"),
    ("expense.date", r"(expense )?date"),
    ("expense.amount", r"(expense )?(amount|cost|value)|£"),
    ("expense.words", r"(expense )?(description|details|type|item)|expense"),
    ("expense.receipt", r"receipt( no| number)?"),
)
"""Facts of lines: these count only with a number by the name, but for one meeting."""

_PART = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])|\d+|£")


def guess(fields: tuple[PdfField, ...]) -> PartnerMap:
    """Return a map of what can be told from the names of the fields, and from their hints."""
    entries = []
    for each in fields:
        found = (_guess_one(each.hint) or _guess_one(each.name)) if _is_open(each) else None
        if found:
            fact, number = found
            entries.append(MapEntry(fact, number, field=each.name, page=each.page))
    return PartnerMap(tuple(entries))


def _is_open(each: PdfField) -> bool:
    return each.kind is FieldKind.TEXT


def _guess_one(name: str) -> tuple[str, int] | None:
    """Return the fact, and which line, that a name tells of; None if it tells of none."""
    parents, _dot, last = name.replace("’s", "").replace("'s", "").rpartition(".")
    if last.isdigit():  # “expense.amount.4”
        last = f"{parents.rpartition('.')[2]} {last}"
    parts = [part.casefold() for part in _PART.findall(last)]
    numbers = [int(part) for part in parts if part.isdigit()]
    plain = " ".join(part for part in parts if not part.isdigit())
    plain = re.sub(r"\b(line|row|field|text|box|txt)\b", "", plain).strip()
    if len(numbers) == 1 and 1 <= numbers[0] <= MOST_LINES:
        for fact, pattern in _LINES:
            if re.fullmatch(pattern, plain):
                return fact, numbers[0]
    if not numbers:
        for fact, pattern in (*_NAMES, *_LINES[:3]):
            if re.fullmatch(pattern, plain):
                return fact, 1
    return None
