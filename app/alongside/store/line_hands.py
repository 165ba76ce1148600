"""Who typed lines of a claim, changed or removed them: the history knows, so no column keeps it."""

from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from alongside.domain.claims import GONE
from alongside.store import images
from alongside.store.tables import Claim, ClaimLine, Piece, PieceRow


def typed_by(session: Session, claim: Claim) -> set[str]:
    """Return the names of those who typed, corrected or removed lines of a claim.

    Also of the claims that were taken back into it: its lines may be copies of theirs. Drafting
    from a register, and topping up by a rate, is nobody's typing; what was undone was never done.
    """
    query = (
        select(Piece.who, PieceRow.after)
        .join(PieceRow, PieceRow.piece_id == Piece.id)
        .where(
            PieceRow.table == ClaimLine.__tablename__,
            PieceRow.row_id.in_([row_id.hex for row_id in _lines(session, claim)]),
            Piece.act == "done",
            Piece.state == "done",
        )
    )
    found = set()
    for who, after in session.execute(query):
        line = images.load(after)
        if line and (line["is_by_hand"] or line["is_removed"]) and not line["tops_up_id"]:
            found.add(who)
    return found


def _lines(session: Session, claim: Claim) -> list[UUID]:
    """Return the ids of a claim's lines, and of those that were taken back while it was a draft."""
    before = (
        select(Claim.id)
        .where(
            Claim.person_id == claim.person_id, Claim.group_id == claim.group_id,
            Claim.budget_code == claim.budget_code, Claim.state.in_(GONE),
            Claim.withdrawn_on >= claim.made_on,
        )
    )  # fmt: skip
    if claim.issued_on:
        before = before.where(Claim.withdrawn_on <= claim.issued_on)
    query = select(ClaimLine.id).where(
        (ClaimLine.claim_id == claim.id) | ClaimLine.claim_id.in_(before)
    )
    return list(session.scalars(query))
