"""The sign-in register of a meeting: a line for each person to sign on, and some for visitors."""

from collections.abc import Iterator

from alongside.documents.document import Document
from alongside.documents.parts import (
    Blanks,
    Heading,
    Letterhead,
    Named,
    Paragraph,
    Part,
    Table,
    TableColumn,
    Title,
)
from alongside.domain.meeting_sheets import SignInSheet
from alongside.i18n import _, speaking

_ROW = 40.0
"""Points: room for a signature, also a large one."""
_TIME, _ANSWER, _FROM, _SIGN = 50.0, 76.0, 130.0, 150.0


def sign_in_register(sheet: SignInSheet) -> Document:
    """Return the register that `sheet` has, the long side of A4 across."""
    with speaking(sheet.language):
        title = _("Sign-in register, {meeting}").format(meeting=sheet.meeting)
        return Document(
            title=title,
            organisation=sheet.organisation,
            parts=tuple(_parts(sheet)),
            foot=title,
            language=sheet.language,
            style=sheet.style,
            is_wide=True,
        )


def _parts(sheet: SignInSheet) -> Iterator[Part]:
    yield Letterhead(sheet.organisation)
    yield Title(_("Sign-in register"))
    yield Paragraph(
        _("Please sign beside your name, or make a mark. Somebody can do it for you: ask.")
    )
    yield from (Named(fact.name, fact.value) for fact in sheet.facts)
    yield Named(_("Printed on"), sheet.printed_on)
    if sheet.lines:
        yield Heading(_("Who is expected"))
        columns = [TableColumn(_("Name")), TableColumn(_("Role")), *_asked(sheet)]
        empty = ("",) * (len(columns) - 2)
        rows = tuple((line.person, line.role, *empty) for line in sheet.lines)
        yield Table(tuple(columns), rows, height=_ROW)
    if sheet.visitors:
        yield Heading(_("Visitors, and who else is here"))
        columns = [
            TableColumn(_("Number")), TableColumn(_("Name"), _FROM),
            TableColumn(_("From, or with"), _FROM), *_asked(sheet, is_visitor=True),
        ]  # fmt: skip
        empty = ("",) * (len(columns) - 1)
        numbers = range(1, sheet.visitors + 1)
        yield Table(tuple(columns), tuple((str(n), *empty) for n in numbers), height=_ROW)
    yield Heading(_("Who kept this register"))
    yield Blanks((_("Name and signature"), _("Date")))


def _asked(sheet: SignInSheet, *, is_visitor: bool = False) -> Iterator[TableColumn]:
    """Yield the columns to write in, the signature last: it has what room the others leave."""
    if sheet.asks_times:
        yield TableColumn(_("Time in"), _TIME)
        yield TableColumn(_("Time out"), _TIME)
    if sheet.asks_journey and not is_visitor:
        yield TableColumn(_("Usual journey?"), _ANSWER)
    yield TableColumn(_("Signature, or a mark"), _SIGN, is_to_write=True)
