"""Says each rule of a policy in a sentence, for those who never see its file."""

from collections.abc import Collection, Iterable, Mapping
from functools import singledispatch
from typing import Any

from alongside.domain.claims import Category
from alongside.domain.dates import say_minutes, say_time
from alongside.domain.money import Money
from alongside.domain.policy import Mileage
from alongside.domain.policy_example import Example
from alongside.domain.policy_keys import Holds, Key
from alongside.domain.policy_limits import (
    ApprovalBefore,
    ApprovalRules,
    Cap,
    CapOn,
    Deadline,
    Receipt,
)
from alongside.domain.policy_sentences_time import from_when, say_time_rule
from alongside.domain.policy_values import chosen, say_value
from alongside.i18n import _, ngettext


@singledispatch
def say_rule(rule: Any) -> str:
    """Return a rule in one sentence: for whom, what, and from which day."""
    return say_time_rule(rule)


def say_inner(keys: Iterable[Key], values: Mapping[str, Any]) -> str:
    """Return a table inside of another in words ("taxi, £11.00")."""
    found = []
    for key in keys:
        if key.name not in values:
            continue
        value = values[key.name]
        if key.holds is Holds.CHOICE:
            found.append(dict(key.choices).get(chosen(key, value), str(value)))
        elif key.holds is Holds.MONEY:
            found.append(str(Money.parse(value, "")))
        else:
            found.append(say_value(key, value))
    return ", ".join(found)


@say_rule.register
def _mileage(rule: Mileage) -> str:
    words = {
        Category.CAR: _("car {rate} a mile up to {miles} miles a year, then {then}"),
        Category.MOTORCYCLE: _("motorcycle {rate}"),
        Category.BICYCLE: _("bicycle {rate}"),
        Category.PASSENGER: _("{rate} for each passenger"),
    }
    said = [
        words[vehicle].format(
            rate=rate, miles=f"{rule.full_rate_miles:,}", then=rule.car_over_10000
        )
        for vehicle, rate in rule.rates.items()
    ]
    if rule.public_transport is not None:
        bus = _("{rate} where a bus would suit as well").format(rate=rule.public_transport)
        said.append(bus)
    return from_when("; ".join(said), rule.first)


@say_rule.register
def _cap(rule: Cap) -> str:
    words = {
        CapOn.CLAIM: _("{amount} for the expenses of a claim"),
        CapOn.JOURNEY: _("{amount} for one cost of a journey"),
        CapOn.MEAL: _("{amount} for a meal"),
        CapOn.NIGHT: _("{amount} for a night"),
        CapOn.CARE_HOUR: _("{amount} for an hour of care"),
        CapOn.FEES_WEEK: _("{amount} in fees for a person in a week"),
        CapOn.FEES_MONTH: _("{amount} in fees for a person in a month"),
        CapOn.FEES_YEAR: _("{amount} in fees for a person in a tax year"),
        CapOn.ACTIVITIES_WEEK: ngettext(
            "{n} paid activity for a person in a week",
            "{n} paid activities for a person in a week",
            rule.count,
        ),
    }[rule.on]
    said = [_("at most {what}").format(what=words.format(amount=rule.amount, n=rule.count))]
    said += [rule.name, rule.region, _names(rule.categories)]
    if rule.minutes_away:
        away = _("away for {hours} at least").format(hours=say_minutes(rule.minutes_away))
        said.append(away)
    if rule.left_before:
        said.append(_("left home before {time}").format(time=say_time(rule.left_before)))
    if rule.back_after:
        said.append(_("came back after {time}").format(time=say_time(rule.back_after)))
    if rule.on.is_on_person:
        said.append(_("fees stop there") if rule.stops else _("only a warning"))
    return from_when(", ".join(filter(None, said)), rule.first)


@say_rule.register
def _receipt(rule: Receipt) -> str:
    lines = _names(rule.categories) or _("all other costs")
    if not rule.is_needed:
        what = _("no receipt for {lines}").format(lines=lines)
    elif rule.above:
        what = _("a receipt for {lines} above {amount}").format(lines=lines, amount=rule.above)
    else:
        what = _("a receipt for {lines}").format(lines=lines)
    if rule.instead:
        instead = ", ".join(each.words for each in sorted(rule.instead))
        what = _("{what}, or {instead}").format(what=what, instead=instead)
    if rule.own_statement_to is not None:
        up_to = _("their own statement up to {amount}").format(amount=rule.own_statement_to)
        what = f"{what}; {up_to}"
    return from_when(what, rule.first)


@say_rule.register
def _approval_before(rule: ApprovalBefore) -> str:
    lines = _names(rule.categories)
    if rule.above:
        words = _("{lines} above {amount}, agreed beforehand")
        return from_when(words.format(lines=lines, amount=rule.above), rule.first)
    return from_when(_("{lines}, agreed beforehand").format(lines=lines), rule.first)


@say_rule.register
def _deadline(rule: Deadline) -> str:
    time = (
        ngettext("{n} day", "{n} days", rule.days).format(n=rule.days)
        if rule.days
        else ngettext("{n} month", "{n} months", rule.months).format(n=rule.months)
    )
    what = _("claims within {time}; later ones with a reason").format(time=time)
    if rule.second_approval:
        second = _("a second person approves them")
        what = f"{what}; {second}"
    return from_when(what, rule.first)


@say_rule.register
def _approval(rule: ApprovalRules) -> str:
    said = []
    if rule.second_above is not None:
        said.append(_("for more than {amount}").format(amount=rule.second_above))
    if rule.bank_change_days:
        words = ngettext("in the {n} day after bank details changed",
                         "in the {n} days after bank details changed",
                         rule.bank_change_days)  # fmt: skip
        said.append(words.format(n=rule.bank_change_days))
    what = _("a second person approves: {when}").format(when=", ".join(said))
    return from_when(what, rule.first)


@say_rule.register
def _example(example: Example) -> str:
    return example.name


def _names(lines: Collection[Category]) -> str:
    return ", ".join(each.words for each in sorted(lines))
