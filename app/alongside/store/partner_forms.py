"""Where partners' own forms are kept."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session, joinedload

from alongside.store.tables import PartnerForm


def list_current(session: Session) -> Sequence[PartnerForm]:
    """Return the forms that are not withdrawn, by name, the newest of a name first."""
    query = (
        select(PartnerForm)
        .options(joinedload(PartnerForm.partner))
        .where(PartnerForm.withdrawn_on.is_(None))
        .order_by(func.lower(PartnerForm.name), PartnerForm.dated.desc())
    )
    return session.scalars(query).all()


def find(session: Session, form_id: UUID) -> PartnerForm | None:
    """Return the form with this id, withdrawn or not, or None."""
    return session.get(PartnerForm, form_id)
