"""Gives back what a cap took away, on drafts, once what used the cap up is gone."""

from collections.abc import Collection, Iterable
from contextlib import suppress
from datetime import date
from uuid import UUID

from alongside.domain.caps import PAID_TO_THE_PERSON
from alongside.domain.errors import UserError
from alongside.domain.fee_caps import PERIODS
from alongside.domain.policy import Policy
from alongside.domain.policy_limits import CapOn
from alongside.services.claim_drafts import Drafter
from alongside.services.line_values import rules_for, within_caps_anew
from alongside.store import claim_lines
from alongside.store.tables import ClaimLine, Meeting
from alongside.store.work import Session


def keep_up_caps(
    session: Session, people: Collection[UUID], days: Iterable[date], today: date
) -> list[str]:
    """Bring drafts of people up to date whose caps count what changed on these days.

    Caps on a person look at all groups, those on a claim at its other lines. The line that was
    made first gets what is left first. Return the numbers of claims that changed.
    """
    session.flush()
    days = set(days)
    meetings: dict[tuple[Meeting, UUID], None] = {}
    for line in claim_lines.on_drafts(session, people=people):
        rules = rules_for(line.claim)
        if rules and line.meeting and _counts(rules, line.day, days):
            meetings[line.meeting, line.claim.person_id] = None
    changed: list[str] = []
    for meeting, person in meetings:
        with suppress(UserError):
            changed += Drafter(session, meeting, today).draft({person}).changed
            session.flush()
    for line in claim_lines.limited_by_hand(session, people):
        if line.handling in PAID_TO_THE_PERSON and not line.tops_up_id:
            changed += _give_back(session, line)
    return list(dict.fromkeys(changed))


def _counts(rules: Policy, day: date, days: Collection[date]) -> bool:
    """Whether a cap of these rules counts something of `days` together with `day`."""
    return any(cap.on is CapOn.CLAIM for cap in rules.caps) or any(
        cap.stops and each in PERIODS[cap.on](day)
        for cap in rules.caps
        if cap.on in PERIODS
        for each in days
    )


def _give_back(session: Session, line: ClaimLine) -> list[str]:
    """Pay more of a line that a cap limited, if more is left now; return its claim's number."""
    amount, why = within_caps_anew(session, line)
    if amount <= line.amount:
        return []
    line.amount, line.why = amount, why
    session.flush()
    return [line.claim.number]
