"""From the register to draft claims, in one step that can be run again and adds nothing twice."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from alongside.domain.activity import Activity, FeeLine
from alongside.domain.caps import capped_expenses
from alongside.domain.claims import Category, Section
from alongside.domain.errors import UserError
from alongside.domain.expense_lines import ExpenseLine
from alongside.domain.expenses import JOURNEYS, key_of, work_out_expenses
from alongside.domain.fee_caps import DatedFee, capped_fees
from alongside.domain.meetings import State
from alongside.domain.money import NOTHING, Money
from alongside.domain.pay import work_out_fees
from alongside.domain.policy import Policy
from alongside.i18n import _
from alongside.services import shared_journeys, topped_up
from alongside.services.claim_facts import (
    Wanted,
    activity_of,
    expense_facts,
    travel_minutes,
    usual_cost,
    values_of,
)
from alongside.services.had_before import miles_before, on_the_claim
from alongside.services.left_out import named, why_nobody
from alongside.services.open_claims import drop_if_empty, next_position, open_claim
from alongside.services.policies import rules_of
from alongside.store import attendance as registers
from alongside.store import claim_lines, people
from alongside.store.tables import Attendance, Claim, ClaimLine, Meeting, Person
from alongside.store.work import Session

_MAY_BE_PAID = frozenset({*(state for state in State if state.is_present), State.CANCELLED_LATE,
                          State.MEETING_CANCELLED})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Drafted:
    """How many people were drafted for the first time, and whose claims changed, by number.

    `left_out` says of whom nothing could be worked out, and why; their drafts stay as they were.
    """

    made: int
    changed: tuple[str, ...]
    left_out: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Plan:
    """For one person: the drafted lines that are there, and those that there should be."""

    attendance: Attendance
    there: Mapping[str, ClaimLine]
    wanted: Mapping[str, Wanted]
    spent: Mapping[str, Money]
    """What each expense was before any cap."""

    @property
    def person(self) -> Person:
        return self.attendance.person


class Drafter:
    """Drafts the claims of one meeting within one piece of work.

    By the policy of the meeting's group, or by other `rules` to try them. Raise UserError if the
    group has no policy.
    """

    def __init__(
        self, session: Session, meeting: Meeting, today: date, rules: Policy | None = None
    ) -> None:
        if rules is None and meeting.group.policy is None:
            raise UserError(
                "", _("{group} has no pay policy. Choose one for the group first.")
                .format(group=meeting.group.name)
            )  # fmt: skip
        self._session = session
        self._meeting = meeting
        self._today = today
        policy = meeting.group.policy
        self._policy = rules or rules_of(policy.text if policy else "")
        self._beside = topped_up.found(session, meeting_id=meeting.id)

    def preview(self) -> list[tuple[Person, tuple[Wanted, ...]]]:
        """Return what everybody on the register would get, and change nothing.

        Lines that they have for this meeting already are looked past, issued or not. Raise
        UserError if the rules have no rate for what somebody did, with their name.
        """
        found = registers.list_for(self._session, self._meeting.id, has_usual_costs=True)
        there = self._there()
        plans, left_out = self._worked_out(
            (attendance, there.get(attendance.person_id, {})) for attendance in found
        )
        if left_out:
            raise UserError("", why_nobody(left_out))
        return [(plan.person, tuple(plan.wanted.values())) for plan in plans]

    def draft(self, person_ids: Collection[UUID] | None = None) -> Drafted:
        """Draft for everybody on the register, or bring the drafts of these people up to date.

        Everything is worked out before anything is changed. Whoever the policy has no rate for is
        left out. Raise UserError if nobody is marked as there, or all would be left out.
        """
        found = registers.list_for(self._session, self._meeting.id, has_usual_costs=True)
        if person_ids is None and not any(row.state in _MAY_BE_PAID for row in found):
            raise UserError("", _("Nobody is marked as there yet, so there is nothing to claim."))
        there = self._there()
        plans, left_out = self._worked_out(
            (attendance, lines)
            for attendance in found
            if (person_ids is None or attendance.person_id in person_ids)
            and not _is_issued(lines := there.get(attendance.person_id, {}))
        )
        if left_out and not any(plan.wanted or plan.there for plan in plans):
            raise UserError("", why_nobody(left_out))
        made = 0
        changed: list[str] = []
        for plan in plans:
            number = self._carry_out(plan)
            if number and not plan.there:
                made += 1
            elif number:
                changed.append(number)
        if self._beside:
            topped_up.drop_strays(self._session, {place[0] for place in self._beside})
        return Drafted(made, tuple(changed), tuple(named(*each) for each in left_out))

    def _there(self) -> dict[UUID, dict[str, ClaimLine]]:
        """Return by person the lines that were drafted from this register, by key."""
        there: dict[UUID, dict[str, ClaimLine]] = {}
        for line in claim_lines.drafted(self._session, self._meeting.id):
            there.setdefault(line.claim.person_id, {})[line.key] = line
        return there

    def _worked_out(
        self, lines: Iterable[tuple[Attendance, Mapping[str, ClaimLine]]]
    ) -> tuple[list[_Plan], list[tuple[str, str]]]:
        """Return a plan for each person, and who has none, by name, with the reason."""
        plans, left_out = [], []
        for attendance, there in lines:
            try:
                plans.append(self._plan(attendance, there))
            except UserError as error:  # not a field of what was asked: the policy falls short
                left_out.append((attendance.person.name, error.words))
        return plans, left_out

    def _plan(self, attendance: Attendance, there: Mapping[str, ClaimLine]) -> _Plan:
        """Return what is to be done for one person. Raise UserError if the policy falls short."""
        wanted: tuple[Wanted, ...] = ()
        spent: tuple[ExpenseLine, ...] = ()
        if attendance.state in _MAY_BE_PAID:
            activity = activity_of(attendance, self._policy.holidays)
            costs = [usual_cost(cost) for cost in attendance.person.usual_costs]
            elsewhere: dict[str, str] = {}
            if any(cost.category in JOURNEYS for cost in costs):
                elsewhere = shared_journeys.found(self._session, self._meeting,
                                                  attendance.person_id, there)  # fmt: skip
            once = [cost for cost in costs if key_of(cost) not in elsewhere]
            before = miles_before(self._session, self._meeting, attendance.person_id, once, there)
            beside = self._topped_up(attendance.person_id)
            fees = topped_up.less_paid(self._fees(attendance.person_id, activity), beside)
            spent = work_out_expenses(self._policy, activity, once, before)
            already = on_the_claim(self._session, self._meeting, self._policy, attendance.person_id)
            facts = expense_facts(activity.day, [attendance], already)
            shared = shared_journeys.lines(activity, costs, elsewhere)
            paid = topped_up.less_paid(capped_expenses(self._policy, spent, facts), beside)
            wanted = (*fees, *paid, *shared)
        return _Plan(
            attendance, there, {want.key: want for want in wanted},
            {line.key: line.amount for line in spent},
        )  # fmt: skip

    def _fees(self, person_id: UUID, activity: Activity) -> tuple[FeeLine, ...]:
        """Return the fees for an activity, with what a cap that stops leaves of them."""
        fees = work_out_fees(self._policy, activity)
        if not any(cap.stops for cap in self._policy.caps):
            return fees
        others = claim_lines.fees_near(self._session, person_id, activity.day, self._meeting.id)
        return capped_fees(self._policy, fees, activity.day, [DatedFee(*row) for row in others])

    def _topped_up(self, person_id: UUID) -> dict[Category, topped_up.Beside]:
        """Return what tops up lines of the person that were taken back, by category."""
        return {place[2]: found for place, found in self._beside.items() if place[0] == person_id}

    def _carry_out(self, plan: _Plan) -> str:
        """Bring one person's lines up to date; return the claim's number if anything changed."""
        claim = next((line.claim for line in plan.there.values()), None)
        if claim is None:
            if not plan.wanted:
                return ""
            group = self._meeting.group
            claim = open_claim(
                self._session, plan.person.id, group.id, group.budget_code, self._today
            )
        changes = 0
        for key, line in plan.there.items():
            if key not in plan.wanted and not line.is_by_hand and not line.is_removed:
                line.claim.lines.remove(line)
                changes += 1
        before = NOTHING
        for key, want in plan.wanted.items():
            known = plan.there.get(key)
            changes += self._bring_in(claim, known, want, plan, before)
            kept = known or claim.lines[-1]
            if kept.section is Section.FEE and not kept.is_removed:
                before += kept.amount
        by_hand = {line.category for line in plan.there.values() if line.is_by_hand}
        beside = self._topped_up(plan.person.id).items()
        topped_up.fold(self._session, (each for kind, each in beside if kind not in by_hand))
        if Category.TRAVEL_TIME in {want.category for want in plan.wanted.values()}:
            # What was usual then stays with the day: another usual time later changes nothing.
            plan.attendance.travel_minutes = travel_minutes(plan.attendance)
        drop_if_empty(self._session, claim)
        return claim.number if changes else ""

    def _bring_in(
        self, claim: Claim, line: ClaimLine | None, want: Wanted, plan: _Plan, before: Money
    ) -> bool:
        """Add one line, or bring it up to date; return whether anything changed."""
        values = {"day": self._meeting.day, **values_of(want, plan.person, before)}
        if want.key in plan.spent:
            values["offered"] = plan.spent[want.key]
        if to := values.get("given_to"):
            values["given_payee_id"] = people.organisation_named(self._session, str(to))
        if line is None:
            claim.lines.append(
                ClaimLine(
                    key=want.key, meeting_id=self._meeting.id, position=next_position(claim),
                    **values,
                )
            )  # fmt: skip
            return True
        if line.is_by_hand or line.is_removed:
            return False
        changed = [name for name, value in values.items() if getattr(line, name) != value]
        for name in changed:
            setattr(line, name, values[name])
        return bool(changed)


def _is_issued(lines: Mapping[str, ClaimLine]) -> bool:
    return any(line.claim.state.is_issued for line in lines.values())
