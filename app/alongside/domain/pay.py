"""What a policy offers for what someone did, with the reason in words beside every amount."""

from fractions import Fraction

from alongside.domain.activity import Activity, FeeLine
from alongside.domain.cancellations import band_reached, cancellation_line
from alongside.domain.claims import Category
from alongside.domain.dates import say_date, say_minutes
from alongside.domain.errors import UserError
from alongside.domain.meetings import State
from alongside.domain.pay_amounts import fee_for, since
from alongside.domain.policy import Policy, in_force
from alongside.domain.policy_rules import (
    CancelledBy,
    Fee,
    Preparation,
    Shape,
    TravelTime,
)
from alongside.i18n import _


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
    lines = (
        _attendance(policy, activity), _preparation(policy, activity), _travel(policy, activity),
        _set_up(policy, activity), _home(policy, activity), _debrief(policy, activity),
    )  # fmt: skip
    return tuple(line for line in lines if line)


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


def _cancelled(policy: Policy, activity: Activity, by: CancelledBy) -> tuple[FeeLine, ...]:
    """Return the line of a cancellation. A fee is asked for only where a band is reached."""
    reached = band_reached(policy, activity, by)
    if reached is None:
        return ()
    line = cancellation_line(activity, by, _rule(policy, activity), *reached)
    return (line,) if line else ()


def _attendance(policy: Policy, activity: Activity) -> FeeLine:
    fee = _rule(policy, activity)
    amount, why = fee_for(policy, fee, activity)
    is_task = fee.shape is Shape.PER_TASK
    return FeeLine(
        "task" if is_task else "attendance",
        Category.TASK if is_task else Category.ATTENDANCE,
        activity.words,
        amount,
        f"{why} {since(fee.matter)}",
    )


def _preparation(policy: Policy, activity: Activity) -> FeeLine | None:
    rule = in_force(policy.preparation, activity.day, activity.kind, activity.role,
                    is_online=activity.is_online)  # fmt: skip
    if rule is None:
        return None
    # translators: {since} is in brackets: (policy from 1 April 2026)
    each = _("a set amount for each meeting {since}").format(since=since(rule.matter))
    words = _("preparation")
    return _timed(rule, activity.preparation_minutes, Category.PREPARATION, words, each)


def _travel(policy: Policy, activity: Activity) -> FeeLine | None:
    """Return what is offered for the time of the journey; online there is none."""
    rule = in_force(policy.travel_times, activity.day, activity.kind, activity.role,
                    is_online=activity.is_online)  # fmt: skip
    if rule is None or activity.is_online:
        return None
    # translators: {since} is in brackets: (policy from 1 April 2026)
    each = _("a set amount for each journey {since}").format(since=since(rule.matter))
    words = _("travel time")
    return _timed(rule, activity.travel_minutes, Category.TRAVEL_TIME, words, each)


def _timed(
    rule: Preparation | TravelTime, minutes: int, category: Category, words: str, each: str
) -> FeeLine | None:
    """Return a line of a set amount, with `each` as its reason, or of an hourly one, or none."""
    if rule.fixed:
        return FeeLine(category.value, category, words, rule.fixed, each)
    if not rule.hourly or not minutes:
        return None
    most = int(rule.most_hours * 60)
    paid = min(minutes, most) if most else minutes
    why = _("{length} at {rate} an hour").format(length=say_minutes(paid), rate=rule.hourly)
    if paid < minutes:
        why = _("{why}, the most that is paid").format(why=why)
    amount = rule.hourly.times(Fraction(paid, 60))
    return FeeLine(category.value, category, words, amount, f"{why} {since(rule.matter)}")


def _set_up(policy: Policy, activity: Activity) -> FeeLine | None:
    rule = in_force(policy.online_set_ups, activity.day, activity.kind, activity.role,
                    is_online=activity.is_online)  # fmt: skip
    if rule is None or not activity.is_online or not rule.amount:
        return None
    why = _("each time that someone takes part online {since}").format(since=since(rule.matter))
    return FeeLine("online_set_up", Category.ONLINE_SET_UP, _("getting ready to take part online"),
                   rule.amount, why)  # fmt: skip


def _home(policy: Policy, activity: Activity) -> FeeLine | None:
    rule = in_force(policy.home_meetings, activity.day, activity.kind, activity.role,
                    is_online=activity.is_online)  # fmt: skip
    if rule is None or not activity.is_online or not rule.amount:
        return None
    words = _("allowance for phone, internet and paper at home")
    why = _("each meeting from home {since}").format(since=since(rule.matter))
    return FeeLine("home_meeting", Category.HOME_MEETING, words, rule.amount, why)


def _debrief(policy: Policy, activity: Activity) -> FeeLine | None:
    rule = in_force(policy.debriefs, activity.day, activity.kind, activity.role,
                    is_online=activity.is_online)  # fmt: skip
    if rule is None or not rule.amount:
        return None
    # translators: {since} is in brackets: (policy from 1 April 2026)
    why = _("a set amount for talking it over afterwards {since}").format(since=since(rule.matter))
    return FeeLine("debrief", Category.DEBRIEF, _("debrief"), rule.amount, why)
