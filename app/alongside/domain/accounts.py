"""What an accounts program is told of claims: who, when, how much, and nothing about access.

There is no place here for a description: what support a person has must not reach the ledger.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from alongside.domain.bank_layout import DateForm
from alongside.domain.dates import say_date
from alongside.domain.money import Money
from alongside.i18n import _


@dataclass(frozen=True, slots=True)
class AccountLine:
    """A fee or expenses of a claim, one line each: they are never merged.

    `claim_day` is when the claim was issued, `due_day` when it should be paid; `activity_day` is
    what it was for. `account_code` is the nominal account, `department` Sage's number for a group.
    """

    claim_number: str
    claim_day: date
    due_day: date
    member_reference: str
    member_name: str
    is_fee: bool
    activity_day: date
    amount: Money
    account_code: str
    group: str = ""
    budget: str = ""
    department: int = 0

    @property
    def words(self) -> str:
        """What the ledger says of it ("Fee, Transport group, 9 May 2026")."""
        kind = _("Fee") if self.is_fee else _("Expenses")
        return ", ".join(filter(None, (kind, self.group, say_date(self.activity_day))))


class Program(StrEnum):
    """Which accounts program is told of a run, and as what: bills to pay, or payments made."""

    XERO = "xero"
    SAGE_INVOICES = "sage_invoices"
    SAGE_BANK = "sage_bank"
    SAGE_CASH = "sage_cash"

    @property
    def words(self) -> str:
        """The program as people say it."""
        return {
            Program.XERO: _("Xero: bills to pay"),
            Program.SAGE_INVOICES: _("Sage 50: purchase invoices to pay"),
            Program.SAGE_BANK: _("Sage 50: payments from the bank"),
            Program.SAGE_CASH: _("Sage 50: payments in cash"),
        }[self]


class SageType(StrEnum):
    """What a line becomes in Sage: an invoice still to pay, or a payment that was made."""

    PURCHASE_INVOICE = "PI"
    BANK_PAYMENT = "BP"
    CASH_PAYMENT = "CP"


@dataclass(frozen=True, slots=True)
class XeroChoices:
    """How an organisation keeps its claims in Xero. `tells_names` puts names for references.

    `tax_type` is a tax rate by the name that it has there; the trackings are the names of the two
    tracking categories, "" where there is none.
    """

    tells_names: bool = False
    tax_type: str = "No VAT"
    group_tracking: str = ""
    budget_tracking: str = ""


@dataclass(frozen=True, slots=True)
class SageChoices:
    """How an organisation keeps its claims in Sage 50. `tells_names` adds names to the details.

    `bank_account` is the nominal account that pays: bank and cash payments need it. `tax_code` T9
    is what Sage has for what VAT does not concern.
    """

    kind: SageType = SageType.PURCHASE_INVOICE
    bank_account: str = ""
    tells_names: bool = False
    tax_code: str = "T9"
    dates: DateForm = DateForm.SLASHED
    has_headings: bool = True
