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
    _day_facts()


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


def _day_facts() -> None:
    """What a policy asks of a day, of a journey, and of the proof and agreement of a line."""
    _columns(
        "person", sa.Column("travel_minutes", sa.Integer(), server_default="0", nullable=False)
    )
    _columns(
        "attendance",
        sa.Column("travel_minutes", sa.Integer(), nullable=True),
        sa.Column("left_home", sa.Time(), nullable=True),
        sa.Column("came_home", sa.Time(), nullable=True),
        sa.Column("nights", sa.Integer(), server_default="0", nullable=False),
        sa.Column("night_region", sa.String(), server_default="", nullable=False),
    )
    for table in ("usual_cost", "claim_line"):
        _columns(
            table,
            sa.Column("passengers", sa.String(), server_default="", nullable=False),
            sa.Column("could_go_by_bus", sa.Boolean(), server_default="0", nullable=False),
        )
    _columns(
        "claim_line",
        sa.Column("minutes", sa.Integer(), server_default="0", nullable=False),
        sa.Column("instead", sa.String(), nullable=True),
        sa.Column("agreed_by", sa.String(), server_default="", nullable=False),
        sa.Column("agreed_on", sa.Date(), nullable=True),
        sa.Column("agreed_until", sa.Date(), nullable=True),
        sa.Column("above_cap", sa.String(), server_default="", nullable=False),
    )
