"""Opens the data file and wires the services: the one object that the screen holds."""

import getpass
import os
import tempfile
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import TypeVar

from alongside import keys
from alongside.domain.change import Change
from alongside.domain.errors import WorldError
from alongside.i18n import _
from alongside.services.attendance import AttendanceService
from alongside.services.bank_details import BankDetailsService
from alongside.services.claim_lines import ClaimLineService
from alongside.services.claims import ClaimService
from alongside.services.forms import FormService
from alongside.services.groups import GroupService
from alongside.services.history import HistoryService
from alongside.services.keys import KeyService
from alongside.services.meetings import MeetingService
from alongside.services.members import MemberService
from alongside.services.organisation import OrganisationService
from alongside.services.people import PeopleService
from alongside.services.policies import PolicyService
from alongside.services.usual_costs import UsualCostService
from alongside.store import relock
from alongside.store.file import DataFile
from alongside.store.troubles import NotOursError
from alongside.store.work import work

Clock = Callable[[], datetime]
Opened = TypeVar("Opened")


def now() -> datetime:
    """Return this computer's time. Nothing else in Alongside asks the clock."""
    return datetime.now()  # noqa: DTZ005  wall-clock time is what a register means


def login_name() -> str:
    """Return the name this person logs in with, for the history."""
    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):
        return _("somebody")


class Office:
    """An open data file with its services. Close it when done.

    `notice` is something that people must hear when it was opened, or "".
    """

    notice = ""

    def __init__(
        self,
        store: DataFile,
        folder: tempfile.TemporaryDirectory[str] | None = None,
        keyring: keys.Keyring | None = None,
    ) -> None:
        self.path = store.path
        self.organisation = OrganisationService(store)
        self.people = PeopleService(store)
        self.usual_costs = UsualCostService(store)
        self.bank_details = BankDetailsService(store)
        self.groups = GroupService(store)
        self.members = MemberService(store)
        self.policies = PolicyService(store)
        self.meetings = MeetingService(store)
        self.attendance = AttendanceService(store)
        self.claims = ClaimService(store)
        self.claim_lines = ClaimLineService(store)
        self.forms = FormService(store)
        self.history = HistoryService(store)
        self._keyring = keyring or _NoKeyring()
        self.keys = KeyService(store, self._keyring)
        self.store = store
        self.is_demo = folder is not None
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
            raise WorldError(
                _("There is a file called {name} here already.").format(name=path.name)
            )
        if not os.access(path.parent, os.W_OK):
            raise WorldError(
                _("The folder {folder} cannot be written to.").format(folder=path.parent),
                _("Choose another folder, or ask whoever looks after this computer."),
            )
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
        return cls(store, keyring=keyring)

    @classmethod
    def open(
        cls,
        path: Path,
        keyring: keys.Keyring,
        *,
        words: str | None = None,
        is_remembered: bool = True,
        clock: Clock = now,
        who: str = "",
    ) -> "Office":
        """Open a data file with this computer's keyring, or with its recovery `words`.

        With words, and `is_remembered`, this computer opens the file by itself from then on. Raise
        keys.WrongKeyError when words must be asked for, WorldError in a sentence for anything else.
        """
        if not os.path.isfile(path):
            raise WorldError(_("There is no file {path}.").format(path=path))
        file = keys.KeyFile.read(path)
        found = keys.by_words(file, words) if words else keys.by_keyring(file, keyring)
        store = _first_that_fits(
            found, lambda key: DataFile.open(path, key, clock, who or login_name())
        )
        office = cls(store, keyring=keyring)
        office.notice = _finish_locking_anew(store)
        if words:
            office._opened_by_words(is_remembered=is_remembered)
        return office

    @classmethod
    def demo(cls, *, years: int = 1, clock: Clock = now) -> "Office":
        """Open a fresh demo organisation, in a folder that is thrown away when it is closed."""
        from alongside.demo import fill

        folder = tempfile.TemporaryDirectory(prefix="alongside-demo-", ignore_cleanup_errors=True)
        path = Path(folder.name) / "demo.alongside"
        who = _("Sam (demo)")
        try:
            office = cls.create(path, keys.new_words(), _NoKeyring(), clock=clock, who=who)
            fill(office.store, years=years)
        except BaseException:
            folder.cleanup()
            raise
        return cls(office.store, folder)

    def sign_as(self, who: str) -> None:
        """Put `who` into the history from now on; empty means the name they log in with."""
        self.store.who = who.strip() or login_name()

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
        file = keys.KeyFile.read(self.path)
        found = keys.by_words(file, words) if words else keys.by_keyring(file, self._keyring)
        _first_that_fits(found, self.store.open_again)
        if words:
            self._opened_by_words(is_remembered=is_remembered)

    def _opened_by_words(self, *, is_remembered: bool) -> None:
        if is_remembered:
            with suppress(WorldError):
                keys.remember(self.path, self.store.key, self._keyring, self.now().date())
        with work(self.store) as w:
            w.note(Change(_("Unlocked with the recovery words"), frozenset()))

    def close(self) -> None:
        """Fold everything into the data file and let it go."""
        self.store.close()
        if self._folder:
            self._folder.cleanup()


def _first_that_fits(found: tuple[bytes, ...], open_with: Callable[[bytes], Opened]) -> Opened:
    """Open with the first key that fits: there are two while a file is locked anew."""
    *others, last = found
    for key in others:
        try:
            return open_with(key)
        except NotOursError:
            continue
    return open_with(last)


def _finish_locking_anew(store: DataFile) -> str:
    """Finish what was cut off while the file was locked anew; return what to tell of it, or ""."""
    relock.tidy(store.path)
    file = keys.KeyFile.read(store.path)
    if not keys.has_two_keys(file):
        return ""
    words = _("Locking anew was cut off before it was done. The old recovery words still hold.")
    if keys.is_newest_key(file, store.key):
        words = _("Locking anew was cut off, and is finished now. The new recovery words hold.")
    with suppress(WorldError):
        keys.keep_only(store.path, store.key)
        with work(store) as w:
            w.note(Change(words, frozenset()))
    return words


class _NoKeyring:
    """The demo organisation's key is kept nowhere: it goes with the window."""

    trouble = ""

    def get(self, name: str) -> str | None:  # noqa: ARG002
        """Return nothing."""
        return None

    def set(self, name: str, secret: str) -> bool:  # noqa: ARG002
        """Keep nothing."""
        return False
