"""How papers look: fonts and the colour of headings; and how somebody is paid this time."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    """Bring the file to this schema: what was there looks on paper as it did."""
    font = sa.Column("paper_font", sa.String(), nullable=False, server_default="atkinson")
    op.add_column("organisation", font)
    colour = sa.Column("colour", sa.String(), nullable=False, server_default="#000000")
    op.add_column("organisation", colour)
    op.add_column("person", sa.Column("paper_font", sa.String(), nullable=True))
    _ways_to_pay()


def _ways_to_pay() -> None:
    """Let a voucher for the fees and money for the expenses of one claim wait in two runs."""
    op.drop_index("ix_payment_waiting", "payment")
    for part in ("fees", "expenses"):
        op.create_index(
            f"ix_payment_{part}_waiting", "payment", ["claim_id", "person_id"], unique=True,
            sqlite_where=sa.text(f"state = 'waiting' AND {part} > 0"),
        )  # fmt: skip
