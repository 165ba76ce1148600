"""The most that is paid for an expense: whoever spent more reads how much is paid, and why."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, time
from fractions import Fraction

from alongside.domain.claims import Category, Handling
from alongside.domain.dates import say_date, say_minutes
from alongside.domain.expense_lines import ExpenseLine
from alongside.domain.meal_caps import meal_limit
from alongside.domain.money import NOTHING, Money
from alongside.domain.policy import Policy
from alongside.domain.policy_limits import Cap, CapOn
from alongside.i18n import _, ngettext

PAID_TO_THE_PERSON = frozenset({Handling.REIMBURSE, Handling.ADVANCED})
"""What we paid ourselves is spent already, and what was waived costs nothing: no cap on either."""
CARE = frozenset({Category.REPLACEMENT_CARE, Category.CHILDCARE})
JOURNEY = frozenset({Category.CAR, Category.MOTORCYCLE, Category.BICYCLE, Category.PASSENGER,
                     Category.BUS_TRAIN_TRAM, Category.TAXI})  # fmt: skip


@dataclass(frozen=True, slots=True)
class ExpenseFacts:
    """What a cap has to know of a day; what is not known limits nothing and says "check".

    `minutes_away` from home; the times of leaving and coming back; `region` of a night in the
    organisation's own words; `nights` away. `already` is on the same claim, by category.
    """

    day: date
    minutes_away: int | None = None
    left: time | None = None
    back: time | None = None
    region: str = ""
    nights: int = 1
    already: Mapping[Category, Money] = field(default_factory=dict, hash=False)


@dataclass(frozen=True, slots=True)
class Limit:
    """The most that is paid for a line, in words too; None if that cannot be told from the facts.

    `check` says what somebody must look up.
    """

    most: Money | None
    words: str = ""
    check: str = ""


def capped_expenses(
    policy: Policy, lines: Iterable[ExpenseLine], facts: ExpenseFacts
) -> tuple[ExpenseLine, ...]:
    """Return `lines` with those that are over a cap brought down to it, the reason in words.

    Only what is paid to the person is limited. Caps on one expense come first, then those on the
    whole claim, which give what is left to the lines in their order.
    """
    found = []
    used = dict(facts.already)
    for line in lines:
        if line.handling in PAID_TO_THE_PERSON and line.amount:
            limited = _limited(line, _limit(policy, line, facts))
            limited = _within_the_claim(policy, limited, facts.day, used)
            used[line.category] = used.get(line.category, NOTHING) + limited.amount
            found.append(limited)
        else:
            found.append(line)
    return tuple(found)


def caps_on(policy: Policy, on: CapOn, day: date) -> list[Cap]:
    """Return the caps of one kind on `day`: of each matter, those that started last."""
    started = [cap for cap in policy.caps if cap.on is on and cap.first <= day]
    newest = {cap.matter: cap.first for cap in sorted(started, key=lambda cap: cap.first)}
    return [cap for cap in started if cap.first == newest[cap.matter]]


def before_limit(why: str, spent: Money) -> str:
    """Return the reason of a line for which `spent` was, without what it says of a limit."""
    return why.partition(_limited_why("", spent, ""))[0]


def _limited_why(why: str, spent: Money, limit: str) -> str:
    # translators: the reason of a line, then what it says of a limit
    return _("{why}; {spent} spent, {limit}").format(why=why, spent=spent, limit=limit)


def _limited(line: ExpenseLine, limit: Limit | None) -> ExpenseLine:
    if limit is None:
        return line
    amount, why = line.amount, line.why
    if limit.most is not None and amount > limit.most:
        amount = limit.most
        why = _limited_why(why, line.amount, limit.words)
    if limit.check:
        why = _("{why}; {note}: check").format(why=why, note=limit.check)
    return replace(line, amount=amount, why=why)


def _limit(policy: Policy, line: ExpenseLine, facts: ExpenseFacts) -> Limit | None:
    """Return the limit on one expense by itself."""
    if line.category is Category.MEALS:
        caps = caps_on(policy, CapOn.MEAL, facts.day)
        found = meal_limit(caps, line, facts.minutes_away, facts.left, facts.back)
        return Limit(*found) if found else None
    if line.category is Category.OVERNIGHT:
        return _night(caps_on(policy, CapOn.NIGHT, facts.day), facts)
    cap = _about(caps_on(policy, CapOn.CARE_HOUR, facts.day), line.category, CARE)
    if cap:
        return _care(cap, line)
    cap = _about(caps_on(policy, CapOn.JOURNEY, facts.day), line.category, JOURNEY)
    if cap is None:
        return None
    words = _("at most {most} is paid for {what} (policy from {day})")
    return Limit(cap.amount, words.format(
        most=cap.amount, what=line.category.words, day=say_date(cap.first)))  # fmt: skip


def _about(caps: Iterable[Cap], category: Category, usual: Collection[Category]) -> Cap | None:
    """Return the lowest cap on this category: one that names it goes before one that does not."""
    named = [cap for cap in caps if category in cap.categories]
    wide = [cap for cap in caps if not cap.categories and category in usual]
    return min(named or wide, key=lambda cap: cap.amount, default=None)


def _care(cap: Cap, line: ExpenseLine) -> Limit:
    if not line.minutes:
        note = _("at most {rate} an hour is paid for {what}, and the hours are not known")
        return Limit(None, check=note.format(rate=cap.amount, what=line.category.words))
    most = cap.amount.times(Fraction(line.minutes, 60))
    words = _("at most {rate} an hour is paid for {what}: {most} for {length} (policy from {day})")
    return Limit(most, words.format(
        rate=cap.amount, what=line.category.words, most=most, length=say_minutes(line.minutes),
        day=say_date(cap.first),
    ))  # fmt: skip


def _night(caps: list[Cap], facts: ExpenseFacts) -> Limit | None:
    """Return the limit on a night: of the region, or of a cap for "elsewhere" or anywhere."""
    if not caps:
        return None
    region = facts.region.casefold()
    found = [cap for cap in caps if region and cap.region.casefold() == region]
    found = found or [cap for cap in caps if cap.region.casefold() in {"", "elsewhere"} and region]
    if not found and region:
        return None
    cap = max(found or caps, key=lambda cap: cap.amount)
    most = cap.amount.times(facts.nights)
    words = ngettext(
        "at most {most} is paid for {n} night",
        "at most {most} is paid for {n} nights",
        facts.nights,
    ).format(most=most, n=facts.nights)
    if cap.region and found:
        words = _("{words}, {region}").format(words=words, region=cap.region)
    words = _("{words} (policy from {day})").format(words=words, day=say_date(cap.first))
    is_same = len({each.amount for each in caps}) == 1
    return Limit(most, words, "" if found or is_same else _("the place of the night is not known"))


def _within_the_claim(
    policy: Policy, line: ExpenseLine, day: date, used: Mapping[Category, Money]
) -> ExpenseLine:
    """Return the line with no more than is left of the caps on the whole claim."""
    for cap in caps_on(policy, CapOn.CLAIM, day):
        if cap.categories and line.category not in cap.categories:
            continue
        spent = Money.total(
            amount for category, amount in used.items() if category in (cap.categories or used)
        )
        left = max(NOTHING, cap.amount - spent)
        words = _("{left} is left of the {most} that one claim may have (policy from {day})")
        if cap.categories:
            words = _("{left} is left of the {most} for this on one claim (policy from {day})")
        said = words.format(left=left, most=cap.amount, day=say_date(cap.first))
        line = _limited(line, Limit(left, said))
    return line
