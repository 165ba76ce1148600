"""A list of the history for paper: what was looked for in words, and the lines that were found."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from alongside.domain.dates import say_date
from alongside.domain.marks import PageMarks
from alongside.domain.sheets import Fact, HistoryEntry, HistorySheet
from alongside.i18n import _, ngettext
from alongside.services.history_wanted import HistoryFilter, HistoryRow
from alongside.services.paper_styles import style_of
from alongside.store import organisation as organisations
from alongside.store.work import Session


@dataclass(frozen=True, slots=True)
class HistoryPaper:
    """The list ready to look at or print: its pages as marks, and the same in words."""

    pages: Sequence[PageMarks]
    words: str


def paper(sheet: HistorySheet) -> HistoryPaper:
    """Return `sheet` on pages and in words. Raise UserError for a letter no font has."""
    from alongside.documents.editions import standard  # paper is loaded when it is needed
    from alongside.documents.editions.plain_text import plain_text
    from alongside.documents.history_list import history_list

    document = history_list(sheet)
    return HistoryPaper(standard.lay_out(document), plain_text(document))


def make_sheet(
    session: Session, today: date, wanted: HistoryFilter, rows: Sequence[HistoryRow], most: int
) -> HistorySheet:
    """Return the list of `rows`, the last `most` of them if there are more."""
    organisation = organisations.find(session)
    shown = rows[:most]
    how_many = ngettext("{n} line, the newest first", "{n} lines, the newest first", len(shown))
    if len(rows) > most:
        how_many = _("The newest {n} lines only. For older ones, choose days.")
    record = wanted.record
    return HistorySheet(
        organisation.name if organisation else "",
        _("History of {name}").format(name=record.words) if record else _("History"),
        say_date(today),
        tuple(Fact(name, value) for name, value in in_words(wanted)),
        how_many.format(n=len(shown)) if shown else _("Nothing was found."),
        tuple(HistoryEntry(row.when, row.who, row.words) for row in shown),
        style_of(organisation),
    )


def in_words(wanted: HistoryFilter) -> list[tuple[str, str]]:
    """Return what is looked for, each with its name; nothing for what is left open."""
    found = [
        (_("Words"), wanted.text.strip()),
        (_("Kind of thing"), wanted.kind.words if wanted.kind else ""),
        (_("Who"), wanted.who.strip()),
        (_("From day"), say_date(wanted.first) if wanted.first else ""),
        (_("To day"), say_date(wanted.last) if wanted.last else ""),
    ]
    return [(name, value) for name, value in found if value]
