"""Payment runs: how people are paid, and what may become of a payment."""

from dataclasses import dataclass
from enum import StrEnum

from alongside.domain.errors import UserError
from alongside.domain.money import NOTHING, Money
from alongside.domain.people import PayChoice
from alongside.i18n import _


class PayMethod(StrEnum):
    """The way the money of a run goes."""

    BANK = "bank"
    CHEQUE = "cheque"
    CASH = "cash"
    VOUCHER = "voucher"

    @property
    def words(self) -> str:
        """The method as people say it."""
        return {
            PayMethod.BANK: _("bank transfer"),
            PayMethod.CHEQUE: _("cheque"),
            PayMethod.CASH: _("cash"),
            PayMethod.VOUCHER: _("voucher"),
        }[self]


class RunState(StrEnum):
    """Where a payment run stands."""

    OPEN = "open"
    SENT = "sent"
    VOID = "void"

    @property
    def words(self) -> str:
        """The state as people say it."""
        return {
            RunState.OPEN: _("not sent yet"),
            RunState.SENT: _("sent"),
            RunState.VOID: _("void"),
        }[self]


class PaymentState(StrEnum):
    """What became of one payment."""

    WAITING = "waiting"
    PAID = "paid"
    PART_PAID = "part_paid"
    BOUNCED = "bounced"
    TAKEN_OUT = "taken_out"

    @property
    def words(self) -> str:
        """The state as people say it."""
        return {
            PaymentState.WAITING: _("waiting"),
            PaymentState.PAID: _("paid"),
            PaymentState.PART_PAID: _("paid in part"),
            PaymentState.BOUNCED: _("came back"),
            PaymentState.TAKEN_OUT: _("taken out"),
        }[self]


GOES_OUT = frozenset({PaymentState.WAITING, PaymentState.PAID, PaymentState.PART_PAID})
"""Neither taken out nor come back."""


@dataclass(frozen=True, slots=True)
class Sum:
    """An amount of money whose fees and expenses stay apart."""

    fees: Money = NOTHING
    expenses: Money = NOTHING

    @property
    def together(self) -> Money:
        """What goes to the bank for both; shown only beside the two."""
        return self.fees + self.expenses

    def less(self, other: "Sum") -> "Sum":
        """Return what is left of this without `other`."""
        return Sum(self.fees - other.fees, self.expenses - other.expenses)

    @classmethod
    def of(cls, sums: "list[Sum]") -> "Sum":
        """Return several together, fees with fees and expenses with expenses."""
        return cls(Money.total(s.fees for s in sums), Money.total(s.expenses for s in sums))


@dataclass(frozen=True, slots=True)
class Ways:
    """How the fees of somebody go, and how their expenses; None where they have to be asked."""

    fees: PayMethod | None
    expenses: PayMethod | None


def ways_for(
    choice: PayChoice, *, has_account: bool, has_address: bool, this_time: PayMethod | None = None
) -> Ways:
    """Return how somebody who chose `choice` is paid, or as they said `this_time`.

    Expenses are paid back in money, whatever the fees are: a voucher would leave people out of
    pocket. It goes to their account, or as a cheque if there is an address, or else as cash.
    """
    money = PayMethod.CASH
    if has_account or has_address:
        money = PayMethod.BANK if has_account else PayMethod.CHEQUE
    method = this_time or {
        PayChoice.CHEQUE: PayMethod.CHEQUE,
        PayChoice.CASH: PayMethod.CASH,
        PayChoice.VOUCHER: PayMethod.VOUCHER,
        PayChoice.IN_KIND: money,
        PayChoice.ASK: None,
    }.get(choice, PayMethod.BANK)
    return Ways(method, money if method is PayMethod.VOUCHER else method)


def check_part(due: Sum, paid: Sum, *, for_all: str, for_nothing: str) -> None:
    """Raise UserError unless `paid` is part of what was `due`: more than nothing, less than all.

    The words say what to do instead `for_all` of it, or `for_nothing`.
    """
    for field, most, given in (
        ("fees", due.fees, paid.fees), ("expenses", due.expenses, paid.expenses),
    ):  # fmt: skip
        if given < NOTHING:
            raise UserError(field, _("An amount cannot be less than nothing."))
        if given > most:
            words = _("That is more than the {amount} that was due.")
            raise UserError(field, words.format(amount=most))
    if paid == due:
        raise UserError("fees", for_all)
    if paid.together == NOTHING:
        raise UserError("fees", for_nothing)
