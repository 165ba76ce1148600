"""What one person may be offered in a week, month or year: a warning, or a limit."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from alongside.domain.activity import FeeLine
from alongside.domain.caps import caps_on
from alongside.domain.dates import Period, say_date, tax_year
from alongside.domain.money import NOTHING, Money
from alongside.domain.policy import Policy
from alongside.domain.policy_limits import PERSON_CAPS, Cap, CapOn
from alongside.domain.policy_rules import Each
from alongside.domain.retainers import period_of
from alongside.i18n import _, ngettext


@dataclass(frozen=True, slots=True)
class DatedFee:
    """A fee of one person in any group: its day, its amount, and what tells its activity apart.

    The day is that of the activity, or of the payment where that is what matters to the person.
    """

    day: date
    amount: Money
    activity: str = ""


@dataclass(frozen=True, slots=True)
class CapWarning:
    """A cap on a person that is passed: in which days, what it comes to, and that in words."""

    cap: Cap
    period: Period
    total: Money
    activities: int
    words: str


def week_of(day: date) -> Period:
    """Return the week that holds `day`, Monday to Sunday."""
    monday = day - timedelta(days=day.weekday())
    return Period(monday, monday + timedelta(days=6))


def _month_of(day: date) -> Period:
    return period_of(Each.MONTH, day)


PERIODS: Mapping[CapOn, Callable[[date], Period]] = {
    CapOn.FEES_WEEK: week_of,
    CapOn.FEES_MONTH: _month_of,
    CapOn.FEES_YEAR: tax_year,
    CapOn.ACTIVITIES_WEEK: week_of,
}
"""The days that each cap on a person counts together; a year is a tax year."""


def cap_warnings(policy: Policy, fees: Iterable[DatedFee]) -> tuple[CapWarning, ...]:
    """Return a warning for each period in which the fees of one person pass a cap, oldest first.

    The cap of the period's last fee counts. Nothing is changed: a payment can harm the person who
    is paid (weekly and monthly limits of benefits), so that somebody must be told beforehand.
    """
    paid = sorted((fee for fee in fees if fee.amount), key=lambda fee: (fee.day, fee.activity))
    found = []
    for on in sorted(PERSON_CAPS):
        by_period: dict[Period, list[DatedFee]] = {}
        for fee in paid:
            by_period.setdefault(PERIODS[on](fee.day), []).append(fee)
        for period, together in by_period.items():
            for cap in caps_on(policy, on, together[-1].day):
                found += _warning(cap, period, together)
    return tuple(sorted(found, key=lambda warning: warning.period.first))


def capped_fees(
    policy: Policy, lines: Sequence[FeeLine], day: date, others: Iterable[DatedFee]
) -> tuple[FeeLine, ...]:
    """Return the fee lines of one activity with what a cap that stops leaves of them.

    `others` are the person's fees for other activities, in all groups. A line that is limited
    says so, and one of which nothing is left stays, at £0.00. Other caps only warn.
    """
    others = [fee for fee in others if fee.amount]
    found = list(lines)
    for on in sorted(PERSON_CAPS):
        together = [fee for fee in others if fee.day in PERIODS[on](day)]
        for cap in caps_on(policy, on, day):
            if cap.stops:
                found = _stopped(cap, found, together)
    return tuple(found)


def _stopped(cap: Cap, lines: Iterable[FeeLine], together: Sequence[DatedFee]) -> list[FeeLine]:
    used = Money.total(fee.amount for fee in together)
    if cap.on is CapOn.ACTIVITIES_WEEK:
        is_over = _activities(together) >= cap.count
        left = NOTHING if is_over else Money.total(line.amount for line in lines)
    else:
        left = max(NOTHING, cap.amount - used)
    found = []
    for line in lines:
        amount = min(line.amount, left)
        left = left - amount
        if amount != line.amount:
            words = _("{why}; {offered} would be offered, but {cap}: {amount} is left")
            why = words.format(why=line.why, offered=line.amount, cap=_words(cap), amount=amount)
            line = replace(line, amount=amount, why=why)
        found.append(line)
    return found


def _warning(cap: Cap, period: Period, fees: Sequence[DatedFee]) -> list[CapWarning]:
    total, activities = Money.total(fee.amount for fee in fees), _activities(fees)
    if cap.on is CapOn.ACTIVITIES_WEEK:
        is_over = activities > cap.count
        much = ngettext("{n} paid activity", "{n} paid activities", activities).format(n=activities)
    else:
        is_over, much = total > cap.amount, _("{amount} in fees").format(amount=total)
    if not is_over:
        return []
    words = _("{much} from {first} to {last}, but {cap}").format(
        much=much, first=say_date(period.first), last=say_date(period.last or period.first),
        cap=_words(cap),
    )  # fmt: skip
    return [CapWarning(cap, period, total, activities, words)]


def _activities(fees: Iterable[DatedFee]) -> int:
    """How many activities the fees are for: one may have several lines."""
    return len({(fee.day, fee.activity) for fee in fees})


def _words(cap: Cap) -> str:
    since = say_date(cap.first)
    if cap.on is CapOn.ACTIVITIES_WEEK:
        words = ngettext(
            "at most {n} paid activity a week (policy from {day})",
            "at most {n} paid activities a week (policy from {day})",
            cap.count,
        )
        return words.format(n=cap.count, day=since)  # fmt: skip
    words = {
        CapOn.FEES_WEEK: _("at most {most} in fees a week (policy from {day})"),
        CapOn.FEES_MONTH: _("at most {most} in fees a month (policy from {day})"),
    }.get(cap.on, _("at most {most} in fees a tax year (policy from {day})"))
    return words.format(most=cap.amount, day=since)
