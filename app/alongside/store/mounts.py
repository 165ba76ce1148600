"""What Linux tells of the disk under a folder: the table of mounts, and what kind of device it is.

What is read is plain text in plain files; what is made of it is tested from recorded answers.
"""

import os
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

TABLE = Path("/proc/self/mountinfo")
BLOCKS = Path("/sys/dev/block")
"""Where Linux tells of mounts, and of the disks by their numbers."""

_ESCAPED = re.compile(r"\\([0-7]{3})")
"""Linux writes a space in the name of a folder as its number, “\\040”."""


@dataclass(frozen=True, slots=True)
class Mount:
    """One line of the table: where, on which device (“8:17”), which file system, from what."""

    point: str
    device: str
    kind: str
    source: str


def mounts(table: str) -> list[Mount]:
    """Return the mounts that the text of `/proc/self/mountinfo` tells of, the newest last.

    The format: man 5 proc_pid_mountinfo. A number of optional fields ends with a dash.
    """
    found = []
    for line in table.splitlines():
        before, _dash, after = line.partition(" - ")
        fields, rest = before.split(), after.split()
        if len(fields) >= 5 and len(rest) >= 2:
            found.append(Mount(_plain(fields[4]), fields[2], rest[0], _plain(rest[1])))
    return found


def mount_of(path: str, among: Iterable[Mount]) -> Mount | None:
    """Return the mount that the absolute `path` lies on: the longest, and of two the newest."""
    best: Mount | None = None
    for mount in among:
        inside = mount.point.rstrip("/") + "/"
        is_over = path == mount.point or path.startswith(inside)
        if is_over and (best is None or len(mount.point) >= len(best.point)):
            best = mount
    return best


def here(path: Path) -> Mount | None:
    """Return the mount that `path`, with all its links followed, lies on; None if untold."""
    try:
        table = TABLE.read_text(encoding="utf-8", errors="surrogateescape")
    except OSError:
        return None
    return mount_of(os.path.realpath(path), mounts(table))


def disk_of(mount: Mount, blocks: Path | None = None) -> Path | None:
    """Return the folder in which Linux tells of the whole disk under `mount`, or None.

    A partition belongs to its disk, and what is encrypted to the disk below it.
    """
    block = _block_of(mount, blocks or BLOCKS)
    for _layer in range(8):
        if block is None or not block.is_dir():
            return None
        below = sorted((block / "slaves").glob("*"))
        if below:
            block = below[0].resolve()
        elif (block / "partition").exists():
            block = block.parent
        else:
            return block
    return None


def can_be_pulled_out(disk: Path) -> bool:
    """Return whether `disk` says that it is removable, or hangs on a USB cable."""
    if any(re.fullmatch(r"usb\d+", part) for part in disk.parts):
        return True
    try:
        return (disk / "removable").read_text(encoding="ascii").strip() == "1"
    except OSError:
        return False


def _block_of(mount: Mount, blocks: Path) -> Path | None:
    number = mount.device
    if number.startswith("0:"):  # btrfs and its like number themselves, and name their device
        try:
            device = os.stat(mount.source).st_rdev
        except (OSError, ValueError):
            return None
        number = f"{os.major(device)}:{os.minor(device)}"
    place = blocks / number
    return place.resolve() if place.exists() else None


def _plain(text: str) -> str:
    """Return the name that `text` stands for, letters beyond ASCII as they are on the disk."""
    return _ESCAPED.sub(lambda found: chr(int(found[1], 8)), text)
