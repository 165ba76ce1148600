"""Opens the data file and wires the services: the one object that the screen holds."""

import getpass
import os
import tempfile
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from alongside import keys
from alongside.domain.change import Change, Kind
from alongside.domain.errors import WorldError
from alongside.i18n import _
from alongside.services.attendance import AttendanceService
from alongside.services.bank_details import BankDetailsService
from alongside.services.claim_lines import ClaimLineService
from alongside.services.claims import ClaimService
from alongside.services.forms import FormService
from alongside.services.groups import GroupService
from alongside.services.history import HistoryService
from alongside.services.meetings import MeetingService
from alongside.services.members import MemberService
from alongside.services.organisation import OrganisationService
from alongside.services.people import PeopleService
from alongside.services.policies import PolicyService
from alongside.services.usual_costs import UsualCostService
from alongside.store.file import DataFile
from alongside.store.troubles import NotOursError
from alongside.store.work import note

Clock = Callable[[], datetime]


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
    """An open data file with its services. Close it when done."""

    def __init__(
        self, store: DataFile, folder: tempfile.TemporaryDirectory[str] | None = None
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
        return cls(store)

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
        store = _open_with(found, path, clock, who or login_name())
        if words:
            if is_remembered:
                with suppress(WorldError):
                    keys.remember(path, store.key, keyring, clock().date())
            note(store, _("Unlocked with the recovery words"))
        return cls(store)

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

    @property
    def who(self) -> str:
        """The name that the history gives to whoever is at the keyboard."""
        return self.store.who

    def sign_as(self, who: str) -> Change:
        """Put `who` into the history from now on; empty means the name they log in with."""
        self.store.who = who.strip() or login_name()
        words = _("The history names you {who} from now on").format(who=self.store.who)
        return Change(words, frozenset({Kind.SETTINGS}))

    def now(self) -> datetime:
        """Return the office's time."""
        return self.store.now()

    def close(self) -> None:
        """Fold everything into the data file and let it go."""
        self.store.close()
        if self._folder:
            self._folder.cleanup()


def _open_with(found: tuple[bytes, ...], path: Path, clock: Clock, who: str) -> DataFile:
    """Open the file with the first key that fits: there are two while it is locked anew."""
    *others, last = found
    for key in others:
        try:
            return DataFile.open(path, key, clock, who)
        except NotOursError:
            continue
    return DataFile.open(path, last, clock, who)


class _NoKeyring:
    """The demo organisation's key is kept nowhere: it goes with the window."""

    trouble = ""

    def get(self, name: str) -> str | None:  # noqa: ARG002
        """Return nothing."""
        return None

    def set(self, name: str, secret: str) -> bool:  # noqa: ARG002
        """Keep nothing."""
        return False
