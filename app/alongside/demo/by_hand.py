"""What no register says, done through the same doors as the screen: lines, a changed mind."""

from datetime import date, timedelta
from uuid import UUID

from alongside.demo import cast, panel
from alongside.domain.claims import Category, ClaimState, Decision, Handling
from alongside.domain.money import Money
from alongside.domain.people import PayChoice
from alongside.services.advances import AdvanceDetails, AdvanceService
from alongside.services.approvals import ApprovalService, TakeBack
from alongside.services.claim_lines import AddLine, ClaimLineService, CorrectLine
from alongside.services.claims import ClaimService, PayLater, WithdrawClaim
from alongside.services.line_rows import LineDetails, LineRow
from alongside.services.people import PeopleService, PersonDetails
from alongside.store.file import DataFile

_WEEKS = 8


def work_by_hand(store: DataFile, withdrawn: UUID) -> None:
    """Withdraw, return and refuse a claim each; add to, correct and remove lines of drafts."""
    claims = ClaimService(store)
    drafts = [row.id for row in claims.list_(state=ClaimState.DRAFT)][::-1]
    claims.withdraw(WithdrawClaim(withdrawn, "The fare was wrong: the day ticket was meant."))
    approvals = ApprovalService(store)
    ready = claims.list_(state=ClaimState.READY)
    returned, refused = [row.id for row in ready if row.group != panel.NAME][:2]
    approvals.return_(TakeBack(returned, "The receipt for the taxi is missing."))
    approvals.refuse(TakeBack(refused, "It was claimed from another group already."))
    day = store.now().date()
    _add_lines(ClaimLineService(store), drafts, day)
    _pay_others(store, drafts[2], day)
    claims.pay_later(PayLater(drafts[0], day + timedelta(days=30)))
    _correct_lines(claims, ClaimLineService(store), drafts[3:])
    _add_many_lines(ClaimLineService(store), claims, day)


def _add_lines(lines: ClaimLineService, drafts: list[UUID], day: date) -> None:
    first, second, third = drafts[:3]
    task = LineDetails(Category.TASK, day, "read the new leaflet and rang us", Money(1380))
    journey = LineDetails(
        Category.TRAVEL_TIME, day, "two hours on the way to the depot", Money(2000)
    )
    online = LineDetails(Category.ONLINE_SET_UP, day, "tried out the new captions", Money(500))
    debrief = LineDetails(Category.DEBRIEF, day, "talked the panel over", Money(1250))
    retainer = LineDetails(Category.RETAINER, day, "spokesperson for a month", Money(4000))
    for claim, details in (
        (first, _bought(Category.OVERNIGHT, day, "hotel the night before the visit", 8900,
                        Handling.PAID_DIRECT)),
        (first, _bought(Category.MEALS, day, "evening meal", 1640, Handling.REIMBURSE)),
        (second, _bought(Category.OTHER, day, "hire of a portable ramp", 1200, Handling.WAIVED)),
        (second, task), (second, journey), (second, online), (third, debrief), (third, retainer),
        (third, _bought(Category.MEALS, day, "lunch", 620, Handling.ADVANCED)),
    ):  # fmt: skip
        lines.add(AddLine(claim, details))


def _add_many_lines(lines: ClaimLineService, claims: ClaimService, day: date) -> None:
    """Forty lines of pence for whoever has the longest name, met in every way there is."""
    rows = claims.list_(state=ClaimState.DRAFT)
    longest = next(row.id for row in rows if row.person == cast.LONG_NAME)
    for week in range(_WEEKS):
        for handling in Handling:
            words = f"photocopies, week {week + 1}"
            lines.add(AddLine(longest, _bought(Category.OTHER, day, words, 35, handling)))


def _pay_others(store: DataFile, claim: UUID, day: date) -> None:
    """A personal assistant who is paid for a line, and cash for the claimant’s lunch."""
    people, advances, claims = PeopleService(store), AdvanceService(store), ClaimService(store)
    people.add(_paid("Wend Interpreting", 991, is_organisation=True))
    assistant = people.add(_paid("Jo Hart", 990)).id
    support = LineDetails(Category.SUPPORT_WORKER, day, "support on the visit", Money(2700),
                          payee_id=assistant, minutes=120)  # fmt: skip
    ClaimLineService(store).add(AddLine(claim, support))
    person = claims.find(claim).row.person_id
    meeting = next(
        meeting for meeting, _words in advances.meetings_of(person)
        if any(row.id == claim for row in claims.list_(meeting_id=meeting))
    )  # fmt: skip
    advances.add(AdvanceDetails(person, meeting, day, Money(1000), words="for lunch"))


def _paid(name: str, number: int, *, is_organisation: bool = False) -> PersonDetails:
    email = f"{name.lower().replace(' ', '.')}@example.org"
    return PersonDetails(
        name, phone=f"0161 496 0{number}", email=email, pay_choice=PayChoice.CHEQUE,
        is_organisation=is_organisation,
    )  # fmt: skip


def _bought(
    category: Category, day: date, words: str, pence: int, handling: Handling
) -> LineDetails:
    return LineDetails(category, day, words, Money(pence), handling=handling, receipt="1")


def _correct_lines(claims: ClaimService, lines: ClaimLineService, drafts: list[UUID]) -> None:
    """A smaller fee chosen for once, a fare that went up, a journey that was not made."""
    records = [claims.find(claim) for claim in drafts]
    fees = (row for record in records for row in record.fees if row.amount > Money(1000))
    fee = next(row for row in fees if row.details.decision is Decision.ACCEPT)
    lines.correct(CorrectLine(fee.id, _with(fee, Money(1000), Decision.LESS)))
    bought = [
        row for record in records for row in record.expenses if not row.details.category.is_by_mile
    ]
    dearer, not_made = bought[0], bought[-1]
    lines.correct(CorrectLine(dearer.id, _with(dearer, dearer.amount + Money(120))))
    lines.remove(not_made.id)


def _with(row: LineRow, amount: Money, decision: Decision = Decision.ACCEPT) -> LineDetails:
    details = row.details
    return LineDetails(
        details.category, details.day, details.words, amount, decision=decision,
        handling=details.handling, receipt=details.receipt,
    )  # fmt: skip
