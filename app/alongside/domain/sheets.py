"""Everything a page of paper needs, already decided and totalled, in words ready to draw."""

from dataclasses import dataclass

from alongside.domain.money import Money
from alongside.domain.paper_style import PLAIN, PaperStyle
from alongside.i18n import ENGLISH


@dataclass(frozen=True, slots=True)
class FeeEntry:
    """One fee line: what was done, what was offered, what the person chose, and why."""

    date: str
    words: str
    offered: Money
    decision: str
    amount: Money
    why: str


@dataclass(frozen=True, slots=True)
class ExpenseEntry:
    """One expense line. `handled`: how it is met; `receipt`: its number, or why there is none."""

    date: str
    words: str
    amount: Money
    handled: str
    is_paid_to_person: bool
    receipt: str
    why: str


@dataclass(frozen=True, slots=True)
class ActivityEntry:
    """One thing taken part in, as the register has it. `confirmed` says who marked it and when."""

    date: str
    words: str
    place: str
    times: str
    role: str
    confirmed: str


@dataclass(frozen=True, slots=True)
class Fact:
    """A name and its value, one line of a block ("Telephone", "0161 496 0000")."""

    name: str
    value: str


@dataclass(frozen=True, slots=True)
class ClaimSheet:
    """A claim form, finished: list (a) of the field's facts that this claim has.

    Amounts are totals of the lines beside them; fees and expenses stay apart until `to_pay`,
    which names both. `logo` is a PNG or JPEG, or None. `is_draft` forms say so and have no
    place to sign. `language` is that of these words, as a code: the form's own are in it too.
    """

    number: str
    is_draft: bool
    printed_on: str
    form_version: str
    organisation: str
    organisation_address: tuple[str, ...]
    help_with_claims: tuple[Fact, ...]
    logo: bytes | None
    group: str
    partner: str
    budget_code: str
    person: str
    person_facts: tuple[Fact, ...]
    activities: tuple[ActivityEntry, ...]
    fees: tuple[FeeEntry, ...]
    expenses: tuple[ExpenseEntry, ...]
    fees_offered: Money
    fees_to_pay: Money
    expenses_total: Money
    expenses_to_pay: Money
    met_otherwise: tuple[tuple[str, Money], ...]
    to_pay: str
    how_to_pay: str
    declaration: tuple[str, ...]
    approver_declaration: tuple[str, ...]
    notes: tuple[str, ...]
    language: str = ENGLISH
    logo_words: str = ""
    style: PaperStyle = PLAIN


@dataclass(frozen=True, slots=True)
class PaymentMade:
    """One payment of a claim: to whom and how, fees and expenses apart, and what became of it."""

    person: str
    how: str
    fees: Money
    expenses: Money
    run: str
    outcome: str


@dataclass(frozen=True, slots=True)
class ClaimOutcome:
    """What became of a claim after it was signed, up to the day `as_of`; the form never changes.

    `steps` are sentences, each with its day.
    """

    as_of: str
    state: str
    steps: tuple[str, ...]
    payments: tuple[PaymentMade, ...]


@dataclass(frozen=True, slots=True)
class HistoryEntry:
    """One line of the history: when, who, and what was done."""

    when: str
    who: str
    words: str


@dataclass(frozen=True, slots=True)
class HistorySheet:
    """A list of the history. `sought` says what was looked for, `how_many` what was found."""

    organisation: str
    title: str
    printed_on: str
    sought: tuple[Fact, ...]
    how_many: str
    entries: tuple[HistoryEntry, ...]
    style: PaperStyle = PLAIN


@dataclass(frozen=True, slots=True)
class RecoverySheet:
    """The recovery words on paper. Each of `words` is a word and its letters apart.

    `computer` and `file` say what they were made for; what is not known yet is empty.
    """

    organisation: str
    computer: str
    file: str
    printed_on: str
    words: tuple[tuple[str, str], ...]
