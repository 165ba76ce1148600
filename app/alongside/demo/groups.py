"""Makes the groups of the demo organisation, and says who holds which place in them when."""

from dataclasses import dataclass
from datetime import date, timedelta

from alongside.demo import policies
from alongside.demo.plan import GROUPS, SEATS, day_of, register_size
from alongside.domain.meetings import Role
from alongside.domain.people import PersonStatus
from alongside.store.tables import Group, Membership, Partner, Person, Policy

ROLES = {0: Role.CHAIR, 1: Role.CO_CHAIR, 2: Role.NOTE_TAKER, 4: Role.REPRESENTATIVE,
         6: Role.OBSERVER}  # fmt: skip
_SHARED_PLACE, _SHARED_FROM = 3, 5
"""From the second group on, this place is held by somebody of the group before."""


@dataclass(frozen=True, slots=True)
class Change:
    """A place that passed from one person to another, at the meeting `step` months from now.

    `is_walk_in`: the new person came to that meeting uninvited, and joined afterwards.
    """

    place: int
    step: int
    status: PersonStatus
    is_walk_in: bool = False


_CHANGES = (
    Change(8, -6, PersonStatus.LEFT, is_walk_in=True),
    Change(9, -4, PersonStatus.ON_A_BREAK),
    Change(10, -8, PersonStatus.LEFT),
    Change(11, -9, PersonStatus.LEFT),
)


@dataclass(frozen=True, slots=True)
class Invited:
    """Somebody on a register, with the place they hold or, as a walk-in, do not hold yet."""

    place: int
    person: Person
    role: Role
    is_walk_in: bool = False


class DemoGroup:
    """A group with its people, who can tell who is on the register of any of its meetings."""

    def __init__(
        self, number: int, group: Group, people: list[Person], past: int, today: date
    ) -> None:
        self.number = number
        self.group = group
        self.size = register_size(number)
        mine = people[number * SEATS : (number + 1) * SEATS]
        self.holders = mine[: self.size]
        if number:
            self.holders[_SHARED_PLACE] = people[(number - 1) * SEATS + _SHARED_FROM]
        self._before = dict(zip(_CHANGES, mine[self.size :], strict=False))
        self._today = today
        self._founded = day_of(today, number, -past) - timedelta(days=30)

    def memberships(self) -> list[Membership]:
        """Return every membership there is or was, and set the status of those who went."""
        since = dict.fromkeys(range(self.size), self._founded)
        rows = []
        for change, person in self._before.items():
            day = day_of(self._today, self.number, change.step)
            has_died = change.place == 10 and self.number == 1
            person.status = PersonStatus.DIED if has_died else change.status
            is_gone = change.status is not PersonStatus.ON_A_BREAK
            last = day - timedelta(days=1) if is_gone else None
            rows.append(self._row(change.place, person, self._founded, last))
            since[change.place] = day + timedelta(days=1) if change.is_walk_in else day
        rows += [
            self._row(place, person, since[place], None)
            for place, person in enumerate(self.holders)
        ]
        return rows

    def register(self, step: int) -> list[Invited]:
        """Return who is on the register of the meeting `step` months from the next one."""
        found = []
        earlier = {change.place: (change, person) for change, person in self._before.items()}
        for place, holder in enumerate(self.holders):
            role = ROLES.get(place, Role.MEMBER)
            change, before = earlier.get(place, (None, holder))
            if change is None or step > change.step:
                found.append(Invited(place, holder, role))
            elif step < change.step:
                found.append(Invited(place, before, role))
            else:
                is_new = change.is_walk_in
                found.append(Invited(place, holder, Role.OBSERVER if is_new else role, is_new))
        return found

    def _row(self, place: int, person: Person, first: date, last: date | None) -> Membership:
        return Membership(
            group_id=self.group.id, person_id=person.id,
            role=ROLES.get(place, Role.MEMBER), first=first, last=last,
        )  # fmt: skip


def make_groups(number: int, people: list[Person], past: int, today: date) -> list[DemoGroup]:
    """Return `number` groups, each with its partner and pay policy; some share them."""
    policy_rows = [
        Policy(name=name, text=text, added_on=day_of(today, 0, -past))
        for name, text in policies.named()
    ]
    partners = {plan.partner: Partner(name=plan.partner) for plan in GROUPS}
    return [
        DemoGroup(index, _group(index, policy_rows, partners), people, past, today)
        for index in range(number)
    ]


def _group(index: int, policy_rows: list[Policy], partners: dict[str, Partner]) -> Group:
    plan = GROUPS[index]
    policy, partner = policy_rows[index % len(policy_rows)], partners[plan.partner]
    return Group(
        name=plan.name, purpose=plan.purpose, budget_code=plan.budget_code,
        partner=partner, partner_id=partner.id, policy=policy, policy_id=policy.id,
    )  # fmt: skip
