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
    _budgets()


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


_ISSUED = """EXISTS (SELECT 1 FROM claim_line JOIN claim ON claim.id = claim_line.claim_id
            WHERE claim_line.id {line} AND claim.state != 'draft')
        BEGIN SELECT RAISE(ABORT, 'an issued claim never changes'); END"""


def _budgets() -> None:
    """Budgets of groups by financial year, and lines that several of them share."""
    op.create_table(
        "budget",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("group_id", sa.Uuid(), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("first", sa.Date(), nullable=False),
        sa.Column("last", sa.Date(), nullable=False),
        sa.Column("amount", sa.Integer(), nullable=False),
        sa.Column("warn_at", sa.Integer(), nullable=False),
        sa.Column("paid_by", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["group_id"], ["reference_group.id"], name="fk_budget_group_id"),
        sa.PrimaryKeyConstraint("id", name="pk_budget"),
        sa.UniqueConstraint("group_id", "code", "first", name="uq_budget_group_id_code_first"),
    )
    op.create_table(
        "line_share",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("line_id", sa.Uuid(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("group_id", sa.Uuid(), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("hundredths", sa.Integer(), nullable=True),
        sa.Column("amount", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["line_id"], ["claim_line.id"], name="fk_line_share_line_id"),
        sa.ForeignKeyConstraint(
            ["group_id"], ["reference_group.id"], name="fk_line_share_group_id"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_line_share"),
    )
    op.create_index("ix_line_share_line_id", "line_share", ["line_id"])
    op.create_index("ix_line_share_group_id_line_id", "line_share", ["group_id", "line_id"])
    op.execute(
        "CREATE TRIGGER line_share_is_fixed BEFORE UPDATE ON line_share WHEN "
        + _ISSUED.format(line="IN (OLD.line_id, NEW.line_id)")
    )
    op.execute(
        "CREATE TRIGGER line_share_is_kept BEFORE DELETE ON line_share WHEN "
        + _ISSUED.format(line="= OLD.line_id")
    )
    op.execute(
        "CREATE TRIGGER line_share_is_late BEFORE INSERT ON line_share WHEN "
        + _ISSUED.format(line="= NEW.line_id")
    )
