"""From a signature to the money: steps, payment runs, limits people set, bank checks, receipts.

Claims that were issued before are ready to sign: nothing is known of what became of them.
"""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"

_FIXED = """
    CREATE TRIGGER claim_is_fixed BEFORE UPDATE ON claim
    WHEN OLD.state != 'draft' AND NOT (
        NEW.state != 'draft' AND OLD.state NOT IN ('withdrawn', 'returned')
        AND NEW.id = OLD.id AND NEW.number = OLD.number AND NEW.person_id = OLD.person_id
        AND NEW.group_id = OLD.group_id AND NEW.budget_code = OLD.budget_code
        AND NEW.made_on = OLD.made_on AND NEW.issued_on IS OLD.issued_on
        AND NEW.issued_sheet IS OLD.issued_sheet)
    BEGIN SELECT RAISE(ABORT, 'an issued claim never changes'); END"""

_OPEN = "NOT IN ('draft', 'issued', 'signed')"
_RECEIPT_GUARDS = (
    f"""
    CREATE TRIGGER receipt_is_late BEFORE INSERT ON receipt
    WHEN (SELECT state FROM claim WHERE id = NEW.claim_id) {_OPEN}
    BEGIN SELECT RAISE(ABORT, 'an approved claim keeps its receipts'); END""",
    f"""
    CREATE TRIGGER receipt_is_kept BEFORE DELETE ON receipt
    WHEN (SELECT state FROM claim WHERE id = OLD.claim_id) {_OPEN}
    BEGIN SELECT RAISE(ABORT, 'an approved claim keeps its receipts'); END""",
    """
    CREATE TRIGGER receipt_file_is_fixed BEFORE UPDATE ON receipt_file
    BEGIN SELECT RAISE(ABORT, 'what a receipt holds never changes'); END""",
)


def _columns(table: str, *columns: sa.Column[object]) -> None:
    for column in columns:
        op.add_column(table, column)


