"""Damages what lies on the disk, bit by bit and by the metre: never a wrong answer comes of it."""

import random
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from alongside.office import Office
from alongside.services.backups import MakeBackup
from faults.records import NAME, WORDS, Holding, Keyring, Records, Seen, clock, look, names


@dataclass
class Damage:
    """What came of the tries: refused in words, unharmed, or wrong."""

    what: str
    tries: int = 0
    refused: int = 0
    unharmed: int = 0
    wrong: int = 0

    def count(self, seen: Seen, *whole: Holding) -> None:
        self.tries += 1
        if not seen.is_right(*whole):
            self.wrong += 1
        elif seen.holds is None:
            self.refused += 1
        else:
            self.unharmed += 1


def _spoil(data: bytes, chance: random.Random) -> bytes:
    """Flip a bit, cut the end off, blank a sector or swap two pages."""
    spoiled, kind = bytearray(data), chance.randrange(4)
    if kind == 0 or len(data) < 9000:
        spoiled[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
    elif kind == 1:
        del spoiled[chance.randrange(len(data)) :]
    elif kind == 2:
        start = chance.randrange(len(data) - 512)
        spoiled[start : start + 512] = bytes(512)
    else:
        one, two = (4096 * chance.randrange(len(data) // 4096) for _page in range(2))
        spoiled[one : one + 4096], spoiled[two : two + 4096] = (
            data[two : two + 4096], data[one : one + 4096],
        )  # fmt: skip
    return bytes(spoiled)


def of_file(
    records: Records, ending: str, tries: int, scratch: Path, *whole: Holding, seed: int = 2
) -> Damage:
    """Spoil NAME + `ending` in a copy of the records, `tries` times, and open each."""
    chance, toll = random.Random(seed), Damage(f"{NAME}{ending}")
    data = (records.folder / f"{NAME}{ending}").read_bytes()
    for _try in range(tries):
        copy = records.copy_to(scratch / "copy")
        (copy.folder / f"{NAME}{ending}").write_bytes(_spoil(data, chance))
        seen = look(copy.open)
        if seen.holds is None and ".keys" in ending:  # then the words are asked for
            seen = look(lambda copy=copy: copy.open(words=WORDS))
            toll.wrong += seen.holds is None
        toll.count(seen, *whole)
    return toll


def of_backup(records: Records, tries: int, scratch: Path, seed: int = 3) -> Damage:
    """Spoil a backup, `tries` times, and restore it over good records: they stay as they are."""
    chance, toll = random.Random(seed), Damage("a backup")
    office = records.open()
    office.backups.make(MakeBackup([scratch / "backups"]))
    whole = look(lambda: office).holds
    (place,) = (scratch / "backups").iterdir()
    data, spoiled = place.read_bytes(), scratch / "spoiled.zip"
    assert whole is not None
    for _try in range(tries):
        spoiled.write_bytes(_spoil(data, chance))
        there = scratch / "there" / NAME
        seen = look(_restoring(spoiled, there, records.secrets))
        toll.count(seen, whole)
        if seen.holds is None:
            toll.wrong += there.exists()
        for left in (scratch / "there").glob("*"):
            left.unlink()
    return toll


def _restoring(place: Path, there: Path, secrets: dict[str, str]) -> Callable[[], Office]:
    return lambda: Office.restore(place, there, Keyring(dict(secrets)), clock=clock)


def people_of(records: Records) -> set[str]:
    office = records.open()
    found = names(office)
    office.close()
    return found
