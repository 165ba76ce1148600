"""Where what is given by hand is found: fees given away that no run pays, and what is in kind."""

from collections.abc import Sequence

from sqlalchemy import and_, or_, select
from sqlalchemy.orm import Session, contains_eager

from alongside.domain.claims import ClaimState
from alongside.domain.money import NOTHING
from alongside.store.tables import Claim, ClaimLine, GiftMade, LineRefusal

_AGREED = frozenset({ClaimState.APPROVED, ClaimState.IN_RUN, ClaimState.PAID})


def by_hand(session: Session) -> Sequence[tuple[ClaimLine, GiftMade | None]]:
    """Return lines of approved claims of which something is given by hand, the oldest first.

    To somebody whom no run pays, or to who claims, in kind.

    Each with what was recorded of it.
    """
    query = (
        select(ClaimLine, GiftMade)
        .join(ClaimLine.claim)
        .outerjoin(LineRefusal, LineRefusal.line_id == ClaimLine.id)
        .outerjoin(GiftMade, GiftMade.line_id == ClaimLine.id)
        .options(contains_eager(ClaimLine.claim).joinedload(Claim.person))
        .where(
            Claim.state.in_(_AGREED), ClaimLine.is_removed.is_(False),
            or_(
                and_(ClaimLine.given > NOTHING, ClaimLine.given_payee_id.is_(None)),
                ClaimLine.in_kind > NOTHING,
            ),
            LineRefusal.id.is_(None),
        )
        .order_by(ClaimLine.day, Claim.number, ClaimLine.position)
    )  # fmt: skip
    return [(line, made) for line, made in session.execute(query)]
