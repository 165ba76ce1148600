"""The lines of draft claims: added, corrected and removed by people, each with why it is so."""

from dataclasses import dataclass
from uuid import UUID

from alongside.domain.change import Change, Kind
from alongside.domain.claims import Section
from alongside.domain.errors import UserError
from alongside.i18n import _
from alongside.services import topped_up
from alongside.services.drafts_kept_up import keep_up_claim
from alongside.services.line_rows import LineDetails
from alongside.services.line_values import typed_values
from alongside.services.open_claims import fetch_draft, next_position
from alongside.store import claim_lines
from alongside.store.file import DataFile
from alongside.store.tables import Claim, ClaimLine
from alongside.store.work import Session, work

_CLAIM = frozenset({Kind.CLAIM, Kind.MEETING})


@dataclass(frozen=True, slots=True)
class AddLine:
    """Ask for a line to be added to a draft claim."""

    claim_id: UUID
    details: LineDetails


@dataclass(frozen=True, slots=True)
class CorrectLine:
    """Ask for the line `id` of a draft claim to be as `details` says."""

    id: UUID
    details: LineDetails


class ClaimLineService:
    """Add, correct and remove lines of draft claims."""

    def __init__(self, store: DataFile) -> None:
        self._store = store

    def add(self, request: AddLine) -> Change:
        """Add a line to a draft claim. Raise UserError for what is missing or cannot be."""
        with work(self._store) as w:
            claim = fetch_draft(w.session, request.claim_id)
            values = typed_values(w.session, claim, None, request.details, self._store.who)
            line = ClaimLine(position=next_position(claim), is_by_hand=True, **values)
            claim.lines.append(line)
            words = _("Line added to claim {number}: {words}")
            return w.done(_said(words, claim, line, request.details))

    def correct(self, request: CorrectLine) -> Change:
        """Correct a line of a draft claim; drafting again leaves it as it is now.

        A line that already is as asked stays open to drafting.
        """
        with work(self._store) as w:
            line = _fetch(w.session, request.id)
            claim = fetch_draft(w.session, line.claim_id)
            values = typed_values(w.session, claim, line, request.details, self._store.who)
            left = ""
            if any(getattr(line, name) != value for name, value in values.items()):
                was = line.amount, line.tenths_of_mile
                line.is_by_hand = True
                for name, value in values.items():
                    setattr(line, name, value)
                if was != (line.amount, line.tenths_of_mile):
                    topped_up.fold_into(w.session, line)
                left = keep_up_claim(w.session, claim, [line], self._store.now().date())
            words = _("Line of claim {number} corrected: {words}")
            return w.done(_said(words, claim, line, request.details, left))

    def remove(self, line_id: UUID) -> Change:
        """Remove a line from a draft claim; drafting again does not bring it back."""
        with work(self._store) as w:
            line = _fetch(w.session, line_id)
            claim = fetch_draft(w.session, line.claim_id)
            if line.key:
                line.is_removed = True
            else:
                claim.lines.remove(line)
            left = keep_up_claim(w.session, claim, [line], self._store.now().date())
            words = _("Line removed from claim {number}: {words}")
            return w.done(_said(words, claim, line, left=left))


def _fetch(session: Session, line_id: UUID) -> ClaimLine:
    line = claim_lines.find(session, line_id)
    if line is None or line.is_removed:
        raise UserError("", _("That line is no longer here."))
    return line


def _said(
    words: str, claim: Claim, line: ClaimLine, details: LineDetails | None = None, left: str = ""
) -> Change:
    """Return what was done; what a cap took away is said too, and why; then what was `left`."""
    said = words.format(number=claim.number, words=line.words)
    asked = details.amount if details and not line.category.is_by_mile else None
    if asked is not None and line.section is Section.EXPENSE and line.amount != asked:
        # translators: a line was corrected; then what is paid of it, and why
        said = _("{said}. {amount} is paid: {why}").format(
            said=said, amount=line.amount, why=line.why
        )
    return Change("; ".join(filter(None, [said, left])), _CLAIM, claim.id)
