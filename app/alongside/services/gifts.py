"""Fees that people gave away, where no payment run takes them: given by hand, and marked so."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from alongside.domain.change import Change, Kind
from alongside.domain.dates import say_date
from alongside.domain.errors import UserError
from alongside.domain.money import Money
from alongside.i18n import _, ngettext
from alongside.store import gifts
from alongside.store.file import DataFile
from alongside.store.tables import ClaimLine, GiftMade
from alongside.store.work import reading, work

_PAYMENT = frozenset({Kind.PAYMENT})


@dataclass(frozen=True, slots=True)
class GiftRow:
    """What somebody gave away of a fee, and what became of it. `id` is that of the line."""

    id: UUID
    words: str
    whom: str
    amount: Money
    person: str
    claim_id: UUID
    claim: str
    day: str
    is_made: bool
    made: str


@dataclass(frozen=True, slots=True)
class RecordGiven:
    """Say that gifts were made on `day`, and how, if there is something to say."""

    line_ids: tuple[UUID, ...]
    day: date
    words: str = ""


class GiftService:
    """List what is to be given by hand, and record that it was."""

    def __init__(self, store: DataFile) -> None:
        self._store = store

    def list_(self, *, is_open_only: bool = False) -> list[GiftRow]:
        """Return gifts of approved fees that no payment run makes: those to be made come first."""
        with reading(self._store) as session:
            rows = [_row(line, made) for line, made in gifts.by_hand(session)]
        rows.sort(key=lambda row: row.is_made)
        return [row for row in rows if not (is_open_only and row.is_made)]

    def record(self, request: RecordGiven) -> Change:
        """Record that gifts were made. Raise UserError for none, or one that was made already."""
        with work(self._store) as w:
            if request.day > self._store.now().date():
                raise UserError("day", _("That day is still to come."))
            open_ = {line.id: line for line, made in gifts.by_hand(w.session) if made is None}
            chosen = list(dict.fromkeys(request.line_ids))
            if not chosen or not open_.keys() >= set(chosen):
                raise UserError("", _("Choose a gift that is still to be made."))
            for line_id in chosen:
                w.session.add(
                    GiftMade(line_id=line_id, day=request.day, words=request.words.strip())
                )
            total = Money.total(open_[line_id].given for line_id in chosen)
            words = ngettext("{amount} given to {whom}", "{n} gifts made, {amount}", len(chosen))
            whom = open_[chosen[0]].given_to or _("somebody else")
            said = words.format(amount=total, whom=whom, n=len(chosen))
            return w.done(Change(said, _PAYMENT, chosen[0]))


def _row(line: ClaimLine, made: GiftMade | None) -> GiftRow:
    whom = line.given_to or _("somebody else")
    said = ""
    if made:
        said = _("given on {day}").format(day=say_date(made.day))
        said = f"{said}, {made.words}" if made.words else said
    words = _("to be given: {amount} to {whom}")
    if made:
        words = _("given: {amount} to {whom}")
    return GiftRow(
        line.id, words.format(amount=line.given, whom=whom), whom, line.given,
        line.claim.person.name, line.claim_id, line.claim.number, say_date(line.day),
        made is not None, said,
    )  # fmt: skip
