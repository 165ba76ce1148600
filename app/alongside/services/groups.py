"""Reference groups: partner, purpose, budget code, pay policy, and who is a member."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session, joinedload

from alongside.domain.change import Change, Kind
from alongside.domain.dates import say_date
from alongside.domain.errors import UserError
from alongside.domain.meetings import Role
from alongside.domain.search import plain
from alongside.i18n import _
from alongside.services.people import fetch as fetch_person
from alongside.store.file import DataFile
from alongside.store.tables import Group, Meeting, Membership, Partner, Person, Policy
from alongside.store.work import reading, work

_GROUP = frozenset({Kind.GROUP})
_MEMBERS = frozenset({Kind.GROUP, Kind.PERSON})


@dataclass(frozen=True, slots=True)
class GroupDetails:
    """What is known of a group, as the dialog shows and gives it."""

    name: str
    purpose: str = ""
    partner: str = ""
    budget_code: str = ""
    policy_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class CorrectGroup:
    """Ask for the group `id` to be as `details` says."""

    id: UUID
    details: GroupDetails


@dataclass(frozen=True, slots=True)
class GroupRow:
    """A group in a list."""

    id: UUID
    name: str
    partner: str
    budget_code: str
    policy: str
    members: int


@dataclass(frozen=True, slots=True)
class MemberDetails:
    """A person's place in a group: role, first day, last day or None."""

    group_id: UUID
    person_id: UUID
    role: Role
    first: date
    last: date | None = None


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


class GroupService:
    """Add, find and correct groups and their members."""

    def __init__(self, store: DataFile) -> None:
        self._store = store

    def list_(self) -> list[GroupRow]:
        """Return the groups by name, with how many members each has today."""
        today = self._store.now().date()
        with reading(self._store) as session:
            members = dict(
                session.execute(
                    select(Membership.group_id, func.count())
                    .where(is_member_on(today))
                    .group_by(Membership.group_id)
                ).tuples()
            )
            groups = session.scalars(
                select(Group)
                .options(joinedload(Group.partner), joinedload(Group.policy))
                .order_by(func.lower(Group.name))
            )
            return [
                GroupRow(
                    group.id, group.name, group.partner.name if group.partner else "",
                    group.budget_code, group.policy.name if group.policy else "",
                    members.get(group.id, 0),
                )
                for group in groups
            ]  # fmt: skip

    def find(self, group_id: UUID) -> GroupDetails:
        """Return a group's details. Raise UserError if it is gone."""
        with reading(self._store) as session:
            group = fetch(session, group_id)
            partner = group.partner.name if group.partner else ""
            return GroupDetails(
                group.name, group.purpose, partner, group.budget_code, group.policy_id
            )

    def partners(self) -> list[str]:
        """Return the names of partners known so far, to choose from."""
        with reading(self._store) as session:
            return list(session.scalars(select(Partner.name).order_by(func.lower(Partner.name))))

    def add(self, details: GroupDetails) -> Change:
        """Add a group. Raise UserError for a name that is missing or taken."""
        with work(self._store) as w:
            group = Group(name="")
            _fill(w.session, group, details)
            w.session.add(group)
            return w.done(Change(_("{name} added").format(name=group.name), _GROUP, group.id))

    def correct(self, request: CorrectGroup) -> Change:
        """Correct a group. Raise UserError for a name that is missing or taken."""
        with work(self._store) as w:
            group = fetch(w.session, request.id)
            _fill(w.session, group, request.details)
            return w.done(Change(_("{name} corrected").format(name=group.name), _GROUP, group.id))

    def remove(self, group_id: UUID) -> Change:
        """Remove a group entered by mistake. Raise UserError if it ever met."""
        with work(self._store) as w:
            group = fetch(w.session, group_id)
            if w.session.scalar(select(func.count()).where(Meeting.group_id == group_id)):
                raise UserError(
                    "", _("{name} has meetings, so it stays here.").format(name=group.name)
                )
            for membership in group.memberships:
                w.session.delete(membership)
            w.session.delete(group)
            return w.done(Change(_("{name} removed").format(name=group.name), _MEMBERS))

    def list_members(self, group_id: UUID, *, is_now_only: bool = False) -> list[MemberRow]:
        """Return a group's members by name; with `is_now_only`, only those of today."""
        today = self._store.now().date()
        with reading(self._store) as session:
            query = (
                select(Membership)
                .join(Person)
                .options(joinedload(Membership.person))
                .where(Membership.group_id == group_id)
                .order_by(Person.search, Membership.first)
            )
            if is_now_only:
                query = query.where(is_member_on(today))
            return [_member_row(membership, today) for membership in session.scalars(query)]

    def add_member(self, details: MemberDetails) -> Change:
        """Put a person in a group. Raise UserError for dates that cannot be, or a person twice."""
        with work(self._store) as w:
            member = Membership()
            words = _("{name} joined {group}, {role}")
            return w.done(_place(w.session, member, details, words))

    def correct_member(self, request: CorrectMember) -> Change:
        """Correct a person's role or dates in a group."""
        with work(self._store) as w:
            member = _fetch_member(w.session, request.id)
            words = _("{name} in {group}: place corrected, {role}")
            return w.done(_place(w.session, member, request.details, words))

    def remove_member(self, membership_id: UUID) -> Change:
        """Remove a membership entered by mistake; someone who leaves gets a last day instead."""
        with work(self._store) as w:
            member = _fetch_member(w.session, membership_id)
            words = _("{name} removed from {group}").format(
                name=member.person.name, group=member.group.name
            )
            change = Change(words, _MEMBERS, member.group_id)
            w.session.delete(member)
            return w.done(change)


