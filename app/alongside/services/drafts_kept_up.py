"""Keeps drafts up with what they were drafted from: a register, a policy, a shared journey."""

from collections.abc import Collection, Iterable
from contextlib import suppress
from datetime import date
from uuid import UUID

from alongside.domain.claims import ClaimState
from alongside.domain.errors import UserError
from alongside.domain.expenses import JOURNEYS
from alongside.i18n import _, ngettext
from alongside.services import topped_up
from alongside.services.caps_kept_up import keep_up_caps
from alongside.services.claim_drafts import Drafter
from alongside.store import claim_lines
from alongside.store.tables import Claim, ClaimLine, Group, Meeting
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
            changed = (*drafted.changed, *keep_up_journeys(session, drafts, days, today),
                       *keep_up_caps(session, drafts, days, today))  # fmt: skip
            said += filter(None, [_without_journey(session, drafts, days)])
            if changed:
                said.append(_("brought up to date: {claims}").format(claims=_numbers(set(changed))))
    if issued:
        said.append(_("issued, so unchanged: {claims}").format(claims=_numbers(issued)))
    return "; ".join(said)


def keep_up_group(session: Session, group: Group, today: date) -> str:
    """Bring the drafts of a group up to date with the policy that was chosen for it.

    Return what became of them, to be said after the choice, or "". Lines that were changed by
    hand stay; where the policy falls short, the drafts of that meeting do.
    """
    session.flush()
    people: dict[Meeting, set[UUID]] = {}
    for line in claim_lines.on_drafts(session, group_id=group.id):
        if line.meeting:
            people.setdefault(line.meeting, set()).add(line.claim.person_id)
    changed: list[str] = []
    short: list[str] = []
    for meeting, theirs in people.items():
        try:
            changed += Drafter(session, meeting, today).draft(theirs).changed
        except UserError as error:
            short.append(error.words)
    words = _("draft claims stay as they were: {why}")
    said = [words.format(why=why) for why in dict.fromkeys(short)]
    if changed:
        words = _("brought up to date: {claims}")
        said.append(words.format(claims=_numbers(set(changed))))
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


def keep_up_claim(
    session: Session, claim: Claim, lines: Iterable[ClaimLine], today: date
) -> str:  # fmt: skip
    """Bring drafts up to date that share journeys, or caps, with lines of `claim` that changed.

    Top-ups of what is gone go too. Return that, and which issued claims have no journey any more,
    to be said after the change, or "".
    """
    people = {claim.person_id}
    gone = topped_up.drop_strays(session, people)
    lines = list(lines)
    days = {line.day for line in lines if line.category in JOURNEYS and line.key}
    keep_up_journeys(session, people, days, today)
    said = [gone, _without_journey(session, people, days)]
    changed = keep_up_caps(session, people, {line.day for line in lines}, today)
    if changed:
        said.append(_("brought up to date: {claims}").format(claims=_numbers(changed)))
    return "; ".join(filter(None, said))


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
