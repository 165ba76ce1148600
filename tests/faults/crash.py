"""Kills Alongside while it saves, over and over: nothing that was said to be saved may be lost."""

import multiprocessing
import os
import random
import sys
import time
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path

import builders as b
from alongside.services.backups import MakeBackup
from alongside.services.checking import faults
from alongside.store.saves import SaveCounter
from faults.records import Holding, Records, holding, names

_LONGEST = 0.25
"""Seconds until a child is killed at the latest."""


@dataclass
class Toll:
    """What came of the rounds: saves that were acknowledged, those lost, files not whole."""

    rounds: int = 0
    saved: int = 0
    lost: int = 0
    damaged: int = 0


def _save_on(records: Records, number: int, door: Connection) -> None:
    """Save people, a register's marks and a backup without end, and say each save once made."""
    office = records.open()
    meeting = office.meetings.list_()[0].id
    rows = [row.id for row in office.attendance.list_for(meeting).rows]
    count = 0
    while True:
        name = f"Round {number}, save {count}"
        person = b.add_person(office, name)
        door.send(name)
        if count % 3 == 0:
            b.mark(office, meeting, office.attendance.list_for(meeting).rows[count % len(rows)]
                   .person_id)  # fmt: skip
        if count % 11 == 5:
            office.backups.make(MakeBackup([records.folder / "Backups"]))
        assert person
        count += 1


def run(records: Records, rounds: int, seed: int = 1) -> Toll:
    """Let another process save and be killed, `rounds` times on the same records."""
    chance, toll, known = random.Random(seed), Toll(), set[str]()
    for number in range(rounds):
        acknowledged = once(records, number, chance.uniform(0.0, _LONGEST))
        known |= acknowledged
        office = records.open()
        lost = known - names(office)
        known -= lost
        toll.rounds += 1
        toll.saved += len(acknowledged)
        toll.lost += len(lost)
        toll.damaged += bool(faults(office.store))
        office.close()
    return toll


def once(records: Records, number: int = 0, seconds: float = _LONGEST) -> set[str]:
    """Kill another process `seconds` after its first save; return what it acknowledged."""
    start = multiprocessing.get_context("spawn" if sys.platform == "win32" else "forkserver")
    if start.get_start_method() == "forkserver":
        start.set_forkserver_preload(["faults.crash"])
        os.environ["PYTHONPATH"] = os.pathsep.join(sys.path)  # or nothing is loaded beforehand
    mine, theirs = start.Pipe(duplex=False)
    child = start.Process(target=_save_on, args=(records, number, theirs))
    child.start()
    theirs.close()
    acknowledged = _listen(mine, seconds)
    child.kill()
    child.join()
    acknowledged |= _listen(mine, 0.0)
    mine.close()
    return acknowledged


def leave_log(records: Records, scratch: Path) -> tuple[Records, Holding]:
    """Return records as a kill leaves them, with their log, and what they hold.

    A kill between a save and its count leaves the count one behind: that save was not yet said to
    be saved. Here it is counted, so that whatever the log loses has to be noticed.
    """
    once(records)
    crashed = records.copy_to(scratch / "crashed")
    office = records.open()
    SaveCounter(crashed.file).write(office.store.saves.number)
    held = holding(office)
    office.close()
    return crashed, held


def _listen(door: Connection, seconds: float) -> set[str]:
    """Return what was acknowledged within `seconds` after the first word, and before the end."""
    heard = set()
    try:
        if seconds and door.poll(10):
            heard.add(door.recv())
            end = time.monotonic() + seconds
            while (left := end - time.monotonic()) > 0 and door.poll(left):
                heard.add(door.recv())
        while not seconds and door.poll(0):
            heard.add(door.recv())
    except EOFError:
        pass
    return heard
