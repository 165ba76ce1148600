"""Fees given away are given by hand and marked; a payee is named beside whose claim it is."""

from alongside.domain.claims import Category
from alongside.domain.money import Money
from alongside.domain.people import PayChoice
from alongside.office import Office
from alongside.services.approvals import AgreeClaims, ApproveClaims
from alongside_ui.main_window import MainWindow
from builders import add_group, add_marked_meeting, add_person, add_usual_cost, issue
from ui.hands import dialog, error_under, fill, focus, name_of, press, spoken_cell


def approve(office: Office, person) -> None:
    group = add_group(office, person, name="Another group")
    office.claims.make(add_marked_meeting(office, group, person))
    claim = issue(office, person)
    office.approvals.agree(AgreeClaims((claim,)))
    office.approvals.approve(ApproveClaims((claim,), exception="alone today"))


def test_a_gift_is_marked_as_made(window: MainWindow, office: Office) -> None:
    approve(
        office,
        add_person(office, pay_choice=PayChoice.DONATION, pay_instead="Harbour Trust"),
    )  # fmt: skip
    press("Ctrl+6")
    assert "to be given: £75.00 to Harbour Trust" in window.page().waiting.text()
    press("Ctrl+Shift+4")
    assert name_of(focus()) == "Fees given away"
    assert spoken_cell(focus()).startswith("to be given: £75.00 to Harbour Trust, from Ann Lee")
    press("Return")
    fill("Day", "1 June 2026")
    press("Return")
    assert "still to come" in error_under("Day")
    fill("Day", "12 May 2026")
    fill("How", "cheque 114")
    press("Return")
    assert spoken_cell(focus()).endswith("given on 12 May 2026, cheque 114")
    press("Escape")
    assert dialog() is None
    assert "to be given" not in window.page().waiting.text()
    press("Ctrl+Z")
    assert "to be given" in window.page().waiting.text()


def test_a_run_says_whose_claim_a_payee_is_paid_for(window: MainWindow, office: Office) -> None:
    jo = add_person(office, "Jo Hart", pay_choice=PayChoice.BANK)
    ann = add_person(office, pay_choice=PayChoice.BANK)
    add_usual_cost(office, ann, Category.SUPPORT_WORKER, rate=Money(1350), payee_id=jo)
    approve(office, ann)
    press("Ctrl+6", "Ctrl+N", "Return")
    table = window.page().table
    table.setFocus()
    press("Down")
    assert spoken_cell(table) == (
        "Jo Hart, waiting, fees £0.00, expenses £33.75, no bank details, claim 2026-0001 of Ann Lee"
    )
