"""Who can open the records: computers that are remembered, the recovery words, the key itself."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass

from alongside import keys
from alongside.domain.change import Change, Kind
from alongside.domain.dates import say_date
from alongside.domain.errors import UserError, WorldError
from alongside.i18n import _
from alongside.store.file import DataFile
from alongside.store.relock import relock
from alongside.store.work import work


@dataclass(frozen=True, slots=True)
class ComputerRow:
    """A login on a computer that opens the records by itself. `since` is a day, as people say it.

    `named` has the words “this computer” after the name where it is.
    """

    id: str
    name: str
    since: str
    is_this: bool

    @property
    def named(self) -> str:
        """The name, and that it is this computer."""
        words = _("{name} (this computer)") if self.is_this else "{name}"
        return words.format(name=self.name)


class KeyService:
    """List and remove computers, change the recovery words, lock anew after a theft.

    None of it can be undone: each leaves its line in the history. `before_relock` is told before
    the file gets a new key: time for a backup.
    """

    def __init__(
        self, store: DataFile, keyring: keys.Keyring, before_relock: Callable[[DataFile], object]
    ) -> None:
        self._store = store
        self._keyring = keyring
        self._before_relock = before_relock

    def computers(self) -> list[ComputerRow]:
        """Return the computers that open the records by themselves, the first one first.

        Asks the keyring, which may take a moment: not on the screen's thread.
        """
        found = keys.computers(self._store.path, self._store.key, self._keyring)
        return [
            ComputerRow(each.id, each.name, say_date(each.made), each.is_this) for each in found
        ]

    def remove(self, computer_id: str) -> Change:
        """Let a computer ask for the words from now on. Raise UserError if it is gone already."""
        row = next((row for row in self.computers() if row.id == computer_id), None)
        if row is None:
            raise UserError("computer_id", _("That computer is not on the list any more."))
        keys.forget(self._store.path, computer_id)
        return self._note(_("Removed computer {name}").format(name=row.name))

    def change_words(self, words: str) -> Change:
        """Let these seven words open the records, and the old ones no more."""
        keys.change_words(self._store.path, self._store.key, words, self._store.now().date())
        return self._note(_("Recovery words changed"))

    def lock_anew(self, words: str) -> Change:
        """Lock the records with a new key, which these words open, and this computer.

        No other computer does, nor any old copy of the key file. Raise WorldError, with all as it
        was, if the disk is full, no backup can be made first, or the copy is not whole.
        """
        store, key = self._store, keys.new_key()
        self._before_relock(store)
        keys.add_key(store.path, key, words, self._keyring, store.now().date())
        try:
            relock(store, key)
        except WorldError:
            with suppress(WorldError):  # then it is done when the file is next opened
                keys.keep_only(store.path, store.key)
            raise
        with suppress(WorldError):
            keys.keep_only(store.path, key)
        return self._note(_("Locked anew with a new key"))

    def _note(self, words: str) -> Change:
        with work(self._store) as w:
            return w.note(Change(words, frozenset({Kind.SETTINGS})))
