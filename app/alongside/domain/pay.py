"""What a policy offers for what someone did, with the reason in words beside every amount."""

from dataclasses import dataclass
from datetime import date, time, timedelta
from fractions import Fraction

from alongside.domain.claims import Category
from alongside.domain.dates import minutes_between, say_date, say_minutes
from alongside.domain.errors import UserError
from alongside.domain.meetings import ActivityKind, Role, State
from alongside.domain.money import NOTHING, Money
from alongside.domain.policy import (
    Cancellation,
    CancelledBy,
    Fee,
    Matter,
    Notice,
    PartPays,
    Policy,
    Shape,
    in_force,
)
from alongside.i18n import _, ngettext

_BY_TIME = frozenset({Shape.HALF_AND_FULL_DAY, Shape.BLOCK, Shape.HOURLY})
"""The shapes whose amount depends on how long someone was there."""


@dataclass(frozen=True, slots=True)
class Activity:
    """What one person did, or had planned to do, on one day.

    `minutes` present, or 0 for the planned length; `notice_days` are calendar days between being
    told of a cancellation and the day itself.
    """

    day: date
    kind: ActivityKind
    title: str
    role: Role
    state: State
    start: time
    end: time
    minutes: int = 0
    preparation_minutes: int = 0
    is_online: bool = False
    notice_days: int | None = None

    @property
    def planned_minutes(self) -> int:
        """How long it was to last."""
        return minutes_between(self.start, self.end)

    @property
    def words(self) -> str:
        """What it was and in which role ("Transport Design Group, meeting, chair")."""
        kind = self.kind.words
        parts = [self.title] if self.title else []
        if kind.casefold() not in self.title.casefold():
            parts.append(kind)
        return ", ".join([*parts, self.role.words])


@dataclass(frozen=True, slots=True)
class FeeLine:
    """A fee that is offered. `key` stays the same when the line is worked out again."""

    key: str
    category: Category
    words: str
    amount: Money
    why: str


def work_out_fees(policy: Policy, activity: Activity) -> tuple[FeeLine, ...]:
    """Return what `policy` offers for `activity`; nothing where it pays nothing.

    A nil rule makes a line of £0.00 that says so. Raise UserError if someone took part and the
    policy has no rule for it: an office must never guess what to pay.
    """
    if activity.state is State.CANCELLED_LATE:
        return _cancelled(policy, activity, CancelledBy.PERSON)
    if activity.state is State.MEETING_CANCELLED:
        return _cancelled(policy, activity, CancelledBy.ORGANISATION)
    if not activity.state.is_present:
        return ()
    fee = _rule(policy, activity)
    lines = [_attendance(policy, fee, activity)]
    where = (activity.day, activity.kind, activity.role)
    preparing = in_force(policy.preparation, *where, is_online=activity.is_online)
    if preparing and (preparing.fixed or (preparing.hourly and activity.preparation_minutes)):
        lines.append(_preparation(preparing.matter, preparing.fixed, preparing.hourly,
                                  preparing.most_hours, activity.preparation_minutes))  # fmt: skip
    home = in_force(policy.home_meetings, *where, is_online=activity.is_online)
    if home and activity.is_online and home.amount:
        words = _("allowance for phone, internet and paper at home")
        why = _("each meeting from home {since}").format(since=_since(home.matter))
        lines.append(FeeLine("home_meeting", Category.HOME_MEETING, words, home.amount, why))
    return tuple(lines)


def working_days_before(day: date, calendar_days: int) -> int:
    """Return how many of the `calendar_days` before `day` are Monday to Friday.

    Bank holidays count as working days.
    """
    days = (day - timedelta(days=number) for number in range(1, calendar_days + 1))
    return sum(each.weekday() < 5 for each in days)


def _rule(policy: Policy, activity: Activity) -> Fee:
    where = (activity.day, activity.kind, activity.role)
    fee = in_force(policy.fees, *where, is_online=activity.is_online)
    if fee is None:
        raise UserError(
            "policy",
            _("The policy “{policy}” has no fee for: {activity}, {role}, {day}.").format(
                policy=policy.name, activity=activity.kind.words, role=activity.role.words,
                day=say_date(activity.day),
            ),
            "policies",
        )  # fmt: skip
    return fee


def _since(matter: Matter) -> str:
    return _("(policy from {day})").format(day=say_date(matter.first))


