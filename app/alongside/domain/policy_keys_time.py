"""Describes the tables of a policy file about people's time: fees, and what is paid beside."""

from alongside.domain.meetings import ActivityKind, Role
from alongside.domain.policy_keys import LEFT_OUT, Choices, Holds, Key, TableKind, from_day, some
from alongside.domain.policy_rules import Region, Shape
from alongside.i18n import _


def kinds() -> list[TableKind]:
    """Return them in the order of the help page."""
    matter, anywhere = _matter(), (*_matter(), _where())
    return [
        _fee(),
        TableKind(
            "part", _("Part of a meeting"),
            _("How someone is paid who came late or left early. Without it, in full."),
            (*anywhere, Key("pays", _("They are paid"), Holds.CHOICE, is_needed=True, choices=(
                ("full", _("in full")), ("by_time", _("for the time they were there")),
                ("floor", _("for the time, but a share of the fee at least")))),
             _percent(_("Per cent of the fee at least"), only_for=frozenset({"floor"}))),
            "pays",
        ),
        TableKind("preparation", _("Preparation"),
                  _("What is offered for getting ready: a set amount, or by the hour."),
                  (*anywhere, *_timed())),
        TableKind("travel_time", _("Travel time"),
                  _("A fee for the time of the journey. What the journey costs is an expense."),
                  (*matter, *_timed())),
        TableKind("online", _("Getting ready to take part online"),
                  _("A set amount for each time that someone takes part online."),
                  (*matter, _amount())),
        TableKind("debrief", _("Debrief"), _("A set amount for talking it over afterwards."),
                  (*anywhere, _amount())),
        _retainer(),
        TableKind("home_meeting", _("Allowance for meeting from home"),
                  _("For phone, internet, paper and ink, for each meeting from home."),
                  (*matter, _amount())),
        _cancellation(),
    ]  # fmt: skip


def _matter() -> tuple[Key, ...]:
    return (
        from_day(),
        some("activities", _("For these activities"), ActivityKind, _("Nothing ticked is all.")),
        some("roles", _("For these roles"), Role, _("Nothing ticked is all.")),
    )


def _where() -> Key:
    choices = (("any", _("in the room or online")), ("in person", _("only in the room")),
               ("online", _("only online")))  # fmt: skip
    return Key("where", _("Taking part"), Holds.CHOICE, choices=choices)


def _amount() -> Key:
    return Key("amount", _("Amount"), Holds.MONEY, is_needed=True)


def _percent(label: str, only_for: frozenset[str] = frozenset()) -> Key:
    hint = _("A number from 0 to 100")
    return Key("percent", label, Holds.NUMBER, hint, is_needed=True, most=100, only_for=only_for)


def _timed() -> tuple[Key, ...]:
    return (
        Key("amount", _("Set amount"), Holds.MONEY, _("Either this or an amount for an hour")),
        Key("rate", _("Amount for an hour"), Holds.MONEY),
        Key("most_hours", _("Most hours paid"), Holds.LENGTH, _("By the hour only, or empty")),
    )  # fmt: skip


def _fee() -> TableKind:
    half_day, hourly, standard = Shape.HALF_AND_FULL_DAY, Shape.HOURLY, Shape.STANDARD_TIME
    return TableKind(
        "fee", _("Fee"),
        _("What is offered for taking part. Every policy has one; it may offer none."),
        (
            *_matter(), _where(),
            Key("shape", _("How it is worked out"), Holds.CHOICE, is_needed=True,
                choices=_shapes()),
            Key("half", _("Half a day"), Holds.MONEY, is_needed=True, only_for=_for(half_day)),
            Key("full", _("A full day"), Holds.MONEY, is_needed=True, only_for=_for(half_day)),
            Key("amount", _("Amount"), Holds.MONEY, _("Of one block, or of the task"),
                is_needed=True, only_for=_for(Shape.BLOCK, Shape.PER_TASK)),
            Key("rate", _("Amount for an hour"), Holds.MONEY, is_needed=True,
                only_for=_for(hourly, standard)),
            Key("hours", _("Hours"), Holds.LENGTH,
                _("From which a day is full, of one block, or that are paid"),
                is_needed=True, only_for=_for(half_day, Shape.BLOCK, standard)),
            Key("round_to", _("Minutes that time is rounded to"), Holds.NUMBER,
                _("15 for a quarter of an hour, 30 for half; empty: by the minute"), most=60,
                only_for=_for(hourly)),
            Key("rounding", _("Rounded"), Holds.CHOICE, only_for=_for(hourly),
                choices=(("up", _("up")), ("nearest", _("to the nearest")), ("down", _("down")))),
            Key("least_hours", _("Least hours paid"), Holds.LENGTH, _("Empty: no least"),
                only_for=_for(hourly)),
        ),
        "shape",
    )  # fmt: skip


def _for(*shapes: Shape) -> frozenset[Shape]:
    return frozenset(shapes)


def _shapes() -> Choices:
    return (
        ("hourly", _("an amount for each hour")),
        ("half_and_full_day", _("half a day and a full day")),
        ("block", _("blocks of time: a part of one counts as whole")),
        ("per_task", _("a set amount, however long it takes")),
        ("standard_time", _("a standard time, however long it takes")),
        ("nil", _("no fee is offered")),
    )


def _retainer() -> TableKind:
    each = (("month", _("month")), ("quarter", _("quarter of a year")), ("year", _("year")))
    return TableKind(
        "retainer", _("Retainer"), _("A set amount for holding a role, whatever is done in it."),
        (
            from_day(),
            some("roles", _("For these roles"), Role, _("Nothing ticked is all.")),
            _amount(),
            Key("each", _("Paid each"), Holds.CHOICE, is_needed=True, choices=each),
        ),
    )  # fmt: skip


def _cancellation() -> TableKind:
    nations = tuple((each.value, each.words) for each in Region)
    return TableKind(
        "cancellation", _("Cancellation"),
        _("What part of the fee is offered when a meeting, or a person, cancels late. Write one "
          "for each step of notice."),
        (
            *_matter(),
            Key("by", _("Who cancelled"), Holds.CHOICE, is_needed=True,
                choices=(("person", _("the person")), ("organisation", _("we did")))),
            Key("days", _("Days of notice"), Holds.NUMBER, _("So many, or fewer"),
                is_needed=True, most=366),
            _percent(_("Per cent of the fee")),
            Key("notice", _("Days are"), Holds.CHOICE,
                choices=(("calendar", _("every day")), ("working", _("Monday to Friday")))),
            Key("holidays", _("Without bank holidays of"), Holds.CHOICE,
                only_for=frozenset({"working"}),
                choices=((LEFT_OUT, _("nobody: they count as days")), *nations)),
        ),
        "notice",
    )  # fmt: skip
