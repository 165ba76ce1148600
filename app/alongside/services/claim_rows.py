"""What lists of claims and one claim show: fees and expenses in places of their own."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from uuid import UUID

from alongside.domain.approval import say_age
from alongside.domain.asks import Asks, asks_for
from alongside.domain.claims import ClaimState, Handling, Section
from alongside.domain.dates import say_date
from alongside.domain.deadlines import Lateness
from alongside.domain.money import NOTHING, Money
from alongside.i18n import _
from alongside.services.advances import balance_of
from alongside.services.beside import notes_beside
from alongside.services.claim_notes import LOOKED_AT, how_late, notes_of, why_two
from alongside.services.claim_totals import how_to_pay, lines_of, total_to_pay
from alongside.services.line_rows import LineRow, line_row
from alongside.services.line_shares import say_shares
from alongside.services.policies import rules_of
from alongside.services.receipt_doubles import Doubles
from alongside.store import advances, dues
from alongside.store.budgets import shares_of
from alongside.store.payments import refusals, steps_of
from alongside.store.tables import Claim, ClaimLine, LineRefusal, LineShare
from alongside.store.work import Session


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """A claim in a list. Fees and expenses stay apart; both are what is paid to the person.

    `age` is how long it has stood in its state, while somebody still has something to do about it.
    """

    id: UUID
    number: str
    person_id: UUID
    person: str
    group: str
    budget_code: str
    state: ClaimState
    made_on: str
    fees: Money
    expenses: Money
    age: str = ""
    group_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class ClaimRecord:
    """One claim with its lines.

    `expenses_otherwise` is met by the organisation in other ways; what is waived is in neither.
    `above_advance` is owed too: the person spent it beyond the cash that they were given.
    `not_paid` says which lines were refused, and why; `to_look_at` what the policy asks about it,
    and then what was advanced for it, and until when it waits; `asks` which facts of a line its
    rules use today. `meeting_id` is a meeting that it has a line for.
    """

    row: ClaimRow
    fees: Sequence[LineRow]
    expenses: Sequence[LineRow]
    expenses_otherwise: Money
    how_to_pay: str
    withdrawn_reason: str
    not_paid: Sequence[str] = ()
    to_look_at: Sequence[str] = ()
    is_late: bool = False
    asks: Asks = field(default_factory=Asks)
    pay_from: date | None = None
    above_advance: Money = NOTHING
    meeting_id: UUID | None = None

    @property
    def to_pay(self) -> str:
        """All that is paid to the person and how, in words; fees and expenses never merge."""
        words = _("To pay: fees {fees} and expenses {expenses}, {how}.").format(
            fees=self.row.fees, expenses=self.row.expenses, how=self.how_to_pay
        )
        if self.above_advance:
            # translators: {words} is “To pay: fees £75.00 and expenses £9.20, in cash.”
            words = _("{words} And {amount} that was spent above the cash advance.").format(
                words=words, amount=self.above_advance
            )
        return words


@dataclass(frozen=True, slots=True)
class LookRow:
    """What there is to look at on a claim before it goes on; `why_late` is "" for one in time."""

    id: UUID
    number: str
    person: str
    words: tuple[str, ...]
    why_late: str


def look_row(record: ClaimRecord) -> LookRow:
    """Return what there is to look at on a claim; that it is late comes first, if it is."""
    words = tuple(record.to_look_at)
    late = words[0] if record.is_late else ""
    return LookRow(record.row.id, record.row.number, record.row.person, words, late)


def claim_row(
    claim: Claim, fees: Money | None, expenses: Money | None, today: date, since: datetime | None
) -> ClaimRow:
    """Return a claim as a list shows it; `since` is when the last step was taken with it."""
    day = since.date() if since else claim.issued_on or claim.made_on
    return ClaimRow(
        claim.id, claim.number, claim.person_id, claim.person.name, claim.group.name,
        claim.budget_code, claim.state, say_date(claim.made_on), fees or NOTHING,
        expenses or NOTHING, say_age((today - day).days) if claim.state.is_open else "",
        claim.group_id,
    )  # fmt: skip


def _said_who(row: LineRow, line: ClaimLine, shares: list[LineShare] | None) -> LineRow:
    """Return a line as a list shows it, with the budgets that share it."""
    if not shares:
        return row
    words = _("{why}; split: {shares}").format(why=row.why, shares=say_shares(line, shares))
    return replace(row, why=words)


def _to_look_at(
    session: Session,
    claim: Claim,
    late: Lateness | None,
    today: date,
    refused: Collection[UUID],
    doubles: Doubles | None,
) -> Iterator[str]:
    """Yield what the policy asks, what stands beside the claim, why two people approve, and money.

    Lateness comes first, if there is any.
    """
    yield from notes_of(claim, late, today)
    if claim.state in LOOKED_AT:
        yield from notes_beside(session, claim, refused)
        yield from doubles.notes_of(session, claim.id) if doubles else ()
    if claim.state in {ClaimState.READY, ClaimState.SIGNED}:
        owed = dues.due(session, [claim.id])[claim.id].together
        if why := why_two(session, claim, owed, late, today):
            yield why
    yield from _of_the_money(session, claim, refused)


def _of_the_money(session: Session, claim: Claim, refused: Collection[UUID]) -> list[str]:
    """Return how the cash advances for a claim balance, and that it is to be paid later."""
    said = [balance_of(session, claim)]
    if not said[0] and claim.state in LOOKED_AT:
        words = _("{line}, {amount}: advanced in cash, but no advance is recorded for it. So "
                  "nothing is paid for it.")  # fmt: skip
        said = [
            words.format(line=line.words, amount=line.amount)
            for line in lines_of(claim)
            if line.handling is Handling.ADVANCED and line.amount and line.id not in refused
        ]
    if claim.pay_from:
        said.append(_("Not to be paid before {day}.").format(day=say_date(claim.pay_from)))
    return [words for words in said if words]


def _said_why(row: LineRow, refusal: LineRefusal | None) -> LineRow:
    if refusal is None:
        return row
    why = _("{why}. Not paid: {reason}").format(why=row.why, reason=refusal.reason)
    return replace(row, why=why)


def claim_record_of(
    session: Session, claim: Claim, today: date, doubles: Doubles | None = None
) -> ClaimRecord:
    """Return one claim with its lines; lines that were refused say so, and count nowhere.

    With `doubles`, it is also said which of its receipts stand elsewhere too.
    """
    refused = refusals(session, [claim.id])
    lines = lines_of(claim)
    paid = [line for line in lines if line.id not in refused]
    policy = claim.group.policy
    rules = rules_of(policy.text) if policy else None
    shares = shares_of(session, claim.id)
    shown = [_said_who(line_row(line, rules), line, shares.get(line.id)) for line in lines]
    rows = [_said_why(row, refused.get(row.id)) for row in shown]
    otherwise = [
        line.amount
        for line in paid
        if line.section is Section.EXPENSE
        and not line.goes_to_claimant
        and line.handling is not Handling.WAIVED
    ]
    fees, expenses = (total_to_pay(paid, section) for section in (Section.FEE, Section.EXPENSE))
    steps = steps_of(session, claim.id)
    late = how_late(claim, today)
    not_paid = [
        _("Not paid: {line}, {amount}: {why}").format(
            line=line.words, amount=line.amount, why=refused[line.id].reason
        )
        for line in lines
        if line.id in refused
    ]
    return ClaimRecord(
        claim_row(claim, fees, expenses, today, steps[-1].at if steps else None),
        [row for row in rows if row.section is Section.FEE],
        [row for row in rows if row.section is Section.EXPENSE],
        Money.total(otherwise),
        how_to_pay(claim),
        claim.withdrawn_reason,
        not_paid,
        list(dict.fromkeys(_to_look_at(session, claim, late, today, refused, doubles))),
        late is not None,
        asks_for(rules, today) if rules else Asks(),
        claim.pay_from,
        advances.over_spent(session, claim),
        next((line.meeting_id for line in reversed(lines) if line.meeting_id), None),
    )