def _attendance(policy: Policy, fee: Fee, activity: Activity) -> FeeLine:
    minutes, said = _paid_minutes(policy, activity) if fee.shape in _BY_TIME else (0, "")
    amount, why = _amount(fee, minutes)
    is_task = fee.shape is Shape.PER_TASK
    return FeeLine(
        "task" if is_task else "attendance",
        Category.TASK if is_task else Category.ATTENDANCE,
        activity.words,
        amount,
        f"{why}{said} {_since(fee.matter)}",
    )


def _paid_minutes(policy: Policy, activity: Activity) -> tuple[int, str]:
    """Return the minutes that are paid, and what the policy says about part attendance.

    However the register is marked, being there for less than was planned is part attendance.
    """
    planned, minutes = activity.planned_minutes, activity.minutes or activity.planned_minutes
    if activity.state is not State.ATTENDED_PART and minutes >= planned:
        return minutes, ""
    part = in_force(policy.parts, activity.day, activity.kind, activity.role,
                    is_online=activity.is_online)  # fmt: skip
    if part is None or part.pays is PartPays.FULL:
        return max(minutes, planned), _("; part attendance is paid in full")
    if minutes >= planned:
        return minutes, _("; part attendance is paid by time, but no shorter time is given: check")
    return minutes, _("; part attendance is paid by time, {time}").format(time=say_minutes(minutes))


def _amount(fee: Fee, minutes: int) -> tuple[Money, str]:
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
    paid = -(-minutes // fee.round_to) * fee.round_to if fee.round_to else minutes
    why = _("{length} at {rate} an hour").format(length=say_minutes(paid), rate=fee.amount)
    if paid != minutes:
        why = _("{why}, rounded up from {length}").format(why=why, length=say_minutes(minutes))
    return fee.amount.times(Fraction(paid, 60)), why


def _preparation(
    matter: Matter, fixed: Money, hourly: Money, most_hours: Fraction, minutes: int
) -> FeeLine:
    words = _("preparation")
    if fixed:
        # translators: {since} is in brackets: (policy from 1 April 2026)
        why = _("a set amount for each meeting {since}").format(since=_since(matter))
        return FeeLine("preparation", Category.PREPARATION, words, fixed, why)
    most = int(most_hours * 60)
    paid = min(minutes, most) if most else minutes
    why = _("{length} at {rate} an hour").format(length=say_minutes(paid), rate=hourly)
    if paid < minutes:
        why = _("{why}, the most that is paid").format(why=why)
    amount = hourly.times(Fraction(paid, 60))
    return FeeLine("preparation", Category.PREPARATION, words, amount, f"{why} {_since(matter)}")


def _cancelled(policy: Policy, activity: Activity, by: CancelledBy) -> tuple[FeeLine, ...]:
    """Return the part of the fee that the narrowest band of notice offers, if any.

    As with fees, narrower rules go first, then later ones: an older set never adds its bands.
    """
    if activity.notice_days is None:
        return ()
    bands = [band for band in policy.cancellations if band.by is by]
    first = in_force(bands, activity.day, activity.kind, activity.role,
                     is_online=activity.is_online)  # fmt: skip
    if first is None:
        return ()
    days = max(0, activity.notice_days)
    given = {Notice.CALENDAR: days, Notice.WORKING: working_days_before(activity.day, days)}
    reached = [b for b in bands if b.matter == first.matter and given[b.notice] <= b.days]
    if not reached:
        return ()
    band = min(reached, key=lambda b: b.days)
    amount, _why = _amount(_rule(policy, activity), activity.planned_minutes)
    share = amount.times(Fraction(band.percent, 100))
    if not share:
        return ()
    return (FeeLine("cancellation", Category.CANCELLATION, _said(activity, by), share,
                    _band_words(band, amount, given[band.notice])),)  # fmt: skip


def _said(activity: Activity, by: CancelledBy) -> str:
    words = _("{activity}: they cancelled late") if by is CancelledBy.PERSON else _(
        "{activity}: we cancelled")  # fmt: skip
    return words.format(activity=activity.words)


def _band_words(band: Cancellation, fee: Money, given: int) -> str:
    if band.notice is Notice.WORKING:
        notice = ngettext("{n} working day’s notice", "{n} working days’ notice", given)
    else:
        notice = ngettext("{n} day’s notice", "{n} days’ notice", given)
    # translators: {fee} is an amount, {notice} like “2 days’ notice”
    return _("{percent}% of {fee}: {notice} {since}").format(
        percent=band.percent, fee=fee, notice=notice.format(n=given), since=_since(band.matter)
    )
