"""Where gifts that are made by hand are found: fees given away to somebody no run pays."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session, contains_eager

from alongside.domain.claims import ClaimState
from alongside.domain.money import NOTHING
from alongside.store.tables import Claim, ClaimLine, GiftMade, LineRefusal

_AGREED = frozenset({ClaimState.APPROVED, ClaimState.IN_RUN, ClaimState.PAID})


def by_hand(session: Session) -> Sequence[tuple[ClaimLine, GiftMade | None]]:
    """Return lines of approved claims of which something is given by hand, the oldest first.

    Each with what was recorded of it.
    """
    query = (
        select(ClaimLine, GiftMade)
        .join(ClaimLine.claim)
        .outerjoin(LineRefusal, LineRefusal.line_id == ClaimLine.id)
        .outerjoin(GiftMade, GiftMade.line_id == ClaimLine.id)
        .options(contains_eager(ClaimLine.claim).joinedload(Claim.person))
        .where(
            Claim.state.in_(_AGREED), ClaimLine.given > NOTHING,
            ClaimLine.given_payee_id.is_(None), ClaimLine.is_removed.is_(False),
            LineRefusal.id.is_(None),
        )
        .order_by(ClaimLine.day, Claim.number, ClaimLine.position)
    )  # fmt: skip
    return [(line, made) for line, made in session.execute(query)]
