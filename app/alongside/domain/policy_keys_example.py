"""Describes the examples of a policy file: what happened, and everything that should come of it."""

from alongside.domain.claims import FEE_CATEGORIES, MILEAGE, Category, Handling
from alongside.domain.meetings import ActivityKind, Role, State
from alongside.domain.policy_keys import LEFT_OUT, Holds, Key, TableKind, some
from alongside.domain.policy_limits import PERSON_CAPS, CapOn
from alongside.i18n import _


def kinds() -> list[TableKind]:
    """Return the one kind of table that examples are written in."""
    about = _("Something that could happen, and what should come of it. It changes nothing that is "
              "paid: it checks the policy.")  # fmt: skip
    return [TableKind("example", _("Example"), about, (*_what_happened(), *_what_should_come()))]


def _what_happened() -> tuple[Key, ...]:
    held = tuple((each.value, each.words) for each in State)
    came = sorted(held, key=lambda each: each[0] != State.ATTENDED.value)
    return (
        Key("name", _("What it is about"), Holds.WORDS, is_needed=True),
        Key("day", _("Day"), Holds.DAY, is_needed=True),
        Key("activity", _("Activity"), Holds.CHOICE,
            choices=tuple((each.value, each.words) for each in ActivityKind)),
        Key("role", _("Role"), Holds.CHOICE,
            choices=tuple((each.value, each.words) for each in Role)),
        Key("start", _("Starts"), Holds.TIME, _("Empty only if it is about a retainer")),
        Key("end", _("Ends"), Holds.TIME),
        Key("state", _("The mark on the register"), Holds.CHOICE, choices=tuple(came)),
        Key("arrived", _("Arrived late, at"), Holds.TIME),
        Key("left", _("Left early, at"), Holds.TIME),
        Key("preparation", _("Time of preparation"), Holds.LENGTH),
        Key("travel", _("Time of the journey"), Holds.LENGTH, _("There and back")),
        Key("notice_days", _("Days of notice"), Holds.NUMBER, _("For a cancellation"), most=366),
        Key("holidays", _("Bank holidays near the day"), Holds.DAYS),
        Key("retainer_to", _("A retainer, until"), Holds.DAY,
            _("Only if the example is about a retainer")),
        Key("car", _("Miles by car"), Holds.MILES),
        Key("motorcycle", _("Miles by motorcycle"), Holds.MILES),
        Key("bicycle", _("Miles by bicycle"), Holds.MILES),
        Key("passenger", _("Miles with passengers"), Holds.MILES),
        Key("passengers", _("Names of passengers"), Holds.NAMES),
        Key("public_transport", _("A bus would suit as well"), Holds.TICK),
        Key("miles_before", _("Miles by car this tax year before"), Holds.MILES),
        Key("spent", _("Other costs"), Holds.TABLES, keys=_spent()),
        Key("hours_away", _("Hours away from home"), Holds.LENGTH),
        Key("left_home", _("Left home at"), Holds.TIME),
        Key("back_home", _("Back home at"), Holds.TIME),
        Key("region", _("Where they stayed"), Holds.WORDS),
        Key("nights", _("Nights"), Holds.NUMBER, _("Empty for one"), most=100),
        Key("fees_before", _("Fees for other things"), Holds.TABLES, keys=_fees_before()),
        Key("claimed_on", _("Claimed on"), Holds.DAY, _("Empty for the day itself")),
        Key("bank_changed_on", _("Bank details changed on"), Holds.DAY),
    )  # fmt: skip


def _what_should_come() -> tuple[Key, ...]:
    unasked = _("Nothing ticked is not asked.")
    caps = {CapOn.FEES_WEEK: _("fees in a week"), CapOn.FEES_MONTH: _("fees in a month"),
            CapOn.FEES_YEAR: _("fees in a tax year"),
            CapOn.ACTIVITIES_WEEK: _("activities in a week")}  # fmt: skip
    return (
        Key("expect", _("What should come of it"), Holds.TABLES,
            _("Every line with its amount; none if nothing is paid"), is_needed=True,
            keys=_expect()),
        some("receipts", _("Lines that need a receipt"), Category, unasked, none=_("no line")),
        some("agree_first", _("Lines to agree beforehand"), Category, unasked, none=_("no line")),
        Key("warns", _("Caps that warn"), Holds.SOME, unasked, none=_("no cap"),
            choices=tuple((each.value, caps[each]) for each in CapOn if each in PERSON_CAPS)),
        Key("days_late", _("Days that the claim is late"), Holds.NUMBER,
            _("0 if it is not late; empty is not asked"), most=10_000),
        Key("second_approval", _("A second person approves"), Holds.CHOICE,
            choices=((LEFT_OUT, _("not asked")), (True, _("yes")), (False, _("no")))),
    )  # fmt: skip


def _spent() -> tuple[Key, ...]:
    costs = tuple(each for each in Category if each not in FEE_CATEGORIES | MILEAGE)
    return (
        Key("line", _("Which cost"), Holds.CHOICE, is_needed=True,
            choices=tuple((each.value, each.words) for each in costs)),
        Key("amount", _("Amount"), Holds.MONEY, _("Either this or an amount for an hour")),
        Key("rate", _("Amount for an hour"), Holds.MONEY),
        Key("hours", _("Hours"), Holds.LENGTH, _("By the hour only")),
        Key("words", _("What it was"), Holds.WORDS, _("Like lunch")),
        Key("paid", _("How it is met"), Holds.CHOICE,
            choices=tuple((each.value, each.words) for each in Handling)),
        Key("agreed_until", _("Agreed until"), Holds.DAY),
    )  # fmt: skip


def _fees_before() -> tuple[Key, ...]:
    return (
        Key("day", _("Day"), Holds.DAY, is_needed=True),
        Key("amount", _("Amount"), Holds.MONEY, is_needed=True),
    )


def _expect() -> tuple[Key, ...]:
    return (
        Key("line", _("Which line"), Holds.CHOICE, is_needed=True,
            choices=tuple((each.value, each.words) for each in Category)),
        Key("amount", _("Amount"), Holds.MONEY, is_needed=True),
    )  # fmt: skip
