"""What is given by hand instead of paid: fees given away, and what people get in kind."""

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
    """What is given by hand of a fee, and what became of it. `id` is that of the line."""

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
        """Return what is given by hand of approved fees: what is still to be given comes first."""
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
            gifts_ = [_Gift.of(open_[line_id]) for line_id in chosen]
            total = Money.total(gift.amount for gift in gifts_)
            words = ngettext("{what} given", "{n} gifts made, {amount}", len(chosen))
            said = words.format(what=gifts_[0].words, amount=total, n=len(chosen))
            return w.done(Change(said, _PAYMENT, chosen[0]))


@dataclass(frozen=True, slots=True)
class _Gift:
    """What of a line is given by hand, to whom, and what it is worth."""

    words: str
    whom: str
    amount: Money

    @classmethod
    def of(cls, line: ClaimLine) -> "_Gift":
        parts, whom, amount = [], [], Money()
        if line.given and line.given_payee_id is None:
            whom.append(line.given_to or _("somebody else"))
            words = _("{amount} to {whom}")
            parts.append(words.format(amount=line.given, whom=whom[-1]))
            amount += line.given
        if line.in_kind:
            whom.append(line.claim.person.name)
            words = _("{what} worth {amount} to {whom}")
            what = line.in_kind_words or _("something in kind")
            parts.append(words.format(what=what, amount=line.in_kind, whom=whom[-1]))
            amount += line.in_kind
        return cls(", ".join(parts), ", ".join(whom), amount)


def _row(line: ClaimLine, made: GiftMade | None) -> GiftRow:
    gift = _Gift.of(line)
    said = ""
    if made:
        said = _("given on {day}").format(day=say_date(made.day))
        said = f"{said}, {made.words}" if made.words else said
    words = _("to be given: {what}")
    if made:
        words = _("given: {what}")
    return GiftRow(
        line.id, words.format(what=gift.words), gift.whom, gift.amount,
        line.claim.person.name, line.claim_id, line.claim.number, say_date(line.day),
        made is not None, said,
    )  # fmt: skip
