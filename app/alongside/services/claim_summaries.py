"""What whoever approves claims sees on one paper: amounts, what to look at, what is left."""

from collections.abc import Iterator, Sequence
from datetime import date
from uuid import UUID

from alongside.domain.budgets import Use
from alongside.domain.claim_words import approver_declaration
from alongside.domain.claims import GONE, ClaimState
from alongside.domain.dates import Period, say_date
from alongside.domain.errors import UserError
from alongside.domain.meeting_sheets import ClaimToApprove, SummarySheet
from alongside.domain.money import Money
from alongside.domain.payments import Sum
from alongside.domain.sheets import Fact
from alongside.i18n import _, language
from alongside.services.budget_sums import say_code, uses
from alongside.services.claim_rows import ClaimRecord, claim_record_of
from alongside.services.meeting_sheets import office
from alongside.services.open_claims import fetch
from alongside.store import budgets
from alongside.store.work import Session


def summary_sheet(
    session: Session, claim_ids: Sequence[UUID], title: str, facts: tuple[Fact, ...], today: date
) -> SummarySheet:
    """Return a summary of these claims, by person. Raise UserError if none of them counts."""
    chosen = [fetch(session, claim_id) for claim_id in dict.fromkeys(claim_ids)]
    chosen = [c for c in chosen if c.state not in GONE and c.state is not ClaimState.REFUSED]
    if not chosen:
        raise UserError("", _("There are no claims to look at yet. Make claims first."))
    records = [claim_record_of(session, claim, today) for claim in chosen]
    records.sort(key=lambda record: (record.row.person.casefold(), record.row.number))
    name, style = office(session)
    return SummarySheet(
        organisation=name,
        title=title,
        facts=facts,
        claims=tuple(_entry(record) for record in records),
        total=Sum.of([Sum(record.row.fees, record.row.expenses) for record in records]),
        otherwise=str(Money.total(record.expenses_otherwise for record in records)),
        budgets=tuple(_left(session, [claim.id for claim in chosen])),
        declaration=tuple(said.words for said in approver_declaration()),
        printed_on=say_date(today),
        language=language(),
        style=style,
    )


def _entry(record: ClaimRecord) -> ClaimToApprove:
    row = record.row
    return ClaimToApprove(
        row.number, row.person, row.state.words, Sum(row.fees, row.expenses),
        str(record.expenses_otherwise), (*record.to_look_at, *record.not_paid),
    )  # fmt: skip


def _left(session: Session, claim_ids: list[UUID]) -> Iterator[str]:
    """Yield for each budget that bears these claims what is left of it, with them counted."""
    for budget in budgets.borne_by(session, claims=claim_ids):
        used = uses(session, Period(budget.first, budget.last))
        use = used.get((budget.group_id, budget.code), Use())
        words = _("Budget {code} of {group}, to {day}: {left} is left of {amount}, with these "
                  "claims counted.")  # fmt: skip
        if use.all > budget.amount:
            words = _("Budget {code} of {group}, to {day}: over-spent by {left}, of {amount}, with "
                      "these claims counted.")  # fmt: skip
        left = max(budget.amount, use.all) - min(budget.amount, use.all)
        yield words.format(
            code=say_code(budget.code), group=budget.group.name, day=say_date(budget.last),
            left=left, amount=budget.amount,
        )  # fmt: skip
