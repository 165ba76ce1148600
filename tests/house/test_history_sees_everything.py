"""What the history cannot see is forbidden: bulk statements, cascades and triggers that write."""

import ast
import re

from sqlalchemy import text

from alongside.store.tables import CONTENT_TABLES, Table
from house.source import called, modules

WRITERS = {"insert", "update", "delete"}
MAY_WRITE = {
    "alongside.store.history",  # its own tables, which it does not watch
    "alongside.store.images",  # writes before- and after-images back, and says so to the history
    "alongside.store.migrations",  # no piece of work: there is no way back to an older schema
}
"""The demo fills a new file before its history begins, but does so with rows, not statements."""


def test_no_statement_writes_rows_past_the_history():
    assert not [
        module.at(call)
        for module in modules("alongside")
        if not module.is_in(*MAY_WRITE)
        for call in module.calls("execute", "scalar", "scalars", "exec_driver_sql")
        for inner in ast.walk(call)
        if isinstance(inner, ast.Call) and called(inner) in WRITERS
    ]


def test_no_module_borrows_the_statements_that_write():
    forbidden = {f"sqlalchemy.{name}" for name in WRITERS}
    assert not [
        f"{module.at(node)} {name}"
        for module in modules("alongside")
        if not module.is_in(*MAY_WRITE)
        for node, name in module.imports()
        if name in forbidden or name.rpartition(".")[2].startswith("bulk_")
    ]


def test_no_text_of_sql_writes_rows():
    """But for the one row that says which schema a new file has: Alembic's, not ours."""
    writes = re.compile(r"\s*(INSERT|UPDATE|DELETE|REPLACE)\b", re.IGNORECASE)
    assert not [
        module.at(node)
        for module in modules("alongside")
        if not module.is_in(*MAY_WRITE)
        for call in module.calls("text", "exec_driver_sql", "execute")
        for node in call.args
        if isinstance(node, ast.Constant)
        and writes.match(str(node.value))
        and "alembic_version" not in str(node.value)
    ]


def test_what_the_history_leaves_alone_is_only_what_receipts_hold():
    assert {"receipt_file"} == CONTENT_TABLES


def test_what_the_history_leaves_alone_never_changes_and_goes_only_when_nothing_has_it(office):
    """So undo and redo, which write back only what has it, always find it as it was."""
    with office.store.session(is_writing=False) as session:
        guards = session.execute(
            text("SELECT tbl_name, sql FROM sqlite_master WHERE type = 'trigger'")
        ).all()
    fixed = {table for table, sql in guards if f"BEFORE UPDATE ON {table}\n" in sql
             and "WHEN" not in sql}  # fmt: skip
    keys = [key for table in Table.metadata.tables.values() for key in table.foreign_keys]
    assert fixed >= CONTENT_TABLES
    assert {key.column.table.name for key in keys} >= CONTENT_TABLES


def test_what_the_history_leaves_alone_is_written_in_one_place():
    assert {
        module.name
        for module in modules("alongside")
        for _node, name in module.imports()
        if name == "alongside.store.tables.ReceiptFile"
    } == {"alongside.store.receipts"}


def test_no_session_writes_in_bulk():
    bulk = ("bulk_save_objects", "bulk_insert_mappings", "bulk_update_mappings", "query")
    assert not [m.at(call) for m in modules("alongside") for call in m.calls(*bulk)]


def test_no_foreign_key_cascades_in_the_database():
    keys = [key for table in Table.metadata.tables.values() for key in table.foreign_keys]
    assert keys
    assert {(key.ondelete, key.onupdate) for key in keys} == {(None, None)}


def test_no_trigger_of_a_data_file_writes(office):
    with office.store.session(is_writing=False) as session:
        made = session.execute(text("SELECT type, name, sql FROM sqlite_master")).all()
    triggers = {name: sql for kind, name, sql in made if kind == "trigger"}
    assert triggers
    for name, sql in triggers.items():
        body = sql.upper().rpartition("BEGIN")[2]
        assert re.fullmatch(r"\s*SELECT RAISE\(ABORT, '[^']*'\);\s*END", body), name
    assert not [name for _kind, name, sql in made if "CASCADE" in (sql or "").upper()]
