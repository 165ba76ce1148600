"""The most that is paid for a meal, by which meal it was and how long somebody was away."""

import re
from collections.abc import Sequence
from datetime import time

from alongside.domain.dates import say_date, say_minutes, say_time
from alongside.domain.expense_lines import ExpenseLine
from alongside.domain.money import NOTHING, Money
from alongside.domain.policy_limits import Cap
from alongside.i18n import _


def meal_limit(
    caps: Sequence[Cap],
    line: ExpenseLine,
    minutes_away: int | None,
    left: time | None,
    back: time | None,
) -> tuple[Money, str, str] | None:
    """Return the most that is paid for a meal, that in words, and what to check; None for no cap.

    A cap with a name is for the lines that have it in their words; the others are for the rest.
    Of the steps that were reached, the dearest holds. What is not known counts as reached, and is
    to be checked wherever it makes a difference.
    """
    named = [cap for cap in caps if cap.name and _names(cap.name, line.words)]
    found = named or [cap for cap in caps if not cap.name]
    if not found:
        return None
    reached = [cap for cap in found if _holds(cap, minutes_away, left, back) is True]
    possible = [cap for cap in found if _holds(cap, minutes_away, left, back) is not False]
    sure = max((cap.amount for cap in reached), default=NOTHING)
    what = named[0].name if named else line.category.words
    if not possible:
        words = _("nothing is paid for {what}: it needs {conditions} (policy from {day})")
        cap = min(found, key=lambda cap: cap.amount)
        said = words.format(what=what, conditions=_conditions(cap), day=say_date(cap.first))
        return NOTHING, said, ""
    cap = max(possible, key=lambda cap: cap.amount)
    conditions = _conditions(cap)
    words = _("at most {most} is paid for {what} (policy from {day})")
    if conditions:
        words = _("at most {most} is paid for {what}, {conditions} (policy from {day})")
    said = words.format(most=cap.amount, what=what, conditions=conditions, day=say_date(cap.first))
    is_open = min(line.amount, cap.amount) > sure
    return cap.amount, said, _("the time away is not known") if is_open else ""


def _names(name: str, words: str) -> bool:
    """Whether `name` stands in `words` as a whole word."""
    return re.search(rf"\b{re.escape(name.casefold())}\b", words.casefold()) is not None


def _holds(cap: Cap, minutes_away: int | None, left: time | None, back: time | None) -> bool | None:
    """Whether the cap's conditions are met; None if a fact is missing that would tell."""
    answers = []
    if cap.minutes_away:
        answers.append(None if minutes_away is None else minutes_away >= cap.minutes_away)
    if cap.left_before:
        answers.append(None if left is None else left < cap.left_before)
    if cap.back_after:
        answers.append(None if back is None else back > cap.back_after)
    if False in answers:
        return False
    return None if None in answers else True


def _conditions(cap: Cap) -> str:
    """Return the conditions of a cap in words; "" if it has none."""
    said = []
    if cap.minutes_away:
        said.append(_("{length} or more away").format(length=say_minutes(cap.minutes_away)))
    if cap.left_before:
        said.append(_("leaving home before {time}").format(time=say_time(cap.left_before)))
    if cap.back_after:
        said.append(_("coming home after {time}").format(time=say_time(cap.back_after)))
    return ", ".join(said)
