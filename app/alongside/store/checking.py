"""Whether an open data file is whole: its pages, links and tables, each fault in a sentence."""

from alongside.domain.errors import WorldError
from alongside.i18n import _, ngettext
from alongside.store import troubles
from alongside.store.file import DataFile
from alongside.store.tables import Table


def faults(store: DataFile) -> list[str]:
    """Return what is wrong with the file, as SQLCipher and SQLite tell it; empty if nothing.

    The log is folded in first: pages still in it look damaged to the cipher's own check.
    """
    try:
        with troubles.translated(store.path):
            store.ask("PRAGMA wal_checkpoint(TRUNCATE)")
            return [*_pages(store), *_links(store), *_tables(store)]
    except WorldError as error:
        return [error.words]


def _pages(store: DataFile) -> list[str]:
    changed = store.ask("PRAGMA cipher_integrity_check")
    found = []
    if changed:
        found.append(
            ngettext("{number} page was changed by something other than Alongside.",
                     "{number} pages were changed by something other than Alongside.",
                     len(changed)).format(number=len(changed))
        )  # fmt: skip
    structure = [answer for answer in store.ask("PRAGMA integrity_check") if answer != "ok"]
    return [*found, *(_("SQLite says: {fault}").format(fault=fault) for fault in structure)]


def _links(store: DataFile) -> list[str]:
    broken = store.ask("PRAGMA foreign_key_check")
    if not broken:
        return []
    words = ngettext("{number} link between records leads nowhere.",
                     "{number} links between records lead nowhere.", len(broken))  # fmt: skip
    return [words.format(number=len(broken))]


def _tables(store: DataFile) -> list[str]:
    """Hold the columns that are there against those that there should be."""
    found = []
    for table in Table.metadata.sorted_tables:
        there = set(store.ask(f"SELECT name FROM pragma_table_info('{table.name}')"))
        lacks = sorted({column.name for column in table.columns} - there)
        if lacks:
            words = _("The table {table} lacks {columns}.")
            found.append(words.format(table=table.name, columns=", ".join(lacks)))
    return found
