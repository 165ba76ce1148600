"""From the register to draft claims, in one step that can be run again and adds nothing twice."""

from collections.abc import Mapping
from datetime import date
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session, joinedload, selectinload

from alongside.domain.claims import MILEAGE, Category, ClaimState, Decision, Handling
from alongside.domain.dates import tax_year
from alongside.domain.errors import UserError
from alongside.domain.expenses import ExpenseLine, UsualCost, work_out_expenses
from alongside.domain.meetings import State
from alongside.domain.money import NOTHING, Money
from alongside.domain.pay import Activity, FeeLine, work_out_fees
from alongside.domain.people import PayChoice
from alongside.i18n import _
from alongside.services.attendance import minutes_present
from alongside.services.people import cost_words
from alongside.services.policies import rules_of
from alongside.store import tables
from alongside.store.tables import Attendance, Claim, ClaimLine, Meeting, Person

_MAY_BE_PAID = frozenset({*(state for state in State if state.is_present), State.CANCELLED_LATE,
                          State.MEETING_CANCELLED})  # fmt: skip
Wanted = FeeLine | ExpenseLine


class Drafter:
    """Drafts the claims of one meeting within one piece of work."""

    def __init__(self, session: Session, meeting: Meeting, today: date) -> None:
        if meeting.group.policy is None:
            raise UserError(
                "", _("{group} has no pay policy. Choose one for the group first.")
                .format(group=meeting.group.name)
            )  # fmt: skip
        self._session = session
        self._meeting = meeting
        self._today = today
        self._policy = rules_of(meeting.group.policy.text)

    def draft(self) -> tuple[int, int]:
        """Return how many people were drafted for the first time, and how many were changed."""
        attendances = self._session.scalars(
            select(Attendance)
            .where(Attendance.meeting_id == self._meeting.id)
            .options(joinedload(Attendance.person).selectinload(Person.usual_costs))
            .join(Person)
            .order_by(Person.search)
        ).all()
        if not any(attendance.state in _MAY_BE_PAID for attendance in attendances):
            raise UserError("", _("Nobody is marked as there yet, so there is nothing to claim."))
        made = changed = 0
        for attendance in attendances:
            is_new, is_changed = self._draft_one(attendance)
            made += is_new
            changed += is_changed
        return made, changed

    def _draft_one(self, attendance: Attendance) -> tuple[bool, bool]:
        """Draft for one person; return whether they are new here, and whether lines changed."""
        there = self._lines_there(attendance.person_id)
        if any(line.claim.state is ClaimState.ISSUED for line in there.values()):
            return False, False
        wanted = self._work_out(attendance, there)
        if not wanted and not there:
            return False, False
        changes = 0
        for key, line in there.items():
            if key not in wanted and not line.is_by_hand and not line.is_removed:
                line.claim.lines.remove(line)
                changes += 1
        claim = self._claim_of(attendance.person) if wanted else None
        for key, want in wanted.items():
            line = there.get(key) or ClaimLine(key=key, meeting_id=self._meeting.id)
            if line.is_by_hand or line.is_removed:
                continue
            if line.claim is None and claim is not None:
                line.position = len(claim.lines)
                line.claim = claim
            changes += self._fill(line, want, attendance.person)
        self._session.flush()
        return bool(wanted) and not there, bool(there) and changes > 0

    def _work_out(
        self, attendance: Attendance, there: Mapping[str, ClaimLine]
    ) -> dict[str, Wanted]:
        if attendance.state not in _MAY_BE_PAID:
            return {}
        activity = self._activity(attendance)
        fees = work_out_fees(self._policy, activity)
        costs = [_usual(cost) for cost in attendance.person.usual_costs]
        before = tenths_this_year(
            self._session, attendance.person_id, activity.day, *(line.id for line in there.values())
        )
        expenses = work_out_expenses(self._policy, activity, costs, before)
        return {line.key: line for line in (*fees, *expenses)}

    def _activity(self, attendance: Attendance) -> Activity:
        meeting = self._meeting
        told = attendance.cancelled_on
        if attendance.state is State.MEETING_CANCELLED:
            told = meeting.cancelled_on
        return Activity(
            day=meeting.day,
            kind=meeting.kind,
            title=meeting.title or meeting.group.name,
            role=attendance.role,
            state=attendance.state,
            start=meeting.start,
            end=meeting.end,
            minutes=minutes_present(attendance),
            preparation_minutes=attendance.preparation_minutes,
            is_online=attendance.state is State.ONLINE,
            notice_days=(meeting.day - told).days if told else None,
        )

    def _lines_there(self, person_id: UUID) -> dict[str, ClaimLine]:
        lines = self._session.scalars(
            select(ClaimLine)
            .join(Claim)
            .options(joinedload(ClaimLine.claim))
            .where(
                ClaimLine.meeting_id == self._meeting.id,
                ClaimLine.key != "",
                Claim.person_id == person_id,
                Claim.state != ClaimState.WITHDRAWN,
            )
        )
        return {line.key: line for line in lines}

    def _claim_of(self, person: Person) -> Claim:
        """Return the person's open draft for this group and budget: one claim, one budget."""
        group = self._meeting.group
        claim = self._session.scalars(
            select(Claim)
            .options(selectinload(Claim.lines))
            .where(
                Claim.person_id == person.id,
                Claim.group_id == group.id,
                Claim.budget_code == group.budget_code,
                Claim.state == ClaimState.DRAFT,
            )
        ).first()
        if claim is None:
            claim = Claim(
                number=next_number(self._session, self._today), person=person, group=group,
                budget_code=group.budget_code, made_on=self._today,
            )  # fmt: skip
            self._session.add(claim)
            self._session.flush()
        return claim

    def _fill(self, line: ClaimLine, want: Wanted, person: Person) -> bool:
        """Bring a drafted line up to date; return whether anything in it changed."""
        values: dict[str, object] = {
            "day": self._meeting.day, "category": want.category, "words": want.words,
            "offered": want.amount, "amount": want.amount, "why": want.why,
        }  # fmt: skip
        if isinstance(want, FeeLine):
            decision, amount, words = choose(person, want.amount)
            values |= {"decision": decision, "amount": amount}
            values["why"] = f"{want.why}; {words}" if words else want.why
        else:
            values |= {"handling": want.handling, "tenths_of_mile": want.tenths_of_mile}
        changed = [name for name, value in values.items() if getattr(line, name) != value]
        for name in changed:
            setattr(line, name, values[name])
        return bool(changed)


