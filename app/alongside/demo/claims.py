"""Makes the claims of the demo organisation from its registers, by the real rules."""

from collections import Counter
from collections.abc import Iterable
from datetime import date, timedelta
from random import Random
from uuid import UUID

from alongside.demo.registers import Held
from alongside.domain.claims import Category, ClaimState, Handling, Section
from alongside.domain.dates import tax_year
from alongside.domain.expense_lines import UsualCost
from alongside.domain.expenses import work_out_expenses
from alongside.domain.meetings import State
from alongside.domain.pay import work_out_fees
from alongside.services.claim_facts import Wanted, activity_of, usual_cost, values_of
from alongside.services.claim_sheets import make_sheet
from alongside.services.kept_sheets import keep_sheet
from alongside.services.policies import rules_of
from alongside.store.tables import Attendance, Claim, ClaimLine, Group, Person
from alongside.store.work import Session

MONTHS_A_CLAIM = 3
"""An issued claim holds up to three months of one group’s meetings."""

_UNPAID = {State.NOT_MARKED, State.APOLOGIES, State.DID_NOT_COME}


class Claims:
    """Drafts claims meeting by meeting, as an office would, and issues them after a while."""

    def __init__(self, session: Session, today: date, rng: Random) -> None:
        self._session = session
        self._today = today
        self._rng = rng
        self._last_number: Counter[int] = Counter()
        self._miles: dict[tuple[UUID, date], Counter[Category]] = {}
        self._costs: dict[UUID, list[UsualCost]] = {}

    def draft(self, meetings: Iterable[Held]) -> list[Claim]:
        """Return the draft claims for `meetings`, the earliest first: one a person and budget."""
        found: dict[tuple[UUID, UUID], Claim] = {}
        for held in meetings:
            group = held.meeting.group
            for attendance in held.attendances:
                wanted = self._wanted(group, attendance)
                if not wanted:
                    continue
                place = (attendance.person_id, group.id)
                if place not in found:
                    found[place] = self._claim(attendance.person, group, held.meeting.day)
                lines = found[place].lines
                lines.extend(
                    _line(attendance, want, position)
                    for position, want in enumerate(wanted, len(lines))
                )
        return list(found.values())

    def issue(self, claims: Iterable[Claim]) -> None:
        """Make `claims` final; they must be in the session and flushed. Each keeps its form."""
        with self._session.no_autoflush:  # one write for all of them, not one for each
            for claim in claims:
                last = max(line.day for line in claim.lines)
                claim.issued_on = min(last + timedelta(days=self._rng.randint(1, 6)), self._today)
                sheet = make_sheet(self._session, claim, claim.issued_on, is_draft=False)
                claim.issued_sheet = keep_sheet(sheet)
                claim.state = ClaimState.READY

    def _claim(self, person: Person, group: Group, day: date) -> Claim:
        self._last_number[day.year] += 1
        return Claim(
            number=f"{day.year}-{self._last_number[day.year]:04}", person=person,
            person_id=person.id, group=group, group_id=group.id, budget_code=group.budget_code,
            made_on=day, state=ClaimState.DRAFT, lines=[],
        )  # fmt: skip

    def _wanted(self, group: Group, attendance: Attendance) -> tuple[Wanted, ...]:
        if attendance.state in _UNPAID or group.policy is None:
            return ()
        policy, person = rules_of(group.policy.text), attendance.person
        activity = activity_of(attendance, None)
        costs = self._costs.get(person.id)
        if costs is None:
            costs = self._costs[person.id] = [usual_cost(cost) for cost in person.usual_costs]
        miles = self._miles.setdefault((person.id, tax_year(activity.day).first), Counter())
        expenses = work_out_expenses(policy, activity, costs, miles)
        for line in expenses:
            miles[line.category] += line.tenths_of_mile
        return (*work_out_fees(policy, activity), *expenses)


def number_receipts(claims: Iterable[Claim]) -> None:
    """Number the receipts of draft claims, as somebody does who checks them by hand."""
    for claim in claims:
        number = 0
        for line in claim.lines:
            is_bought = line.section is Section.EXPENSE and not line.category.is_by_mile
            if is_bought and line.handling is Handling.REIMBURSE:
                number += 1
                line.receipt, line.is_by_hand = str(number), True


def _line(attendance: Attendance, want: Wanted, position: int) -> ClaimLine:
    return ClaimLine(
        key=want.key, meeting_id=attendance.meeting_id, day=attendance.meeting.day,
        position=position, **values_of(want, attendance.person),
    )  # fmt: skip
