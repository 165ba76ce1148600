"""Backups of the records: made, listed in plain words, and how good the last one is."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from alongside.domain.change import Change, Kind
from alongside.domain.dates import say_moment, say_time
from alongside.domain.errors import WorldError
from alongside.domain.keeping import Why, is_due
from alongside.i18n import _, ngettext
from alongside.store import backup, where
from alongside.store.file import DataFile


@dataclass(frozen=True, slots=True)
class MakeBackup:
    """Ask for a backup in each of these folders, and say why."""

    folders: Sequence[Path]
    why: Why = Why.ASKED


@dataclass(frozen=True, slots=True)
class BackupRow:
    """A backup that is there. `when`, `why` and `holds` are words for the list."""

    place: Path
    made: datetime
    when: str
    why: str
    holds: str
    saves: int

    @property
    def id(self) -> Path:
        """What a list knows it by."""
        return self.place


@dataclass(frozen=True, slots=True)
class BackupState:
    """How safe the records are. `words` are for the foot of the window, `advice` for Today."""

    last: BackupRow | None
    words: str
    advice: str


class BackupService:
    """Make backups of the open data file and tell of them.

    `keys` gives the id and the text of its key file, `app` is the version of Alongside. `latest` is
    the state that was found last: to look at the folders again takes its time.
    """

    def __init__(self, store: DataFile, keys: Callable[[], tuple[str, str]], app: str) -> None:
        self._store = store
        self._keys = keys
        self._app = app
        self.latest: BackupState | None = None

    def make(self, request: MakeBackup) -> Change:
        """Make a backup in each folder, open it to see that it is good, and say where it is.

        A folder that cannot be had is named in the words; raise WorldError if none can.
        """
        made, troubles = [], []
        for folder in request.folders:
            try:
                made.append(self._make_in(folder, request.why))
            except WorldError as trouble:
                troubles.append(trouble)
        if not made:
            raise troubles[0]
        words = _("Backup made and checked: {name}").format(name=made[0].place.name)
        words = ". ".join([words, *(trouble.words.rstrip(".") for trouble in troubles)])
        return Change(words, frozenset({Kind.BACKUP}))

    def check_place(self, folder: Path) -> None:
        """Raise WorldError if backups cannot be kept in `folder`."""
        if not folder.is_dir():
            raise WorldError(_("There is no folder {path}.").format(path=folder))
        if not where.is_welcome_for_backups(folder):
            words = _("What is in {path} is gone when the computer is switched off.")
            raise WorldError(words.format(path=folder))

    def fold_in(self, _request: None = None) -> None:
        """Fold what was saved of late into the data file itself: less depends on the log then."""
        self._store.fold_in()

    def rescue(self, folders: Sequence[Path]) -> Change:
        """Save everything that the open file still has to the first folder that takes it.

        For when the file is gone, or its disk: SQLite can read it for as long as it is open. Raise
        WorldError if no folder can be had, or it cannot be read any more.
        """
        trouble = WorldError(_("What was saved could not be rescued."))
        for folder in folders:
            try:
                archive = self._make_in(folder, Why.RESCUE)
            except WorldError as error:
                trouble = error
            else:
                words = _("Everything that was saved is in the backup {place}.")
                return Change(words.format(place=archive.place), frozenset({Kind.BACKUP}))
        raise trouble

    def list_(self, folders: Iterable[Path]) -> list[BackupRow]:
        """Return the backups of these records in `folders`, the newest first."""
        return backups_in(folders, self._store.now(), self._keys()[0])

    def is_due(self, state: BackupState) -> bool:
        """Return whether anything was saved since the last backup, and it is time for one."""
        made = state.last.made if state.last else None
        return self.is_behind(state) and is_due(made, self._store.now())

    def is_behind(self, state: BackupState) -> bool:
        """Return whether anything was saved that is in no backup yet."""
        return state.last is None or state.last.saves != self._store.saves.number

    def state(self, folders: Sequence[Path]) -> BackupState:
        """Look at the folders and return how safe the records are, in words."""
        last = next(iter(self.list_(folders)), None)
        if last is None:
            self.latest = BackupState(None, _("No backup yet"), _("There is no backup yet."))
        else:
            words = _("Last good backup: {when}").format(when=last.when)
            self.latest = BackupState(last, words, self._advice(last, folders))
        return self.latest

    def _make_in(self, folder: Path, why: Why) -> backup.Archive:
        file_id, keys = self._keys()
        return backup.make(self._store, folder, keys=keys, file_id=file_id, why=why, app=self._app)

    def _advice(self, last: BackupRow, folders: Sequence[Path]) -> str:
        age = self._store.now() - last.made
        if age >= timedelta(days=7) and last.saves != self._store.saves.number:
            return ngettext(
                "The last backup is {days} day old.",
                "The last backup is {days} days old.",
                age.days,
            ).format(days=age.days)
        if _all_on_one_disk(self._store.path, folders):
            return _("Every backup is on the same disk as the records. If this computer is lost or "
                     "breaks, all of it is gone: choose a second place in Settings.")  # fmt: skip
        return ""


def backups_in(
    folders: Iterable[Path], now: datetime, file_id: str | None = None
) -> list[BackupRow]:
    """Return the backups in `folders`, the newest first: of one data file, or of all."""
    archives = [archive for folder in folders for archive in backup.found(folder, file_id)]
    rows = [_row(archive, now) for archive in archives]
    return sorted(rows, key=lambda row: row.made, reverse=True)


def say_when(moment: datetime, now: datetime) -> str:
    """Return "today 16:40", "yesterday 09:12" or "9 May 2026, 16:40"."""
    days = (now.date() - moment.date()).days
    if days == 0:
        return _("today {time}").format(time=say_time(moment.time()))
    if days == 1:
        return _("yesterday {time}").format(time=say_time(moment.time()))
    return say_moment(moment)


def _row(archive: backup.Archive, now: datetime) -> BackupRow:
    about = archive.manifest
    why = Why(about.why).words if about.why in set(Why) else about.why
    return BackupRow(archive.place, about.made, say_when(about.made, now), why,
                     _holds(about.counts.get), about.saves)  # fmt: skip


def _holds(count: Callable[[str, int], int]) -> str:
    people, meetings, claims = (count(name, 0) for name in ("person", "meeting", "claim"))
    return ", ".join([
        ngettext("{number} person", "{number} people", people).format(number=people),
        ngettext("{number} meeting", "{number} meetings", meetings).format(number=meetings),
        ngettext("{number} claim", "{number} claims", claims).format(number=claims),
    ])  # fmt: skip


def _all_on_one_disk(data_file: Path, folders: Iterable[Path]) -> bool:
    """Return whether no folder that is there lies on another disk than the data file."""
    return all(where.is_same_disk(data_file, folder) for folder in folders if folder.exists())
