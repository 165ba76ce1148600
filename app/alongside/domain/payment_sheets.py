"""What papers about money that goes out say, decided and totalled: fees and expenses apart."""

from dataclasses import dataclass

from alongside.domain.paper_style import PLAIN, PaperStyle
from alongside.domain.payments import Sum
from alongside.domain.people import Format
from alongside.i18n import ENGLISH


@dataclass(frozen=True, slots=True)
class Amount:
    """A line of a paper: what for, and what it comes to as it is printed."""

    words: str
    amount: str


@dataclass(frozen=True, slots=True)
class ClaimPaid:
    """One claim of a remittance advice. `days` are those of what it is for.

    `not_paid`, `chosen` and `met_otherwise` are sentences about lines; `notes` about the payment.
    Somebody who does not claim themselves reads in `work` what they are paid for, and no more.
    """

    number: str
    group: str
    days: str
    paid: Sum
    not_paid: tuple[str, ...] = ()
    chosen: tuple[str, ...] = ()
    met_otherwise: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    work: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RemittanceSheet:
    """What one person gets in one payment run, in their `edition`. `how` ends in two figures.

    `ask` are the ways to say that something is wrong, "" if the records have none.
    """

    organisation: str
    person: str
    run: str
    pay_on: str
    how: str
    claims: tuple[ClaimPaid, ...]
    total: Sum
    ask: str
    printed_on: str
    edition: Format
    style: PaperStyle = PLAIN
    language: str = ENGLISH


@dataclass(frozen=True, slots=True)
class RunLine:
    """One person of a run: the claims that are paid, and what they come to."""

    person: str
    claims: str
    due: Sum


@dataclass(frozen=True, slots=True)
class RunListSheet:
    """A list of a run for the office: a row for each person, with the places `to_write` on."""

    organisation: str
    title: str
    sentence: str
    run: str
    pay_on: str
    lines: tuple[RunLine, ...]
    total: Sum
    to_write: tuple[str, ...]
    printed_on: str
    style: PaperStyle = PLAIN
    language: str = ENGLISH


@dataclass(frozen=True, slots=True)
class Sums:
    """Lines of fees and lines of expenses, each with its total."""

    fees: tuple[Amount, ...]
    expenses: tuple[Amount, ...]
    total: Sum


@dataclass(frozen=True, slots=True)
class StatementSheet:
    """What one person was paid in a year, twice: by day of activity, and by day of payment.

    `given` and `in_kind` are fees that became something else than money to the person; `given_up`
    is what was offered and they chose not to take. That is never added to money.
    """

    organisation: str
    person: str
    year: str
    by_activity: Sums
    by_payment: Sums
    given: tuple[Amount, ...]
    given_total: str
    in_kind: tuple[Amount, ...]
    in_kind_total: str
    ask: str
    printed_on: str
    edition: Format
    style: PaperStyle = PLAIN
    language: str = ENGLISH
    given_up: tuple[Amount, ...] = ()
    given_up_total: str = ""
