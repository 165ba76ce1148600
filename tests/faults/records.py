"""Records to try faults on: an office in a folder, what it holds, and who opens it afterwards.

Everything is done in other processes or on closed files: the live file of a process is nobody
else's to open.
"""

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import builders as b
from alongside.domain.errors import AlongsideError
from alongside.office import Office
from alongside.services.checking import faults
from alongside.store.tables import CONTENT_TABLES, HISTORY_TABLES, Table
from alongside.store.work import reading

WORDS = "walnut harbour kettle velvet anchor pebble quilt"
NAME = "records.alongside"


class Keyring:
    """A keyring that keeps its secrets for as long as the process runs."""

    trouble = ""

    def __init__(self, secrets: dict[str, str]) -> None:
        self.secrets = secrets

    def get(self, name: str) -> str | None:
        return self.secrets.get(name)

    def set(self, name: str, secret: str) -> bool:
        self.secrets[name] = secret
        return True


@dataclass(frozen=True)
class Records:
    """A closed data file in a folder of its own, and the secrets of the keyring that opens it."""

    folder: Path
    secrets: dict[str, str]

    @property
    def file(self) -> Path:
        return self.folder / NAME

    def copy_to(self, folder: Path) -> "Records":
        """Return the same records in another folder, which is emptied first."""
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(self.folder, folder)
        return Records(folder, self.secrets)

    def open(self, **how: object) -> Office:
        return Office.open(self.file, Keyring(dict(self.secrets)), clock=clock, **how)


def clock() -> datetime:
    return datetime.fromisoformat("2026-05-12 16:00")


def make(folder: Path, people: int = 12) -> Records:
    """Make records with some people, a marked register and its claims, and close them."""
    folder.mkdir(parents=True)
    keyring = Keyring({})
    office = Office.create(folder / NAME, WORDS, keyring, clock=clock, who="Sam")
    members = [b.add_person(office, f"Person {number}") for number in range(people)]
    meeting = b.add_marked_meeting(office, b.add_group(office, *members), *members)
    office.claims.make(meeting)
    office.close()
    (folder / "policy.toml").unlink(missing_ok=True)
    return Records(folder, keyring.secrets)


Holding = dict[str, list[tuple[object, ...]]]


def holding(office: Office) -> Holding:
    """Return every row of every table but the history's and what receipts hold."""
    with reading(office.store) as session:
        connection = session.connection()
        return {
            name: [tuple(row) for row in connection.exec_driver_sql(
                f'SELECT * FROM "{name}" ORDER BY id')]
            for name in Table.metadata.tables
            if name not in HISTORY_TABLES | CONTENT_TABLES
        }  # fmt: skip


def names(office: Office) -> set[str]:
    return {row.name for row in office.people.list_()}


@dataclass(frozen=True)
class Seen:
    """What came of opening records after a fault: what they hold, or why they were not opened."""

    holds: Holding | None
    trouble: str = ""

    def is_right(self, *whole: Holding) -> bool:
        """Whether it is refused in words, or has all of one of these states: never another."""
        return self.holds is None or self.holds in whole


def look(open_: Callable[[], Office]) -> Seen:
    """Open records as a person would, and read and check all of them."""
    try:
        office = open_()
    except AlongsideError as error:
        return Seen(None, error.words)
    try:
        found = faults(office.store)
        return Seen(None, found[0]) if found else Seen(holding(office))
    except AlongsideError as error:
        return Seen(None, error.words)
    finally:
        office.close()
