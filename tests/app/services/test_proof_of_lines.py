"""Every expense says what proves it and what was agreed; what is missing is asked, never barred."""

from datetime import date, timedelta
from uuid import UUID

import pytest

import builders as b
import pictures
from alongside.domain.claims import Category
from alongside.domain.errors import UserError
from alongside.domain.money import Money
from alongside.domain.policy_limits import Instead
from alongside.office import Office
from alongside.services.claim_lines import CorrectLine
from alongside.services.claims import IssueClaims
from alongside.services.line_rows import LineDetails, LineRow
from alongside.services.receipt_files import ReceiptFile
from alongside.services.receipts import AddReceipts

ASKS = f"""{b.POLICY}
[[receipt]]
from = 2020-01-01
above = "5.00"
instead = ["bank_statement", "self_statement"]
own_statement_to = "10.00"

[[approval_before]]
from = 2020-01-01
lines = ["taxi"]
"""
TICKET = ReceiptFile(content=pictures.jpeg(), name="ticket.jpg")


@pytest.fixture
def ann(office: Office) -> UUID:
    ann = b.add_person(office)
    b.add_usual_cost(office, ann)
    office.claims.make(b.add_marked_meeting(office, b.add_group(office, ann, policy=ASKS), ann))
    return ann


def taxi(office: Office, ann: UUID) -> LineRow:
    return b.claim_of(office, ann).expenses[0]


def notes(office: Office, ann: UUID) -> list[str]:
    return list(b.claim_of(office, ann).to_look_at)


def correct(office: Office, ann: UUID, **more: object) -> None:
    row = taxi(office, ann)
    values = {name: getattr(row.details, name) for name in row.details.__slots__}
    office.claim_lines.correct(CorrectLine(row.id, LineDetails(**values | more)))


def test_a_receipt_that_is_missing_says_what_will_do_instead(office, ann):
    assert taxi(office, ann).proof == "no receipt yet"
    assert taxi(office, ann).is_unproved
    assert notes(office, ann)[0] == (
        "taxi, £9.20: no receipt yet. A receipt is needed for more than £5.00 (policy from "
        "1 January 2020). Instead will do: a bank statement, the person’s own signed statement, "
        "allowed up to £10.00."
    )


def test_a_receipt_that_was_added_is_named_also_after_the_claim_was_issued(office, ann):
    claim = b.claim_of(office, ann).row.id
    office.claims.issue(IssueClaims((claim,)))
    office.receipts.add(AddReceipts(claim, (TICKET,), taxi(office, ann).id))
    assert taxi(office, ann).proof == "receipt 1"
    assert not [note for note in notes(office, ann) if "receipt" in note]


def test_what_the_policy_takes_instead_is_said_with_its_limit(office, ann):
    correct(office, ann, instead=Instead.SELF_STATEMENT)
    proof = "the person’s own signed statement, allowed up to £10.00"
    assert taxi(office, ann).proof == proof
    assert notes(office, ann)[0] == f"taxi, £9.20: {proof}."


def test_above_its_limit_the_own_statement_is_not_offered_and_is_for_the_approver(office, ann):
    correct(office, ann, amount=Money(1200), instead=Instead.SELF_STATEMENT)
    assert [each for each, _words in taxi(office, ann).instead] == [Instead.BANK_STATEMENT]
    assert notes(office, ann)[0].endswith("It is for the approver to decide.")


def test_another_reason_is_for_the_approver_to_decide(office, ann):
    correct(office, ann, receipt="the machine gave none")
    assert taxi(office, ann).proof == "no receipt, because: the machine gave none"
    assert not taxi(office, ann).is_unproved
    assert notes(office, ann)[0] == (
        "taxi, £9.20: no receipt, because: the machine gave none. It is for the approver to decide."
    )


def test_a_receipt_found_after_all_takes_the_place_of_what_stood_in(office, ann):
    correct(office, ann, instead=Instead.BANK_STATEMENT)
    office.receipts.add(
        AddReceipts(b.claim_of(office, ann).row.id, (TICKET,), taxi(office, ann).id)
    )
    assert taxi(office, ann).proof == "receipt 1"
    assert taxi(office, ann).details.instead is None


def test_what_stands_in_is_printed_where_the_receipt_would_be(office, ann):
    correct(office, ann, instead=Instead.BANK_STATEMENT, receipt="lost on the way")
    sheet = office.forms.sheet(b.claim_of(office, ann).row.id)
    assert sheet.expenses[0].receipt == "a bank statement (lost on the way)"


def test_nothing_is_asked_for_below_the_limit(office, ann):
    correct(office, ann, amount=Money(400))
    assert taxi(office, ann).proof == "no receipt needed"


def test_what_was_agreed_is_kept_with_the_line_and_said(office, ann):
    assert any("must be agreed beforehand" in note for note in notes(office, ann))
    correct(office, ann, agreed_by="Jo Hart", agreed_on=date(2026, 5, 3), receipt="1")
    assert taxi(office, ann).proof == "receipt 1; agreed beforehand by Jo Hart on 3 May 2026"
    assert notes(office, ann) == []


def test_what_was_agreed_afterwards_is_pointed_out(office, ann):
    correct(office, ann, agreed_by="Jo Hart", agreed_on=date(2026, 5, 11), receipt="1")
    assert notes(office, ann) == [
        "taxi, £9.20: must be agreed beforehand, and was agreed on 11 May 2026, afterwards: check."
    ]


def test_an_agreement_cannot_end_before_it_was_made(office, ann):
    with pytest.raises(UserError) as raised:
        correct(office, ann, agreed_on=date(2026, 5, 3), agreed_until=date(2026, 5, 1))
    assert raised.value.field == "agreed_until"


def test_who_gave_a_standing_approval_stands_with_the_line_and_on_the_form(office):
    bo = b.add_person(office, "Bo Larsen")
    b.add_usual_cost(
        office, bo, Category.TAXI, amount=Money(400), agreed_by="Sam Okafor",
        agreed_on=date(2026, 2, 3), agreed_until=date(2026, 9, 1),
    )  # fmt: skip
    group = b.add_group(office, bo, name="Health", policy=ASKS)
    office.claims.make(b.add_marked_meeting(office, group, bo))
    line = taxi(office, bo)
    assert line.why == (
        "usual cost; standing approval by Sam Okafor on 3 February 2026, to 1 September 2026"
    )
    assert line.details.agreed_by == "Sam Okafor"
    assert line.proof == (
        "no receipt needed; "
        "agreed beforehand by Sam Okafor on 3 February 2026, until 1 September 2026"
    )
    assert notes(office, bo) == []


def test_a_standing_agreement_comes_with_the_usual_cost_and_its_end_is_said_in_time(
    office, ann, clock
):
    bo = b.add_person(office, "Bo Larsen")
    b.add_usual_cost(office, bo, Category.TAXI, amount=Money(400), agreed_until=date(2026, 7, 1))
    group = b.add_group(office, bo, name="Health", policy=ASKS)
    office.claims.make(b.add_marked_meeting(office, group, bo))
    assert taxi(office, bo).proof == "no receipt needed; agreed beforehand, until 1 July 2026"
    assert notes(office, bo) == []
    clock.time += timedelta(days=20)
    assert notes(office, bo) == [
        "taxi, £4.00: the agreement ends on 1 July 2026: time to agree it anew."
    ]
