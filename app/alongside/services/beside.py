"""What stands beside a claim: lines of the same person for the same meeting, or that look alike.

Source: domain list (b) 18: a duplicate check on date, group, person and amount. It asks whoever
issues and approves to look, and is never a lock: two taxis on one day can cost the same.
"""

from collections.abc import Collection, Iterator, Sequence
from uuid import UUID

from alongside.domain.claims import Section
from alongside.domain.dates import say_date
from alongside.domain.expenses import JOURNEYS
from alongside.i18n import _
from alongside.services.claim_totals import lines_of
from alongside.services.held_lines import say_held
from alongside.store import attendance as registers
from alongside.store import held_lines
from alongside.store.tables import Claim, ClaimLine, Meeting
from alongside.store.work import Session


def notes_beside(session: Session, claim: Claim, refused: Collection[UUID]) -> Iterator[str]:
    """Yield a sentence for each thing beside a claim to look at; `refused` lines do not count."""
    own = [line for line in lines_of(claim) if line.id not in refused]
    meetings = {line.meeting.id: line.meeting for line in own if line.meeting}
    days = {line.day for line in own}
    held = held_lines.beside(session, claim.person_id, meetings, days) if own else []
    for meeting in meetings.values():
        yield from _of_meeting(claim, meeting, [line for line in held if _is_for(line, meeting)])
    yield from _not_there(session, claim, own)
    yield from _alike(claim, own, held)


def _is_for(line: ClaimLine, meeting: Meeting) -> bool:
    return line.meeting_id == meeting.id and line.tops_up_id is None


def _is_typed(line: ClaimLine) -> bool:
    return not line.key and line.tops_up_id is None


def _of_meeting(claim: Claim, meeting: Meeting, held: list[ClaimLine]) -> Iterator[str]:
    """Say what other claims hold for a meeting, where some of it was typed by hand."""
    others = [line for line in held if line.claim_id != claim.id]
    if others and any(_is_typed(line) for line in held):
        words = _("For the same meeting, {day}, there is more: {claims}.")
        yield words.format(day=say_date(meeting.day), claims=say_held(others))


def _not_there(session: Session, claim: Claim, own: list[ClaimLine]) -> Iterator[str]:
    """Say which fees were typed for a meeting at which the register does not show the person."""
    fees = [line for line in own if line.section is Section.FEE and _is_typed(line)]
    wanted = {line.meeting_id for line in fees if line.meeting_id}
    there = registers.of_person(session, claim.person_id, wanted) if wanted else []
    states = {each.meeting_id: each.state for each in there if not each.state.is_present}
    for line in fees:
        if line.meeting_id in states:
            words = _("{line}, {amount}: the register of {day} says “{state}”.")
            yield words.format(
                line=line.words, amount=line.amount, day=say_date(line.day),
                state=states[line.meeting_id].words,
            )  # fmt: skip


def _alike(claim: Claim, own: list[ClaimLine], held: Sequence[ClaimLine]) -> Iterator[str]:
    """Say which lines are for the same day, kind and amount as another; of two here, the first."""
    for line in own:
        if not line.amount:
            continue
        for other in held:
            is_here = other.claim_id == claim.id
            if not _are_alike(line, other) or (is_here and other.id <= line.id):
                continue
            where = _("this claim")
            if not is_here:
                where = _("claim {number} ({state})").format(
                    number=other.claim.number, state=other.claim.state.words
                )
            # translators: {where} is “this claim” or “claim 2026-0003 (draft)”
            words = _("{line}, {amount}: the same day, kind and amount as “{other}” on {where}.")
            yield words.format(
                line=line.words, amount=line.amount, other=other.words, where=where
            )  # fmt: skip


def _are_alike(line: ClaimLine, other: ClaimLine) -> bool:
    """Whether two lines might be one that was claimed twice.

    What registers gave is worked out for each meeting: of that, only a journey may not stand twice.
    """
    key = (line.day, line.category, line.amount)
    if key != (other.day, other.category, other.amount) or line.tops_up_id or other.tops_up_id:
        return False
    if line.key and other.key:
        return line.category in JOURNEYS and line.meeting_id != other.meeting_id
    return True
