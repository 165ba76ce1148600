"""What was done, by whom and when; and taking it back, in words."""

from dataclasses import dataclass
from datetime import datetime

from alongside.domain.change import Change
from alongside.domain.dates import say_moment
from alongside.i18n import _
from alongside.store import history
from alongside.store.file import DataFile
from alongside.store.work import reading, work


@dataclass(frozen=True, slots=True)
class HistoryRow:
    """A line of the history. `id` counts up from the first piece of work in the file."""

    id: int
    at: datetime
    when: str
    who: str
    words: str


@dataclass(frozen=True, slots=True)
class Steps:
    """What Undo and Redo would do now, in words for the menu; empty when there is nothing."""

    undo: str
    redo: str


class HistoryService:
    """The history of the data file, and the way back."""

    def __init__(self, store: DataFile) -> None:
        self._store = store

    def list_(self, most: int = 500) -> list[HistoryRow]:
        """Return the last `most` pieces of work, newest first."""
        with reading(self._store) as session:
            return [
                HistoryRow(line.number, line.at, say_moment(line.at),
                           line.who, line.words)
                for line in history.lines(session, most)
            ]  # fmt: skip

    def steps(self) -> Steps:
        """Return what Undo and Redo would do now."""
        with reading(self._store) as session:
            back = history.next_undo(session, self._store.sitting)
            again = history.next_redo(session, self._store.sitting)
        return Steps(back.words if back else "", again.words if again else "")

    def undo(self, _request: None = None) -> Change:
        """Take back the last change made since the file was opened."""
        with work(self._store) as w:
            return w.undo(_("Undone: {words}")) or Change(_("There is nothing to undo"))

    def redo(self, _request: None = None) -> Change:
        """Do again what was undone last."""
        with work(self._store) as w:
            return w.redo(_("Done again: {words}")) or Change(_("There is nothing to do again"))
