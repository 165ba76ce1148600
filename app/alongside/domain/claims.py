"""What a claim is made of: kinds of cost, how each is handled, what a person decided."""

from enum import StrEnum

from alongside.i18n import _


class Section(StrEnum):
    """Fees and expenses never merge, on any screen, form, total, report or file."""

    FEE = "fee"
    EXPENSE = "expense"


class ClaimState(StrEnum):
    """Where a claim stands on its way from draft to paid.

    From `READY` on it is issued, and never changes: what was wrong is withdrawn or returned, and
    drafted anew.
    """

    DRAFT = "draft"
    READY = "issued"
    SIGNED = "signed"
    APPROVED = "approved"
    IN_RUN = "in_run"
    PAID = "paid"
    RETURNED = "returned"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"

    @property
    def words(self) -> str:
        """The state as people say it."""
        return {
            ClaimState.DRAFT: _("draft"),
            ClaimState.READY: _("ready to sign"),
            ClaimState.SIGNED: _("signed"),
            ClaimState.APPROVED: _("approved"),
            ClaimState.IN_RUN: _("in a payment run"),
            ClaimState.PAID: _("paid"),
            ClaimState.RETURNED: _("returned"),
            ClaimState.REFUSED: _("refused"),
            ClaimState.WITHDRAWN: _("withdrawn"),
        }[self]

    @property
    def is_issued(self) -> bool:
        """Whether its form is finished, and it never changes."""
        return self is not ClaimState.DRAFT

    @property
    def is_gone(self) -> bool:
        """Whether another claim has its lines now, so that this one counts nowhere."""
        return self in GONE

    @property
    def is_open(self) -> bool:
        """Whether somebody still has something to do about it."""
        return self in OPEN


GONE = frozenset({ClaimState.RETURNED, ClaimState.WITHDRAWN})
"""Taken back: the same lines stand on a claim that was drafted anew."""
OPEN = frozenset({ClaimState.DRAFT, ClaimState.READY, ClaimState.SIGNED, ClaimState.APPROVED,
                  ClaimState.IN_RUN})  # fmt: skip


class Category(StrEnum):
    """What a line is for (domain list 3.3). The first nine are fees, the rest are expenses."""

    ATTENDANCE = "attendance"
    PREPARATION = "preparation"
    HOME_MEETING = "home_meeting"
    CANCELLATION = "cancellation"
    TASK = "task"
    TRAVEL_TIME = "travel_time"
    ONLINE_SET_UP = "online_set_up"
    DEBRIEF = "debrief"
    RETAINER = "retainer"
    CAR = "car"
    MOTORCYCLE = "motorcycle"
    BICYCLE = "bicycle"
    PASSENGER = "passenger"
    BUS_TRAIN_TRAM = "bus_train_tram"
    TAXI = "taxi"
    PARKING = "parking"
    TOLLS = "tolls"
    MEALS = "meals"
    OVERNIGHT = "overnight"
    SUPPORT_WORKER = "support_worker"
    COMMUNICATION = "communication"
    REPLACEMENT_CARE = "replacement_care"
    CHILDCARE = "childcare"
    PHONE_AND_DATA = "phone_and_data"
    PRINTING_AND_POST = "printing_and_post"
    OTHER = "other"

    @property
    def words(self) -> str:
        """The category as people say it."""
        return {
            Category.ATTENDANCE: _("attendance"),
            Category.PREPARATION: _("preparation"),
            Category.HOME_MEETING: _("allowance for meeting from home"),
            Category.CANCELLATION: _("cancelled at short notice"),
            Category.TASK: _("task"),
            Category.TRAVEL_TIME: _("travel time"),
            Category.ONLINE_SET_UP: _("getting ready to take part online"),
            Category.DEBRIEF: _("debrief"),
            Category.RETAINER: _("retainer"),
            Category.CAR: _("car mileage"),
            Category.MOTORCYCLE: _("motorcycle mileage"),
            Category.BICYCLE: _("bicycle mileage"),
            Category.PASSENGER: _("passengers carried"),
            Category.BUS_TRAIN_TRAM: _("bus, train or tram"),
            Category.TAXI: _("taxi"),
            Category.PARKING: _("parking"),
            Category.TOLLS: _("tolls"),
            Category.MEALS: _("meals and drinks"),
            Category.OVERNIGHT: _("overnight stay"),
            Category.SUPPORT_WORKER: _("personal assistant or support worker"),
            Category.COMMUNICATION: _("communication support"),
            Category.REPLACEMENT_CARE: _("replacement care"),
            Category.CHILDCARE: _("childcare"),
            Category.PHONE_AND_DATA: _("phone and data"),
            Category.PRINTING_AND_POST: _("printing and post"),
            Category.OTHER: _("other"),
        }[self]

    @property
    def section(self) -> Section:
        """Whether a line of this category is a fee or an expense."""
        return Section.FEE if self in FEE_CATEGORIES else Section.EXPENSE

    @property
    def is_by_mile(self) -> bool:
        """Whether the amount comes from miles and a rate, not from what was spent."""
        return self in MILEAGE


FEE_CATEGORIES = frozenset(
    {
        Category.ATTENDANCE,
        Category.PREPARATION,
        Category.HOME_MEETING,
        Category.CANCELLATION,
        Category.TASK,
        Category.TRAVEL_TIME,
        Category.ONLINE_SET_UP,
        Category.DEBRIEF,
        Category.RETAINER,
    }
)
MILEAGE = frozenset({Category.CAR, Category.MOTORCYCLE, Category.BICYCLE, Category.PASSENGER})
BY_HOUR = frozenset(
    {Category.SUPPORT_WORKER, Category.COMMUNICATION, Category.REPLACEMENT_CARE, Category.CHILDCARE}
)


class Handling(StrEnum):
    """How a cost is met (domain list 3.4); only the first is paid to the person."""

    REIMBURSE = "reimburse"
    PAID_DIRECT = "paid_direct"
    ADVANCED = "advanced"
    ON_ACCOUNT = "on_account"
    WAIVED = "waived"

    @property
    def words(self) -> str:
        """The handling as people say it."""
        return {
            Handling.REIMBURSE: _("reimburse"),
            Handling.PAID_DIRECT: _("paid direct"),
            Handling.ADVANCED: _("advanced in cash"),
            Handling.ON_ACCOUNT: _("on account"),
            Handling.WAIVED: _("waived"),
        }[self]


class Decision(StrEnum):
    """What a person decided about a fee that was offered; a chosen zero is not unpaid work."""

    ACCEPT = "accept"
    LESS = "less"
    DECLINE = "decline"
    DONATE = "donate"
    IN_KIND = "in_kind"

    @property
    def words(self) -> str:
        """The decision as people say it."""
        return {
            Decision.ACCEPT: _("accepted"),
            Decision.LESS: _("chose a smaller fee"),
            Decision.DECLINE: _("chose no fee"),
            Decision.DONATE: _("gave the fee away"),
            Decision.IN_KIND: _("chose something in kind"),
        }[self]
