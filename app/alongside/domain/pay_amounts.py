"""What a fee comes to for a length of time, and what somebody is offered who was there for part."""

from fractions import Fraction

from alongside.domain.activity import Activity
from alongside.domain.dates import say_date, say_minutes
from alongside.domain.meetings import State
from alongside.domain.money import NOTHING, Money
from alongside.domain.policy import Policy, in_force
from alongside.domain.policy_rules import Fee, Matter, PartPays, Rounding, Shape
from alongside.i18n import _, ngettext

_BY_TIME = frozenset({Shape.HALF_AND_FULL_DAY, Shape.BLOCK, Shape.HOURLY})
"""The shapes whose amount depends on how long someone was there."""


def since(matter: Matter) -> str:
    """Return from when a rule is, in brackets ("(policy from 1 April 2026)")."""
    return _("(policy from {day})").format(day=say_date(matter.first))


def fee_for(policy: Policy, fee: Fee, activity: Activity) -> tuple[Money, str]:
    """Return what `fee` comes to for the time that someone was there, and why.

    However the register is marked, being there for less than was planned is part attendance.
    """
    if fee.shape not in _BY_TIME:
        return amount_for(fee, 0)
    planned, minutes = activity.planned_minutes, activity.minutes or activity.planned_minutes
    if activity.state is not State.ATTENDED_PART and minutes >= planned:
        return amount_for(fee, minutes)
    part = in_force(policy.parts, activity.day, activity.kind, activity.role,
                    is_online=activity.is_online)  # fmt: skip
    if part is None or part.pays is PartPays.FULL:
        amount, why = amount_for(fee, max(minutes, planned))
        return amount, why + _("; part attendance is paid in full")
    amount, why = amount_for(fee, minutes)
    if minutes >= planned:
        return amount, why + _(
            "; part attendance is paid by time, but no shorter time is given: check"
        )
    why += _("; part attendance is paid by time, {time}").format(time=say_minutes(minutes))
    if part.pays is PartPays.BY_TIME:
        return amount, why
    return _at_least(fee, planned, part.percent, amount, why)


def _at_least(fee: Fee, planned: int, percent: int, amount: Money, why: str) -> tuple[Money, str]:
    """Return the amount by time, or so many percent of the whole fee if that is more."""
    whole, _why = amount_for(fee, planned)
    floor = whole.times(Fraction(percent, 100))
    if floor > amount:
        return floor, _("{percent}% of {fee}, the least for part attendance").format(
            percent=percent, fee=whole
        )
    words = _("{why}, more than the least, {percent}% of {fee}")
    return amount, words.format(why=why, percent=percent, fee=whole)


def amount_for(fee: Fee, minutes: int) -> tuple[Money, str]:
    """Return the amount for `minutes`, and why, for each shape of fee."""
    if fee.shape is Shape.NIL:
        return NOTHING, _("no fee is offered for this")
    if fee.shape is Shape.PER_TASK:
        return fee.amount, _("a set amount for the task")
    threshold = int(fee.hours * 60)
    if fee.shape is Shape.HALF_AND_FULL_DAY:
        length = say_minutes(threshold)
        if minutes < threshold:
            return fee.amount, _("half day: under {length}").format(length=length)
        return fee.full, _("full day: {length} or more").format(length=length)
    if fee.shape is Shape.BLOCK:
        blocks = max(1, -(-minutes // threshold))
        why = ngettext("{number} block of {length}, a part counts as whole",
                       "{number} blocks of {length}, a part counts as whole", blocks)  # fmt: skip
        return fee.amount.times(blocks), why.format(number=blocks, length=say_minutes(threshold))
    if fee.shape is Shape.STANDARD_TIME:
        why = _("standard time {length} at {rate} an hour")
        return fee.amount.times(fee.hours), why.format(
            length=say_minutes(threshold), rate=fee.amount
        )
    return _hourly(fee, minutes)


def _hourly(fee: Fee, minutes: int) -> tuple[Money, str]:
    """Return the amount of an hourly fee: time is rounded first, then brought to the least."""
    paid, least = _rounded(minutes, fee.round_to, fee.rounding), int(fee.least_hours * 60)
    counted = max(paid, least)
    why = _("{length} at {rate} an hour").format(length=say_minutes(counted), rate=fee.amount)
    if counted > paid:
        why = _("{why}, the least that is paid, for {length}").format(
            why=why, length=say_minutes(minutes)
        )
    elif paid > minutes:
        why = _("{why}, rounded up from {length}").format(why=why, length=say_minutes(minutes))
    elif paid < minutes:
        why = _("{why}, rounded down from {length}").format(why=why, length=say_minutes(minutes))
    return fee.amount.times(Fraction(counted, 60)), why


def _rounded(minutes: int, to: int, way: Rounding) -> int:
    """Return minutes in whole parts of an hour of `to` minutes; half a part goes up."""
    if not to:
        return minutes
    if way is Rounding.UP:
        return -(-minutes // to) * to
    if way is Rounding.DOWN:
        return minutes // to * to
    return (2 * minutes + to) // (2 * to) * to
