"""Lines of draft claims that several budgets bear: split by per cent or by amounts."""

from dataclasses import dataclass
from uuid import UUID

from alongside.domain.budgets import WHOLE, apportion, check_parts, say_percent
from alongside.domain.change import Change, Kind
from alongside.domain.errors import UserError
from alongside.domain.money import Money
from alongside.i18n import _
from alongside.services.budget_sums import cost_of_line, say_code
from alongside.services.open_claims import fetch_draft
from alongside.store import budgets, claim_lines
from alongside.store.file import DataFile
from alongside.store.tables import Budget, Claim, ClaimLine, LineShare
from alongside.store.work import Session, reading, work

_CLAIM = frozenset({Kind.CLAIM})


@dataclass(frozen=True, slots=True)
class ShareDetails:
    """The part of a line that a budget bears: hundredths of a per cent, or pennies.

    The part of one share may be None: it gets what the others leave.
    """

    budget_id: UUID
    part: int | None = None


@dataclass(frozen=True, slots=True)
class SplitLine:
    """Ask for the line `id` of a draft claim to be borne by `shares`; by none, by its own budget.

    `by_percent` says what the parts are.
    """

    id: UUID
    shares: tuple[ShareDetails, ...] = ()
    by_percent: bool = True


@dataclass(frozen=True, slots=True)
class BudgetChoice:
    """A budget that can bear a part of a line, to choose from."""

    id: UUID
    words: str


@dataclass(frozen=True, slots=True)
class LineSplit:
    """A line as it is split now, and the budgets of its year; `own` is that of its claim.

    `shares` give the parts as they were typed: per cent, or amounts as the line is now.
    """

    cost: Money
    choices: tuple[BudgetChoice, ...]
    own: UUID | None
    shares: tuple[ShareDetails, ...]
    by_percent: bool

    @property
    def has_choice(self) -> bool:
        """Whether any budget but the claim's own could bear the line."""
        return any(choice.id != self.own for choice in self.choices)


class LineShareService:
    """Say which budgets bear a line of a draft claim, whatever code the claim itself has."""

    def __init__(self, store: DataFile) -> None:
        self._store = store

    def find(self, line_id: UUID) -> LineSplit:
        """Return how a line is split. Raise UserError if it is gone, or its claim is issued."""
        with reading(self._store) as session:
            line, claim = _fetch(session, line_id)
            there = budgets.on(session, line.day)
            places = {(budget.group_id, budget.code): budget.id for budget in there}
            known = [share for share in line.shares if (share.group_id, share.code) in places]
            by_percent = all(share.hundredths is not None for share in known)
            amounts = apportion(cost_of_line(line), [share.weight for share in line.shares])
            now = dict(zip((share.id for share in line.shares), amounts, strict=True))
            shares = tuple(
                ShareDetails(places[share.group_id, share.code],
                             share.hundredths if by_percent else now[share.id].pence)
                for share in known
            )  # fmt: skip
            choices = tuple(BudgetChoice(budget.id, _words(budget)) for budget in there)
            own = places.get((claim.group_id, claim.budget_code))
            return LineSplit(cost_of_line(line), choices, own, shares, by_percent)

    def split(self, request: SplitLine) -> Change:
        """Split a line between budgets of its year; drafting it again keeps the shares.

        Raise UserError unless the shares make the whole line, or if a budget is there twice or is
        not of the year of the line.
        """
        with work(self._store) as w:
            line, claim = _fetch(w.session, request.id)
            cost = cost_of_line(line)
            if request.shares and not cost:
                raise UserError("", _("This line costs nothing, so there is nothing to split."))
            there = {budget.id: budget for budget in budgets.on(w.session, line.day)}
            chosen = [there.get(share.budget_id) for share in request.shares]
            whole = WHOLE if request.by_percent else cost.pence
            parts = check_parts([share.part for share in request.shares], whole) if chosen else []
            shares = []
            for place, (budget, part) in enumerate(zip(chosen, parts, strict=True)):
                if budget is None:
                    raise UserError("shares", _("That budget is not one of the line’s year."))
                if budget in chosen[:place]:
                    words = _("Budget {budget} is there twice.")
                    raise UserError("shares", words.format(budget=_words(budget)))
                shares.append(LineShare(
                    position=place, group_id=budget.group_id, code=budget.code,
                    hundredths=part if request.by_percent else None,
                    amount=None if request.by_percent else Money(part),
                ))  # fmt: skip
            line.shares = [] if _is_own(shares, claim) else shares
            w.session.flush()
            said = _("Line of claim {number} is borne by its own budget: {words}")
            if line.shares:
                said = _("Line of claim {number} split: {words}, {shares}")
            return w.done(Change(said.format(
                number=claim.number, words=line.words, shares=say_shares(line, line.shares)),
                _CLAIM, claim.id))  # fmt: skip


def say_shares(line: ClaimLine, shares: list[LineShare]) -> str:
    """Return who bears how much of a line, in words."""
    amounts = apportion(cost_of_line(line), [share.weight for share in shares])
    said = []
    for share, amount in zip(shares, amounts, strict=True):
        words = _("{amount} by {code}")
        if share.hundredths is not None:
            # translators: {percent} like “50 %”, {code} is a budget code
            words = _("{amount} ({percent}) by {code}")
        said.append(words.format(
            amount=amount, code=say_code(share.code), percent=say_percent(share.hundredths or 0)
        ))  # fmt: skip
    return ", ".join(said)


def _is_own(shares: list[LineShare], claim: Claim) -> bool:
    """Whether there is only one share, for the claim's own budget: that is no split."""
    places = [(share.group_id, share.code) for share in shares]
    return places == [(claim.group_id, claim.budget_code)]


def _words(budget: Budget) -> str:
    return f"{say_code(budget.code)}, {budget.group.name}"


def _fetch(session: Session, line_id: UUID) -> tuple[ClaimLine, Claim]:
    line = claim_lines.find(session, line_id)
    if line is None or line.is_removed:
        raise UserError("", _("That line is no longer here."))
    return line, fetch_draft(session, line.claim_id)
