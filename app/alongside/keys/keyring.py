"""The way to this computer's keyring; it never waits for longer than a person would."""

import os
import sys
from collections.abc import Callable
from concurrent.futures import Future
from threading import Event, Thread
from typing import Protocol

from alongside.i18n import _
from alongside.keys.doors import ClosedError, Door

_SERVICE = "Alongside"
_LONGEST = 60.0
"""Seconds that a desktop has to ask for the keyring's password; somebody may type it slowly."""


class Keyring(Protocol):
    """A place that keeps one secret text for each name."""

    trouble: str
    """Why it gave or kept nothing the last time, as a sentence; empty if it only had nothing."""

    def get(self, name: str) -> str | None:
        """Return the secret, or None if there is none or the keyring will not give it."""

    def set(self, name: str, secret: str) -> bool:
        """Keep the secret; return whether that worked."""


class SystemKeyring:
    """The keyring of this computer. Ask it off the screen's thread: a desktop may ask a person.

    A question that nobody answers within `longest` seconds is left alone, and so is one that
    somebody gave up: until it is answered after all, the keyring counts as closed.
    """

    def __init__(self, longest: float = _LONGEST) -> None:
        self.trouble = ""
        self._longest = longest
        self._answer: Future[str | None] = Future()
        self._answer.set_result(None)
        self._settled = Event()

    @property
    def is_asking(self) -> bool:
        """Whether it was asked, and has not answered yet."""
        return not self._answer.done()

    def get(self, name: str) -> str | None:
        """Return the secret, or None: with no keyring, or a closed one, words are asked for."""
        return self._ask(lambda door: door.get_password(_SERVICE, name)) or None

    def set(self, name: str, secret: str) -> bool:
        """Keep the secret; False where there is no keyring, or it is closed."""
        self._ask(lambda door: door.set_password(_SERVICE, name, secret))
        return not self.trouble

    def give_up(self) -> None:
        """Wait no longer for the answer. May be called on any thread."""
        self._settled.set()

    def _ask(self, ask: Callable[[Door], str | None]) -> str | None:
        if not self.is_asking:
            settled = self._settled = Event()
            answer: Future[str | None] = Future()
            self._answer = answer
            answer.add_done_callback(lambda _answer: settled.set())
            Thread(target=_work, args=(ask, answer), daemon=True).start()
            settled.wait(self._longest)
        self.trouble = ""
        if self.is_asking:
            self.trouble = _("The keyring of this computer is locked, and waits for its password.")
            return None
        try:
            return self._answer.result()
        except _NoKeyringError:
            self.trouble = _("This computer has no keyring that keeps secrets safe.")
        except ClosedError:
            self.trouble = _("The keyring of this computer is locked.")
        return None


class _NoKeyringError(Exception):
    """There is no keyring here, or none that is trusted."""


def _work(ask: Callable[[Door], str | None], answer: "Future[str | None]") -> None:
    """Ask, on a thread of its own, and give the answer to whoever waits for it."""
    try:
        door = _door()
        if door is None:
            raise _NoKeyringError
        answer.set_result(ask(door))
    except (_NoKeyringError, ClosedError) as error:
        answer.set_exception(error)
    finally:
        if not answer.done():  # a mistake of ours: nobody may wait for it in vain
            answer.set_exception(ClosedError())


def _door() -> Door | None:
    """Return this system's keyring, or None. The library's own switch to go without is honoured."""
    if os.environ.get("PYTHON_KEYRING_BACKEND", "").endswith(".null.Keyring"):
        return None
    if sys.platform == "linux":
        from alongside.keys.secret_service import SecretService

        if found := SecretService.find():
            return found
    from alongside.keys import library

    return library.find()
