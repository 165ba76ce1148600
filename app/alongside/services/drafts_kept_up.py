"""Keeps drafts up with what they were drafted from: a corrected register, a shared journey."""

from collections.abc import Collection, Iterable
from contextlib import suppress
from datetime import date
from uuid import UUID

from alongside.domain.claims import ClaimState
from alongside.domain.errors import UserError
from alongside.domain.expenses import JOURNEYS
from alongside.i18n import _, ngettext
from alongside.services.claim_drafts import Drafter
from alongside.store import claim_lines
from alongside.store.tables import ClaimLine, Meeting
from alongside.store.work import Session


def keep_up(session: Session, meeting: Meeting, today: date, person_id: UUID | None = None) -> str:
    """Bring drafts from a register that was corrected up to date: one person's, or everybody's.

    Return what became of them, to be said after the correction, or "". A register can always be
    corrected: where the policy falls short, the draft stays and the words say why.
    """
    lines = claim_lines.drafted(session, meeting.id, person_id)
    drafts = {line.claim.person_id for line in lines if line.claim.state is ClaimState.DRAFT}
    issued = {line.claim.number for line in lines if line.claim.state.is_issued}
    days = {meeting.day, *(line.day for line in lines)}
    said = []
    if drafts:
        try:
            drafted = Drafter(session, meeting, today).draft(drafts)
        except UserError as error:
            said.append(_("the draft claim stays as it was: {why}").format(why=error.words))
        else:
            stays = _("the draft claim stays as it was: {why}")
            said += [stays.format(why=why) for why in drafted.left_out]
            changed = (*drafted.changed, *keep_up_journeys(session, drafts, days, today))
            said += filter(None, [_without_journey(session, drafts, days)])
            if changed:
                said.append(_("brought up to date: {claims}").format(claims=_numbers(changed)))
    if issued:
        said.append(_("issued, so unchanged: {claims}").format(claims=_numbers(issued)))
    return "; ".join(said)


def keep_up_journeys(
    session: Session, people: Collection[UUID], days: Iterable[date], today: date
) -> tuple[str, ...]:
    """Bring drafts up to date whose journeys other meetings of these days share.

    Return the numbers of claims that changed. Where a policy falls short, the draft stays.
    """
    session.flush()
    changed: list[str] = []
    for day in sorted(set(days)):
        for person_id in people:
            found = claim_lines.journeys(session, person_id, day)
            drafts = [line for line in found if line.claim.state is ClaimState.DRAFT]
            meetings = {line.meeting_id: line.meeting for line in drafts if line.meeting}
            if len({line.meeting_id for line in found}) > 1 or any(
                line.is_shared for line in drafts
            ):
                changed += _again(session, meetings.values(), person_id, today)
    return tuple(dict.fromkeys(changed))


def keep_up_claim(session: Session, lines: Iterable[ClaimLine], today: date) -> str:
    """Bring drafts up to date that share journeys with these lines, which have just changed.

    Return which issued claims have no journey any more, to be said after the change, or "".
    """
    theirs = [line for line in lines if line.category in JOURNEYS and line.key]
    people = {line.claim.person_id for line in theirs}
    days = {line.day for line in theirs}
    keep_up_journeys(session, people, days, today)
    return _without_journey(session, people, days)


def _without_journey(session: Session, people: Collection[UUID], days: Iterable[date]) -> str:
    """Say which issued claims leave a journey to another one that does not have it now."""
    left: set[str] = set()
    for day in days:
        for person_id in people:
            found = claim_lines.journeys(session, person_id, day)
            kept = {line.key for line in found if not line.is_shared}
            left |= {
                line.claim.number
                for line in found
                if line.claim.state.is_issued and line.key not in kept
            }
    words = _("the journey of that day is on no claim now: {claims} left it out, and is issued")
    return words.format(claims=_numbers(left)) if left else ""


def _again(
    session: Session, meetings: Iterable[Meeting], person_id: UUID, today: date
) -> list[str]:
    changed: list[str] = []
    for meeting in meetings:
        with suppress(UserError):
            changed += Drafter(session, meeting, today).draft({person_id}).changed
            session.flush()
    return changed


def _numbers(numbers: Collection[str]) -> str:
    if len(numbers) > 3:
        return _("{number} claims").format(number=len(numbers))
    return ngettext("claim {numbers}", "claims {numbers}", len(numbers)).format(
        numbers=", ".join(sorted(numbers))
    )
