"""Drafts that no register made: begun by hand, and taken away again while nothing is on them."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from alongside.domain.change import Change, Kind
from alongside.domain.claims import Decision
from alongside.domain.dates import say_date
from alongside.domain.errors import UserError
from alongside.domain.money import Money
from alongside.i18n import _
from alongside.services import meeting_words
from alongside.services.claim_totals import lines_of
from alongside.services.groups import fetch as fetch_group
from alongside.services.held_lines import not_taken, say_held
from alongside.services.open_claims import fetch_draft, next_position, open_claim
from alongside.services.people import fetch as fetch_person
from alongside.store import attendance as registers
from alongside.store import claims, held_lines, members, receipts
from alongside.store.file import DataFile
from alongside.store.tables import Attendance, Claim, ClaimLine, Group
from alongside.store.work import Session, reading, work

_CLAIM = frozenset({Kind.CLAIM, Kind.MEETING})
_MEETINGS = 40
"""How many of a person’s meetings there are to choose from: the newest."""


@dataclass(frozen=True, slots=True)
class BeginClaim:
    """Ask for a draft for somebody in a group; with `meeting_id`, for what that meeting cost them.

    With `is_fee_wanted`, the fee that they were offered for it and did not take is put on it.
    """

    person_id: UUID
    group_id: UUID
    meeting_id: UUID | None = None
    is_fee_wanted: bool = False


@dataclass(frozen=True, slots=True)
class BegunClaim:
    """A claim that was begun by hand, and the meeting that its lines are for, if there is one."""

    claim_id: UUID
    meeting_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """What a claim can be begun for: a meeting of a group, or the group alone.

    `words` say the mark of the register and what other claims hold; `not_taken` is the fee that
    was offered and not taken.
    """

    group_id: UUID
    meeting_id: UUID | None
    day: date | None
    words: str
    not_taken: Money


class DraftService:
    """Begin claims by hand, and take away drafts that nothing is on."""

    def __init__(self, store: DataFile) -> None:
        self._store = store

    def places(self, person_id: UUID) -> list[PlaceRow]:
        """Return what a claim of a person can be for: their newest meetings, then their groups.

        Meetings on whose registers they are, whatever the mark says. Raise UserError if the person
        is gone.
        """
        with reading(self._store) as session:
            person = fetch_person(session, person_id)
            there = registers.newest_of(session, person.id, _MEETINGS)
            lines: dict[UUID | None, list[ClaimLine]] = {}
            for line in held_lines.of_meetings(session, person.id, [a.meeting_id for a in there]):
                lines.setdefault(line.meeting_id, []).append(line)
            groups = {a.meeting.group.id: a.meeting.group for a in there}
            groups |= {each.id: each for each in members.groups_of(session, person.id)}
            by_name = sorted(groups.values(), key=lambda group: group.name)
            return [
                *(_of_meeting(each, lines.get(each.meeting_id, [])) for each in there),
                *(_of_group(group) for group in by_name),
            ]

    def begin(self, request: BeginClaim) -> Change:
        """Begin a draft for a person in a group, to which lines are added by hand.

        It may be for a meeting with apologies, one that was cancelled, or one for which another
        claim is paid: travel that was bought is always paid (facts of the field 2.3). A draft that
        is there already is used. Raise UserError for a meeting on whose register they are not, or
        if there is no fee that was offered and not taken.
        """
        with work(self._store) as w:
            person = fetch_person(w.session, request.person_id)
            group = fetch_group(w.session, request.group_id)
            held = _held(w.session, request)
            before = claims.open_draft(w.session, person.id, group.id, group.budget_code)
            today = self._store.now().date()
            claim = before or open_claim(w.session, person.id, group.id, group.budget_code, today)
            words = _("Claim {number} begun: {person}, {group}")
            if before:
                words = _("Claim {number} is a draft already: {person}, {group}")
            said = [words.format(number=claim.number, person=person.name, group=group.name)]
            if request.is_fee_wanted:
                said.append(_ask_again(claim, held, today))
            others = [line for line in held if line.claim_id != claim.id]
            if others:
                said.append(_("On other claims for that meeting: {claims}").format(
                    claims=say_held(others)))  # fmt: skip
            change = Change(". ".join(said), _CLAIM, claim.id)
            if before and not request.is_fee_wanted:
                return change  # nothing moved, so there is nothing to undo
            return w.done(change)

    def remove(self, claim_id: UUID) -> Change:
        """Take away a draft without lines: it cannot be issued, and so not withdrawn either.

        Making claims from the register begins it anew. Raise UserError if it is issued, or has
        lines or receipts.
        """
        with work(self._store) as w:
            claim = fetch_draft(w.session, claim_id)
            if lines_of(claim):
                words = _("Claim {number} has lines. Remove them first.")
                raise UserError("", words.format(number=claim.number))
            if receipts.has_any(w.session, claim.id):
                words = _("Claim {number} has receipts. Remove them first.")
                raise UserError("", words.format(number=claim.number))
            w.session.delete(claim)
            words = _("Draft claim {number} removed, {person}: nothing was on it")
            said = words.format(number=claim.number, person=claim.person.name)
            return w.done(Change(said, _CLAIM, claim.id))


def _held(session: Session, request: BeginClaim) -> list[ClaimLine]:
    """Return the lines that claims of the person have for the meeting asked about."""
    if request.meeting_id is None:
        return []
    there = registers.of_person(session, request.person_id, [request.meeting_id])
    if not there or there[0].meeting.group_id != request.group_id:
        raise UserError("meeting_id", _("They are not on the register of that meeting."))
    return list(held_lines.of_meetings(session, request.person_id, [request.meeting_id]))


def _ask_again(claim: Claim, held: list[ClaimLine], today: date) -> str:
    """Put on `claim` what was offered and not taken; the line says so. Return it in words."""
    found = not_taken(held)
    if not found:
        words = _("No fee for that meeting was offered and not taken.")
        raise UserError("is_fee_wanted", words)
    why = _("offered on claim {number} and not taken then; asked for on {day}")
    for line, left in found:
        claim.lines.append(ClaimLine(
            meeting_id=line.meeting_id, day=line.day, category=line.category, words=line.words,
            offered=left, amount=left, decision=Decision.ACCEPT, is_by_hand=True,
            position=next_position(claim),
            why=why.format(number=line.claim.number, day=say_date(today)),
        ))  # fmt: skip
    words = _("The fee that was offered is on it: {amount}")
    return words.format(amount=Money.total(left for _line, left in found))


def _of_meeting(attendance: Attendance, lines: list[ClaimLine]) -> PlaceRow:
    meeting = attendance.meeting
    words = _("{meeting}: {state}").format(
        meeting=meeting_words.words(meeting), state=attendance.state.words
    )
    numbers = dict.fromkeys((line.claim.number, line.claim.state.words) for line in lines)
    for number, state in numbers:
        words = _("{words}; claim {number}, {state}").format(
            words=words, number=number, state=state
        )
    left = Money.total(left for _line, left in not_taken(lines))
    return PlaceRow(meeting.group_id, meeting.id, meeting.day, words, left)


def _of_group(group: Group) -> PlaceRow:
    words = _("{group}, for no meeting").format(group=group.name)
    return PlaceRow(group.id, None, None, words, Money())
