"""Where layouts of bank files and the tables that check account numbers are kept."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from alongside.store.tables import BankLayout, ModulusTables, PaymentRun


def list_all(session: Session) -> Sequence[BankLayout]:
    """Return the organisation's own layouts, by name."""
    return session.scalars(select(BankLayout).order_by(BankLayout.name)).all()


def find(session: Session, layout_id: UUID) -> BankLayout | None:
    """Return the layout with this id, or None."""
    return session.get(BankLayout, layout_id)


def find_named(session: Session, name: str) -> BankLayout | None:
    """Return the layout with this name, or None."""
    return session.scalars(select(BankLayout).where(BankLayout.name == name)).first()


def sent_on(session: Session, day: date) -> int:
    """Return how many runs were sent on a day: banks count the files of a day."""
    query = select(func.count()).select_from(PaymentRun).where(PaymentRun.sent_on == day)
    return session.scalar(query) or 0


def modulus_tables(session: Session) -> ModulusTables | None:
    """Return the tables that check account numbers, or None if there are none yet."""
    return session.scalars(select(ModulusTables)).first()
