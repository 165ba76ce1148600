"""What the disk and the file can do to us, each as a sentence with something to try."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy.exc import DBAPIError

from alongside.domain.errors import SavesLostError, WorldError
from alongside.i18n import _, ngettext


class NotOursError(WorldError):
    """The file cannot be read with this key: it is another's, of another kind, or damaged."""


class MovedError(WorldError):
    """The file is no longer where it was opened; what was saved can still be read, and rescued."""

    can_be_rescued = True


class DamagedError(WorldError):
    """The disk or the file cannot be read in part; what can be read can still be rescued."""

    can_be_rescued = True


def saves_are_lost(path: Path, lost: int) -> SavesLostError:
    """Return the error for a file that lacks `lost` saves that this computer saw kept in it."""
    return SavesLostError(
        ngettext(
            "{name} lacks the last change that this computer saved in it. It is an older copy, or "
            "the file {name}-wal was taken away.",
            "{name} lacks the last {lost} changes that this computer saved in it. It is an older "
            "copy, or the file {name}-wal was taken away.", lost,
        ).format(name=path.name, lost=lost),
        _("Put the newer file back if you have it, or restore a backup."),
        "data-file#lost-changes",
    )  # fmt: skip


def is_read_only(path: Path) -> WorldError:
    """Return the error for a file that cannot be changed."""
    return WorldError(
        _("The data file {name} cannot be changed: it or its folder is read-only.").format(
            name=path.name
        ),
        _("Move it to a folder of your own, or ask whoever looks after this computer."),
    )


def is_not_ours(path: Path) -> NotOursError:
    """Return the error for a file of another kind, or one that is damaged."""
    return NotOursError(
        _("{name} is not a data file of Alongside, or it is damaged.").format(name=path.name),
        _("Choose another file, or a copy of this one."),
    )


def is_locked(path: Path) -> WorldError:
    """Return the error for a file that was shut until somebody unlocks it."""
    return WorldError(
        _("The records in {name} are locked.").format(name=path.name), _("Unlock them first.")
    )


def is_open_elsewhere(path: Path) -> WorldError:
    """Return the error for a file that another Alongside holds."""
    return WorldError(
        _("The data file {name} is open in another Alongside.").format(name=path.name),
        _("Close the other window and try again."),
    )


def is_busy(path: Path) -> WorldError:
    """Return the error for a file that another program is using."""
    return WorldError(
        _("{name} is busy in another program.").format(name=path.name),
        _("This was not saved. Close the other program and try again."),
    )


def is_newer(path: Path) -> WorldError:
    """Return the error for a file whose schema this Alongside does not know yet."""
    return WorldError(
        _("{name} was made by a newer Alongside than this one.").format(name=path.name),
        _("Install the newer Alongside on this computer."),
    )


def was_moved(path: Path) -> MovedError:
    """Return the error for a file that is no longer where it was opened."""
    return MovedError(
        _("The data file {name} was moved, replaced or deleted while it was open.").format(
            name=path.name
        ),
        _("Nothing more can be saved. Close Alongside, and put the file back."),
    )


@contextmanager
def translated(path: Path) -> Iterator[None]:
    """Turn what SQLite reports about the file at `path` into a WorldError; our mistakes pass."""
    try:
        yield
    except (DBAPIError, sqlcipher.Error) as error:
        cause = error.orig if isinstance(error, DBAPIError) else error
        said = _said(path, getattr(cause, "sqlite_errorname", ""))
        if said is None:
            raise
        raise said from error


def _said(path: Path, name: str) -> WorldError | None:
    if name.startswith("SQLITE_FULL"):
        return WorldError(
            _("There is no room left on the disk that holds {name}.").format(name=path.name),
            _("This was not saved. Make room by emptying the bin, then try again."),
        )
    if name.startswith(("SQLITE_READONLY", "SQLITE_CANTOPEN", "SQLITE_PERM")):
        return is_read_only(path)
    if name.startswith("SQLITE_BUSY"):
        return is_busy(path)
    if name.startswith("SQLITE_NOTADB"):
        return is_not_ours(path)
    if name.startswith(("SQLITE_IOERR", "SQLITE_CORRUPT")):
        return DamagedError(
            _("{name} cannot be read: the disk or the file is damaged.").format(name=path.name),
            _("Close Alongside and copy the file to another disk."),
        )
    return None
