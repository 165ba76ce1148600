"""The history can name every column: one that is forgotten would change without being told."""

from alongside.domain.change import Kind
from alongside.store.tables import CONTENT_TABLES, HISTORY_TABLES, Table, nouns

UNSEEN = HISTORY_TABLES | CONTENT_TABLES
TABLES = {t.name: t for t in Table.metadata.sorted_tables if t.name not in UNSEEN}


def test_every_column_of_every_table_has_its_words_or_says_that_it_is_not_told():
    wanted = {name: set(table.c.keys()) for name, table in TABLES.items()}
    assert {name: set(noun.columns) for name, noun in nouns().items()} == wanted


def test_only_what_makes_the_file_work_is_not_told():
    silent = {
        f"{name}.{column}"
        for name, noun in nouns().items()
        for column, words in noun.columns.items()
        if words is None and column not in {"id", "position", "key"}
    }
    assert silent == {
        "policy.text", "person.search", "claim.issued_sheet", "bank_details.person_id",
        "usual_cost.person_id", "attendance.meeting_id", "attendance.person_id",
        "bank_details.changed_on", "claim_step.how", "bank_layout.text",
        "modulus_tables.weights", "modulus_tables.substitutions",
        "partner_form.size", "partner_form.sha256", "partner_form.paper", "partner_form.mapped",
        "receipt.size", "receipt.sha256", "receipt.looks",
    }  # fmt: skip


def test_every_kind_of_thing_has_its_words():
    assert len({kind.words for kind in Kind}) == len(Kind)
