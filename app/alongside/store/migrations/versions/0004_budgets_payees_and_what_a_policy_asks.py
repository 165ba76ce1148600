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
    _accounts()


def _accounts() -> None:
    _columns("person", sa.Column("reference", sa.String(), nullable=False, server_default=""))
    op.create_table(
        "accounts_choices",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("program", sa.String(), nullable=False),
        *(
            sa.Column(name, sa.String(), nullable=False)
            for name in ("fee_account", "expense_account", "tax", "group_tracking",
                         "budget_tracking", "bank_account")
        ),
        sa.Column("tells_names", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_accounts_choices"),
    )  # fmt: skip
