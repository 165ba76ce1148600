"""The key file beside a data file: read with care, written so that it is never half there."""

import hashlib
import json
import os
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from alongside.disk import keep_folder
from alongside.domain.errors import WorldError
from alongside.i18n import _
from alongside.keys.slots import Slot

_FORMAT = 1
_LARGEST = 262_144
"""Bytes: a key file of a hundred computers is a fifth of this."""


@dataclass(frozen=True, slots=True)
class KeyFile:
    """Which data file it belongs to, and the slots, the newest last."""

    file_id: str
    slots: tuple[Slot, ...]

    @classmethod
    def beside(cls, data_file: Path) -> Path:
        """Return where the key file of `data_file` lies."""
        return data_file.with_name(data_file.name + ".keys.json")

    @classmethod
    def before(cls, data_file: Path) -> Path:
        """Return where the key file lies as it was before it was last written."""
        return data_file.with_name(data_file.name + ".keys.old.json")

    @classmethod
    def read(cls, data_file: Path) -> "KeyFile":
        """Return the key file of `data_file`; if it is missing or damaged, the one before it.

        Raise WorldError if neither can be read, or a newer Alongside wrote it.
        """
        place = cls.beside(data_file)
        for each in (place, cls.before(data_file)):
            try:
                return cls.parse(_text_of(each), place.name)
            except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
                continue
        raise WorldError(
            _("{name} cannot be opened: its key file {key} is missing or damaged.").format(
                name=data_file.name, key=place.name
            ),
            _("Look for the key file in the folder where the data file came from, or restore a "
              "backup."),
        )  # fmt: skip

    @classmethod
    def parse(cls, text: str, name: str) -> "KeyFile":
        """Return the key file that `written` gave; `name` is for the sentence if it is newer.

        Raise ValueError, KeyError or TypeError if it is not one, WorldError if it is newer.
        """
        kept = json.loads(text)
        found = kept.pop("format")
        if type(found) is int and found > _FORMAT:
            raise WorldError(
                _("{name} was made by a newer Alongside than this one.").format(name=name),
                _("Install the newer Alongside on this computer."),
            )
        if kept.pop("sum") != _sum(kept):
            raise ValueError("a key file that is damaged")
        file = cls(kept.pop("file_id"), tuple(Slot.read(slot) for slot in kept.pop("slots")))
        if found != _FORMAT or kept or not isinstance(file.file_id, str) or not file.slots:
            raise ValueError("a key file of another kind")
        return file

    def written(self) -> str:
        """Return the key file as text."""
        kept = {"file_id": self.file_id, "slots": [slot.written() for slot in self.slots]}
        return json.dumps({"format": _FORMAT, "sum": _sum(kept)} | kept, indent=1)

    def save(self, data_file: Path) -> None:
        """Write it whole and safely to disk, and keep the one before; or leave what is there.

        Raise WorldError if that cannot be done. A power cut leaves the old one or the new one.
        """
        place, before = self.beside(data_file), self.before(data_file)
        fresh, aside = (place.with_name(place.name + end) for end in (".new", ".aside"))
        try:
            with open(fresh, "w", encoding="utf-8") as file:
                file.write(self.written())
                file.flush()
                os.fsync(file.fileno())
            if place.exists():
                aside.unlink(missing_ok=True)
                _link(place, aside)
                os.replace(aside, before)
            os.replace(fresh, place)
            keep_folder(place.parent)
        except OSError:
            with suppress(OSError):
                fresh.unlink(missing_ok=True)
            raise WorldError(
                _("The key file {name} could not be written.").format(name=place.name),
                _("Make room on the disk, or ask whoever looks after this computer."),
            ) from None

    def with_slots(self, slots: Sequence[Slot]) -> "KeyFile":
        """Return the same key file with these slots."""
        return replace(self, slots=tuple(slots))


def _sum(kept: dict[str, Any]) -> str:
    """Return a sum of a key file's parts: one that is damaged gives way to the one before it."""
    return hashlib.sha256(json.dumps(kept, sort_keys=True).encode()).hexdigest()[:32]


def _text_of(place: Path) -> str:
    if place.stat().st_size > _LARGEST:
        raise ValueError("too large for a key file")
    return place.read_text(encoding="utf-8")


def _link(place: Path, aside: Path) -> None:
    """Give the file a second name; where a disk has no such thing, write a copy to disk."""
    try:
        os.link(place, aside)
    except OSError:
        with open(aside, "wb") as copy:
            copy.write(place.read_bytes())
            copy.flush()
            os.fsync(copy.fileno())
