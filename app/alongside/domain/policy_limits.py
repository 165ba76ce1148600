"""What a policy says of limits and proof: caps, receipts, what is agreed first, who approves."""

from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum

from alongside.domain.claims import Category
from alongside.domain.money import NOTHING, Money
from alongside.i18n import _


class CapOn(StrEnum):
    """What a cap limits: an expense, or what one person is offered in all groups together."""

    CLAIM = "claim"
    JOURNEY = "journey"
    MEAL = "meal"
    NIGHT = "night"
    CARE_HOUR = "care_hour"
    FEES_WEEK = "fees_week"
    FEES_MONTH = "fees_month"
    FEES_YEAR = "fees_year"
    ACTIVITIES_WEEK = "activities_week"

    @property
    def is_on_person(self) -> bool:
        """Whether it counts what a person is offered over time, not one expense."""
        return self in PERSON_CAPS


PERSON_CAPS = frozenset({CapOn.FEES_WEEK, CapOn.FEES_MONTH, CapOn.FEES_YEAR, CapOn.ACTIVITIES_WEEK})


@dataclass(frozen=True, slots=True)
class Cap:
    """The most that is paid, from a day on.

    `amount` is for one claim, journey, meal, night or hour of care, or for a person's week, month
    or tax year; `count` is the number of paid activities in a week. `categories` narrow a cap on
    a claim, a journey or care. A meal may have a `name` ("lunch"), the least `minutes_away` from
    home, and times: left home before, or came home after. A night may have a `region` in the
    organisation's own words. A cap on a person warns; one that `stops` limits the fee as well.
    """

    first: date
    on: CapOn
    amount: Money = NOTHING
    count: int = 0
    categories: frozenset[Category] = frozenset()
    name: str = ""
    minutes_away: int = 0
    left_before: time | None = None
    back_after: time | None = None
    region: str = ""
    stops: bool = False

    @property
    def matter(self) -> tuple[object, ...]:
        """What the cap is about: later ones about the same take the place of all before them."""
        return self.on, self.categories, self.name.casefold(), self.region.casefold()

    @property
    def step(self) -> tuple[object, ...]:
        """Which step of its matter it is: the least time away, and the times of the day."""
        return self.minutes_away, self.left_before, self.back_after


class Instead(StrEnum):
    """What may stand in for a receipt that is lost, or that nobody gave."""

    BANK_STATEMENT = "bank_statement"
    CONTACTLESS_STATEMENT = "contactless_statement"
    COPY = "copy"
    STAFF_WITNESS = "staff_witness"
    SELF_STATEMENT = "self_statement"

    @property
    def words(self) -> str:
        """What it is, as people say it."""
        return {
            Instead.BANK_STATEMENT: _("a bank statement"),
            Instead.CONTACTLESS_STATEMENT: _("a statement of contactless fares"),
            Instead.COPY: _("a copy or a photo"),
            Instead.STAFF_WITNESS: _("the word of a member of staff who saw it"),
            Instead.SELF_STATEMENT: _("the person’s own signed statement"),
        }[self]


@dataclass(frozen=True, slots=True)
class Receipt:
    """For which expenses a receipt is needed: those over `above`, of `categories` or of all.

    `instead` are the alternatives; the person's own statement will do for `own_statement_to` at
    most, or for any amount if that is None. Where `is_needed` is false none is ever asked for.
    """

    first: date
    categories: frozenset[Category] = frozenset()
    above: Money = NOTHING
    instead: frozenset[Instead] = frozenset()
    own_statement_to: Money | None = None
    is_needed: bool = True


@dataclass(frozen=True, slots=True)
class ApprovalBefore:
    """Which expenses over `above` are agreed before they are spent."""

    first: date
    categories: frozenset[Category]
    above: Money = NOTHING


@dataclass(frozen=True, slots=True)
class Deadline:
    """How many days or months after the activity a claim is late; late is a question, not a no."""

    first: date
    days: int = 0
    months: int = 0
    second_approval: bool = False


@dataclass(frozen=True, slots=True)
class ApprovalRules:
    """When a second person approves a claim: above an amount, or soon after new bank details.

    `second_above` None asks for none by amount, `bank_change_days` 0 for none by bank details.
    """

    first: date = date.min
    second_above: Money | None = None
    bank_change_days: int = 0
