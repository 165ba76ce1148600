"""Whether a claim comes late, and what is asked then: late claims come from uneven health."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from alongside.domain.agreements import latest
from alongside.domain.dates import say_date
from alongside.domain.policy import Policy
from alongside.domain.policy_limits import Deadline
from alongside.i18n import _, ngettext


@dataclass(frozen=True, slots=True)
class Lateness:
    """How late a claim is. It is never refused for it: the reason is asked and written down."""

    last_day: date
    days_late: int
    words: str
    needs_second_approval: bool = False


def lateness(policy: Policy, day: date, today: date) -> Lateness | None:
    """Return how late a claim made `today` for an activity on `day` is; None if it is in time.

    The rule of the activity's day counts. A month ends on the day of the same number, or the last
    of a shorter month. Source for warning, not refusing: "(d) 16" in our facts of the field.
    """
    rule = latest(policy.deadlines, day)
    if rule is None:
        return None
    last = last_day(rule, day)
    late = (today - last).days
    if late <= 0:
        return None
    words = ngettext("The last day to claim was {day}, {n} day ago: say why it is late.",
                     "The last day to claim was {day}, {n} days ago: say why it is late.",
                     late).format(day=say_date(last), n=late)  # fmt: skip
    if rule.second_approval:
        words = _("{words} A second person approves it.").format(words=words)
    return Lateness(last, late, words, rule.second_approval)


def last_day(rule: Deadline, day: date) -> date:
    """Return the last day on which a claim for an activity on `day` is in time."""
    if rule.days:
        return day + timedelta(days=rule.days)
    years, month = divmod(day.month - 1 + rule.months, 12)
    year = day.year + years
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
