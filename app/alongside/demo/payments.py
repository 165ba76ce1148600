"""Takes the demo organisation’s claims to the money: most are paid, the newest on their way."""

from collections import Counter
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta

from alongside.domain.approval import Act, Agreed
from alongside.domain.claims import ClaimState, Handling, Section
from alongside.domain.money import Money
from alongside.domain.payments import PaymentState, PayMethod, RunState, Sum
from alongside.services.claim_totals import ways_of
from alongside.store.tables import Claim, ClaimStep, GiftMade, Payment, PaymentRun
from alongside.store.work import Session

_APPROVER = "Kim (demo)"
_ON_THE_WAY = (ClaimState.READY, ClaimState.SIGNED, ClaimState.APPROVED, ClaimState.APPROVED,
               ClaimState.IN_RUN, ClaimState.PAID)  # fmt: skip
"""How far the newest issued claims have come, in turn."""


class Payments:
    """Signs, approves and pays claims, as an office does a few weeks after they were issued."""

    def __init__(self, session: Session, today: date, who: str) -> None:
        self._session = session
        self._today = today
        self._who = who
        self._last_number: Counter[int] = Counter()

    def settle(self, claims: Sequence[Claim]) -> None:
        """Pay all of `claims`, which are in the session and issued, and make their gifts."""
        self._pay(claims, is_paid=True)
        for claim in claims:
            day = min((claim.issued_on or claim.made_on) + timedelta(days=21), self._today)
            self._session.add_all(
                GiftMade(line_id=line.id, day=day, words="cheque")
                for line in claim.lines if line.given
            )  # fmt: skip

    def leave_on_the_way(self, claims: Sequence[Claim]) -> None:
        """Take each of `claims` a part of the way: ready, signed, approved, in a run, or paid."""
        reached: dict[ClaimState, list[Claim]] = {state: [] for state in _ON_THE_WAY}
        for number, claim in enumerate(claims):
            reached[_ON_THE_WAY[number % len(_ON_THE_WAY)]].append(claim)
        for state in (ClaimState.SIGNED, ClaimState.APPROVED):
            for claim in reached[state]:
                self._come_to(claim, state)
        self._pay(reached[ClaimState.IN_RUN], is_paid=False)
        self._pay(reached[ClaimState.PAID], is_paid=True)

    def _pay(self, claims: Sequence[Claim], *, is_paid: bool) -> None:
        by_method: dict[PayMethod, list[tuple[Claim, Sum]]] = {}
        for claim in claims:
            self._come_to(claim, ClaimState.APPROVED)
            ways, due = ways_of(claim.person, claim), _due(claim)
            parts = [(ways.fees, Sum(fees=due.fees)), (ways.expenses, Sum(expenses=due.expenses))]
            if ways.fees is ways.expenses:
                parts = [(ways.fees, due)]
            for method, part in parts:
                if part.together:
                    found = by_method.setdefault(method or PayMethod.CHEQUE, [])
                    found.append((claim, part))
        for method, chosen in by_method.items():
            last = max(claim.issued_on or claim.made_on for claim, _due in chosen)
            day = min(last + timedelta(days=21), self._today)
            if not is_paid:
                day = self._today + timedelta(days=2)
            run = PaymentRun(
                number=self._number(day), method=method, made_on=min(day, self._today), pay_on=day,
                state=RunState.SENT if is_paid else RunState.OPEN,
                sent_on=day if is_paid else None, times_sent=int(is_paid),
            )  # fmt: skip
            self._session.add(run)
            for claim, due in chosen:
                self._put(run, claim, due, is_paid=is_paid)

    def _put(self, run: PaymentRun, claim: Claim, due: Sum, *, is_paid: bool) -> None:
        paid = due if is_paid else Sum()
        run.payments.append(
            Payment(
                claim_id=claim.id, person_id=claim.person_id, fees=due.fees, expenses=due.expenses,
                fees_paid=paid.fees, expenses_paid=paid.expenses, day=run.pay_on,
                state=PaymentState.PAID if is_paid else PaymentState.WAITING,
            )
        )  # fmt: skip
        claim.state = ClaimState.PAID if is_paid else ClaimState.IN_RUN
        self._step(claim, Act.PAID if is_paid else Act.PUT_IN_RUN, 20, self._who, run.number)

    def _come_to(self, claim: Claim, state: ClaimState) -> None:
        self._step(claim, Act.SIGNED, 3, self._who, how=Agreed.SIGNATURE.value)
        claim.state = state
        if state is ClaimState.APPROVED:
            self._step(claim, Act.APPROVED, 6, _APPROVER)
            if not _due(claim).together:
                claim.state = ClaimState.PAID

    def _step(
        self, claim: Claim, act: Act, days: int, who: str, words: str = "", *, how: str = ""
    ) -> None:
        day = min((claim.issued_on or claim.made_on) + timedelta(days=days), self._today)
        at = datetime.combine(day, time(9, 30))
        self._session.add(
            ClaimStep(claim_id=claim.id, act=act, at=at, who=who, how=how, words=words)
        )

    def _number(self, day: date) -> str:
        year = min(day, self._today).year
        self._last_number[year] += 1
        return f"P{year}-{self._last_number[year]:03}"


def _due(claim: Claim) -> Sum:
    def total(section: Section) -> Money:
        return Money.total(
            line.amount
            for line in claim.lines
            if line.section is section and line.handling is Handling.REIMBURSE
        )

    return Sum(total(Section.FEE), total(Section.EXPENSE))
