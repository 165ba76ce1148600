"""What was topped up, followed to the lines that were drafted anew: nothing is paid twice.

A line that tops up another names the one of then. Once that claim is taken back, its lines stand
on a draft, and are found by what they are for: who, which meeting or day, and the kind.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from datetime import date
from typing import TypeVar
from uuid import UUID

from alongside.domain.activity import FeeLine
from alongside.domain.claims import Category, Section
from alongside.domain.expense_lines import ExpenseLine
from alongside.domain.money import NOTHING, Money
from alongside.i18n import ngettext
from alongside.services.open_claims import drop_if_empty
from alongside.store import top_ups
from alongside.store.tables import Claim, ClaimLine
from alongside.store.work import Session

Place = tuple[UUID, object, Category]
"""Whose a line is, what it is for, and its kind: the same when it is drafted anew."""
Drafted = TypeVar("Drafted", FeeLine, ExpenseLine)


class Beside:
    """What is paid beside the lines of a place: on issued `claims`, and by lines on `drafts`."""

    def __init__(self) -> None:
        self.paid = NOTHING
        self.claims: list[str] = []
        self.drafts: list[ClaimLine] = []


def place_for(claim: Claim, meeting_id: UUID | None, day: date, category: Category) -> Place:
    """Return what a line of a claim is found by when its claim was drafted anew."""
    return claim.person_id, meeting_id or (claim.group_id, day), category


def place_of(line: ClaimLine) -> Place:
    """Return what a line is found by when its claim was drafted anew."""
    return place_for(line.claim, line.meeting_id, line.day, line.category)


def found(
    session: Session, people: Collection[UUID] | None = None, meeting_id: UUID | None = None
) -> dict[Place, Beside]:
    """Return what is paid beside places whose first lines are on no claim any more."""
    places: dict[Place, Beside] = {}
    for line, of in top_ups.beside(session, people, meeting_id):
        if of is not None:
            continue
        place = places.setdefault(place_of(line), Beside())
        if line.claim.state.is_issued:
            place.paid += offer_of(line)
            place.claims.append(line.claim.number)
        else:
            place.drafts.append(line)
    return places


def offer_of(line: ClaimLine) -> Money:
    """Return what a line offers: a fee keeps it apart from the choice, a cost is what is paid."""
    return line.offered if line.section is Section.FEE else line.amount


class PaidBeside:
    """By how much issued lines of these people were topped up so far; `own` by lines of their own.

    What tops up a line that was taken back goes to those in its place: where several are there,
    to each what it lacks, in the order of asking.
    """

    def __init__(self, session: Session, people: Collection[UUID]) -> None:
        self.own: dict[tuple[UUID, Category], Money] = {}
        self._left: dict[Place, Money] = {}
        for line, of in top_ups.beside(session, people):
            if of:
                self.own[of, line.category] = self.of_own(of, line.category) + offer_of(line)
            else:
                place = place_of(line)
                self._left[place] = self._left.get(place, NOTHING) + offer_of(line)

    def of_own(self, line_id: UUID, category: Category) -> Money:
        """Return by how much one line itself was topped up, in one kind."""
        return self.own.get((line_id, category), NOTHING)

    def of(self, line: ClaimLine, category: Category, was: Money, now: Money) -> Money:
        """Return what was paid beside a line in one kind, of which it has `was`, and is due `now`.

        An allowance that is new in a policy is paid beside another fee of the day.
        """
        own = self.of_own(line.id, category)
        place = place_for(line.claim, line.meeting_id, line.day, category)
        taken = min(self._left.get(place, NOTHING), max(NOTHING, now - was - own))
        if taken:
            self._left[place] -= taken
        return own + taken


def less_paid(
    wanted: Iterable[Drafted], beside: Mapping[Category, Beside]
) -> tuple[Drafted, ...]:  # fmt: skip
    """Return lines with what top-ups on issued claims paid of them taken off, and that said."""
    left = {category: place.paid for category, place in beside.items()}
    lines = []
    for want in wanted:
        paid = left.get(want.category, NOTHING)
        if paid and want.amount:
            rest = max(NOTHING, want.amount - paid)
            left[want.category] = paid - (want.amount - rest)
            claims = list(dict.fromkeys(beside[want.category].claims))
            # translators: the reason of a line; then what it came to, and what is paid already
            words = ngettext(
                "{why}: {amount}, less {paid} on claim {claims}",
                "{why}: {amount}, less {paid} on claims {claims}", len(claims),
            )  # fmt: skip
            why = words.format(
                why=want.why, amount=want.amount, paid=paid, claims=", ".join(claims)
            )
            want = replace(want, amount=rest, why=why)
        lines.append(want)
    return tuple(lines)


def fold(session: Session, beside: Iterable[Beside]) -> None:
    """Take top-ups off drafts whose lines were worked out anew: they have the rate of today."""
    for line in [line for place in beside for line in place.drafts]:
        claim = line.claim
        claim.lines.remove(line)
        drop_if_empty(session, claim)


def fold_into(session: Session, line: ClaimLine) -> None:
    """Take off drafts what topped up an expense that was worked out anew, by hand."""
    if line.section is Section.EXPENSE and line.tops_up_id is None:
        beside = found(session, [line.claim.person_id])
        fold(session, (each for place, each in beside.items() if place == place_of(line)))


def drop_strays(session: Session, people: Collection[UUID]) -> str:
    """Take top-ups off drafts where what they topped up is on no claim; say so, or return ""."""
    session.flush()
    places = {place: each for place, each in found(session, people).items() if each.drafts}
    if not places:
        return ""
    there = {place_of(line) for line in top_ups.lines_of_people(session, people)}
    strays = {place: each for place, each in places.items() if place not in there}
    numbers = sorted({line.claim.number for each in strays.values() for line in each.drafts})
    fold(session, strays.values())
    session.flush()
    if not numbers:
        return ""
    words = ngettext(
        "top-up taken off claim {numbers}: what it topped up is gone",
        "top-ups taken off claims {numbers}: what they topped up is gone", len(numbers),
    )  # fmt: skip
    return words.format(numbers=", ".join(numbers))