def is_member_on(day: date) -> ColumnElement[bool]:
    """Return the condition that a membership holds on `day`, its ends included."""
    return (Membership.first <= day) & (Membership.last.is_(None) | (Membership.last >= day))


def fetch(session: Session, group_id: UUID) -> Group:
    """Return the group, or raise UserError if it is no longer there."""
    group = session.get(Group, group_id)
    if group is None:
        raise UserError("", _("That group is no longer here."))
    return group


def _fetch_member(session: Session, membership_id: UUID) -> Membership:
    member = session.get(Membership, membership_id)
    if member is None:
        raise UserError("", _("That membership is no longer here."))
    return member


def _fill(session: Session, group: Group, details: GroupDetails) -> None:
    name = " ".join(details.name.split())
    if not name:
        raise UserError("name", _("Type the group’s name."))
    for taken in session.execute(select(Group.id, Group.name)):
        if plain(taken.name) == plain(name) and taken.id != group.id:
            raise UserError("name", _("There is a group called {name} already.").format(name=name))
    if details.policy_id and session.get(Policy, details.policy_id) is None:
        raise UserError("policy_id", _("That policy is no longer here."))
    group.name, group.purpose = name, details.purpose.strip()
    group.budget_code, group.policy_id = details.budget_code.strip(), details.policy_id
    group.partner = _partner(session, " ".join(details.partner.split()))


def _partner(session: Session, name: str) -> Partner | None:
    if not name:
        return None
    found = [
        partner
        for partner in session.scalars(select(Partner))
        if plain(partner.name) == plain(name)
    ]
    return found[0] if found else Partner(name=name)


def _place(session: Session, member: Membership, details: MemberDetails, words: str) -> Change:
    group, person = fetch(session, details.group_id), fetch_person(session, details.person_id)
    if details.last and details.last < details.first:
        raise UserError("last", _("The last day cannot be before the first."))
    others = select(Membership).where(
        Membership.group_id == group.id, Membership.person_id == person.id
    )
    for other in session.scalars(others):
        overlaps = (other.last is None or details.first <= other.last) and (
            details.last is None or other.first <= details.last
        )
        if other.id != member.id and overlaps:
            raise UserError(
                "person_id",
                _("{name} is in {group} already.").format(name=person.name, group=group.name),
            )
    member.group_id, member.person_id = group.id, person.id
    member.role, member.first, member.last = details.role, details.first, details.last
    session.add(member)
    session.flush()
    said = words.format(name=person.name, group=group.name, role=details.role.words)
    return Change(said, _MEMBERS, member.id)


def _member_row(member: Membership, today: date) -> MemberRow:
    details = MemberDetails(
        member.group_id, member.person_id, member.role, member.first, member.last
    )
    return MemberRow(
        member.id, details, member.person.name, member.role.words, say_date(member.first),
        say_date(member.last) if member.last else "",
        member.first <= today and (member.last is None or today <= member.last),
    )  # fmt: skip
