"""What every test may ask for: an office with a real encrypted file, a clock, a keyring."""

import json
import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time
from pathlib import Path

import pytest
from sqlalchemy import select

from alongside import paths
from alongside.demo import fill
from alongside.domain.change import Change
from alongside.i18n import ENGLISH, language, set_language
from alongside.office import Office
from alongside.services.checking import faults
from alongside.store.tables import CONTENT_TABLES, HISTORY_TABLES, Table
from compiled_once import statements_shared

pytest_plugins = ["desktop.fixtures"]

NOW = datetime.combine(date(2026, 5, 12), time(16, 0))
WORDS = "walnut harbor kettle velvet anchor pebble quilt"


class Clock:
    """A clock that stands still until a test sets it."""

    def __init__(self) -> None:
        self.time = NOW

    def __call__(self) -> datetime:
        return self.time

    def set(self, day: date, moment: time = time(9, 0)) -> None:
        self.time = datetime.combine(day, moment)


class MemoryKeyring:
    """A keyring that keeps its secrets for as long as the test runs."""

    trouble = ""
    is_asking = False

    def give_up(self) -> None:
        """It never lets anybody wait."""

    def __init__(self, secrets: dict[str, str] | None = None) -> None:
        self.secrets = dict(secrets or {})

    def get(self, name: str) -> str | None:
        return self.secrets.get(name)

    def set(self, name: str, secret: str) -> bool:
        self.secrets[name] = secret
        return True


@dataclass
class Fresh:
    """A new data file, closed, with its key file beside it and its key in `secrets`.

    Stretching the words takes its time on purpose, so it is done once and the files are copied.
    """

    folder: Path
    words: str = WORDS
    secrets: dict[str, str] = field(default_factory=dict)

    def copy_to(self, folder: Path) -> Path:
        for file in self.folder.iterdir():
            shutil.copy(file, folder)
        return folder / "records.alongside"


@pytest.fixture(scope="session")
def fresh(tmp_path_factory: pytest.TempPathFactory) -> Fresh:
    folder = tmp_path_factory.mktemp("fresh")
    keyring = MemoryKeyring()
    Office.create(folder / "records.alongside", WORDS, keyring, clock=Clock(), who="Sam").close()
    return Fresh(folder, secrets=keyring.secrets)


@pytest.fixture(scope="session")
def demo(fresh: Fresh, tmp_path_factory: pytest.TempPathFactory) -> Fresh:
    """Return the demo organisation in a closed file, to be copied as `fresh` is.

    It is in English, whatever the first test that asks for it speaks.
    """
    folder, spoken = tmp_path_factory.mktemp("demo"), language()
    set_language(ENGLISH)
    file, keyring = fresh.copy_to(folder), MemoryKeyring(fresh.secrets)
    office = Office.open(file, keyring, clock=Clock(), who="Sam")
    fill(office.store)
    office.close()
    set_language(spoken)
    return Fresh(folder, secrets=fresh.secrets)


@pytest.fixture(scope="session", autouse=True)
def private_folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Keep what must not stay away from the folders of whoever runs the tests."""
    folder = tmp_path_factory.mktemp("private")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(paths, "private_folder", lambda: folder)
        yield folder


@pytest.fixture(scope="session", autouse=True)
def compiled_once() -> Iterator[None]:
    """Keep compiled statements from one test to the next."""
    with statements_shared():
        yield


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def keyring(fresh: Fresh) -> MemoryKeyring:
    return MemoryKeyring(fresh.secrets)


@pytest.fixture
def data_file(fresh: Fresh, tmp_path: Path) -> Path:
    """Return a new data file, closed, in a folder of the test's own."""
    return fresh.copy_to(tmp_path)


@pytest.fixture
def office(data_file: Path, keyring: MemoryKeyring, clock: Clock) -> Iterator[Office]:
    """Give an open office, at 16:00 on Tuesday 12 May 2026, with Sam at the keyboard."""
    office = Office.open(data_file, keyring, clock=clock, who="Sam")
    yield office
    office.close()


@pytest.fixture
def welsh() -> Iterator[None]:
    """Speak Welsh for one test."""
    set_language("cy")
    yield
    set_language(ENGLISH)


Snapshot = dict[str, list[tuple[object, ...]]]


def snapshot(office: Office) -> Snapshot:
    """Return every row of every table but the history's and what receipts hold."""
    with office.store.session(is_writing=False) as session:
        return {
            table.name: [tuple(row) for row in session.execute(select(table).order_by(table.c.id))]
            for table in Table.metadata.sorted_tables
            if table.name not in HISTORY_TABLES | CONTENT_TABLES
        }


@pytest.fixture
def check_undo(office: Office) -> Callable[[Callable[[], Change]], Change]:
    """Return a function that does something, takes it back and does it again, checking each."""

    def check(act: Callable[[], Change]) -> Change:
        before = snapshot(office)
        change = act()
        after = snapshot(office)
        assert after != before, "this changed nothing, so it shows nothing"
        assert office.history.steps().undo == change.words
        office.history.undo()
        assert snapshot(office) == before
        assert office.history.steps().redo == change.words
        office.history.redo()
        assert snapshot(office) == after
        assert faults(office.store) == []
        return change

    return check


MEASURED = "ALONGSIDE_MEASURED"
"""Names the file that what was measured is written to, for the conformance report."""


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put long tests first, whatever the order of the others, so that none is waited for alone.

    Let each result say which checks of the conformance report it speaks for.
    """
    items.sort(key=lambda item: item.get_closest_marker("long") is None)
    for item in items:
        for mark in item.iter_markers("measures"):
            item.user_properties.append(("measures", list(mark.args)))


_results: dict[str, dict[str, list[str]]] = {}


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    """Keep which tests spoke for which check, and how."""
    for name, value in report.user_properties:
        if name == "measures" and (report.when == "call" or report.failed):
            sentence = report.location[2].replace("_", " ").removeprefix("test ")
            for check in value:
                how = _results.setdefault(check, {"passed": [], "failed": []})
                how["failed" if report.failed else "passed"].append(sentence)


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Write what was measured, if it was asked for."""
    place = os.environ.get(MEASURED)
    if place and not hasattr(session.config, "workerinput"):
        found = {check: {how: sorted(set(tests)) for how, tests in results.items()}
                 for check, results in sorted(_results.items())}  # fmt: skip
        Path(place).write_text(
            json.dumps(found, indent=1, ensure_ascii=False) + "\n", encoding="utf-8"
        )
