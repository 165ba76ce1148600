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
    _payees_and_advances()


def _link(table: str, column: str, to: str) -> None:
    """Add a column that leads to another table: SQLite takes the link with it, or not at all."""
    op.execute(
        f"ALTER TABLE {table} ADD COLUMN {column} CHAR(32) "
        f"CONSTRAINT fk_{table}_{column} REFERENCES {to} (id)"
    )
    op.create_index(f"ix_{table}_{column}", table, [column])


def _payees_and_advances() -> None:
    _columns("claim", sa.Column("pay_from", sa.Date(), nullable=True))
    _columns(
        "person", sa.Column("is_organisation", sa.Boolean(), nullable=False, server_default="0")
    )
    _link("usual_cost", "payee_id", "person")
    _link("claim_line", "payee_id", "person")
    _link("claim_line", "given_payee_id", "person")
    _columns(
        "claim_line",
        sa.Column("minutes", sa.Integer(), nullable=False, server_default="0"),
        sa.Column("is_shared", sa.Boolean(), nullable=False, server_default="0"),
    )
    op.drop_index("ix_payment_waiting", "payment")
    op.create_index(
        "ix_payment_waiting", "payment", ["claim_id", "person_id"], unique=True,
        sqlite_where=sa.text("state = 'waiting'"),
    )  # fmt: skip
    op.create_table(
        "gift_made",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("line_id", sa.Uuid(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("words", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["line_id"], ["claim_line.id"], name="fk_gift_made_line_id"),
        sa.PrimaryKeyConstraint("id", name="pk_gift_made"),
        sa.UniqueConstraint("line_id", name="uq_gift_made_line_id"),
    )
    op.create_table(
        "cash_advance",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("meeting_id", sa.Uuid(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("amount", sa.Integer(), nullable=False),
        sa.Column("given_by", sa.String(), nullable=False),
        sa.Column("words", sa.String(), nullable=False),
        sa.Column("returned", sa.Integer(), nullable=False),
        sa.Column("returned_on", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name="fk_cash_advance_person_id"),
        sa.ForeignKeyConstraint(["meeting_id"], ["meeting.id"], name="fk_cash_advance_meeting_id"),
        sa.PrimaryKeyConstraint("id", name="pk_cash_advance"),
    )
    op.create_index("ix_cash_advance_person_id", "cash_advance", ["person_id"])
    op.create_index("ix_cash_advance_meeting_id", "cash_advance", ["meeting_id"])
