"""Real disks that fill up, go away or turn read-only under an open Alongside. Linux, as root."""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import builders as b
from alongside.domain.errors import AlongsideError
from alongside.office import Office
from alongside.services.backups import MakeBackup
from faults.damage import Damage
from faults.records import NAME, Keyring, Records, clock, holding, look, names


def can_be_tried() -> bool:
    """Return whether disks can be mounted and taken away here (bindfs)."""
    return sys.platform == "linux" and os.geteuid() == 0 and bool(shutil.which("bindfs"))


def full(records: Records, scratch: Path, megabytes: int = 3) -> Damage:
    """Save until a small disk is full: what was acknowledged is there; with room it goes on."""
    toll = Damage("a full disk")
    with _mounted(scratch / "small", "-t", "tmpfs", "-o", f"size={megabytes}m", "tmpfs"):
        there = _move(records, scratch / "small")
        filler = there.folder / "filler"
        office = there.open()
        saved, refused = set(names(office)), 0
        for round_ in range(3):
            _fill(filler)
            for number in range(200):
                name = f"Round {round_}, {number}"
                try:
                    b.add_person(office, name)
                except AlongsideError:
                    refused += 1
                    break
                saved.add(name)
            with suppress(AlongsideError):
                office.backups.make(MakeBackup([there.folder / "Backups"]))
            filler.unlink()
            b.add_person(office, f"Room again, {round_}")
            saved.add(f"Room again, {round_}")
        held = names(office)
        office.close()
        toll.tries, toll.refused = 3, refused
        toll.wrong = len(saved - held) + (look(there.open).holds is None)
    return toll


def unplugged(records: Records, scratch: Path, tries: int = 5) -> Damage:
    """Take the disk away while the file is open: an error in words, and the last backup is good.

    The disk is a folder behind a program (bindfs): when that is killed, every reading and writing
    fails at once, as when a stick is pulled out.
    """
    toll = Damage("a disk that goes away")
    for number in range(tries):
        folder, stick, safe = (scratch / f"{name}{number}" for name in ("behind", "stick", "safe"))
        folder.mkdir()
        stick.mkdir()
        with subprocess.Popen(["bindfs", "-f", str(folder), str(stick)]) as program:
            _wait_for_mount(stick)
            there = records.copy_to(stick / "records")
            office = there.open()
            office.backups.make(MakeBackup([safe]))
            held = holding(office)
            program.kill()
            program.wait()
            toll.tries += 1
            try:
                b.add_person(office, "Gone")
                toll.wrong += 1
            except AlongsideError:
                toll.refused += 1
            with suppress(AlongsideError):
                office.backups.rescue([safe])
            office.close()
        _run("umount", "-l", str(stick))
        for place in safe.iterdir():
            toll.wrong += look(_restoring(place, records, scratch / f"back{number}")).holds != held
    return toll


def _restoring(place: Path, records: Records, folder: Path) -> Callable[[], Office]:
    there = folder / place.stem / NAME
    return lambda: Office.restore(place, there, Keyring(dict(records.secrets)), clock=clock)


def _wait_for_mount(place: Path) -> None:
    while not place.is_mount():
        time.sleep(0.02)


def read_only(records: Records, scratch: Path) -> Damage:
    """Turn the disk read-only: opening and saving say so in words, and nothing is changed."""
    toll = Damage("a disk that turns read-only")
    with _mounted(scratch / "locked", "-t", "tmpfs", "tmpfs"):
        there = _move(records, scratch / "locked")
        _run("mount", "-o", "remount,ro", str(scratch / "locked"))
        toll.tries += 1
        seen = look(there.open)
        toll.refused += seen.holds is None and bool(seen.trouble)
        _run("mount", "-o", "remount,rw", str(scratch / "locked"))
        toll.wrong += look(there.open).holds is None
    return toll


def _move(records: Records, mount: Path) -> Records:
    return records.copy_to(mount / "records")


def _fill(filler: Path) -> None:
    with suppress(OSError), filler.open("wb", buffering=0) as file:
        while True:
            file.write(bytes(4096))


@contextmanager
def _mounted(place: Path, *what: str) -> Iterator[None]:
    place.mkdir(parents=True, exist_ok=True)
    _run("mount", *what, str(place))
    try:
        yield
    finally:
        _run("umount", "-l", str(place))


def _run(*command: str) -> None:
    subprocess.run(command, check=True, capture_output=True)