def upgrade() -> None:
    """Bring the file to this schema."""
    op.execute("DROP TRIGGER claim_is_fixed")
    op.execute(_FIXED)
    _columns(
        "organisation",
        sa.Column("second_above", sa.Integer(), nullable=True),
        sa.Column("second_after_days", sa.Integer(), nullable=False, server_default="30"),
        sa.Column("pays_from_name", sa.String(), nullable=False, server_default=""),
        sa.Column("pays_from_sort_code", sa.String(), nullable=False, server_default=""),
        sa.Column("pays_from_account", sa.String(), nullable=False, server_default=""),
    )
    _columns(
        "person",
        sa.Column("most_week", sa.Integer(), nullable=True),
        sa.Column("most_four_weeks", sa.Integer(), nullable=True),
        sa.Column("most_month", sa.Integer(), nullable=True),
        sa.Column("most_year", sa.Integer(), nullable=True),
        sa.Column("month_starts", sa.Integer(), nullable=False, server_default="1"),
        sa.Column("pay_from", sa.Date(), nullable=True),
    )
    _columns(
        "bank_details",
        sa.Column("holder", sa.String(), nullable=False, server_default="own"),
        sa.Column("holder_note", sa.String(), nullable=False, server_default=""),
        sa.Column("checked_on", sa.Date(), nullable=True),
        sa.Column("check_result", sa.String(), nullable=False, server_default=""),
        sa.Column("changed_on", sa.Date(), nullable=True),
    )
    _columns(
        "claim_line",
        sa.Column("given", sa.Integer(), nullable=False, server_default="0"),
        sa.Column("given_to", sa.String(), nullable=False, server_default=""),
        sa.Column("in_kind", sa.Integer(), nullable=False, server_default="0"),
        sa.Column("in_kind_words", sa.String(), nullable=False, server_default=""),
    )
    op.execute(  # SQLite adds a link with its column, or not at all
        "ALTER TABLE claim_line ADD COLUMN tops_up_id CHAR(32) "
        "CONSTRAINT fk_claim_line_tops_up_id REFERENCES claim_line (id)"
    )
    op.create_index("ix_claim_line_tops_up_id", "claim_line", ["tops_up_id"])
    op.create_table(
        "bank_layout",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_bank_layout"),
        sa.UniqueConstraint("name", name="uq_bank_layout_name"),
    )
    op.create_table(
        "modulus_tables",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("weights", sa.Text(), nullable=False),
        sa.Column("substitutions", sa.Text(), nullable=False),
        sa.Column("added_on", sa.Date(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_modulus_tables"),
    )
    op.create_table(
        "claim_step",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("claim_id", sa.Uuid(), nullable=False),
        sa.Column("act", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("who", sa.String(), nullable=False),
        sa.Column("how", sa.String(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("is_exception", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["claim_id"], ["claim.id"], name="fk_claim_step_claim_id"),
        sa.PrimaryKeyConstraint("id", name="pk_claim_step"),
    )
    op.create_index("ix_claim_step_claim_id_at", "claim_step", ["claim_id", "at"])
    op.drop_index("ix_claim_state", "claim")
    op.drop_index("ix_claim_id_person_id", "claim")
    op.create_index("ix_claim_id_person_id_state", "claim", ["id", "person_id", "state"])
    op.create_index("ix_claim_state_issued_on_made_on", "claim", ["state", "issued_on", "made_on"])
    op.create_table(
        "line_refusal",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("line_id", sa.Uuid(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["line_id"], ["claim_line.id"], name="fk_line_refusal_line_id"),
        sa.PrimaryKeyConstraint("id", name="pk_line_refusal"),
        sa.UniqueConstraint("line_id", name="uq_line_refusal_line_id"),
    )
    op.create_table(
        "payment_run",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.String(), nullable=False),
        sa.Column("method", sa.String(), nullable=False),
        sa.Column("made_on", sa.Date(), nullable=False),
        sa.Column("pay_on", sa.Date(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("sent_on", sa.Date(), nullable=True),
        sa.Column("times_sent", sa.Integer(), nullable=False),
        sa.Column("void_reason", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_payment_run"),
        sa.UniqueConstraint("number", name="uq_payment_run_number"),
    )
    op.create_index("ix_payment_run_state", "payment_run", ["state"])
    op.create_table(
        "payment",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("run_id", sa.Uuid(), nullable=False),
        sa.Column("claim_id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("fees", sa.Integer(), nullable=False),
        sa.Column("expenses", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("fees_paid", sa.Integer(), nullable=False),
        sa.Column("expenses_paid", sa.Integer(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["run_id"], ["payment_run.id"], name="fk_payment_run_id"),
        sa.ForeignKeyConstraint(["claim_id"], ["claim.id"], name="fk_payment_claim_id"),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name="fk_payment_person_id"),
        sa.PrimaryKeyConstraint("id", name="pk_payment"),
    )
    op.create_index("ix_payment_run_id", "payment", ["run_id"])
    op.create_index("ix_payment_claim_id", "payment", ["claim_id"])
    op.create_index("ix_payment_person_id_day", "payment", ["person_id", "day"])
    op.create_index(
        "ix_payment_waiting", "payment", ["claim_id"], unique=True,
        sqlite_where=sa.text("state = 'waiting'"),
    )  # fmt: skip
    _add_receipts()


def _add_receipts() -> None:
    op.create_table(
        "receipt_file",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_receipt_file"),
        sa.UniqueConstraint("sha256", name="uq_receipt_file_sha256"),
    )
    op.create_table(
        "receipt",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("claim_id", sa.Uuid(), nullable=False),
        sa.Column("line_id", sa.Uuid(), nullable=True),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("looks", sa.String(), nullable=False),
        sa.Column("turned", sa.Integer(), nullable=False),
        sa.Column("added_on", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(["claim_id"], ["claim.id"], name="fk_receipt_claim_id"),
        sa.ForeignKeyConstraint(["line_id"], ["claim_line.id"], name="fk_receipt_line_id"),
        sa.ForeignKeyConstraint(["sha256"], ["receipt_file.sha256"], name="fk_receipt_sha256"),
        sa.PrimaryKeyConstraint("id", name="pk_receipt"),
        sa.UniqueConstraint("claim_id", "number", name="uq_receipt_claim_id_number"),
    )
    op.create_index("ix_receipt_line_id", "receipt", ["line_id"])
    op.create_index("ix_receipt_sha256", "receipt", ["sha256"])
    for guard in _RECEIPT_GUARDS:
        op.execute(guard)
