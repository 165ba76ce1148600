"""Which retainers stand on claims already, so that no day of a role is ever paid twice."""

from collections.abc import Sequence
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from alongside.domain.claims import GONE, Category
from alongside.store.tables import Claim, ClaimLine


class Drafted(NamedTuple):
    """A retainer line: whose it is, and its key, which says for which days it is."""

    person_id: UUID
    key: str


def drafted(session: Session, group_id: UUID) -> Sequence[Drafted]:
    """Return the retainers on a group's claims.

    Those taken off by hand and those refused are among them: they are not to come again. Those of
    claims that were withdrawn or returned are not: their lines are on a draft of their own.
    """
    query = (
        select(Claim.person_id, ClaimLine.key)
        .join(ClaimLine.claim)
        .where(
            Claim.group_id == group_id,
            Claim.state.not_in(GONE),
            ClaimLine.category == Category.RETAINER,
            ClaimLine.key != "",
        )
    )
    return [Drafted(*row) for row in session.execute(query)]
