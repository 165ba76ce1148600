"""Whether an expense needs a receipt, and what will do instead of one."""

from dataclasses import dataclass
from datetime import date
from enum import Enum, auto

from alongside.domain.agreements import latest
from alongside.domain.claims import Category, Section
from alongside.domain.dates import say_date
from alongside.domain.money import Money
from alongside.domain.policy import Policy
from alongside.domain.policy_limits import Instead, Receipt
from alongside.i18n import _


@dataclass(frozen=True, slots=True)
class ReceiptNeed:
    """Whether a receipt is needed and why; `instead` will do as well, in the order they stand.

    Where a policy `is_silent` about it none is needed, and yet one is welcome.
    """

    is_needed: bool
    why: str
    instead: tuple[Instead, ...] = ()
    own_statement_to: Money | None = None
    is_silent: bool = False

    @property
    def instead_words(self) -> str:
        """What will do instead, in one line; "" if nothing will."""
        return ", ".join(self.said(each) for each in self.instead)

    def said(self, instead: Instead) -> str:
        """Return one of the alternatives, with the limit of the person's own statement."""
        if instead is not Instead.SELF_STATEMENT or self.own_statement_to is None:
            return instead.words
        # translators: {proof} is “the person’s own signed statement”
        words = _("{proof}, allowed up to {limit}")
        return words.format(proof=instead.words, limit=self.own_statement_to)


class Shown(Enum):
    """How it stands with the proof of an expense."""

    NOT_NEEDED = auto()
    NONE = auto()
    RECEIPT = auto()
    INSTEAD = auto()
    TO_DECIDE = auto()
    MISSING = auto()


@dataclass(frozen=True, slots=True)
class Proof:
    """What proof of an expense there is, in words; never a bar, whatever it says."""

    shown: Shown
    words: str


def receipt_for(policy: Policy, category: Category, amount: Money, day: date) -> ReceiptNeed:
    """Return whether an expense of `amount` on `day` needs a receipt, and what will do instead.

    Fees have none. Miles have none either, unless the policy names them: the distance is the
    proof. A rule that names the category goes before a rule for all, then the later one.
    """
    if category.section is Section.FEE:
        return ReceiptNeed(False, _("a fee has no receipt"))
    rule = latest((r for r in policy.receipts if category in r.categories), day)
    if rule is None and category.is_by_mile:
        return ReceiptNeed(False, _("miles are paid by distance: no receipt is needed"))
    rule = rule or latest((r for r in policy.receipts if not r.categories), day)
    if rule is None:
        why = _("the policy says nothing about receipts for this")
        return ReceiptNeed(False, why, is_silent=True)
    since = _("(policy from {day})").format(day=say_date(rule.first))
    if not rule.is_needed:
        # translators: {since} is in brackets: (policy from 1 April 2026)
        return ReceiptNeed(False, _("no receipt is needed for {category} {since}").format(
            category=category.words, since=since))  # fmt: skip
    if amount <= rule.above:
        return ReceiptNeed(False, _("no receipt is needed up to {limit} {since}").format(
            limit=rule.above, since=since))  # fmt: skip
    why = _("a receipt is needed for {category} {since}")
    if rule.above:
        why = _("a receipt is needed for more than {limit} {since}")
    words = why.format(category=category.words, limit=rule.above, since=since)
    return ReceiptNeed(True, words, _instead(rule, amount), rule.own_statement_to)


def _instead(rule: Receipt, amount: Money) -> tuple[Instead, ...]:
    """Return what will do instead; the person's own statement only up to its limit."""
    most = rule.own_statement_to
    return tuple(
        each
        for each in Instead
        if each in rule.instead
        and (each is not Instead.SELF_STATEMENT or most is None or amount <= most)
    )


def proof_of(need: ReceiptNeed, numbers: str, instead: Instead | None, typed: str) -> Proof:
    """Return what proves an expense: the receipts with these `numbers`, or what stands in.

    `typed` is what somebody wrote where the number of the receipt goes: a number of their own, or
    why there is none. What the policy does not know of is for the approver to decide.
    """
    typed = typed.strip()
    if numbers or (typed[:1].isdigit() and instead is None):
        return Proof(Shown.RECEIPT, _("receipt {numbers}").format(numbers=numbers or typed))
    if instead is not None:
        words = need.said(instead)
        is_taken = instead in need.instead or not need.is_needed
        if typed:
            words = f"{words} ({typed})"
        if is_taken:
            return Proof(Shown.INSTEAD, words)
        words = _("{proof}: the policy does not say that it will do").format(proof=words)
        return Proof(Shown.TO_DECIDE, words)
    if typed:
        words = _("no receipt, because: {why}").format(why=typed)
        return Proof(Shown.TO_DECIDE if need.is_needed else Shown.INSTEAD, words)
    if need.is_needed:
        return Proof(Shown.MISSING, _("no receipt yet"))
    if need.is_silent:
        return Proof(Shown.NONE, _("no receipt"))
    return Proof(Shown.NOT_NEEDED, _("no receipt needed"))
