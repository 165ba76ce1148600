"""What a line of a claim shows: what it is for, why it is that amount, and what proves it."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from alongside.domain.agreements import Agreement
from alongside.domain.choices import Choice
from alongside.domain.claims import Category, Decision, Handling, Section
from alongside.domain.dates import say_date
from alongside.domain.money import Money
from alongside.domain.policy import Policy
from alongside.domain.policy_limits import Instead
from alongside.domain.receipt_files import say_numbers
from alongside.domain.receipts import Proof, ReceiptNeed, Shown, proof_of, receipt_for
from alongside.i18n import _
from alongside.store.tables import ClaimLine


@dataclass(frozen=True, slots=True)
class LineDetails:
    """A claim line as the dialog shows and gives it.

    Mileage has `tenths_of_mile`, and its amount is worked out; for a fee, `amount` is what the
    person chose out of what was offered, `given` of the rest goes to `given_to`, and `in_kind` is
    what they get instead of money. `minutes` are the hours of care or support; `passengers` are
    names with commas between them. `receipt` is its number, or why there is none, and `instead`
    what stands in for it. `agreed_…` is what was agreed before it was spent. `above_cap` is why
    more is paid than the policy's most; without it, no more is. Somebody else than the claimant,
    `payee_id`, may be paid for an expense. `meeting_id` is what a line that somebody typed is for;
    one from the register keeps its own.
    """

    category: Category
    day: date
    words: str
    amount: Money | None = None
    tenths_of_mile: int = 0
    decision: Decision = Decision.ACCEPT
    handling: Handling = Handling.REIMBURSE
    receipt: str = ""
    given: Money | None = None
    given_to: str = ""
    in_kind: Money | None = None
    in_kind_words: str = ""
    minutes: int = 0
    passengers: str = ""
    could_go_by_bus: bool = False
    instead: Instead | None = None
    agreed_by: str = ""
    agreed_on: date | None = None
    agreed_until: date | None = None
    above_cap: str = ""
    payee_id: UUID | None = None
    meeting_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class LineRow:
    """A line of a claim, fee or expense, with why it is that amount.

    Of an expense, `proof` says what proves it and what was agreed beforehand, `is_unproved` that a
    receipt is still wanted or welcome, and `instead` what the policy lets stand in for one, with
    its words. `is_typed` says that it did not come from a register.
    """

    id: UUID
    section: Section
    details: LineDetails
    when: str
    words: str
    offered: Money
    amount: Money
    handled: str
    decision: str
    why: str
    proof: str = ""
    is_unproved: bool = False
    instead: tuple[tuple[Instead, str], ...] = ()
    is_typed: bool = False


def line_row(line: ClaimLine, rules: Policy | None) -> LineRow:
    """Return a line as a list shows it; `rules` are its group's, and say what proof it needs."""
    details = LineDetails(
        line.category, line.day, line.words, line.amount, line.tenths_of_mile, line.decision,
        line.handling, line.receipt, line.given, line.given_to, line.in_kind, line.in_kind_words,
        line.minutes, line.passengers, line.could_go_by_bus, line.instead, line.agreed_by,
        line.agreed_on, line.agreed_until, line.above_cap, line.payee_id,
        line.meeting_id,
    )  # fmt: skip
    if line.section is Section.FEE:
        return LineRow(
            line.id, line.section, details, say_date(line.day), line.words, line.offered,
            line.amount, "", say_choice(line), line.why, is_typed=not line.key,
        )  # fmt: skip
    need, proof = proof_on(line, rules)
    agreed = agreement_of(line).words
    return LineRow(
        line.id, line.section, details, say_date(line.day), line.words, line.offered, line.amount,
        say_handling(line), "", line.why,
        "; ".join(filter(None, (proof.words, agreed))),
        proof.shown in {Shown.MISSING, Shown.NONE},
        tuple((each, need.said(each)) for each in need.instead),
        not line.key,
    )  # fmt: skip


def proof_on(line: ClaimLine, rules: Policy | None) -> tuple[ReceiptNeed, Proof]:
    """Return whether a line needs a receipt, and what proof it has.

    Without `rules` nobody says that one is needed; for anything but miles one is welcome.
    """
    need = ReceiptNeed(False, "", is_silent=not line.category.is_by_mile)
    if rules:
        need = receipt_for(rules, line.category, line.amount, line.day)
    numbers = say_numbers(receipt.number for receipt in line.receipts)
    return need, proof_of(need, numbers, line.instead, line.receipt)


def agreement_of(line: ClaimLine) -> Agreement:
    """Return what was agreed about a line before it was spent."""
    return Agreement(line.agreed_by, line.agreed_on, line.agreed_until)


def say_handling(line: ClaimLine) -> str:
    """Return how a cost is met; by whom it is received, if that is not the claimant."""
    if line.payee and line.handling is Handling.REIMBURSE:
        return _("paid to {name}").format(name=line.payee.name)
    return line.handling.words


def say_choice(line: ClaimLine) -> str:
    """Return what a person decided about a fee, with every part of it."""
    choice = Choice(line.decision, line.amount, line.given, line.given_to, line.in_kind,
                    line.in_kind_words)  # fmt: skip
    return choice.words(line.offered)
