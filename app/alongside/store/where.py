"""Where the live data file may lie: on a disk of this computer, and nowhere that others write to.

Two computers that write to one file over a network lose records, and no check of the file can tell
afterwards: of 600 saves 45 were there, and the file was whole. So such a place is refused up front.
"""

import os
import sys
from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path, PureWindowsPath

from alongside.domain.errors import WorldError
from alongside.i18n import _
from alongside.store import mounts, windows_places
from alongside.store.clouds import cloud_of
from alongside.store.windows_places import Told


class Kind(Enum):
    """What lies under a folder."""

    OWN_DISK = auto()
    MEMORY = auto()
    NETWORK = auto()
    CLOUD = auto()
    REMOVABLE = auto()
    UNKNOWN = auto()


@dataclass(frozen=True, slots=True)
class Place:
    """What a path lies on. `who` names the cloud, or the kind of network or disk."""

    kind: Kind
    who: str = ""


_NETWORK = frozenset((
    "9p", "acfs", "afs", "beegfs", "ceph", "cifs", "coda", "fuse.ceph", "fuse.cephfs",
    "fuse.davfs", "fuse.davfs2", "fuse.gcsfuse", "fuse.glusterfs", "fuse.google-drive-ocamlfuse",
    "fuse.gvfs-fuse-daemon", "fuse.gvfsd-fuse", "fuse.jmtpfs", "fuse.kio-fuse", "fuse.onedriver",
    "fuse.portal", "fuse.rclone", "fuse.s3fs", "fuse.simple-mtpfs", "fuse.sshfs",
    "fuse.vmhgfs-fuse", "fuse.weed", "fuse.pcloud", "davfs", "gfs2", "glusterfs", "gpfs", "lustre",
    "ncpfs", "nfs", "nfs4", "ocfs2", "orangefs", "prl_fs", "smb2", "smb3", "smbfs", "vboxsf",
    "virtiofs", "vmhgfs",
))  # fmt: skip
"""File systems whose files another computer can write to (or the one around a virtual one)."""

_OF_A_VIRTUAL_COMPUTER = frozenset(("9p", "virtiofs"))
"""What the computer around a virtual one shares with it; as its whole disk, it is its own."""

_OURS_BY_FUSE = frozenset((
    "fuse.bindfs", "fuse.encfs", "fuse.gocryptfs", "fuse.mergerfs", "fuse.securefs", "fuse.unionfs",
    "fuse.cryfs", "fuse.veracrypt", "fuse.ntfs-3g", "fuse.fuse-overlayfs",
))  # fmt: skip
"""Programs that stand for a file system, over a disk of this computer."""

_MEMORY = frozenset(("tmpfs", "ramfs"))
_HELP = "data-file#where-it-is"
_REMOVABLE, _REMOTE, _RAM = 2, 4, 6
"""As GetDriveTypeW numbers them."""


def place_of(path: Path) -> Place:
    """Return what `path` lies on, whether or not it is there yet. Takes less than a millisecond."""
    folder = _nearest(path)
    home = Path(os.path.expanduser("~"))
    if sys.platform == "win32":
        told = windows_places.ask(folder)
        place = from_windows(told)
        if place.kind is not Kind.OWN_DISK:
            return place
        folder = Path(told.path.removeprefix("\\\\?\\"))
    else:
        mount = mounts.here(folder)
        place = from_linux(mount) if mount else Place(Kind.OWN_DISK)
        if place.kind in (Kind.NETWORK, Kind.REMOVABLE):
            return place
        folder = Path(os.path.realpath(folder))
    who = cloud_of(folder, os.environ, home)
    return Place(Kind.CLOUD, who) if who else place


