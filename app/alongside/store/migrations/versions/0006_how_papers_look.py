"""The font of papers, of the organisation and of each person, and the colour of headings."""

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
