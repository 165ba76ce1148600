"""Reference groups: partner, purpose, budget code and pay policy."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from alongside.domain.change import Change, Kind
from alongside.domain.errors import UserError
from alongside.domain.search import plain
from alongside.i18n import _
from alongside.services.drafts_kept_up import keep_up_group
from alongside.services.policies import keep as keep_policy
from alongside.services.policies import template_text
from alongside.store import groups, members, policies
from alongside.store.file import DataFile
from alongside.store.tables import Group, Partner
from alongside.store.work import Session, reading, work

_GROUP = frozenset({Kind.GROUP, Kind.POLICY})
_DRAFTS = frozenset({Kind.CLAIM, Kind.MEETING, Kind.ATTENDANCE})


@dataclass(frozen=True, slots=True)
class GroupDetails:
    """What is known of a group, as the dialog shows and gives it.

    The pay policy is one of the organisation's, or a `template` (by id) that becomes one.
    `signposting` says where free advice on benefits is to be had; it stands on every form.
    """

    name: str
    purpose: str = ""
    partner: str = ""
    budget_code: str = ""
    policy_id: UUID | None = None
    template: str = ""
    signposting: str = ""


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


class GroupService:
    """Add, find, correct and remove groups."""

    def __init__(self, store: DataFile) -> None:
        self._store = store

    def list_(self) -> list[GroupRow]:
        """Return the groups by name, with how many members each has today."""
        with reading(self._store) as session:
            counts = members.count_on(session, self._store.now().date())
            return [_row(group, counts.get(group.id, 0)) for group in groups.list_all(session)]

    def find(self, group_id: UUID) -> GroupDetails:
        """Return a group's details. Raise UserError if it is gone."""
        with reading(self._store) as session:
            group = fetch(session, group_id)
            partner = group.partner.name if group.partner else ""
            return GroupDetails(
                group.name,
                group.purpose,
                partner,
                group.budget_code,
                group.policy_id,
                signposting=group.signposting,
            )

    def partners(self) -> list[str]:
        """Return the names of partners known so far, to choose from."""
        with reading(self._store) as session:
            return [partner.name for partner in groups.partners(session)]

    def add(self, details: GroupDetails) -> Change:
        """Add a group. Raise UserError for a name that is missing or taken."""
        with work(self._store) as w:
            group = Group()
            _fill(w.session, group, details, self._store.now().date())
            w.session.add(group)
            return w.done(Change(_("{name} added").format(name=group.name), _GROUP, group.id))

    def correct(self, request: CorrectGroup) -> Change:
        """Correct a group. Raise UserError for a name that is missing or taken.

        A new budget code holds for claims from now on; lines already drafted stay on theirs.
        Another policy brings the drafts up to date, which the words say.
        """
        with work(self._store) as w:
            group, today = fetch(w.session, request.id), self._store.now().date()
            policy = group.policy
            _fill(w.session, group, request.details, today)
            followed = ""
            if group.policy and group.policy is not policy:
                followed = keep_up_group(w.session, group, today)
            said = "; ".join(
                filter(None, [_("{name} corrected").format(name=group.name), followed])
            )
            return w.done(Change(said, _GROUP | _DRAFTS if followed else _GROUP, group.id))

    def remove(self, group_id: UUID) -> Change:
        """Remove a group entered by mistake. Raise UserError if it ever met."""
        with work(self._store) as w:
            group = fetch(w.session, group_id)
            if groups.has_ties(w.session, group_id):
                raise UserError(
                    "", _("{name} has meetings or claims, so it stays here.")
                    .format(name=group.name)
                )  # fmt: skip
            w.session.delete(group)
            kinds = frozenset({Kind.GROUP, Kind.PERSON})
            return w.done(Change(_("{name} removed").format(name=group.name), kinds))


def fetch(session: Session, group_id: UUID) -> Group:
    """Return the group, or raise UserError if it is no longer there."""
    group = groups.find(session, group_id)
    if group is None:
        raise UserError("", _("That group is no longer here."))
    return group


def _fill(session: Session, group: Group, details: GroupDetails, today: date) -> None:
    name = " ".join(details.name.split())
    if not name:
        raise UserError("name", _("Type the group’s name."))
    for other in groups.list_all(session):
        if plain(other.name) == plain(name) and other.id != group.id:
            raise UserError("name", _("There is a group called {name} already.").format(name=name))
    policy = policies.find(session, details.policy_id) if details.policy_id else None
    if details.policy_id and policy is None:
        raise UserError("policy_id", _("That policy is no longer here."))
    if details.template:
        policy = keep_policy(session, template_text(details.template), today)
    partner = partner_named(session, " ".join(details.partner.split()))
    group.name, group.purpose = name, details.purpose.strip()
    group.signposting = details.signposting.strip()
    group.budget_code = details.budget_code.strip()
    group.partner, group.policy = partner, policy


def partner_named(session: Session, name: str) -> Partner | None:
    """Return the partner with this name, whatever the capitals; a new one if it is not known."""
    if not name:
        return None
    known = {plain(partner.name): partner for partner in groups.partners(session)}
    return known.get(plain(name)) or Partner(name=name)


def _row(group: Group, members_today: int) -> GroupRow:
    return GroupRow(
        group.id, group.name, group.partner.name if group.partner else "", group.budget_code,
        group.policy.name if group.policy else "", members_today,
    )  # fmt: skip
