"""Measures what safety costs: encrypted beside plain, and how long a backup keeps one waiting."""

import random
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import quote

import sqlcipher3.dbapi2 as sqlcipher
from PySide6.QtCore import QCoreApplication, QTimer
from sqlalchemy import text

from alongside.demo import fill
from alongside.domain.meetings import State
from alongside.domain.people_list import Fact
from alongside.office import Office, now
from alongside.services.attendance import RecordAttendance
from alongside.services.backups import MakeBackup
from alongside.services.people_import import ImportPeople, PeopleImportService
from alongside.store import cipher
from alongside.store.file import APPLICATION_ID, DataFile
from alongside.store.work import reading
from alongside_ui import patience  # noqa: F401  what Qt needs to last, on Python 3.11
from bench.measure import Row, milliseconds, side_by_side

REPORT = text("""
    SELECT person_id, sum(amount), count(*) FROM claim JOIN claim_line ON claim_line.claim_id =
    claim.id WHERE day >= :first AND day < :last AND NOT is_removed GROUP BY person_id, category
""")
TICK = 2
"""Milliseconds between looks at how long the window was kept from answering."""


def measure(large: Office, scratch: Path) -> list[Row]:
    """Return the rows for twenty years, encrypted (`large`) and the same records in the clear."""
    plain_file = scratch / "plain.alongside"
    _in_the_clear(large, plain_file)
    with _plain():
        plain = Office(DataFile.open(plain_file, bytes(32), now, "Sam (demo)"))
        plain.people.list_()
    try:
        return [
            _row("Import one year", 1.2, side_by_side(_import(scratch, "enc"),
                 _import_plain(scratch), 5)),
            _row("Import a list of 300 people", 1.2, side_by_side(_import_people(large),
                 _import_people(plain), 5)),
            _row("Open a register", 1.3, side_by_side(_register(large), _register(plain), 100)),
            _row("Yearly report", 1.8, side_by_side(_report(large), _report(plain), 20)),
            _row("Save one mark", 1.5, side_by_side(_mark(large), _mark(plain), 100)),
            *_backup(large, scratch),
        ]  # fmt: skip
    finally:
        plain.close()


def _row(what: str, limit: float, pair: tuple[float, float]) -> Row:
    words = " against ".join(milliseconds(value) for value in pair)
    return Row(f"{what}, encrypted beside plain", words, pair[0] / pair[1], limit, "×")


def _in_the_clear(office: Office, place: Path) -> None:
    place.unlink(missing_ok=True)
    with closing(cipher.connect_to(office.path, office.store.key)) as opened:
        opened.execute("ATTACH ? AS plain KEY ''", (str(place),))
        opened.execute("SELECT sqlcipher_export('plain')")
        opened.execute(f"PRAGMA plain.application_id = {APPLICATION_ID}")


@contextmanager
def _plain() -> Iterator[None]:
    """Let files be opened without a key: by the same engine, with the same pragmas."""

    def connect_to(path: Path, _key: bytes, mode: str = "rw", pragmas: Any = cipher.LIVE) -> Any:
        opened = sqlcipher.connect(f"file:{quote(str(path))}?mode={mode}", uri=True, timeout=10,
                                   check_same_thread=False, isolation_level=None)  # fmt: skip
        for pragma in pragmas:
            opened.execute(f"PRAGMA {pragma}")
        return opened

    locked, cipher.connect_to = cipher.connect_to, connect_to
    try:
        yield
    finally:
        cipher.connect_to = locked


def _import(scratch: Path, name: str) -> Callable[[int], None]:
    def one(number: int) -> None:
        store = DataFile.create(scratch / f"{name}{number}.alongside", bytes(32), now, "Sam")
        fill(store, years=1)
        store.close()

    return one


def _import_plain(scratch: Path) -> Callable[[int], None]:
    one = _import(scratch, "plain")

    def plainly(number: int) -> None:
        with _plain():
            one(number)

    return plainly


def _import_people(office: Office) -> Callable[[int], object]:
    """Bring 300 people in; the backup before it is measured by itself."""
    service = PeopleImportService(office.store, lambda _store: None)

    def one(number: int) -> object:
        rows = tuple(
            (row, (f"New{number} Person{row}", f"0115 496 {row:04}")) for row in range(300)
        )
        return service.import_(ImportPeople(rows, (Fact.NAME, Fact.PHONE)))

    return one


def _register(office: Office) -> Callable[[int], object]:
    meetings = [row.id for row in office.meetings.list_()]
    random.Random(1).shuffle(meetings)
    return lambda number: office.attendance.list_for(meetings[number])


def _report(office: Office) -> Callable[[int], object]:
    def report(number: int) -> object:
        year = now().year - number % 20
        with reading(office.store) as session:
            span = {"first": f"{year}-04-01", "last": f"{year + 1}-04-01"}
            return session.connection().execute(REPORT, span).all()

    return report


def _mark(office: Office) -> Callable[[int], object]:
    meeting = office.meetings.next(most=1)[0]
    rows = [row.id for row in office.attendance.list_for(meeting.id).rows]
    states = [State.ATTENDED, State.APOLOGIES]
    return lambda number: office.attendance.record(
        RecordAttendance(rows[number % len(rows)], states[number // len(rows) % 2])
    )


def _backup(office: Office, scratch: Path) -> list[Row]:
    """Back up on a thread of its own while the screen's loop ticks; return the longest wait."""
    application = QCoreApplication.instance() or QCoreApplication([])
    gaps, last = [0.0], time.perf_counter()

    def tick() -> None:
        nonlocal last
        gaps.append(time.perf_counter() - last)
        last = time.perf_counter()

    def back_up() -> None:
        office.backups.make(MakeBackup([scratch / "backups"]))

    timer = QTimer(interval=TICK)
    timer.timeout.connect(tick)
    worker = threading.Thread(target=back_up)
    timer.start()
    began = last = time.perf_counter()
    worker.start()
    while worker.is_alive():
        application.processEvents()
        time.sleep(TICK / 4000)
    taken = time.perf_counter() - began
    timer.stop()
    return [
        Row("A backup of 20 years: the longest that it keeps the window waiting",
            f"{milliseconds(taken)} for the backup", max(gaps) * 1000, 50, "ms"),
    ]  # fmt: skip
