"""Describes the tables of a policy file about what is spent: miles, caps, proof, who approves."""

from typing import Any

from alongside.domain.claims import Category, Section
from alongside.domain.policy_keys import Choices, Holds, Key, TableKind, from_day, some
from alongside.domain.policy_limits import PERSON_CAPS, CapOn, Instead
from alongside.i18n import _


def kinds() -> list[TableKind]:
    """Return them in the order of the help page."""
    return [_mileage(), _cap(), _receipt(), _approval_before(), _deadline(), _approval()]


def _lines(hint: str, **more: Any) -> Key:
    expenses = [each for each in Category if each.section is Section.EXPENSE]
    return some("lines", _("For these costs"), expenses, hint, **more)


def _mile(name: str, label: str, hint: str = "", *, is_needed: bool = False) -> Key:
    return Key(name, label, Holds.MONEY, hint or _("Like 0.45"), is_needed=is_needed)


def _mileage() -> TableKind:
    return TableKind(
        "mileage", _("Miles"),
        _("What a mile is worth. A new rule takes the place of the whole one before it, so write "
          "every vehicle again."),
        (
            from_day(),
            _mile("car", _("A mile by car or van"), is_needed=True),
            _mile("motorcycle", _("A mile by motorcycle")),
            _mile("bicycle", _("A mile by bicycle")),
            _mile("passenger", _("For each passenger"), _("For a mile, on top, by name")),
            _mile("car_over_10000", _("By car, after that many miles"),
                  _("The lower rate of the tax year, like 0.25"), is_needed=True),
            _mile("public_transport", _("Where a bus would suit as well"),
                  _("A lower rate by car; empty if there is none")),
            Key("full_rate_miles", _("Miles a year at the full rate"), Holds.NUMBER,
                _("Empty for 10,000"), most=100_000),
        ),
    )  # fmt: skip


def _caps() -> Choices:
    return (
        ("claim", _("the expenses of one claim")),
        ("journey", _("one cost of a journey")),
        ("meal", _("one meal")),
        ("night", _("one night away")),
        ("care_hour", _("one hour of care")),
        ("fees_week", _("a person’s fees in a week")),
        ("fees_month", _("a person’s fees in a month")),
        ("fees_year", _("a person’s fees in a tax year")),
        ("activities_week", _("a person’s paid activities in a week")),
    )


def _cap() -> TableKind:
    amounts = frozenset(set(CapOn) - {CapOn.ACTIVITIES_WEEK})
    meal, night = frozenset({CapOn.MEAL}), frozenset({CapOn.NIGHT})
    lines = frozenset({CapOn.CLAIM, CapOn.JOURNEY, CapOn.CARE_HOUR})
    return TableKind(
        "cap", _("Cap"),
        _("The most that is paid: for a claim, a journey, a meal, a night, an hour of care, or to "
          "one person in a week, month or year."),
        (
            from_day(),
            Key("on", _("What is limited"), Holds.CHOICE, is_needed=True, choices=_caps()),
            Key("amount", _("The most"), Holds.MONEY, is_needed=True, only_for=amounts),
            _lines(_("Nothing ticked is all."), only_for=lines),
            Key("name", _("Which meal"), Holds.WORDS, _("Like lunch; empty for any"),
                only_for=meal),
            Key("hours_away", _("Least hours away"), Holds.LENGTH, only_for=meal),
            Key("left_before", _("Left home before"), Holds.TIME, only_for=meal),
            Key("back_after", _("Came back after"), Holds.TIME, only_for=meal),
            Key("region", _("Where"), Holds.WORDS, _("Like London; “elsewhere” is any other place"),
                only_for=night),
            Key("stops", _("Fees stop there"), Holds.TICK, _("Not ticked: only a warning"),
                only_for=PERSON_CAPS),
            Key("count", _("How many activities"), Holds.NUMBER, is_needed=True, most=100,
                only_for=frozenset({CapOn.ACTIVITIES_WEEK})),
        ),
        "on",
    )  # fmt: skip


def _receipt() -> TableKind:
    is_needed = frozenset({True})
    return TableKind(
        "receipt", _("Receipts"), _("Which costs need a receipt, and what will do instead."),
        (
            from_day(),
            _lines(_("Nothing ticked is all without a rule of their own.")),
            Key("needed", _("A receipt is"), Holds.CHOICE,
                choices=((True, _("needed")), (False, _("never needed")))),
            Key("above", _("Above this amount"), Holds.MONEY, _("Empty for any amount"),
                only_for=is_needed),
            some("instead", _("What will do instead"), Instead, "", only_for=is_needed),
            Key("own_statement_to", _("Their own word will do up to"), Holds.MONEY,
                _("Empty for any amount"), only_for=is_needed),
        ),
        "needed",
    )  # fmt: skip


def _approval_before() -> TableKind:
    return TableKind(
        "approval_before", _("Agreed beforehand"),
        _("Which costs are agreed before they are spent. A person’s usual cost can be agreed until "
          "a day."),
        (
            from_day(),
            _lines("", is_needed=True),
            Key("above", _("Above this amount"), Holds.MONEY, _("Empty for any amount")),
        ),
    )  # fmt: skip


def _deadline() -> TableKind:
    return TableKind(
        "deadline", _("Deadline"),
        _("How long people have to claim. Late is a question and a reason, never a refusal."),
        (
            from_day(),
            Key("days", _("In days"), Holds.NUMBER, _("After the activity; either this or months"),
                most=1000),
            Key("months", _("In months"), Holds.NUMBER, most=36),
            Key("second_approval", _("Two approve late ones"), Holds.TICK),
        ),
    )  # fmt: skip


def _approval() -> TableKind:
    return TableKind(
        "approval", _("Second approval"), _("When a second person approves a claim."),
        (
            from_day(),
            Key("second_above", _("For more than"), Holds.MONEY, _("This, the days, or both")),
            Key("bank_change_days", _("Days after bank details changed"), Holds.NUMBER, most=366),
        ),
    )  # fmt: skip
