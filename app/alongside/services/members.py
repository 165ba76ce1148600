"""Members of reference groups: who is in one, in which role, from when to when."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from alongside.domain.change import Change, Kind
from alongside.domain.dates import Period, say_date
from alongside.domain.errors import UserError
from alongside.domain.meetings import Role
from alongside.i18n import _
from alongside.services.groups import fetch as fetch_group
from alongside.services.people import PersonDetails, new_person
from alongside.services.people import fetch as fetch_person
from alongside.store import members
from alongside.store.file import DataFile
from alongside.store.tables import Membership
from alongside.store.work import Session, reading, work

_MEMBERS = frozenset({Kind.GROUP, Kind.PERSON})


@dataclass(frozen=True, slots=True)
class MemberDetails:
    """A person's place in a group: role, first day, last day or None."""

    group_id: UUID
    person_id: UUID
    role: Role
    first: date
    last: date | None = None


@dataclass(frozen=True, slots=True)
class AddNewMember:
    """Ask for somebody new to be added, and to be a member of a group from today."""

    group_id: UUID
    person: PersonDetails


@dataclass(frozen=True, slots=True)
class CorrectMember:
    """Ask for the membership `id` to be as `details` says."""

    id: UUID
    details: MemberDetails


@dataclass(frozen=True, slots=True)
class MemberRow:
    """A member in a list. `is_member_now` is false before their first day and after their last."""

    id: UUID
    details: MemberDetails
    name: str
    role: str
    since: str
    until: str
    is_member_now: bool


class MemberService:
    """List, add, correct and remove members of groups."""

    def __init__(self, store: DataFile) -> None:
        self._store = store

    def list_for(self, group_id: UUID, is_now_only: bool = False) -> list[MemberRow]:
        """Return a group's members by name; with `is_now_only`, only those of today."""
        today = self._store.now().date()
        with reading(self._store) as session:
            found = members.list_for(session, group_id, today if is_now_only else None)
            return [_row(member, today) for member in found]

    def add(self, details: MemberDetails) -> Change:
        """Put a person in a group. Raise UserError for dates that cannot be, or a person twice."""
        with work(self._store) as w:
            member = Membership()
            return w.done(place(w.session, member, details, _("{name} joined {group}, {role}")))

    def add_new(self, request: AddNewMember) -> Change:
        """Add a person who is a member from today. Raise UserError as adding a person does."""
        with work(self._store) as w:
            person = new_person(request.person)
            w.session.add(person)
            w.session.flush()
            today = self._store.now().date()
            details = MemberDetails(request.group_id, person.id, Role.MEMBER, today)
            words = _("{name} added, and joined {group}, {role}")
            placed = place(w.session, Membership(), details, words)
            return w.done(Change(placed.words, placed.kinds, person.id))

    def correct(self, request: CorrectMember) -> Change:
        """Correct a person's role or dates in a group. Raise UserError as `add` does."""
        with work(self._store) as w:
            member = _fetch(w.session, request.id)
            words = _("{name} in {group}: place corrected, {role}")
            return w.done(place(w.session, member, request.details, words))

    def remove(self, membership_id: UUID) -> Change:
        """Remove a membership entered by mistake; someone who leaves gets a last day instead."""
        with work(self._store) as w:
            member = _fetch(w.session, membership_id)
            words = _("{name} removed from {group}").format(
                name=member.person.name, group=member.group.name
            )
            w.session.delete(member)
            return w.done(Change(words, _MEMBERS, member.group_id))


def _fetch(session: Session, membership_id: UUID) -> Membership:
    member = members.find(session, membership_id)
    if member is None:
        raise UserError("", _("That membership is no longer here."))
    return member


def place(session: Session, member: Membership, details: MemberDetails, words: str) -> Change:
    """Put `member` where `details` says; return the change, with `words` about it.

    Raise UserError for dates that cannot be, or a person who would be in a group twice.
    """
    group = fetch_group(session, details.group_id)
    person = fetch_person(session, details.person_id)
    if details.last and details.last < details.first:
        raise UserError("last", _("The last day cannot be before the first."))
    for other in members.of_person(session, group.id, person.id):
        overlaps = (other.last is None or details.first <= other.last) and (
            details.last is None or other.first <= details.last
        )
        if other.id != member.id and overlaps:
            raise UserError(
                "person_id",
                _("{name} is in {group} already.").format(name=person.name, group=group.name),
            )
    member.group, member.person = group, person
    member.role, member.first, member.last = details.role, details.first, details.last
    session.add(member)
    said = words.format(name=person.name, group=group.name, role=details.role.words)
    return Change(said, _MEMBERS, member.id)


def _row(member: Membership, today: date) -> MemberRow:
    details = MemberDetails(
        member.group_id, member.person_id, member.role, member.first, member.last
    )
    return MemberRow(
        member.id, details, member.person.name, member.role.words, say_date(member.first),
        say_date(member.last) if member.last else "", today in Period(member.first, member.last),
    )  # fmt: skip
