"""What proves an expense is heard in its row; what stands in for it is chosen."""

from uuid import UUID

import pytest

import builders as b
from alongside.domain.policy_limits import Instead
from alongside.office import Office
from alongside_ui.main_window import MainWindow
from ui.hands import (
    answer,
    choose,
    description_of,
    dialog,
    error_under,
    fill,
    focus,
    go_to,
    press,
    spoken_cell,
)

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


@pytest.fixture
def ann(window: MainWindow, office: Office) -> UUID:
    """Open the page of Ann's claim, with the keyboard on her taxi."""
    ann = b.add_person(office)
    b.add_usual_cost(office, ann)
    office.claims.make(b.add_marked_meeting(office, b.add_group(office, ann, policy=ASKS), ann))
    window.go("claim", b.claim_of(office, ann).row.id)
    window.page().expenses.setFocus()
    return ann


def test_the_row_of_a_line_says_its_proof(ann: UUID, window: MainWindow) -> None:
    assert "taxi, £9.20, reimburse" in spoken_cell(window.page().expenses).casefold()
    assert "no receipt yet" in spoken_cell(window.page().expenses)


def test_what_the_policy_takes_instead_is_chosen(
    ann: UUID, window: MainWindow, office: Office
) -> None:
    press("Ctrl+Shift+8")
    answer("No receipt because…")
    choose("What there is instead", "the person’s own signed statement, allowed up to £10.00")
    press("Return")
    details = b.claim_of(office, ann).expenses[0].details
    assert details.instead is Instead.SELF_STATEMENT
    press("Esc")
    assert "own signed statement, allowed up to £10.00" in spoken_cell(window.page().expenses)


def test_anything_else_wants_a_reason_for_the_approver(ann: UUID, office: Office) -> None:
    press("Ctrl+Shift+8")
    answer("No receipt because…")
    choose("What there is instead", "nothing")
    press("Return")
    assert error_under("Why there is none").startswith("Say why there is no receipt.")
    fill("Why there is none", "the machine gave none")
    press("Return")
    assert b.claim_of(office, ann).expenses[0].proof == "no receipt, because: the machine gave none"


def test_what_is_agreed_first_is_asked_on_the_line(ann: UUID, office: Office) -> None:
    press("Return")
    fill("Agreed beforehand by", "Jo Hart")
    fill("Agreed on", "3 May 2026")
    press("Return")
    assert dialog() is None
    line = b.claim_of(office, ann).expenses[0]
    assert line.proof == "no receipt yet; agreed beforehand by Jo Hart on 3 May 2026"


def test_whoever_approves_hears_the_proof_of_each_line(
    ann: UUID, window: MainWindow, office: Office
) -> None:
    claim = b.issue(office, ann)
    window.go("claim", claim)
    press("Ctrl+Shift+S", "Return", "Ctrl+Shift+A")
    assert office.claims.find(claim).row.number in dialog().windowTitle()
    go_to("taxi, £9.20")
    assert description_of(focus()).startswith("No receipt yet. Why not")
