"""Who is in two groups that meet on one day travels once: the journey stands on one claim."""

from collections.abc import Iterable, Mapping
from uuid import UUID

from alongside.domain.activity import Activity
from alongside.domain.expense_lines import ExpenseLine, UsualCost
from alongside.domain.expenses import JOURNEYS, key_of
from alongside.domain.money import NOTHING
from alongside.i18n import _
from alongside.store import claim_lines
from alongside.store.tables import ClaimLine, Meeting
from alongside.store.work import Session


def found(
    session: Session, meeting: Meeting, person_id: UUID, there: Mapping[str, ClaimLine]
) -> dict[str, str]:
    """Return, by the key of its line, on which claim a journey of the person stands that day.

    For another meeting than `meeting`, whose own lines are `there`. The line that was made first
    keeps the journey, however often both are worked out (domain list (d) 8).
    """
    elsewhere: dict[str, str] = {}
    for line in claim_lines.journeys(session, person_id, meeting.day):
        own = there.get(line.key)
        is_later = own is not None and not own.is_shared and own.id < line.id
        if line.meeting_id != meeting.id and not line.is_shared and not is_later:
            elsewhere.setdefault(line.key, line.claim.number)
    return elsewhere


def lines(
    activity: Activity, costs: Iterable[UsualCost], elsewhere: Mapping[str, str]
) -> tuple[ExpenseLine, ...]:
    """Return a line of nothing for each journey that stands elsewhere, which says where."""
    if not activity.state.is_present or activity.is_online:
        return ()
    words = _("paid on claim {number} for the other meeting that day")
    return tuple(
        ExpenseLine(key, cost.category, cost.words, NOTHING, words.format(number=elsewhere[key]),
                    cost.handling, is_shared=True)
        for cost in costs
        if (key := key_of(cost)) in elsewhere and cost.category in JOURNEYS
    )  # fmt: skip
