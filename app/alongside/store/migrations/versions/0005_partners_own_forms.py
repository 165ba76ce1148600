"""Partners' own forms, who agreed a usual cost, and what stands at the head and end of forms."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Bring the file to this schema."""
    _partner_forms()
    _usual_costs()
    _letterhead()


def _partner_forms() -> None:
    """Forms of partners; what their files hold is kept beside the receipts."""
    op.create_table(
        "partner_form",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("partner_id", sa.Uuid(), nullable=True),
        sa.Column("dated", sa.Date(), nullable=False),
        sa.Column("file_name", sa.String(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("paper", sa.Text(), nullable=False),
        sa.Column("mapped", sa.Text(), nullable=False),
        sa.Column("added_on", sa.Date(), nullable=False),
        sa.Column("used_on", sa.Date(), nullable=True),
        sa.Column("withdrawn_on", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(["partner_id"], ["partner.id"], name="fk_partner_form_partner_id"),
        sa.ForeignKeyConstraint(["sha256"], ["receipt_file.sha256"], name="fk_partner_form_sha256"),
        sa.PrimaryKeyConstraint("id", name="pk_partner_form"),
    )
    op.create_index("ix_partner_form_partner_id", "partner_form", ["partner_id"])
    op.create_index("ix_partner_form_sha256", "partner_form", ["sha256"])


def _usual_costs() -> None:
    """A standing approval says who gave it, and on which day."""
    agreed_by = sa.Column("agreed_by", sa.String(), nullable=False, server_default="")
    op.add_column("usual_cost", agreed_by)
    op.add_column("usual_cost", sa.Column("agreed_on", sa.Date(), nullable=True))


def _letterhead() -> None:
    """What a logo shows, in words, and where a group's members find advice on benefits."""
    logo_words = sa.Column("logo_words", sa.String(), nullable=False, server_default="")
    op.add_column("organisation", logo_words)
    signposting = sa.Column("signposting", sa.Text(), nullable=False, server_default="")
    op.add_column("reference_group", signposting)
