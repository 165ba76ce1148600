"""Budgets, payees other than the claimant, and what a policy asks of a day: hours away, nights."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def _columns(table: str, *columns: sa.Column[object]) -> None:
    for column in columns:
        op.add_column(table, column)


def upgrade() -> None:
    """Bring the file to this schema."""
