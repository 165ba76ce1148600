"""Works out a policy file's own examples, so that whoever wrote it can trust what it will pay."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from alongside.domain.activity import FeeLine
from alongside.domain.agreements import approval_note, approval_rules, second_approval
from alongside.domain.caps import capped_expenses
from alongside.domain.claims import Category
from alongside.domain.deadlines import lateness
from alongside.domain.errors import UserError
from alongside.domain.expense_lines import ExpenseLine
from alongside.domain.expenses import work_out_expenses
from alongside.domain.fee_caps import DatedFee, cap_warnings, capped_fees
from alongside.domain.money import Money
from alongside.domain.pay import work_out_fees
from alongside.domain.policy import Policy
from alongside.domain.policy_example import Asked, Example, read_example
from alongside.domain.policy_file import open_policy
from alongside.domain.policy_keys import kind_of
from alongside.domain.policy_text import read_policy
from alongside.domain.policy_values import say_some
from alongside.domain.receipts import receipt_for
from alongside.domain.retainers import retainers_due
from alongside.i18n import _, ngettext


@dataclass(frozen=True, slots=True)
class ExampleResult:
    """One example worked out: whether it came to what it expects, and in words.

    `why` says alone what differs, for who sees which example it is.
    """

    words: str
    is_right: bool
    why: str = ""


@dataclass(frozen=True, slots=True)
class PolicyReport:
    """What came of a file's examples. A file without any is usable, and the words say so."""

    results: tuple[ExampleResult, ...]

    @property
    def is_right(self) -> bool:
        """Whether no example came out differently."""
        return all(result.is_right for result in self.results)

    @property
    def first_difference(self) -> str:
        """The first example that came out differently, in words; "" if none did."""
        return next((result.words for result in self.results if not result.is_right), "")

    @property
    def words(self) -> str:
        """The whole report in one sentence."""
        number = len(self.results)
        wrong = sum(not result.is_right for result in self.results)
        if not number:
            return _("The policy can be used, but it has no examples: nothing was worked out.")
        if wrong:
            return _("{wrong} of {number} came out differently.").format(
                wrong=wrong,
                number=ngettext("{n} example", "{n} examples", number).format(n=number),
            )
        return ngettext("{n} example, and it is right.", "{n} examples, and all are right.", number
                        ).format(n=number)  # fmt: skip


def check_policy(text: str, mileage_text: str) -> PolicyReport:
    """Work out the examples in a policy file's `text` by the same rules that pay people.

    `mileage_text` holds the mileage rates that the file may share. Raise UserError on `file` if
    the file itself is wrong, an example included.
    """
    policy = read_policy(text, mileage_text)
    examples = [read_example(table) for table in open_policy(text).of("example")]
    return PolicyReport(
        tuple(_compare(policy, number, example) for number, example in enumerate(examples, 1))
    )


@dataclass(frozen=True, slots=True)
class Outcome:
    """What an example comes to: its fees, its costs as paid, and the answers beside them."""

    fees: tuple[FeeLine, ...]
    paid: tuple[ExpenseLine, ...]
    answers: Asked

    @property
    def lines(self) -> dict[Category, FeeLine | ExpenseLine]:
        """The lines by what they are for."""
        every: list[FeeLine | ExpenseLine] = [*self.fees, *self.paid]
        return {line.category: line for line in every}


def work_out(policy: Policy, example: Example) -> Outcome:
    """Work an example out by the rules that pay people. Raise UserError where they fall short."""
    before = {Category.CAR: example.tenths_before}
    fees = capped_fees(
        policy, work_out_fees(policy, example.activity), example.activity.day, example.fees_before
    )
    spent = work_out_expenses(policy, example.activity, example.costs, before)
    paid = tuple(capped_expenses(policy, spent, example.facts))
    fees = (*fees, *_retainers(policy, example))
    return Outcome(fees, paid, _answers(policy, example, fees, spent, paid))


