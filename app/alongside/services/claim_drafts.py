"""From the register to draft claims, in one step that can be run again and adds nothing twice."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from alongside.domain.activity import Activity, FeeLine
from alongside.domain.caps import PAID_TO_THE_PERSON, capped_expenses
from alongside.domain.claims import Category, Section
from alongside.domain.dates import tax_year
from alongside.domain.errors import UserError
from alongside.domain.expense_lines import UsualCost
from alongside.domain.expenses import JOURNEYS, key_of, work_out_expenses
from alongside.domain.fee_caps import DatedFee, capped_fees
from alongside.domain.meetings import State
from alongside.domain.money import NOTHING, Money
from alongside.domain.pay import work_out_fees
from alongside.domain.policy import Policy
from alongside.domain.policy_limits import CapOn
from alongside.i18n import _
from alongside.services import shared_journeys
from alongside.services.claim_facts import (
    Wanted,
    activity_of,
    expense_facts,
    travel_minutes,
    usual_cost,
    values_of,
)
from alongside.services.open_claims import next_position, open_claim
from alongside.services.policies import rules_of
from alongside.store import attendance as registers
from alongside.store import claim_lines, claims, people, receipts
from alongside.store.tables import Attendance, Claim, ClaimLine, Meeting, Person
from alongside.store.work import Session

_MAY_BE_PAID = frozenset({*(state for state in State if state.is_present), State.CANCELLED_LATE,
                          State.MEETING_CANCELLED})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Drafted:
    """How many people were drafted for the first time, and whose claims changed, by number."""

    made: int
    changed: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Plan:
    """For one person: the drafted lines that are there, and those that there should be."""

    attendance: Attendance
    there: Mapping[str, ClaimLine]
    wanted: Mapping[str, Wanted]

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

    def preview(self) -> list[tuple[Person, tuple[Wanted, ...]]]:
        """Return what everybody on the register would get, and change nothing.

        Raise UserError if the rules have no rate for what somebody did.
        """
        found = registers.list_for(self._session, self._meeting.id, has_usual_costs=True)
        plans = [self._plan(attendance, {}) for attendance in found]
        return [(plan.person, tuple(plan.wanted.values())) for plan in plans if plan]

    def draft(self, person_ids: Collection[UUID] | None = None) -> Drafted:
        """Draft for everybody on the register, or bring the drafts of these people up to date.

        Everything is worked out before anything is changed. Raise UserError if nobody is marked
        as there, or the policy has no rate for what they did.
        """
        found = registers.list_for(self._session, self._meeting.id, has_usual_costs=True)
        if person_ids is None and not any(row.state in _MAY_BE_PAID for row in found):
            raise UserError("", _("Nobody is marked as there yet, so there is nothing to claim."))
        there: dict[UUID, dict[str, ClaimLine]] = {}
        for line in claim_lines.drafted(self._session, self._meeting.id):
            there.setdefault(line.claim.person_id, {})[line.key] = line
        plans = [
            self._plan(attendance, there.get(attendance.person_id, {}))
            for attendance in found
            if person_ids is None or attendance.person_id in person_ids
        ]
        made = 0
        changed: list[str] = []
        for plan in filter(None, plans):
            number = self._carry_out(plan)
            if number and not plan.there:
                made += 1
            elif number:
                changed.append(number)
        return Drafted(made, tuple(changed))

    def _plan(self, attendance: Attendance, there: Mapping[str, ClaimLine]) -> _Plan | None:
        """Return what is to be done for one person; None once a claim of theirs is issued."""
        if any(line.claim.state.is_issued for line in there.values()):
            return None
        wanted: tuple[Wanted, ...] = ()
        if attendance.state in _MAY_BE_PAID:
            activity = activity_of(attendance, self._policy.holidays)
            costs = [usual_cost(cost) for cost in attendance.person.usual_costs]
            elsewhere: dict[str, str] = {}
            if any(cost.category in JOURNEYS for cost in costs):
                elsewhere = shared_journeys.found(self._session, self._meeting,
                                                  attendance.person_id, there)  # fmt: skip
            once = [cost for cost in costs if key_of(cost) not in elsewhere]
            before = self._miles_before(attendance.person_id, once, there)
            try:
                fees = self._fees(attendance.person_id, activity)
                spent = work_out_expenses(self._policy, activity, once, before)
                already = self._on_the_claim(attendance.person_id)
                facts = expense_facts(activity.day, [attendance], already)
                shared = shared_journeys.lines(activity, costs, elsewhere)
                wanted = (*fees, *capped_expenses(self._policy, spent, facts), *shared)
            except UserError as error:  # not a field of what was asked: the policy falls short
                raise UserError("", error.words, error.help) from None
        return _Plan(attendance, there, {want.key: want for want in wanted})

    def _fees(self, person_id: UUID, activity: Activity) -> tuple[FeeLine, ...]:
        """Return the fees for an activity, with what a cap that stops leaves of them."""
        fees = work_out_fees(self._policy, activity)
        if not any(cap.stops for cap in self._policy.caps):
            return fees
        others = claim_lines.fees_near(self._session, person_id, activity.day, self._meeting.id)
        return capped_fees(self._policy, fees, activity.day, [DatedFee(*row) for row in others])

    def _on_the_claim(self, person_id: UUID) -> dict[Category, Money]:
        """Return what other meetings brought on the person's draft, where a cap looks at it."""
        if not any(cap.on is CapOn.CLAIM for cap in self._policy.caps):
            return {}
        group, meeting = self._meeting.group, self._meeting
        claim = claims.open_draft(self._session, person_id, group.id, group.budget_code)
        found: dict[Category, Money] = {}
        for line in claim.lines if claim else ():
            is_expense = line.category.section is Section.EXPENSE and not line.is_removed
            is_other = line.meeting_id != meeting.id
            if is_expense and is_other and line.handling in PAID_TO_THE_PERSON:
                found[line.category] = found.get(line.category, NOTHING) + line.amount
        return found

    def _miles_before(
        self, person_id: UUID, costs: list[UsualCost], there: Mapping[str, ClaimLine]
    ) -> dict[Category, int]:
        if not any(cost.category.is_by_mile for cost in costs):
            return {}
        first = min((line.id for line in there.values()), default=None)
        return claim_lines.tenths_claimed(
            self._session, person_id, tax_year(self._meeting.day), first
        )

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
            changes += self._bring_in(claim, known, want, plan.person, before)
            kept = known or claim.lines[-1]
            if kept.section is Section.FEE and not kept.is_removed:
                before += kept.amount
        if Category.TRAVEL_TIME in {want.category for want in plan.wanted.values()}:
            # What was usual then stays with the day: another usual time later changes nothing.
            plan.attendance.travel_minutes = travel_minutes(plan.attendance)
        self._session.flush()
        if not claim.lines and not receipts.has_any(self._session, claim.id):
            self._session.delete(claim)
        return claim.number if changes else ""

    def _bring_in(
        self, claim: Claim, line: ClaimLine | None, want: Wanted, person: Person, before: Money
    ) -> bool:
        """Add one line, or bring it up to date; return whether anything changed."""
        values = {"day": self._meeting.day, **values_of(want, person, before)}
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
