"""Every paper of some records in every edition, to be looked at and listened to.

Whoever changes a paper, a font or an edition makes this before and after, and looks.
"""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from pathlib import Path

from alongside.documents import editions, folder
from alongside.documents.claim_form import claim_form
from alongside.documents.document import Document
from alongside.documents.history_list import history_list
from alongside.documents.meeting_papers import paper_of
from alongside.documents.recovery_sheet import recovery_sheet
from alongside.documents.remittance import remittance_advice
from alongside.documents.run_list import run_list
from alongside.documents.scripts import cut
from alongside.documents.yearly_statement import yearly_statement
from alongside.domain.claims import ClaimState
from alongside.domain.errors import AlongsideError
from alongside.domain.meeting_sheets import MeetingPaper
from alongside.domain.payments import PayMethod, RunState
from alongside.domain.people import EDITIONS
from alongside.domain.years import tax_year_of
from alongside.i18n import _
from alongside.office import Office
from alongside.services.claim_rows import ClaimRow
from alongside.services.history_wanted import HistoryFilter
from alongside.services.meeting_paper_requests import PrintPaper
from alongside.services.recovery_sheet import make_sheet

_WORDS = "anchor apple armchair atlas badge bakery bamboo"
"""Words that open nothing."""


def write_gallery(office: Office, place: Path, say: Callable[[str], None]) -> int:
    """Write every paper of `office` in every edition to the folder `place`; return how many.

    What cannot be made is told to `say`, and the others are made. Raise WorldError when the disk
    will not take one.
    """
    folder.make(place)
    written = 0
    for name, document in _papers(office):
        for edition in EDITIONS:
            try:
                made = editions.write(document, edition)
            except AlongsideError as error:
                words = _("{name}, {edition}: {words}")
                say(words.format(name=name, edition=edition.words, words=error.words))
                continue
            file = folder.named(f"{name}, {edition.words}", editions.ending_of(edition))
            folder.write(place / file, made)
            written += 1
    return written


def _papers(office: Office) -> Iterator[tuple[str, Document]]:
    """Yield each paper with a name for its files, which names nobody."""
    for row, why in _telling(office.claims.list_(most=None)):
        form = _("Claim form {number}, {why}")
        sheet = office.forms.sheet(row.id)
        yield form.format(number=row.number, why=why), claim_form(sheet)
    yield from _meeting(office)
    yield from _money(office)
    history = office.history.sheet(HistoryFilter())
    yield _("History"), history_list(history)
    spare = make_sheet(_WORDS, organisation=history.organisation, computer="", file="",
                       day=date(2026, 1, 1))  # fmt: skip
    yield _("Recovery sheet"), recovery_sheet(spare)


def _telling(rows: Sequence[ClaimRow]) -> Iterator[tuple[ClaimRow, str]]:
    """Yield claims that ask most of a page, each once, with why it is among them."""
    drafts = [row for row in rows if row.state is ClaimState.DRAFT]
    issued = [row for row in rows if row.state is not ClaimState.DRAFT]
    by_sum = sorted(issued, key=_sum_of)
    by_name = sorted(issued, key=lambda row: len(row.person))
    seen: set[str] = set()
    for found, why in (
        (drafts[:1], _("a draft")),
        (by_sum[-1:], _("most money")),
        (by_sum[:1], _("least money")),
        (by_name[-1:], _("longest name")),
        (by_name[:1], _("shortest name")),
        ([row for row in issued if not row.person.isascii()][:1], _("letters of their own")),
        ([row for row in issued if _is_in_a_script(row.person)][:1], _("another script")),
    ):
        for row in found:
            if row.person not in seen:
                seen.add(row.person)
                yield row, why


def _is_in_a_script(name: str) -> bool:
    return any(script for script, _part in cut(name))


def _sum_of(row: ClaimRow) -> int:
    return row.fees.pence + row.expenses.pence


def _meeting(office: Office) -> Iterator[tuple[str, Document]]:
    """Yield the papers of the meeting that has most claims, one of each kind."""
    found = [(len(office.claims.list_(meeting_id=row.id)), row) for row in office.meetings.list_()]
    if not found:
        return
    meeting = max(found, key=lambda each: each[0])[1]
    for kind in MeetingPaper:
        request = PrintPaper(meeting.id, kind, in_charge=_("whoever opens the door"))
        name = kind.words[:1].upper() + kind.words[1:]
        for sheet in office.meeting_papers.sheets(request)[:1]:
            yield name, paper_of(sheet)


def _money(office: Office) -> Iterator[tuple[str, Document]]:
    """Yield papers of payment runs: two advices and a list of each kind; and some statements."""
    seen: set[PayMethod] = set()
    for run in office.payments.list_(most=None):
        if run.method in seen or not run.payments or run.state is RunState.VOID:
            continue
        seen.add(run.method)
        sheets = office.payment_papers.remittances(run.id)
        longest = max(sheets, key=lambda sheet: len(sheet.person))
        advice = _("Remittance advice {run}, {why}")
        for sheet, why in ((sheets[0], _("the first")), (longest, _("longest name"))):
            yield advice.format(run=run.number, why=why), remittance_advice(sheet)
        if run.method is not PayMethod.BANK:
            listed = office.payment_papers.list_sheet(run.id)
            yield f"{listed.title} {run.number}", run_list(listed)
    paid = [row for row in office.claims.list_(most=None) if row.state is ClaimState.PAID]
    year = tax_year_of(office.store.now().date())
    for row, why in _telling(paid):
        statement = _("Yearly statement, {why}")
        said = office.statements.sheet(row.person_id, year)
        yield statement.format(why=why), yearly_statement(said)
