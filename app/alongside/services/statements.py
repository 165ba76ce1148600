"""A yearly statement for one person: what people need for their own records, and no advice."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from uuid import UUID

from alongside.domain.change import Change
from alongside.domain.claims import Handling, Section
from alongside.domain.dates import say_date
from alongside.domain.errors import UserError
from alongside.domain.money import Money
from alongside.domain.payment_sheets import Amount, StatementSheet, Sums
from alongside.domain.payments import Sum
from alongside.domain.years import Year, financial_year_of, tax_year_of
from alongside.i18n import _, language
from alongside.services.claim_totals import given_up_of
from alongside.services.looks import USUAL, Look
from alongside.services.paper_styles import style_of
from alongside.services.payment_sheets import say_work, ways_to_ask
from alongside.store import advances, payment_papers, people
from alongside.store import organisation as organisations
from alongside.store.file import DataFile
from alongside.store.tables import ClaimLine, Payment, Person
from alongside.store.work import Session, note, reading

_YEARS_BACK = 7
"""Six years of accounts are kept, and this one."""


@dataclass(frozen=True, slots=True)
class SaveStatement:
    """Ask for the statement of a person for a year as `file`, in their own format or in another."""

    person_id: UUID
    year: Year
    file: Path
    look: Look = USUAL
    may_replace: bool = False


class StatementService:
    """Make yearly statements. They change nothing, and leave a line in the history."""

    def __init__(self, store: DataFile) -> None:
        self._store = store

    def years(self) -> list[Year]:
        """Return the years that a statement can be for, the latest first."""
        today = self._store.now().date()
        with reading(self._store) as session:
            organisation = organisations.find(session)
        starts = (1, 4)
        if organisation:
            starts = (organisation.year_start_day, organisation.year_start_month)
        found: list[Year] = []
        for make in (tax_year_of, lambda day: financial_year_of(day, *starts)):
            day = today
            for _number in range(_YEARS_BACK):
                found.append(make(day))
                day = found[-1].first - timedelta(days=1)
        return sorted(found, key=lambda year: (year.first, year.is_tax_year), reverse=True)

    def sheet(self, person_id: UUID, year: Year) -> StatementSheet:
        """Return the finished statement. Raise UserError if the person is gone."""
        with reading(self._store) as session:
            person = _fetch(session, person_id)
            organisation = organisations.find(session)
            lines = payment_papers.lines_of_person(session, person_id, year.period)
            paid = payment_papers.payments_of_person(session, person_id, year.period)
            own = [line for line in lines if line.claim.person_id == person_id]
            given = [line for line in own if line.given]
            in_kind = [line for line in own if line.in_kind]
            given_up = [(_activity(line), left) for line in own if (left := given_up_of(line))]
            return StatementSheet(
                organisation.name if organisation else "",
                person.name,
                year.words,
                _by_activity(
                    own,
                    [line for line in lines if line not in own],
                    person_id,
                    _above_advances(session, own),
                ),
                _by_payment(paid),
                _amounts((_given(line), line.given) for line in given),
                str(Money.total(line.given for line in given)),
                _amounts((_in_kind(line), line.in_kind) for line in in_kind),
                str(Money.total(line.in_kind for line in in_kind)),
                ways_to_ask(organisation),
                say_date(self._store.now().date()),
                person.format,
                style_of(organisation, person),
                language(),
                _amounts(given_up),
                str(Money.total(left for _words, left in given_up)),
            )

    def usual_name(self, person_id: UUID, year: Year, look: Look = USUAL) -> str:
        """Return a name for the file of a statement. Raise UserError if the person is gone."""
        from alongside.documents.folder import named  # paper is loaded when it is needed

        with reading(self._store) as session:
            person = _fetch(session, person_id)
            name, ending = person.name, look.ending_for(person.format)
        kind = _("tax year") if year.is_tax_year else _("financial year")
        words = _("Statement {year} {kind} {person}")
        return named(words.format(person=name, kind=kind, year=year.short), ending)

    def save(self, request: SaveStatement) -> Change:
        """Write the statement as a file.

        Raise UserError rather than write over a file, WorldError when the disk will not take it or
        this computer cannot make the format.
        """
        from alongside.documents import folder as files
        from alongside.documents.editions import write
        from alongside.documents.yearly_statement import yearly_statement

        sheet, look = self.sheet(request.person_id, request.year), request.look
        if not request.may_replace:
            files.check_free(request.file, "file")
        made = write(yearly_statement(sheet), look.edition_for(sheet.edition), look.tint)
        files.make(request.file.parent)
        files.write(request.file, made)
        words = _("Yearly statement of {person}, {year}, saved as {file}")
        said = words.format(person=sheet.person, year=sheet.year, file=request.file)
        return note(self._store, said)


def _fetch(session: Session, person_id: UUID) -> Person:
    person = people.find(session, person_id)
    if person is None:
        raise UserError("", _("That person is no longer here."))
    return person


def _by_activity(
    own: Sequence[ClaimLine], others: Sequence[ClaimLine], person_id: UUID,
    above: Sequence[tuple[str, Money]],
) -> Sums:  # fmt: skip
    """Sort what goes to the person into fees and expenses, with their totals.

    Of the claims of `others` it says what they are paid for, and not whose claim it is. What was
    spent `above` an advance is owed to the person, as an expense.
    """
    paid = [line for line in own if line.goes_to_claimant and line.amount]
    parts = {
        section: [(_activity(line), line.amount) for line in paid if line.section is section]
        for section in Section
    }
    for line in others:
        entry = _activity_of_other(line, person_id)
        if line.given_payee_id == person_id:
            parts[Section.FEE].append((entry, line.given))
        elif line.handling is Handling.REIMBURSE:
            parts[Section.EXPENSE].append((entry, line.amount))
    return _sums(parts[Section.FEE], [*parts[Section.EXPENSE], *above])


def _above_advances(session: Session, own: Sequence[ClaimLine]) -> list[tuple[str, Money]]:
    """Return what was spent above the cash given before, claim by claim, on their latest day."""
    latest = {line.claim: line for line in own if line.handling is Handling.ADVANCED}
    words = _("{day}, spent above the cash advance, {group}, claim {number}")
    return [
        (words.format(day=say_date(line.day), group=claim.group.name, number=claim.number), over)
        for claim, line in latest.items()
        if (over := advances.over_spent(session, claim))
    ]


def _activity_of_other(line: ClaimLine, person_id: UUID) -> str:
    words = _("{work}, {group}, claim {number}")
    return words.format(work=say_work(line, person_id), group=line.claim.group.name,
                        number=line.claim.number)  # fmt: skip


def _by_payment(payments: Sequence[Payment]) -> Sums:
    return _sums(
        [(_payment(each), each.fees_paid) for each in payments if each.fees_paid],
        [(_payment(each), each.expenses_paid) for each in payments if each.expenses_paid],
    )


def _sums(fees: Sequence[tuple[str, Money]], expenses: Sequence[tuple[str, Money]]) -> Sums:
    total = Sum(*(Money.total(amount for _words, amount in part) for part in (fees, expenses)))
    return Sums(_amounts(fees), _amounts(expenses), total)


def _amounts(lines: Iterable[tuple[str, Money]]) -> tuple[Amount, ...]:
    return tuple(Amount(words, str(amount)) for words, amount in lines)


def _activity(line: ClaimLine) -> str:
    words = _("{day}, {what}, {group}, claim {number}")
    return words.format(day=say_date(line.day), what=line.words, group=line.claim.group.name,
                        number=line.claim.number)  # fmt: skip


def _payment(payment: Payment) -> str:
    words = _("{day}, {how}, {group}, claim {number}")
    return words.format(day=say_date(payment.day), how=payment.run.method.words,
                        group=payment.claim.group.name, number=payment.claim.number)  # fmt: skip


def _given(line: ClaimLine) -> str:
    words = _("{activity}, to {whom}")
    return words.format(activity=_activity(line), whom=line.given_to or _("somebody else"))


def _in_kind(line: ClaimLine) -> str:
    words = _("{activity}, as {what}")
    what = line.in_kind_words or _("something in kind")
    return words.format(activity=_activity(line), what=what)
