"""Runs the services off the screen's thread, in order; says what was done and what moved."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QCoreApplication, QEventLoop, QObject, Qt, Signal, Slot

from alongside.domain.change import Change
from alongside.domain.errors import AlongsideError, WorldError
from alongside_ui import errors

if TYPE_CHECKING:
    from alongside.office import Office  # the database is loaded after the window is shown

Request = TypeVar("Request")
Result = TypeVar("Result")
Failed = Callable[[AlongsideError], None]


@dataclass(frozen=True, slots=True)
class _Outcome:
    result: Any
    error: BaseException | None
    then: Callable[[Any], None] | None
    failed: Failed | None
    is_spoken: bool


class Operations(QObject):
    """One queue of work for one office. Results come back on the screen's thread, in order."""

    office: "Office"

    changed = Signal(object)
    """A Change, after something was done."""
    said = Signal(str, bool)
    """Words about what was done, and whether they are to be spoken."""
    _ended = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._worker = ThreadPoolExecutor(max_workers=1, thread_name_prefix="office")
        self._pending = 0
        self.rescue: Callable[[WorldError, Failed], None] | None = None
        """Told of trouble that takes the records away while what was saved can be rescued, and
        whom to tell of it then."""
        self._ended.connect(self._end, Qt.ConnectionType.QueuedConnection)

    @property
    def is_busy(self) -> bool:
        """Whether any work has not come back yet."""
        return self._pending > 0

    def run(
        self,
        verb: Callable[[Request], Result],
        request: Request,
        *,
        then: Callable[[Result], None] | None = None,
        failed: Failed | None = None,
        is_spoken: bool = True,
    ) -> None:
        """Do `verb(request)` after whatever was asked before.

        A Change is said, and told to every page. `then` gets the result; `failed` gets an error
        a person may read, which otherwise has a dialog of its own.
        """
        self._pending += 1
        self._worker.submit(self._work, verb, request, then, failed, is_spoken)

    def _work(
        self,
        verb: Callable[[Any], Any],
        request: Any,
        then: Callable[[Any], None] | None,
        failed: Failed | None,
        is_spoken: bool,
    ) -> None:
        try:
            outcome = _Outcome(verb(request), None, then, failed, is_spoken)
        except Exception as error:
            outcome = _Outcome(None, error, then, failed, is_spoken)
        self._ended.emit(outcome)

    @Slot(object)
    def _end(self, outcome: _Outcome) -> None:
        self._pending -= 1
        if outcome.error is None:
            change = outcome.result if isinstance(outcome.result, Change) else None
            if change:
                self.changed.emit(change)
                if not outcome.is_spoken:
                    self.said.emit(change.words, False)
            if outcome.then:
                outcome.then(outcome.result)
            if change and outcome.is_spoken:  # last: where the keyboard is once dialogs are closed
                self.said.emit(change.words, True)
        elif isinstance(outcome.error, WorldError) and outcome.error.can_be_rescued and self.rescue:
            self.rescue(outcome.error, outcome.failed or errors.show)
        elif isinstance(outcome.error, AlongsideError) and outcome.failed:
            outcome.failed(outcome.error)
        else:
            errors.show(outcome.error)

    def newest(self) -> int | None:
        """Return up to which piece of work the screen has seen; None while no records are open."""
        return self.office.history.newest() if hasattr(self, "office") else None

    def unless_changed(
        self, since: int | None, verb: Callable[[Request], Result]
    ) -> Callable[[Request], Result]:
        """Return `verb`, but refusing to save over what was changed after `since`, if it is known.

        It fails with a ChangedMeanwhileError then.
        """
        return verb if since is None else self.office.history.unless_changed(since, verb)

    def say(self, words: str) -> None:
        """Say something that no change says."""
        self.said.emit(words, True)

    def settle(self) -> None:
        """Wait, asleep, until everything asked for has come back."""
        while self.is_busy:
            QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)

    def close(self) -> None:
        """Finish what is under way and close the office; nothing more can be asked for."""
        self.settle()
        self._worker.shutdown()
        if hasattr(self, "office"):
            self.office.close()
