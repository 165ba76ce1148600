"""The window opens before anything slow is loaded: nobody looks at an empty screen."""

import ast
import json
import os
import subprocess
import sys

from house.source import SOURCE_ROOTS, modules

HEAVY = [
    "sqlalchemy", "sqlcipher3", "alembic", "reportlab", "uharfbuzz", "PIL", "cryptography",
    "keyring", "secretstorage", "jeepney", "pypdf", "pypdfium2", "docx",
    "filelock", "markdown_it", "openpyxl", "python_calamine", "holidays", "dateutil",
]  # fmt: skip


def loaded_by(code: str) -> set[str]:
    """Return the top-level names of all modules in a fresh interpreter that ran `code`."""
    return {name.partition(".")[0] for name in modules_of(code)}


def modules_of(code: str) -> list[str]:
    """Return the names of all modules in a fresh interpreter that ran `code`."""
    paths = os.pathsep.join(map(str, SOURCE_ROOTS))
    said = subprocess.run(
        [sys.executable, "-c", f"{code}\nimport json, sys; print(json.dumps(list(sys.modules)))"],
        env=os.environ | {"PYTHONPATH": paths, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    return json.loads(said.stdout.splitlines()[-1])


def test_opening_records_loads_no_service_but_backups_and_keys():
    loaded = {name for name in modules_of("import alongside.office") if ".services." in name}
    assert loaded == {"alongside.services.backups", "alongside.services.keys"}


def test_nothing_heavy_is_loaded_before_the_window():
    loaded = loaded_by("import alongside_ui.main, alongside_ui.application")
    assert "PySide6" in loaded
    assert not loaded & set(HEAVY)


def test_the_command_line_loads_no_qt():
    loaded = loaded_by("import alongside_ui.main; alongside_ui.main.command.parser()")
    assert not loaded & {"PySide6", "shiboken6", *HEAVY}


def test_opening_the_records_loads_no_paper_and_no_migrations():
    loaded = loaded_by("import alongside.office")
    assert "sqlalchemy" in loaded
    assert not loaded & {"reportlab", "alembic", "PIL", "PySide6"}


def test_paper_and_migrations_are_imported_where_they_are_used():
    slow = ("alongside.documents", "alongside.demo", "alongside.store.migrations", "PIL")
    # The gallery is loaded itself only when the command line asks for it.
    quick = (
        "alongside.documents", "alongside.demo", "alongside.store.migrations",
        "alongside.gallery",
    )  # fmt: skip
    assert not [
        f"{module.at(node)} {ast.unparse(node)}"
        for module in modules()
        if not module.is_in(*quick)
        for node in module.tree.body
        if isinstance(node, ast.Import | ast.ImportFrom)
        and (getattr(node, "module", None) or node.names[0].name).startswith(slow)
    ]
