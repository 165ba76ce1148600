"""What a person has on other meetings' lines already, where the next one is worked out from it."""

from collections.abc import Iterable, Mapping
from uuid import UUID

from alongside.domain.caps import PAID_TO_THE_PERSON
from alongside.domain.claims import Category, Section
from alongside.domain.dates import tax_year
from alongside.domain.expense_lines import UsualCost
from alongside.domain.money import NOTHING, Money
from alongside.domain.policy import Policy
from alongside.domain.policy_limits import CapOn
from alongside.store import claim_lines, claims
from alongside.store.tables import ClaimLine, Meeting
from alongside.store.work import Session


def on_the_claim(
    session: Session, meeting: Meeting, policy: Policy, person_id: UUID
) -> dict[Category, Money]:
    """Return the expenses on a person's draft that this meeting did not bring, by category.

    They count only where a cap of `policy` looks at whole claims. What tops up a line counts with
    that line.
    """
    if not any(cap.on is CapOn.CLAIM for cap in policy.caps):
        return {}
    group = meeting.group
    claim = claims.open_draft(session, person_id, group.id, group.budget_code)
    found: dict[Category, Money] = {}
    for line in claim.lines if claim else ():
        is_own = line.meeting_id == meeting.id and line.key
        counts = line.category.section is Section.EXPENSE and line.tops_up_id is None
        if counts and not is_own and not line.is_removed and line.handling in PAID_TO_THE_PERSON:
            found[line.category] = found.get(line.category, NOTHING) + line.amount
    return found


def miles_before(
    session: Session, meeting: Meeting, person_id: UUID, costs: Iterable[UsualCost],
    there: Mapping[str, ClaimLine],
) -> dict[Category, int]:  # fmt: skip
    """Return the tenths of a mile of the tax year before those that are `there` for this meeting.

    Nothing if none of the `costs` is by the mile.
    """
    if not any(cost.category.is_by_mile for cost in costs):
        return {}
    first = min((line.id for line in there.values()), default=None)
    return claim_lines.tenths_claimed(session, person_id, tax_year(meeting.day), first)
