"""Who else is paid for a line, and a claim that waits until a day, by keyboard."""

from datetime import date
from uuid import UUID

from alongside.domain.claims import ClaimState
from alongside.domain.money import Money
from alongside.office import Office
from alongside_ui.main_window import MainWindow
from builders import add_person, claim_of
from ui.hands import choose, dialog, error_under, fill, focus, go_to, name_of, press, spoken_cell


def test_a_line_is_paid_to_somebody_else_with_their_hours(
    ann: UUID, one_claim: MainWindow, office: Office
) -> None:
    jo = add_person(office, "Jo Hart")
    press("Ctrl+N")
    choose("Kind", "personal")
    fill("What it is for", "support")
    fill("Amount", "33.75")
    choose("Paid to", "Jo")
    fill("Hours", "2:30")
    press("Return")
    assert dialog() is None
    line = claim_of(office, ann).expenses[-1]
    assert (line.details.payee_id, line.details.minutes) == (jo, 150)
    assert line.handled == "paid to Jo Hart"
    go_to("Expenses")
    press("Down")
    assert spoken_cell(focus()).startswith("support, £33.75, paid to Jo Hart.")
    page = one_claim.page()
    assert page.expenses_total.text() == (
        "Expenses: £9.20 to pay, £33.75 met in other ways"
    )  # fmt: skip
    press("Return")
    choose("Paid to", "Ann")
    press("Return")
    assert claim_of(office, ann).expenses[-1].handled == "reimburse"
    press("Ctrl+Z")
    assert claim_of(office, ann).expenses[-1].details.payee_id == jo


def test_who_asks_each_time_says_how_this_time(
    ann: UUID, one_claim: MainWindow, office: Office
) -> None:
    press("Ctrl+F11")
    assert name_of(focus()) == "Ann Lee"
    choose("Ann Lee", "cash")
    press("Return")
    assert dialog() is None
    assert claim_of(office, ann).how_to_pay == "in cash, signed for"
    press("Ctrl+Z")
    assert claim_of(office, ann).how_to_pay.startswith("to be asked")
    press("Escape", "Ctrl+F11")
    assert name_of(focus()) == "Ann Lee"


def test_a_claim_is_paid_later_and_says_so(
    ann: UUID, one_claim: MainWindow, office: Office
) -> None:
    press("Ctrl+F2")
    assert name_of(focus()) == "Not to be paid before"
    fill("Not to be paid before", "9 May 2026")
    press("Return")
    assert "still to come" in error_under("Not to be paid before")
    fill("Not to be paid before", "1 June 2026")
    press("Return")
    assert dialog() is None
    assert claim_of(office, ann).pay_from == date(2026, 6, 1)
    go_to("To look at")
    assert spoken_cell(focus()) == "Not to be paid before 1 June 2026."


def test_waiting_is_changed_and_ended_from_the_list_of_claims(
    ann: UUID, claims: MainWindow, office: Office
) -> None:
    press("Ctrl+F2")
    fill("Not to be paid before", "1 June 2026")
    press("Return", "Ctrl+F2")
    fill("Not to be paid before", "")
    press("Return")
    assert claim_of(office, ann).pay_from is None
    assert claim_of(office, ann).row.state is ClaimState.DRAFT
    assert claim_of(office, ann).row.expenses == Money(920)
