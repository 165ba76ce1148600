"""What is offered when a meeting or a person cancels, by who cancelled and how long before."""

from datetime import date, timedelta
from fractions import Fraction

from alongside.domain.activity import Activity, FeeLine
from alongside.domain.claims import Category
from alongside.domain.money import Money
from alongside.domain.pay_amounts import amount_for, since
from alongside.domain.policy import Policy, in_force
from alongside.domain.policy_rules import Cancellation, CancelledBy, Fee, Notice
from alongside.i18n import _, ngettext


def working_days_before(
    day: date, calendar_days: int, holidays: frozenset[date] = frozenset()
) -> int:
    """Return how many of the `calendar_days` before `day` are Monday to Friday.

    Bank holidays count as working days, unless they are among `holidays`.
    """
    days = (day - timedelta(days=number) for number in range(1, calendar_days + 1))
    return sum(each.weekday() < 5 and each not in holidays for each in days)


def cancellation_line(
    activity: Activity, by: CancelledBy, fee: Fee, band: Cancellation, given: int
) -> FeeLine | None:
    """Return the part of `fee` that `band` offers for `given` days of notice; None for nothing."""
    amount, _why = amount_for(fee, activity.planned_minutes)
    share = amount.times(Fraction(band.percent, 100))
    if not share:
        return None
    words = _("{activity}: they cancelled late") if by is CancelledBy.PERSON else _(
        "{activity}: we cancelled")  # fmt: skip
    return FeeLine("cancellation", Category.CANCELLATION, words.format(activity=activity.words),
                   share, _band_words(band, amount, given))  # fmt: skip


def band_reached(
    policy: Policy, activity: Activity, by: CancelledBy
) -> tuple[Cancellation, int] | None:
    """Return the narrowest band for the notice that was given, and that notice; or None.

    As with fees, narrower rules go first, then later ones: an older set never adds its bands.
    """
    if activity.notice_days is None:
        return None
    bands = [band for band in policy.cancellations if band.by is by]
    first = in_force(bands, activity.day, activity.kind, activity.role,
                     is_online=activity.is_online)  # fmt: skip
    if first is None:
        return None
    given = [(b, _notice(b, activity)) for b in bands if b.matter == first.matter]
    reached = [(band, days) for band, days in given if days <= band.days]
    return min(reached, key=lambda each: each[0].days, default=None)


def _notice(band: Cancellation, activity: Activity) -> int:
    """Return the notice that was given, in days as the band counts them."""
    days = max(0, activity.notice_days or 0)
    if band.notice is Notice.CALENDAR:
        return days
    holidays: frozenset[date] = activity.holidays if band.holidays else frozenset()
    return working_days_before(activity.day, days, holidays)


def _band_words(band: Cancellation, fee: Money, given: int) -> str:
    if band.notice is Notice.WORKING:
        notice = ngettext("{n} working day’s notice", "{n} working days’ notice", given)
    else:
        notice = ngettext("{n} day’s notice", "{n} days’ notice", given)
    said = notice.format(n=given)
    if band.holidays:
        said = _("{notice}, without the bank holidays of {nation}").format(
            notice=said, nation=band.holidays.words
        )
    # translators: {fee} is an amount, {notice} like “2 days’ notice”
    return _("{percent}% of {fee}: {notice} {since}").format(
        percent=band.percent, fee=fee, notice=said, since=since(band.matter)
    )
