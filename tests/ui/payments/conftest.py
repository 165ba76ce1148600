"""Two approved claims to pay by bank: Ann’s with a fee and a taxi, Bo’s with a fee."""

from uuid import UUID

import pytest

from alongside.domain.money import Money
from alongside.domain.people import PayChoice
from alongside.office import Office
from alongside.services.approvals import AgreeClaims, ApproveClaims
from alongside_ui.main_window import MainWindow
from builders import (
    add_bank_details,
    add_group,
    add_marked_meeting,
    add_person,
    add_usual_cost,
    issue,
)
from ui.hands import press


@pytest.fixture
def approved(office: Office) -> list[UUID]:
    """Return the people whose claims are approved; Ann asked for £50 a week at most."""
    ann = add_person(office, pay_choice=PayChoice.BANK, most_week=Money(5000))
    bo = add_person(office, "Bo Larsen", pay_choice=PayChoice.BANK)
    add_usual_cost(office, ann)
    add_bank_details(office, ann)
    office.claims.make(add_marked_meeting(office, add_group(office, ann, bo), ann, bo))
    for person in (ann, bo):
        claim = issue(office, person)
        office.approvals.agree(AgreeClaims((claim,)))
        office.approvals.approve(ApproveClaims((claim,), exception="alone today"))
    return [ann, bo]


@pytest.fixture
def payments(approved: list[UUID], window: MainWindow) -> MainWindow:
    """Show the page of payments."""
    press("Ctrl+6")
    return window


@pytest.fixture
def run(payments: MainWindow) -> MainWindow:
    """Make a run of both claims, and show it."""
    press("Ctrl+N", "Return")
    return payments
