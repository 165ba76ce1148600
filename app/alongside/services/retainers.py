"""Retainers: what members are due for the roles they hold, drafted once for each day of a role."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby
from uuid import UUID

from alongside.domain.activity import FeeLine
from alongside.domain.change import Change, Kind
from alongside.domain.dates import Period, say_date
from alongside.domain.errors import UserError
from alongside.domain.fee_caps import DatedFee, capped_fees
from alongside.domain.money import Money
from alongside.domain.people import PersonStatus
from alongside.domain.policy import Policy
from alongside.domain.retainers import retainers_due
from alongside.i18n import _, ngettext
from alongside.services.claim_facts import values_of
from alongside.services.groups import fetch as fetch_group
from alongside.services.open_claims import next_position, open_claim
from alongside.services.policies import rules_of
from alongside.store import claim_lines, members, retainers
from alongside.store.file import DataFile
from alongside.store.tables import ClaimLine, Membership, Person
from alongside.store.work import Session, reading, work

_GONE = frozenset({PersonStatus.LEFT, PersonStatus.DIED})


@dataclass(frozen=True, slots=True)
class DueRetainers:
    """Ask for the retainers of a group that fell due from `first` to `last`, both included."""

    group_id: UUID
    first: date
    last: date


@dataclass(frozen=True, slots=True)
class RetainerRow:
    """A retainer that is due and on no claim yet."""

    id: str
    person: str
    role: str
    period: str
    amount: Money
    why: str


@dataclass(frozen=True, slots=True)
class RetainerPlan:
    """What is due, by person; `words` say what it comes to, and who was left out and why."""

    rows: tuple[RetainerRow, ...]
    words: str


@dataclass(frozen=True, slots=True)
class _Due:
    member: Membership
    period: Period
    line: FeeLine


class RetainerService:
    """Say which retainers are due, and put them on the members' drafts."""

    def __init__(self, store: DataFile) -> None:
        self._store = store

    def plan(self, request: DueRetainers) -> RetainerPlan:
        """Return what is due by the group's policy and the dates of its members' places.

        Raise UserError if the group has no policy, or for days in the wrong order.
        """
        with reading(self._store) as session:
            due = list(_due(session, request))
            rows = tuple(_row(each) for each in due)
            return RetainerPlan(rows, _in_words(due, _left_open(session, request.group_id)))

    def draft(self, request: DueRetainers) -> Change:
        """Put each retainer that is due on its person's open draft, begun if need be.

        One step, undone as one. No day of a role is paid twice, however often this is done and
        whatever became of the claim. Raise UserError if nothing is due, and as `plan` does.
        """
        with work(self._store) as w:
            group = fetch_group(w.session, request.group_id)
            due = list(_due(w.session, request))
            if not due:
                raise UserError("", _("No retainer is due that is not on a claim already."))
            today = self._store.now().date()
            for each in due:
                person = each.member.person
                claim = open_claim(w.session, person.id, group.id, group.budget_code, today)
                claim.lines.append(ClaimLine(
                    key=each.line.key, position=next_position(claim), day=each.period.last,
                    **values_of(each.line, person),
                ))  # fmt: skip
                w.session.flush()
            words = ngettext(
                "{n} retainer drafted for {group}", "{n} retainers drafted for {group}", len(due)
            )
            said = words.format(n=len(due), group=group.name)
            return w.done(Change(said, frozenset({Kind.CLAIM, Kind.MEETING}), group.id))


def _due(session: Session, request: DueRetainers) -> Iterator[_Due]:
    """Yield what is due and on no claim yet, person by person in order of days."""
    if request.last < request.first:
        raise UserError("last", _("The last day cannot be before the first."))
    group = fetch_group(session, request.group_id)
    if group.policy is None:
        words = _("{group} has no pay policy. Choose one for the group first.")
        raise UserError("", words.format(group=group.name))
    rules = rules_of(group.policy.text)
    held: dict[UUID, list[Period]] = {}
    for line in retainers.drafted(session, group.id):
        held.setdefault(line.person_id, []).append(_days_of(line.key))
    found = members.list_for(session, group.id)
    for person, places in groupby(found, lambda member: member.person):
        paid = held.get(person.id, [])
        due = [
            each
            for member in places
            if not _is_left_open(member)
            for each in _of_member(rules, member, request)
            if not any(_overlap(each.period, days) for days in paid)
        ]
        yield from _within_caps(session, rules, person, due)


def amounts_of(
    session: Session, rules: Policy, group_id: UUID, last: date
) -> dict[tuple[UUID, str], FeeLine]:
    """Return what members are due to `last` by `rules`, whatever stands on claims.

    By whose it is and the key of its line.
    """
    everything = DueRetainers(group_id, date.min, last)
    return {
        (member.person_id, due.line.key): due.line
        for member in members.list_for(session, group_id)
        for due in _of_member(rules, member, everything)
    }


def _of_member(rules: Policy, member: Membership, request: DueRetainers) -> Iterator[_Due]:
    for each in retainers_due(rules, member.role, member.first, request.last, left=member.last):
        last = each.period.last or each.period.first
        if last >= request.first:
            key = f"{each.line.key}:{each.period.first.isoformat()}:{last.isoformat()}"
            yield _Due(member, Period(each.period.first, last), replace(each.line, key=key))


def _within_caps(
    session: Session, rules: Policy, person: Person, due: Sequence[_Due]
) -> Iterator[_Due]:
    """Yield a person's retainers with what a cap that stops leaves of them."""
    if not due or not any(cap.stops for cap in rules.caps):
        yield from due
        return
    more: list[DatedFee] = []
    for each in due:
        day = each.period.last or each.period.first
        others = [DatedFee(*row) for row in claim_lines.fees_near(session, person.id, day, None)]
        (line,) = capped_fees(rules, [each.line], day, [*others, *more])
        more.append(DatedFee(day, line.amount, line.key))
        yield replace(each, line=line)


def _days_of(key: str) -> Period:
    """Return the days that a drafted retainer is for: they end its key."""
    first, last = key.split(":")[-2:]
    return Period(date.fromisoformat(first), date.fromisoformat(last))


def _overlap(one: Period, other: Period) -> bool:
    one_last, other_last = one.last or one.first, other.last or other.first
    return one.first <= other_last and other.first <= one_last


def _is_left_open(member: Membership) -> bool:
    """Whether somebody is gone, and nobody said until when they held their place."""
    return member.last is None and member.person.status in _GONE


def _left_open(session: Session, group_id: UUID) -> list[str]:
    found = members.list_for(session, group_id)
    return [member.person.name for member in found if _is_left_open(member)]


def _row(due: _Due) -> RetainerRow:
    last = due.period.last or due.period.first
    period = _("{first} to {last}").format(first=say_date(due.period.first), last=say_date(last))
    return RetainerRow(
        f"{due.member.id}:{due.line.key}", due.member.person.name, due.member.role.words, period,
        due.line.amount, due.line.why,
    )  # fmt: skip


def _in_words(due: Sequence[_Due], left_open: Sequence[str]) -> str:
    said = _("No retainer is due that is not on a claim already.")
    if due:
        people = len({each.member.person_id for each in due})
        lines = ngettext("{n} retainer is due", "{n} retainers are due", len(due))
        said = _("{lines}, for {people}: {amount}.").format(
            lines=lines.format(n=len(due)), amount=Money.total(each.line.amount for each in due),
            people=ngettext("{n} person", "{n} people", people).format(n=people),
        )  # fmt: skip
    if left_open:
        words = _("{said} Not looked at, because their place has no last day: {names}.")
        said = words.format(said=said, names=", ".join(left_open))
    return said
