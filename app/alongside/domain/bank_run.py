"""What goes into a bank's file: who is paid what into which account, and facts of the run."""

from dataclasses import dataclass, field
from datetime import date

from alongside.domain.money import Money


@dataclass(frozen=True, slots=True)
class PayeePayment:
    """One payment, `account_name` being exactly what the account is called.

    Six figures of sort code, eight of account number, both without dashes. What could be told from
    a log stays out of its own description.
    """

    account_name: str = field(repr=False)
    sort_code: str = field(repr=False)
    account_number: str = field(repr=False)
    roll_number: str = field(repr=False)
    amount: Money = field(repr=False)
    reference: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class RunFacts:
    """Facts that all payments of a run have in common; a layout asks only for some of them.

    `payment_date` is when people have their money, `import_date` when the file goes to the bank.
    `sequence` counts the files of a day from 1. The account is the one that pays.
    """

    payment_date: date
    import_date: date | None = None
    sequence: int = 0
    own_sort_code: str = field(default="", repr=False)
    own_number: str = field(default="", repr=False)
    own_name: str = ""
    own_reference: str = ""
