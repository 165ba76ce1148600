"""What papers for the day of a meeting say: who is expected, and what they require."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date

from alongside.domain.claims import Category, Handling
from alongside.domain.dates import say_date, say_day
from alongside.domain.expenses import JOURNEYS
from alongside.domain.meeting_sheets import AccessEntry, AccessSheet, SignInLine, SignInSheet
from alongside.domain.meetings import State
from alongside.domain.paper_style import PaperStyle
from alongside.domain.people import Format, PersonStatus
from alongside.domain.sheets import Fact
from alongside.i18n import _, language, ngettext
from alongside.services import meeting_words
from alongside.services.paper_styles import style_of
from alongside.store import attendance as registers
from alongside.store import organisation as organisations
from alongside.store.tables import Attendance, Meeting, Person, UsualCost
from alongside.store.work import Session

VISITORS = 6
"""Empty lines for people whom nobody expects."""
_NOT_EXPECTED = frozenset({State.APOLOGIES, State.DID_NOT_COME, State.CANCELLED_LATE,
                           State.MEETING_CANCELLED})  # fmt: skip
_GONE = frozenset({PersonStatus.LEFT, PersonStatus.DIED})
_SUPPORT = frozenset({Category.SUPPORT_WORKER, Category.COMMUNICATION})
_WAYS = JOURNEYS - {Category.PARKING, Category.TOLLS, Category.OVERNIGHT, Category.PASSENGER}
_BETWEEN_NEEDS = re.compile(r"[,;.\n]+\s*")


def expected(session: Session, meeting: Meeting) -> list[Attendance]:
    """Return the lines of a register of people who are expected, or came, by name.

    Who has left or died gets no papers and stands on none.
    """
    found = registers.list_for(session, meeting.id, has_usual_costs=True)
    return [
        row for row in found if row.state not in _NOT_EXPECTED and row.person.status not in _GONE
    ]


def meeting_facts(meeting: Meeting) -> tuple[Fact, ...]:
    """Return what everybody may know of a meeting: what, when and where."""
    return (*what_it_is(meeting), *when_and_where(meeting))


def what_it_is(meeting: Meeting) -> tuple[Fact, ...]:
    """Return whose meeting it is, and what it is called."""
    title = meeting.title or meeting.kind.words
    return (Fact(_("Group"), meeting.group.name), Fact(_("Meeting"), title))


def when_and_where(meeting: Meeting) -> tuple[Fact, ...]:
    """Return the day, the time, and the place if it is known."""
    pairs = (
        (_("Day"), say_day(meeting.day)),
        (_("Time"), meeting_words.times(meeting)),
        (_("Place"), meeting_words.where(meeting)),
    )
    return tuple(Fact(name, value) for name, value in pairs if value)


def office(session: Session) -> tuple[str, PaperStyle]:
    """Return the organisation's name, "" if it is not there yet, and the style of its papers."""
    organisation = organisations.find(session)
    return organisation.name if organisation else "", style_of(organisation)


def sign_in_sheet(
    session: Session, meeting: Meeting, today: date, *, asks_times: bool, asks_journey: bool
) -> SignInSheet:
    """Return the register to sign. It says nothing of what anybody requires."""
    rows, (name, style) = expected(session, meeting), office(session)
    return SignInSheet(
        name, meeting_words.words(meeting), meeting_facts(meeting),
        tuple(SignInLine(row.person.name, row.role.words) for row in rows),
        VISITORS, asks_times, asks_journey, say_date(today), language(), style,
    )  # fmt: skip


def access_sheet(session: Session, meeting: Meeting, today: date, in_charge: str) -> AccessSheet:
    """Return what the room and the people in it need that day, for who is `in_charge`."""
    rows, (name, style) = expected(session, meeting), office(session)
    return AccessSheet(
        name, meeting_words.words(meeting), meeting_facts(meeting),
        in_charge.strip(), say_date(meeting.day), tuple(_ready(rows)),
        tuple(AccessEntry(row.person.name, tuple(_facts(row))) for row in rows),
        say_date(today), language(), style,
    )  # fmt: skip


def _facts(row: Attendance) -> Iterator[Fact]:
    """Yield what one person requires, in their own words, and what the day needs to know."""
    person, review = row.person, row.person.access_review
    requires = "; ".join(filter(None, map(str.strip, person.access_requirements.splitlines())))
    yield Fact(_("Requires"), requires or _("Nothing is written down: ask them."))
    if review and review <= row.meeting.day:
        words = _("This was to be asked again on {day}: it may have changed.")
        yield Fact(_("Note"), words.format(day=say_date(review)))
    if row.state is State.ONLINE:
        yield Fact(_("Takes part"), _("online"))
    if who := _comes_with(row):
        yield Fact(_("Comes with"), who)
    if ways := _ways(person):
        yield Fact(_("Usual journey"), ways)
    yield Fact(_("Papers"), person.format.words)


def _comes_with(row: Attendance) -> str:
    """Return whom the register names beside a person, or else whom they usually bring."""
    usual = (
        f"{cost.category.words}, {cost.payee}" if cost.payee else cost.category.words
        for cost in row.person.usual_costs if cost.category in _SUPPORT
    )  # fmt: skip
    return row.supporter or "; ".join(dict.fromkeys(usual))


def _ways(person: Person) -> str:
    return "; ".join(dict.fromkeys(_way(c) for c in person.usual_costs if c.category in _WAYS))


def _way(cost: UsualCost) -> str:
    if cost.handling in {Handling.ON_ACCOUNT, Handling.PAID_DIRECT}:
        # translators: {way} like “taxi”
        return _("{way}, booked and paid by us").format(way=cost.category.words)
    return cost.category.words


def _ready(rows: Iterable[Attendance]) -> Iterator[str]:
    """Yield what to have ready and for how many, without a name."""
    rows = list(rows)
    needs: Counter[str] = Counter()
    said: dict[str, str] = {}
    for row in rows:
        own = {need.casefold(): need for need in _needs(row.person.access_requirements)}
        needs.update(own.keys())
        said = own | said
    formats = Counter(row.person.format for row in rows if row.person.format in _MADE)
    with_somebody = sum(bool(_comes_with(row)) for row in rows)
    taxis = sum(any(c.category is Category.TAXI for c in r.person.usual_costs) for r in rows)
    for need, number in sorted(needs.items()):
        yield _for_how_many(said[need], number)
    for each in Format:
        if each in formats:
            words = _("Papers in {format}").format(format=each.words)
            yield _for_how_many(words, formats[each])
    if with_somebody:
        yield _for_how_many(_("A seat for somebody who comes with a person"), with_somebody)
    if taxis:
        yield _for_how_many(_("Somebody to meet taxis"), taxis)


_MADE = frozenset(Format) - {Format.STANDARD, Format.PHONE, Format.WEB_PAGE}
"""Formats that somebody has to print or make, and to bring."""


def _needs(requirements: str) -> Iterator[str]:
    """Yield each thing that somebody requires, as they said it, without “and” and “please”."""
    # translators: a word that begins the last of several things
    joined, asked = _("and"), _("please")
    for said in _BETWEEN_NEEDS.split(requirements):
        need = said.strip()
        if need.casefold().startswith(f"{joined} "):
            need = need[len(joined) :].strip()
        if need and need.casefold() != asked:
            yield need[:1].upper() + need[1:]


def _for_how_many(what: str, number: int) -> str:
    words = ngettext("{what}: for {n} person", "{what}: for {n} people", number)
    return words.format(what=what, n=number)
