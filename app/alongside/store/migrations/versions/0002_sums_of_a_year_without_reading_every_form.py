"""Sums of a year without reading every form: what they need stands in two indexes.

A claim's kept form is larger than a page of the file, so to ask whose a claim is took a page each.
"""

from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Bring the file to this schema."""
    op.create_index("ix_claim_id_person_id", "claim", ["id", "person_id"])
    op.create_index(
        "ix_claim_line_day_is_removed_category_amount_claim_id",
        "claim_line",
        ["day", "is_removed", "category", "amount", "claim_id"],
    )
    op.execute("ANALYZE")
