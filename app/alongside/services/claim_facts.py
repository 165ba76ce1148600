"""What the register and a person's choices say, between the cabinet and the rules of pay."""

from collections.abc import Mapping, Sequence
from datetime import date, time

from alongside.domain.activity import Activity, FeeLine
from alongside.domain.caps import ExpenseFacts
from alongside.domain.choices import Choice, choose_of
from alongside.domain.claims import Category, Decision
from alongside.domain.expense_lines import ExpenseLine, UsualCost, read_names
from alongside.domain.meetings import State
from alongside.domain.money import NOTHING, Money
from alongside.domain.people import PayChoice
from alongside.domain.policy_rules import Region
from alongside.exchange.bank_holidays import bank_holidays
from alongside.services.register_marks import minutes_present
from alongside.services.usual_costs import cost_words
from alongside.store import tables
from alongside.store.tables import Attendance, Person

Wanted = FeeLine | ExpenseLine


def choose(person: Person, offered: Money, before: Money = NOTHING) -> Choice:
    """Return what a person's standing choice makes of a fee that is `offered`.

    Who wants at most so much each time wants it for all fees of a meeting together: `before` is
    what others of them pay already. The offer stays beside it: a fee that was declined never
    looks like unpaid work.
    """
    decision = {
        PayChoice.NOTHING: Decision.DECLINE,
        PayChoice.DONATION: Decision.DONATE,
        PayChoice.IN_KIND: Decision.IN_KIND,
    }.get(person.pay_choice, Decision.ACCEPT)
    paid = offered
    if person.pay_choice is PayChoice.LESS and person.pay_at_most is not None:
        most = max(NOTHING, person.pay_at_most - before)
        if most < offered:
            decision, paid = Decision.LESS, most
    if not offered:
        decision = Decision.ACCEPT
    words = person.pay_instead
    return choose_of(offered, Choice(decision, paid, given_to=words, in_kind_words=words))


def activity_of(attendance: Attendance, region: Region | None) -> Activity:
    """Return what one person did or had planned to do, as the register says it.

    `region` is the nation whose bank holidays the policy leaves out of days of notice, if any.
    """
    meeting = attendance.meeting
    told = attendance.cancelled_on
    if attendance.state is State.MEETING_CANCELLED:
        told = meeting.cancelled_on
    is_all_online = meeting.is_online and not meeting.place
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
        is_online=attendance.state is State.ONLINE or is_all_online,
        travel_minutes=travel_minutes(attendance),
        notice_days=max(0, (meeting.day - told).days) if told else None,
        holidays=_holidays(region, told, meeting.day) if told and region else frozenset(),
    )


def travel_minutes(attendance: Attendance) -> int:
    """Return how long somebody was on the way there and back: that day, or else as usual."""
    known = attendance.travel_minutes
    return attendance.person.travel_minutes if known is None else known


def expense_facts(
    day: date, there: Sequence[Attendance], already: Mapping[Category, Money]
) -> ExpenseFacts:
    """Return what caps have to know of a day, from the registers that somebody is on.

    `already` is what other lines of the claim pay. What nobody noted stays unknown.
    """
    left = min((a.left_home for a in there if a.left_home), default=None)
    back = max((a.came_home for a in there if a.came_home), default=None)
    nights = max((a.nights for a in there), default=0)
    minutes = None
    if left and back:
        minutes = _of_day(back) - _of_day(left) + nights * 24 * 60
    region = next((a.night_region for a in there if a.night_region), "")
    return ExpenseFacts(day, minutes, left, back, region, max(1, nights), already)


def _of_day(moment: time) -> int:
    return moment.hour * 60 + moment.minute


def _holidays(region: Region, told: date, day: date) -> frozenset[date]:
    """Return the bank holidays of the years from `told` to `day`. The library loads when asked."""
    return bank_holidays(region, range(min(told, day).year, day.year + 1))


def values_of(want: Wanted, person: Person, before: Money = NOTHING) -> dict[str, object]:
    """Return the columns of a claim line that says what was worked out for `person`.

    `before` is what other fees of the same meeting pay them already.
    """
    values: dict[str, object] = {
        "category": want.category, "words": want.words, "offered": want.amount,
        "amount": want.amount, "why": want.why,
    }  # fmt: skip
    if isinstance(want, FeeLine):
        choice = choose(person, want.amount, before)
        values |= {
            "decision": choice.decision, "amount": choice.paid, "given": choice.given,
            "given_to": choice.given_to, "in_kind": choice.in_kind,
            "in_kind_words": choice.in_kind_words,
        }  # fmt: skip
    else:
        values |= {
            "handling": want.handling, "tenths_of_mile": want.tenths_of_mile,
            "minutes": want.minutes, "passengers": ", ".join(want.passengers),
            "could_go_by_bus": want.could_go_by_bus, "agreed_by": want.agreed_by,
            "agreed_on": want.agreed_on, "agreed_until": want.agreed_until,
            "payee_id": want.payee_id, "is_shared": want.is_shared,
        }  # fmt: skip
    return values


def usual_cost(cost: tables.UsualCost) -> UsualCost:
    """Return a usual cost as the rules for expenses want it."""
    return UsualCost(
        id=cost.id,
        category=cost.category,
        words=cost_words(cost),
        tenths_of_mile=cost.tenths_of_mile,
        is_return=cost.is_return,
        amount=cost.amount,
        rate=cost.rate,
        minutes=cost.minutes,
        handling=cost.handling,
        agreed_by=cost.agreed_by,
        agreed_on=cost.agreed_on,
        agreed_until=cost.agreed_until,
        passengers=read_names(cost.passengers),
        could_go_by_bus=cost.could_go_by_bus,
        payee_id=cost.payee_id,
    )
