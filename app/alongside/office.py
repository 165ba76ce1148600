"""Opens the data file and wires the services: the one object that the screen holds."""

import os
import tempfile
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from alongside import keys, private
from alongside.domain.change import Change, Kind
from alongside.domain.dates import say_moment
from alongside.domain.errors import WorldError
from alongside.doors import Doors
from alongside.i18n import _
from alongside.opening import (
    NoKeyring,
    back_up_before_upgrade,
    check_may_write,
    find_keys,
    finish_locking_anew,
    login_name,
    opened_by_words,
    with_first_that_fits,
)
from alongside.store import backup, receipts, where
from alongside.store.file import DataFile
from alongside.store.work import note

Clock = Callable[[], datetime]


def now() -> datetime:
    """Return this computer's time. Nothing else in Alongside asks the clock."""
    return datetime.now()  # noqa: DTZ005  wall-clock time is what a register means


class Office(Doors):
    """An open data file with its services. Close it when done.

    `notice` is something that people must hear when it was opened, or "".
    """

    notice = ""

    def __init__(
        self,
        store: DataFile,
        folder: tempfile.TemporaryDirectory[str] | None = None,
        doubt: WorldError | None = None,
        keyring: keys.Keyring | None = None,
    ) -> None:
        super().__init__(store, keyring or NoKeyring())
        self.path = store.path
        self.is_demo = folder is not None
        self.doubt = doubt
        """What to say of the place that the file lies in; None for a good one."""
        self._folder = folder

    @classmethod
    def create(
        cls, path: Path, words: str, keyring: keys.Keyring, *, clock: Clock = now, who: str = ""
    ) -> "Office":
        """Make a new data file locked with a new key; `words` are its recovery words.

        Raise WorldError if something is there already. Never over an existing file.
        """
        key_files = (keys.KeyFile.beside(path), keys.KeyFile.before(path))
        if os.path.lexists(path) or os.path.lexists(key_files[0]):
            words = _("There is a file called {name} here already.")
            raise WorldError(words.format(name=path.name))
        doubt = where.judge(path)
        check_may_write(path.parent)
        try:
            key = keys.make(path, words, clock().date())
            store = DataFile.create(path, key, clock, who or login_name())
        except WorldError:
            for left in key_files:
                with suppress(OSError):
                    left.unlink(missing_ok=True)
            raise
        with suppress(WorldError):  # then the words are asked for, each time
            keys.remember(path, key, keyring, clock().date())
        return cls(store, doubt=doubt, keyring=keyring)

    @classmethod
    def open(
        cls,
        path: Path,
        keyring: keys.Keyring,
        *,
        words: str | None = None,
        is_remembered: bool = True,
        is_loss_known: bool = False,
        clock: Clock = now,
        who: str = "",
    ) -> "Office":
        """Open a data file with this computer's keyring, or with its recovery `words`.

        With words, and `is_remembered`, this computer opens the file by itself from then on. Raise
        keys.WrongKeyError when words must be asked for, SavesLostError for a file that lacks what
        was saved in it unless `is_loss_known`, WorldError in a sentence for anything else.
        """
        if backup.is_cut_off(path):
            backup.resume(path)
        if not os.path.isfile(path):
            raise WorldError(
                _("There is no file {path}.").format(path=path),
                _("Put the disk back if it was taken out, or restore a backup."),
            )
        doubt = where.judge(path)  # before anybody types seven words
        found = find_keys(keys.KeyFile.read(path), keyring, words)
        store = with_first_that_fits(
            found,
            lambda key: DataFile.open(
                path, key, clock, who or login_name(), is_loss_known=is_loss_known,
                before_upgrade=back_up_before_upgrade,
            ),
        )  # fmt: skip
        receipts.tidy(store)
        office = cls(store, doubt=doubt, keyring=keyring)
        office.notice = finish_locking_anew(store)
        if words:
            opened_by_words(store, keyring if is_remembered else None)
        if store.lost:
            words = _("Opened although the last {lost} changes were missing")
            note(store, words.format(lost=store.lost))
        return office

    @classmethod
    def restore(
        cls,
        place: Path,
        path: Path,
        keyring: keys.Keyring,
        *,
        words: str | None = None,
        is_remembered: bool = True,
        clock: Clock = now,
        who: str = "",
    ) -> "Office":
        """Put the backup at `place` in the place of the data file at `path`, and open it.

        What was there is kept in a folder beside. The key is found as for `open`; the records must
        be closed. Raise keys.WrongKeyError when words must be asked for, backup.BackupError for a
        backup that is damaged, WorldError for anything else; then nothing was changed.
        """
        where.judge(path)
        archive = backup.read(place)
        found = find_keys(backup.keys_in(archive, keys.KeyFile.parse), keyring, words)
        moment = clock()
        aside = path.with_name(_("{name} replaced {when}").format(
            name=path.name, when=f"{moment:%Y-%m-%d %H.%M.%S}"))  # fmt: skip
        with_first_that_fits(found, lambda key: backup.restore(archive, path, key, aside))
        office = cls.open(path, keyring, words=words, is_remembered=is_remembered, clock=clock,
                          who=who)  # fmt: skip
        made = say_moment(archive.manifest.made)
        note(office.store, _("Restored the backup made on {when}").format(when=made))
        return office

    @classmethod
    def demo(cls, *, years: int = 1, clock: Clock = now) -> "Office":
        """Open a fresh demo organisation, in a folder that is thrown away when it is closed."""
        from alongside.demo import fill

        place = private.folder()
        folder = tempfile.TemporaryDirectory("", "demo-", place, ignore_cleanup_errors=True)
        path = Path(folder.name) / "demo.alongside"
        who = _("Sam (demo)")
        try:
            office = cls.create(path, keys.new_words(), NoKeyring(), clock=clock, who=who)
            fill(office.store, years=years)
        except BaseException:
            folder.cleanup()
            raise
        return cls(office.store, folder)

    @property
    def who(self) -> str:
        """The name that the history gives to whoever is at the keyboard."""
        return self.store.who

    def sign_as(self, who: str) -> Change:
        """Put `who` into the history from now on; empty means the name they log in with."""
        self.store.who = who.strip() or login_name()
        words = _("The history names you {who} from now on")
        return Change(words.format(who=self.store.who), frozenset({Kind.SETTINGS}))

    def now(self) -> datetime:
        """Return the office's time."""
        return self.store.now()

    @property
    def is_locked(self) -> bool:
        """Whether nothing can be read or saved until it is unlocked."""
        return self.store.is_shut

    def lock(self) -> None:
        """Let go of the data file and forget its key. Nobody else can open the file meanwhile."""
        self.store.shut()

    def unlock(self, words: str = "", *, is_remembered: bool = False) -> None:
        """Open again what was locked, with the recovery `words` or this computer's keyring.

        Raise keys.WrongKeyError, with all still locked, if they do not have the key.
        """
        if not self.is_locked:
            return
        found = find_keys(keys.KeyFile.read(self.path), self._keyring, words)
        with_first_that_fits(found, self.store.open_again)
        if words:
            opened_by_words(self.store, self._keyring if is_remembered else None)

    def close(self) -> None:
        """Fold everything into the data file and let it go."""
        receipts.tidy(self.store)
        self.store.close()
        if self._folder:
            self._folder.cleanup()
