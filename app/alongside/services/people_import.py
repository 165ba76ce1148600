"""People from a list that somebody has already: read, shown before it counts, undone as one."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields
from enum import Enum, auto
from pathlib import Path
from uuid import UUID

from alongside.domain.change import Change, Kind
from alongside.domain.errors import UserError
from alongside.domain.meetings import Role
from alongside.domain.people_list import MANY, Fact, ListedPerson, guess, read_person
from alongside.domain.search import plain
from alongside.i18n import _, ngettext
from alongside.services.members import MemberDetails, place
from alongside.services.people import PersonDetails, new_person
from alongside.store import people
from alongside.store.file import DataFile
from alongside.store.tables import Membership
from alongside.store.work import Session, reading, work

Rows = tuple[tuple[int, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class ReadList:
    """Ask for what stands in the spreadsheet at `path`."""

    path: Path


@dataclass(frozen=True, slots=True)
class ListColumn:
    """A column of a list: its heading, some of what is in it, and what that seems to be."""

    heading: str
    examples: str
    seems: Fact | None


@dataclass(frozen=True, slots=True)
class PeopleList:
    """A list as it was read. `rows` are (number in the spreadsheet, a text for each column)."""

    name: str
    columns: tuple[ListColumn, ...]
    rows: Rows


@dataclass(frozen=True, slots=True)
class ImportPeople:
    """Ask for the people of `rows`; `facts` say what each column holds, None that it is left out.

    They join `group_id` today if it is given. `with_namesakes` takes in also whoever has the name
    of somebody who is here, and might be another person.
    """

    rows: Rows
    facts: tuple[Fact | None, ...]
    group_id: UUID | None = None
    with_namesakes: bool = False


class Fate(Enum):
    """What becomes of a row."""

    NEW = auto()
    HERE = auto()
    NAMESAKE = auto()
    NAMELESS = auto()

    @property
    def words(self) -> str:
        """Say it in a list."""
        return {
            Fate.NEW: _("comes in"),
            Fate.HERE: _("left out: is here already"),
            Fate.NAMESAKE: _("left out: somebody of that name is here"),
            Fate.NAMELESS: _("left out: has no name"),
        }[self]


@dataclass(frozen=True, slots=True)
class ListedRow:
    """A row of the list as it would come in. `id` is its number in the spreadsheet."""

    id: int
    name: str
    fate: str
    doubts: str


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """What an import would do, before anybody is added: `new` people, and `words` for all of it."""

    rows: tuple[ListedRow, ...]
    new: int
    words: str


class PeopleImportService:
    """Bring people in from a spreadsheet. `back_up` makes a backup first, or raises WorldError."""

    def __init__(self, store: DataFile, back_up: Callable[[DataFile], object]) -> None:
        self._store = store
        self._back_up = back_up

    def read(self, request: ReadList) -> PeopleList:
        """Return the list in a file, with what each column seems to hold.

        Raise UserError for a file that cannot be read, or has no rows under its headings.
        """
        from alongside.exchange import spreadsheet  # seldom needed

        sheet = spreadsheet.read(request.path)
        if not sheet.rows:
            words = _("{name} has headings only, and nobody under them.")
            raise UserError("path", words.format(name=request.path.name))
        columns = [
            ListColumn(heading, _examples([row.cells[at] for row in sheet.rows]), fact)
            for at, (heading, fact) in enumerate(zip(sheet.headings, guess(sheet.headings),
                                                     strict=True))
        ]  # fmt: skip
        rows = tuple((row.number, row.cells) for row in sheet.rows)
        return PeopleList(request.path.name, tuple(columns), rows)

    def plan(self, request: ImportPeople) -> ImportPlan:
        """Return what importing would do. Raise UserError if no column has the names."""
        _check(request)
        with reading(self._store) as session:
            fates = list(_fates(session, request))
        new = sum(_comes_in(fate, request) for _number, _person, fate in fates)
        rows = [
            ListedRow(
                number, person.name,
                (Fate.NEW if _comes_in(fate, request) else fate).words, " ".join(person.doubts),
            )
            for number, person, fate in fates
        ]  # fmt: skip
        return ImportPlan(tuple(rows), new, _in_words(fates, new, request))

    def import_(self, request: ImportPeople) -> Change:
        """Make a backup, then add everybody who comes in by the plan: one step, undone as one.

        Raise UserError if nobody would come in; WorldError, with nothing changed, if there can be
        no backup.
        """
        if self.plan(request).new == 0:
            raise UserError("", _("Nobody on this list is new."))
        self._back_up(self._store)
        with work(self._store) as w:
            today, added = self._store.now().date(), 0
            for _number, listed, fate in list(_fates(w.session, request)):
                if not _comes_in(fate, request):
                    continue
                person = new_person(_details(listed))
                w.session.add(person)
                added += 1
                if request.group_id:
                    w.session.flush()
                    details = MemberDetails(request.group_id, person.id, Role.MEMBER, today)
                    place(w.session, Membership(), details, "")
            words = ngettext("{n} person came in from a list", "{n} people came in from a list",
                             added).format(n=added)  # fmt: skip
            return w.done(Change(words, frozenset({Kind.PERSON, Kind.GROUP})))


def _check(request: ImportPeople) -> None:
    chosen = [fact for fact in request.facts if fact]
    if not {Fact.NAME, Fact.FIRST_NAME, Fact.SURNAME} & set(chosen):
        raise UserError("facts", _("Choose which column has the names."))
    for fact in chosen:
        if chosen.count(fact) > 1 and fact not in MANY:
            words = _("Two columns cannot both be “{fact}”. Leave one out.")
            raise UserError("facts", words.format(fact=fact.words))


def _fates(session: Session, request: ImportPeople) -> Iterator[tuple[int, ListedPerson, Fate]]:
    """Yield each row with what becomes of it, beside the people in the file and the rows above."""
    known: dict[str, list[ListedPerson]] = {}
    for person in people.search(session, (), is_active_only=False):
        here = ListedPerson(
            person.name, phone=person.phone, text_phone=person.text_phone, email=person.email,
            address=person.address,
        )  # fmt: skip
        known.setdefault(plain(person.name), []).append(here)
    for number, cells in request.rows:
        listed = read_person(request.facts, cells)
        namesakes = known.get(plain(listed.name), [])
        fate = Fate.NEW
        if not listed.name:
            fate = Fate.NAMELESS
        elif any(listed.is_reached_like(other) for other in namesakes):
            fate = Fate.HERE
        elif namesakes:
            fate = Fate.NAMESAKE
        known.setdefault(plain(listed.name), []).append(listed)
        yield number, listed, fate


def _comes_in(fate: Fate, request: ImportPeople) -> bool:
    return fate is Fate.NEW or (fate is Fate.NAMESAKE and request.with_namesakes)


def _details(listed: ListedPerson) -> PersonDetails:
    kept = {each.name: getattr(listed, each.name) for each in fields(listed)}
    del kept["doubts"]
    return PersonDetails(**kept)


def _in_words(fates: list[tuple[int, ListedPerson, Fate]], new: int, request: ImportPeople) -> str:
    doubtful = sum(bool(p.doubts) for _n, p, fate in fates if _comes_in(fate, request))
    said = [ngettext("{n} person comes in.", "{n} people come in.", new).format(n=new)]
    if doubtful:
        said.append(ngettext("{n} of them should be looked at.", "{n} of them should be looked at.",
                             doubtful).format(n=doubtful))  # fmt: skip
    left = len(fates) - new
    if left:
        said.append(ngettext("{n} row is left out.", "{n} rows are left out.", left)
                    .format(n=left))  # fmt: skip
    return " ".join(said)


def _examples(cells: list[str]) -> str:
    """Return the first few things in a column that differ, on one line."""
    some = dict.fromkeys(" ".join(cell.split())[:40] for cell in cells if cell)
    return "; ".join(list(some)[:3])