def from_linux(mount: mounts.Mount, disk: Path | None = None) -> Place:
    """Return what a mount is. `disk` is where Linux tells of its disk; asked for if not given."""
    kind = mount.kind
    if kind in _NETWORK and (mount.point != "/" or kind not in _OF_A_VIRTUAL_COMPUTER):
        return Place(Kind.NETWORK, kind.removeprefix("fuse."))
    if kind in _MEMORY:
        return Place(Kind.MEMORY, kind)
    if kind.startswith("fuse") and kind != "fuseblk" and kind not in _OURS_BY_FUSE:
        return Place(Kind.UNKNOWN, kind.removeprefix("fuse."))
    disk = disk or mounts.disk_of(mount)
    # The system itself may run from a stick: then there is nothing else to put the records on.
    if disk and mount.point != "/" and mounts.can_be_pulled_out(disk):
        return Place(Kind.REMOVABLE, kind)
    return Place(Kind.OWN_DISK, kind)


def from_windows(told: Told) -> Place:
    """Return what Windows' answers mean."""
    path = told.path.casefold()
    if path.startswith("\\\\?\\unc\\") or (
        path.startswith("\\\\") and not path.startswith(("\\\\?\\", "\\\\.\\"))
    ):
        return Place(Kind.NETWORK, "Windows")
    if told.label.casefold() == "google drive":
        return Place(Kind.CLOUD, "Google Drive")
    kinds = {_REMOVABLE: Kind.REMOVABLE, _REMOTE: Kind.NETWORK, _RAM: Kind.MEMORY}
    return Place(kinds.get(told.drive, Kind.OWN_DISK), "Windows")


def judge(path: Path) -> WorldError | None:
    """Refuse a live file at `path` if others may write there, or it may be pulled out.

    Return what to say of a place that nobody can tell about; None for a good one. Raise WorldError,
    with the reason and what to do, for an unsafe one.
    """
    place = place_of(path)
    if place.kind is Kind.UNKNOWN:
        return WorldError(
            _("Alongside cannot tell what the folder {folder} lies on ({kind}).").format(
                folder=path.parent, kind=place.who),
            _("If another computer can write to it too, move your records to this computer’s own "
              "disk: two that write at once lose records."),
            _HELP,
        )  # fmt: skip
    if place.kind is Kind.NETWORK:
        words = _(
            "The folder {folder} is shared over a network. Two computers could write to your "
            "records at once, and records would be lost without a word."
        )
    elif place.kind is Kind.CLOUD:
        words = _(
            "{who} copies the folder {folder} to other computers. Two computers could write "
            "to your records at once, and records would be lost without a word."
        )
    elif place.kind is Kind.REMOVABLE:
        words = _(
            "The folder {folder} is on a stick or disk that can be pulled out. Pulled out at "
            "the wrong moment, it loses what was just saved, and may spoil the rest."
        )
    else:
        return None
    raise WorldError(
        words.format(folder=path.parent, who=place.who),
        _("Keep your records on this computer’s own disk. If they are here now, move {name} and "
          "the key file beside it to this computer, and open them there. Backups are welcome in "
          "this folder.").format(name=path.name),
        _HELP,
    )  # fmt: skip


def is_same_disk(one: Path, other: Path) -> bool:
    """Return whether both lie on one disk: what is lost with the one is lost with the other.

    On Windows two drives count as two disks, though they may be parts of one.
    """
    one, other = _nearest(one), _nearest(other)
    if sys.platform == "win32":
        paths = [PureWindowsPath(windows_places.ask(each).path) for each in (one, other)]
        return paths[0].drive.casefold() == paths[1].drive.casefold()
    found = [mounts.here(each) for each in (one, other)]
    disks = [mounts.disk_of(mount) for mount in found if mount]
    if len(disks) == 2 and all(disks):
        return disks[0] == disks[1]
    return os.stat(one).st_dev == os.stat(other).st_dev


def is_welcome_for_backups(path: Path) -> bool:
    """Return whether a backup may lie at `path`: anywhere that outlasts a computer's being off.

    A stick, a network and a cloud are welcome: a backup is one file, written once and whole.
    """
    return place_of(path).kind is not Kind.MEMORY


def _nearest(path: Path) -> Path:
    """Return the nearest folder above `path` that is there."""
    folder = Path(os.path.abspath(path))
    while not os.path.isdir(folder) and folder != folder.parent:
        folder = folder.parent
    return folder
