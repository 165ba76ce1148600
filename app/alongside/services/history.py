"""What was done, by whom and when; looking through it; and taking it back, in words."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar
from uuid import UUID

from alongside.domain.change import Change, Kind
from alongside.domain.dates import say_moment
from alongside.domain.errors import ChangedMeanwhileError, UserError
from alongside.domain.people import Format
from alongside.domain.search import plain
from alongside.domain.sheets import HistorySheet
from alongside.i18n import _, ngettext
from alongside.services import history_details
from alongside.services.history_details import DetailRow
from alongside.services.history_paper import HistoryPaper, make_sheet, paper
from alongside.services.history_records import find_record
from alongside.services.history_wanted import HistoryFilter, HistoryRow, Record
from alongside.services.looks import USUAL, Look
from alongside.store import conflicts, history, history_search
from alongside.store.file import DataFile
from alongside.store.history import PieceOfWork
from alongside.store.history_search import Sought
from alongside.store.work import Session, note, reading, work

Request = TypeVar("Request")
Result = TypeVar("Result")

MOST_SHOWN = 500
MOST_PRINTED = 2000
"""Lines: some two hundred pages. Nobody prints twenty years."""


@dataclass(frozen=True, slots=True)
class PrintHistory:
    """Ask for the list of what `wanted` finds as a file at `place`.

    It is in standard print unless the `look` says otherwise.
    """

    wanted: HistoryFilter
    place: Path
    look: Look = USUAL


@dataclass(frozen=True, slots=True)
class Steps:
    """What Undo and Redo would do now, in words for the menu; empty when there is nothing."""

    undo: str
    redo: str


class HistoryService:
    """The history of the data file, and the way back."""

    def __init__(self, store: DataFile) -> None:
        self._store = store
        self._rows_of: tuple[Record, int, set[str]] | None = None

    def list_(
        self, wanted: HistoryFilter | None = None, most: int | None = MOST_SHOWN
    ) -> list[HistoryRow]:
        """Return the last `most` lines that are wanted, or all of them, newest first.

        Raise UserError if the last day comes before the first.
        """
        wanted = wanted or HistoryFilter()
        if wanted.first and wanted.last and wanted.last < wanted.first:
            raise UserError("last", _("The last day cannot be before the first."))
        with reading(self._store) as session:
            sought = Sought(
                plain(wanted.text).split(), plain(wanted.who).split(), wanted.kind, wanted.first,
                wanted.last, self._rows(session, wanted.record) if wanted.record else None,
            )  # fmt: skip
            return [_row(line) for line in history_search.lines(session, sought, most)]

    def of(self, kind: Kind, record_id: UUID) -> list[HistoryRow]:
        """Return all that was done to one record and what belongs to it, newest first.

        To a person belong their places in groups, usual costs and bank details; to a group its
        members; to a meeting its register; to a claim its lines.
        """
        return self.list_(HistoryFilter(record=Record(kind, record_id, "")), None)

    def record(self, text: str) -> Record:
        """Return the person, group, meeting or claim that `text` names, by name, number or id.

        Raise UserError if there is none, or more than one.
        """
        with reading(self._store) as session:
            return find_record(session, text)

    def details(self, number: int) -> list[DetailRow]:
        """Return what the piece of work `number` changed, a sentence for each thing.

        None for a note, which changed nothing. Raise UserError if there is no such piece.
        """
        with reading(self._store) as session:
            if history_search.find(session, number) is None:
                raise UserError("", _("There is no line {number}.").format(number=number))
            return history_details.details(session, number)

    def names(self) -> list[str]:
        """Return who worked on the file lately, the latest first."""
        with reading(self._store) as session:
            return history_search.names(session)

    def paper(self, wanted: HistoryFilter, look: Look = USUAL) -> HistoryPaper:
        """Return the list of what is wanted as pages and as words, `MOST_PRINTED` lines at most."""
        return paper(self.sheet(wanted), look)

    def to_file(self, request: PrintHistory) -> Change:
        """Write the list as a file. Raise WorldError when the disk will not take it."""
        from alongside.documents import folder  # paper is loaded when it is needed
        from alongside.documents.editions import write
        from alongside.documents.history_list import history_list

        place, look = request.place, request.look
        sheet = self.sheet(request.wanted)
        made = write(history_list(sheet), look.edition_for(Format.STANDARD), look.tint)
        folder.make(place.parent)
        folder.write(place, made)
        words = ngettext(
            "{n} line of the history printed to {file}",
            "{n} lines of the history printed to {file}",
            len(sheet.entries),
        )
        return note(self._store, words.format(n=len(sheet.entries), file=place))

    def steps(self) -> Steps:
        """Return what Undo and Redo would do now."""
        with reading(self._store) as session:
            back = history.next_undo(session, self._store.sitting)
            again = history.next_redo(session, self._store.sitting)
        return Steps(back.words if back else "", again.words if again else "")

    def newest(self) -> int:
        """Return the number of the last piece of work: whoever looks now has seen up to there."""
        with reading(self._store) as session:
            return history_search.newest(session)

    def unless_changed(
        self, since: int, verb: Callable[[Request], Result]
    ) -> Callable[[Request], Result]:
        """Return `verb`, but refusing to save over what was changed after piece of work `since`.

        It raises ChangedMeanwhileError then, with what both changed, and nothing is saved.
        """

        def guarded(request: Request) -> Result:
            try:
                with conflicts.looked_at(since):
                    return verb(request)
            except conflicts.Conflict as met:
                raise self._told(met) from None

        return guarded

    def _told(self, met: conflicts.Conflict) -> ChangedMeanwhileError:
        words = _("{who} changed this since you opened it.").format(who=met.who)
        with reading(self._store) as session:
            theirs, yours = (
                [row.words for row in history_details.of_rows(session, rows)]
                for rows in (met.theirs, met.yours)
            )
        return ChangedMeanwhileError(met.who, words, theirs, yours)

    def undo(self, _request: None = None) -> Change:
        """Take back the last change made since the file was opened."""
        with work(self._store) as w:
            return w.undo(_("Undone: {words}")) or Change(_("There is nothing to undo"))

    def redo(self, _request: None = None) -> Change:
        """Do again what was undone last."""
        with work(self._store) as w:
            return w.redo(_("Done again: {words}")) or Change(_("There is nothing to do again"))

    def _rows(self, session: Session, record: Record) -> set[str]:
        """Return the rows that belong to a record; what was removed takes a while to find.

        So they are remembered until something new is done.
        """
        newest = history_search.newest(session)
        if self._rows_of is None or self._rows_of[:2] != (record, newest):
            rows = history_search.rows_of(session, record.kind, record.id)
            self._rows_of = (record, newest, rows)
        return self._rows_of[2]

    def sheet(self, wanted: HistoryFilter) -> HistorySheet:
        """Return the finished list of what is wanted, `MOST_PRINTED` lines at most."""
        rows = self.list_(wanted, MOST_PRINTED + 1)
        with reading(self._store) as session:
            return make_sheet(session, self._store.now().date(), wanted, rows, MOST_PRINTED)


def _row(line: PieceOfWork) -> HistoryRow:
    when = say_moment(line.at)
    return HistoryRow(line.number, line.at, when, line.who, line.words)