def _compare(policy: Policy, number: int, example: Example) -> ExampleResult:
    label = _("Example {number}, “{name}”").format(number=number, name=example.name)
    try:
        outcome = work_out(policy, example)
    except UserError as error:
        return ExampleResult(f"{label}: {error.words}", is_right=False, why=error.words)
    differences = _differences(outcome.lines, example.expected)
    differences += _other_differences(example.asked, outcome.answers)
    if not differences:
        return ExampleResult(_("{example}: right").format(example=label), is_right=True)
    why = "; ".join(differences)
    return ExampleResult(f"{label}: {why}", is_right=False, why=why)


def _retainers(policy: Policy, example: Example) -> tuple[FeeLine, ...]:
    """Return the retainers of an example as one line: their sum, and the reason of each."""
    until, activity = example.retainer_to, example.activity
    due = retainers_due(policy, activity.role, activity.day, until) if until else ()
    if not due:
        return ()
    amount = Money.total(each.line.amount for each in due)
    why = "; ".join(each.line.why for each in due)
    return (FeeLine("retainer", Category.RETAINER, Category.RETAINER.words, amount, why),)


def _answers(
    policy: Policy,
    example: Example,
    fees: Iterable[FeeLine],
    spent: Iterable[ExpenseLine],
    paid: Iterable[ExpenseLine],
) -> Asked:
    """Return what can be asked beside the lines: proof, approval, warnings and lateness."""
    day = example.activity.day
    agreed = {f"usual:{cost.id}": cost.agreed_until for cost in example.costs}
    receipts = {
        line.category
        for line in spent
        if receipt_for(policy, line.category, line.amount, day).is_needed
    }
    first = {
        line.category
        for line in spent
        if (until := agreed[line.key]) is None or until < day
        if approval_note(policy, line.category, line.amount, day)
    }
    own = [DatedFee(day, line.amount, "this") for line in fees]
    warns = {w.cap.on for w in cap_warnings(policy, [*example.fees_before, *own])}
    late = lateness(policy, day, example.claimed_on)
    total = Money.total(line.amount for line in fees) + Money.total(line.amount for line in paid)
    rules = approval_rules(policy, example.claimed_on)
    second = second_approval(rules, total, example.claimed_on, example.bank_changed_on)
    return Asked(
        frozenset(receipts),
        frozenset(first),
        frozenset(warns),
        late.days_late if late else 0,
        bool(second or (late and late.needs_second_approval)),
    )


def _other_differences(asked: Asked, found: Asked) -> list[str]:
    """Return in words what differs beside the lines, of what an example asks."""
    said = []
    for name in ("receipts", "agree_first", "warns", "days_late"):
        expected, came = getattr(asked, name), getattr(found, name)
        key = kind_of("example").key(name)
        if key and expected is not None and expected != came:
            # translators: {what} is the label of a field, like “Lines that need a receipt”
            words = _("{what}: expected {expected}, worked out {found}")
            said.append(
                words.format(what=key.label, expected=say_some(key, expected),
                             found=say_some(key, came))
            )  # fmt: skip
    if asked.second_approval not in {None, found.second_approval}:
        said.append(
            _("expected no second approval, worked out that one is needed")
            if found.second_approval
            else _("expected a second approval, worked out that none is needed")
        )
    return said


def _differences(
    lines: Mapping[Category, FeeLine | ExpenseLine], expected: Mapping[Category, Money]
) -> list[str]:
    """Return in words what was expected and came out otherwise, and what nobody expected."""
    said = []
    for category, amount in expected.items():
        line = lines.get(category)
        if line is None:
            words = _("expected {line} {amount}, worked out no such line")
            said.append(words.format(line=category.words, amount=amount))
        elif line.amount != amount:
            words = _("expected {line} {amount}, worked out {found}: {why}")
            said.append(
                words.format(line=category.words, amount=amount, found=line.amount, why=line.why)
            )
    for category, line in lines.items():
        if category not in expected:
            words = _("expected no {line}, worked out {found}: {why}")
            said.append(words.format(line=category.words, found=line.amount, why=line.why))
    return said
