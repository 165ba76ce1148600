"""Cuts the power in the middle of writing: what a disk can then hold, sector by sector.

A disk keeps what it was told to keep (fsync); of what came after that, it may hold any part, in any
order, in sectors of 512 bytes. Snapshots are taken by another process, after each save and after
the log is folded in; between two of them lie the states that a power cut can leave.
"""

import multiprocessing
import random
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path

import builders as b
from faults.records import NAME, Holding, Records, holding, look

_SECTOR = 512
_FILES = (NAME, f"{NAME}-wal")


@dataclass
class Cut:
    """What came of the states: how many opened with all that was saved, and how many did not."""

    states: int = 0
    lost: int = 0
    damaged: int = 0


def _work(records: Records, door: Connection) -> None:
    """Save, one thing at a time, and wait until a snapshot of it was taken."""
    office = records.open()
    door.send(holding(office))
    door.recv()
    for number in range(6):
        b.add_person(office, f"Saved before the cut, {number}")
        for is_folding in (False, True) if number % 3 == 2 else (False,):
            if is_folding:
                office.backups.fold_in()
            door.send(holding(office))
            door.recv()
    door.close()


def states(records: Records, number: int, scratch: Path, seed: int = 4) -> Cut:
    """Try `number` states that a power cut can leave; each must hold one whole save or the next."""
    start = multiprocessing.get_context("spawn")
    mine, theirs = start.Pipe()
    child = start.Process(target=_work, args=(records, theirs))
    child.start()
    theirs.close()
    kept: list[tuple[dict[str, bytes], Holding]] = []
    while True:
        try:
            held = mine.recv()
        except EOFError:
            break
        kept.append((_snapshot(records.folder), held))
        mine.send("go on")
    child.join()
    cut, chance = Cut(), random.Random(seed)
    for _state in range(number):
        at = chance.randrange(len(kept) - 1)
        (before, had), (after, has) = kept[at], kept[at + 1]
        copy = Records(scratch / "cut", records.secrets)
        shutil.rmtree(copy.folder, ignore_errors=True)
        copy.folder.mkdir(parents=True)
        for name, data in before.items():
            (copy.folder / name).write_bytes(data)
        for name, data in _torn(before, after, chance):
            (copy.folder / name).write_bytes(data)
        seen = look(copy.open)
        cut.states += 1
        if seen.holds is None:
            cut.damaged += 1
        elif seen.holds not in (had, has):
            cut.lost += 1
    return cut


def _torn(
    before: dict[str, bytes], after: dict[str, bytes], chance: random.Random
) -> Iterator[tuple[str, bytes]]:
    """Give the files with some of the sectors that were written between two snapshots.

    The log is told to the disk before the file itself is touched, so either the log is in pieces
    and the file is as it was, or the log is whole and the file is in pieces.
    """
    log = f"{NAME}-wal"
    is_folding = before[NAME] != after[NAME]
    if is_folding:
        yield NAME, _mixed(before[NAME], after[NAME], chance)
        return
    yield log, _mixed(before.get(log, b""), after.get(log, b""), chance)


def _mixed(old: bytes, new: bytes, chance: random.Random) -> bytes:
    """Return `old` with some of the sectors of `new`, and an end that may lie between both."""
    length = chance.choice([len(new), max(len(old), _SECTOR * chance.randrange(
        1 + max(len(old), len(new)) // _SECTOR))])  # fmt: skip
    mixed = bytearray(old.ljust(length, b"\0")[:length] if length < len(old) else
                      old.ljust(length, b"\0"))  # fmt: skip
    likely = chance.random()
    for start in range(0, min(len(new), length), _SECTOR):
        if chance.random() < likely:
            mixed[start : start + _SECTOR] = new[start : start + _SECTOR]
    return bytes(mixed)


def _snapshot(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in folder.iterdir() if file.suffix != ".lock"}
