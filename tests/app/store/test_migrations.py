"""The migrations make the same schema as the tables, and an older file is brought up to date."""

import os
import re
import shutil
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as sqlcipher
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from alongside.domain.errors import WorldError
from alongside.office import Office
from alongside.services.checking import faults
from alongside.services.people import PersonDetails
from alongside.store.backup.copying import counts as all_counts
from alongside.store.cipher import connect_to
from alongside.store.file import APPLICATION_ID, SCHEMA, DataFile
from alongside.store.migrations import settings
from alongside.store.tables import Table
from app.store.releases import RELEASED

KEY = bytes(range(32))


@pytest.fixture
def old(tmp_path):
    """Return a file that is ours and has no schema yet: the oldest there could be."""
    path = tmp_path / "old.alongside"
    connection = sqlcipher.connect(str(path), isolation_level=None)
    connection.execute(f"PRAGMA key=\"x'{KEY.hex()}'\"")
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute("CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL)")
    connection.close()
    return path


@pytest.fixture
def upgraded(old, clock):
    file = DataFile.open(old, KEY, clock, "Sam")
    yield file
    file.close()


def describe(file):
    """Return what a file's schema is, however it was written."""
    with file.engine.connect() as connection:

        def ask(words):
            return [tuple(row) for row in connection.exec_driver_sql(words)]

        tables = [name for (name,) in ask("SELECT name FROM sqlite_master WHERE type = 'table'")]
        return {
            name: {
                "columns": [row[1:] for row in ask(f"PRAGMA table_info({name})")],
                "links": sorted(row[2:] for row in ask(f"PRAGMA foreign_key_list({name})")),
                "indexes": sorted(
                    (row[1] if row[3] == "c" else row[3], row[2],
                     *ask(f"PRAGMA index_info('{row[1]}')"))
                    for row in ask(f"PRAGMA index_list({name})")
                ),
                "guards": sorted(
                    re.sub(r"\s+", " ", sql)
                    for (sql,) in ask("SELECT sql FROM sqlite_master WHERE type = 'trigger' "
                                      f"AND tbl_name = '{name}'")
                ),
            }
            for name in tables
            if name != "alembic_version"
        }  # fmt: skip


def test_the_newest_migration_is_the_schema_that_new_files_have():
    assert ScriptDirectory.from_config(settings()).get_current_head() == SCHEMA


def test_an_upgraded_file_has_the_schema_of_a_new_one(upgraded, office):
    made, brought = describe(office.store), describe(upgraded)
    assert made.keys() == brought.keys()
    for table, schema in made.items():
        assert brought[table] == schema, table


def test_no_table_is_ahead_of_the_migrations(upgraded):
    with upgraded.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"render_as_batch": True})
        assert compare_metadata(context, Table.metadata) == []


def test_an_upgraded_file_works_and_stays_up_to_date(upgraded, old, clock):
    Office(upgraded).people.add(PersonDetails("Ann Lee"))
    upgraded.close()
    again = DataFile.open(old, KEY, clock, "Sam")
    assert [row.name for row in Office(again).people.list_()] == ["Ann Lee"]
    assert faults(again) == []
    again.close()


def test_links_are_kept_again_after_an_upgrade(upgraded):
    with upgraded.engine.connect() as connection:
        assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar() == 1


def test_an_upgrade_that_fails_leaves_the_file_as_it_was(old, clock):
    connection = sqlcipher.connect(str(old), isolation_level=None)
    connection.execute(f"PRAGMA key=\"x'{KEY.hex()}'\"")
    connection.execute("CREATE TABLE other (id PRIMARY KEY)")
    connection.execute("CREATE TABLE broken (other_id REFERENCES other (id))")
    connection.execute("INSERT INTO broken VALUES (1)")
    connection.close()
    with pytest.raises(WorldError, match="left as it was"):
        DataFile.open(old, KEY, clock, "Sam")
    connection = sqlcipher.connect(str(old), isolation_level=None)
    connection.execute(f"PRAGMA key=\"x'{KEY.hex()}'\"")
    tables = {row[0] for row in connection.execute("SELECT name FROM sqlite_master")}
    connection.close()
    assert tables == {"alembic_version", "other", "broken", "sqlite_autoindex_other_1"}


def test_an_upgrade_that_would_lose_rows_leaves_the_file_as_it_was(old, clock, monkeypatch):
    connection = sqlcipher.connect(str(old), isolation_level=None)
    connection.execute(f"PRAGMA key=\"x'{KEY.hex()}'\"")
    connection.execute("CREATE TABLE kept (id PRIMARY KEY)")
    connection.execute("INSERT INTO kept VALUES (1)")
    connection.close()

    def lose(config, _to):
        config.attributes["connection"].exec_driver_sql("DELETE FROM kept")

    monkeypatch.setattr("alongside.store.migrations.command.upgrade", lose)
    with pytest.raises(WorldError, match="left as it was"):
        DataFile.open(old, KEY, clock, "Sam")
    connection = sqlcipher.connect(str(old), isolation_level=None)
    connection.execute(f"PRAGMA key=\"x'{KEY.hex()}'\"")
    assert connection.execute("SELECT count(*) FROM kept").fetchone() == (1,)
    connection.close()


def test_whoever_opens_an_older_file_has_time_for_a_backup_first(old, clock):
    seen = []
    file = DataFile.open(
        old, KEY, clock, "Sam",
        before_upgrade=lambda file: seen.append(file.ask("SELECT count(*) FROM sqlite_master")),
    )  # fmt: skip
    file.close()
    assert seen == [["1"]]


@pytest.mark.parametrize("released", sorted(RELEASED.glob("*.alongside")), ids=lambda f: f.stem)
def test_a_file_of_every_release_is_brought_up_to_date_and_loses_nothing(released, tmp_path, clock):
    path = Path(shutil.copy(released, tmp_path))
    before = counts(path)
    office = Office(DataFile.open(path, KEY, clock, "Sam"))
    assert [row.name for row in office.people.list_()] == ["Ann Larsen", "Bo Larsen"]
    assert len(office.claims.list_()) == 2
    assert faults(office.store) == []
    assert office.store.ask("SELECT version_num FROM alembic_version") == [SCHEMA]
    office.close()
    after = counts(path)
    assert {name: after[name] for name in before} == before


def test_the_newest_schema_is_kept_as_a_file():
    assert (RELEASED / f"{SCHEMA}.alongside").exists(), "see releases.py"


@pytest.mark.parametrize("wait", [0.0, 0.01, 0.02, 0.04, 0.06, 0.09, 0.13, 0.18])
def test_an_upgrade_that_is_killed_leaves_the_old_file_or_the_new_one(old, clock, wait):
    code = """
import sys
from datetime import datetime
from pathlib import Path
from alongside.store import migrations
from alongside.store.file import DataFile
print("ready", flush=True)
DataFile.open(Path(sys.argv[1]), bytes(range(32)), datetime.now, "Sam").close()
"""
    told = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
    with subprocess.Popen(
        [sys.executable, "-c", code, str(old)], env=told, stdout=subprocess.PIPE
    ) as child:
        assert child.stdout.readline() == b"ready\n"
        time.sleep(wait)
        child.kill()
    connection = sqlcipher.connect(str(old), isolation_level=None)
    connection.execute(f"PRAGMA key=\"x'{KEY.hex()}'\"")
    number = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    connection.close()
    assert number == 1 or number > 40
    file = DataFile.open(old, KEY, clock, "Sam")
    assert faults(file) == []
    file.close()


def counts(path):
    with closing(connect_to(path, KEY)) as opened:
        return all_counts(opened)
