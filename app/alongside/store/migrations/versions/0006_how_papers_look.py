"""How papers look: fonts and the colour of headings; and how somebody is paid this time."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"

_NOTES = """
    UPDATE person SET pay_instead = pay_note, pay_note = ''
    WHERE pay_choice IN ('donation', 'in_kind')"""
"""Until now the note about pay said to whom a fee goes, or what somebody gets instead."""


def upgrade() -> None:
    """Bring the file to this schema: what was there looks on paper as it did."""
    font = sa.Column("paper_font", sa.String(), nullable=False, server_default="atkinson")
    op.add_column("organisation", font)
    colour = sa.Column("colour", sa.String(), nullable=False, server_default="#000000")
    op.add_column("organisation", colour)
    op.add_column("person", sa.Column("paper_font", sa.String(), nullable=True))
    column = sa.Column("pay_instead", sa.String(), nullable=False, server_default="")
    op.add_column("person", column)
    op.execute(_NOTES)
    _ways_to_pay()


def _ways_to_pay() -> None:
    """Keep what people answer; let a voucher and money for one claim wait in two runs."""
    op.create_table(
        "pay_answer",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("claim_id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("method", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["claim_id"], ["claim.id"], name="fk_pay_answer_claim_id"),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name="fk_pay_answer_person_id"),
        sa.PrimaryKeyConstraint("id", name="pk_pay_answer"),
    )
    op.create_index("ix_pay_answer_claim_id_person_id", "pay_answer", ["claim_id", "person_id"],
                    unique=True)  # fmt: skip
    op.drop_index("ix_payment_waiting", "payment")
    for part in ("fees", "expenses"):
        op.create_index(
            f"ix_payment_{part}_waiting", "payment", ["claim_id", "person_id"], unique=True,
            sqlite_where=sa.text(f"state = 'waiting' AND {part} > 0"),
        )  # fmt: skip