def choose(person: Person, offered: Money) -> tuple[Decision, Money, str]:
    """Return what a person's standing choice makes of a fee, and the choice in words.

    The offer stays beside it: a fee that was declined never looks like unpaid work.
    """
    choice = person.pay_choice
    if not offered:
        return Decision.ACCEPT, offered, ""
    if choice is PayChoice.NOTHING:
        return Decision.DECLINE, NOTHING, _("{name} chose no fee").format(name=person.name)
    if choice is PayChoice.DONATION:
        words = _("{name} gave the fee away").format(name=person.name)
        return Decision.DONATE, NOTHING, f"{words}: {person.pay_note}" if person.pay_note else words
    if choice is PayChoice.LESS and person.pay_at_most is not None and person.pay_at_most < offered:
        words = _("{name} chose at most {amount}").format(
            name=person.name, amount=person.pay_at_most
        )
        return Decision.LESS, person.pay_at_most, words
    return Decision.ACCEPT, offered, ""


def next_number(session: Session, today: date) -> str:
    """Return the next claim number of this year, like 2026-0147."""
    last = session.scalar(
        select(func.max(Claim.number)).where(Claim.number.startswith(f"{today.year}-"))
    )
    return f"{today.year}-{int(last[5:]) + 1 if last else 1:04}"


def tenths_this_year(
    session: Session, person_id: UUID, day: date, *besides: UUID | None
) -> dict[Category, int]:
    """Return the tenths of a mile a person has claimed in the tax year of `day`, by category.

    Withdrawn claims, removed lines and the lines `besides` do not count.
    """
    year = tax_year(day)
    found = session.execute(
        select(ClaimLine.category, func.sum(ClaimLine.tenths_of_mile))
        .join(Claim)
        .where(
            Claim.person_id == person_id,
            Claim.state != ClaimState.WITHDRAWN,
            ClaimLine.is_removed.is_(False),
            ClaimLine.category.in_(MILEAGE),
            ClaimLine.day >= year.first,
            ClaimLine.day <= year.last,
            ClaimLine.id.not_in([line for line in besides if line]),
        )
        .group_by(ClaimLine.category)
    ).tuples()
    return dict(found.all())


def _usual(cost: tables.UsualCost) -> UsualCost:
    return UsualCost(
        id=cost.id,
        category=cost.category,
        words=cost_words(cost),
        tenths_of_mile=cost.tenths_of_mile,
        is_return=cost.is_return,
        amount=cost.amount,
        rate=cost.rate,
        minutes=cost.minutes,
        handling=cost.handling or Handling.REIMBURSE,
        agreed_until=cost.agreed_until,
    )
