"""One claim by keyboard: every line says why; lines are added, corrected, removed, brought back."""

from dataclasses import replace
from uuid import UUID

import pytest

from alongside.domain.claims import ClaimState, Decision
from alongside.domain.money import Money
from alongside.domain.people import PayChoice
from alongside.office import Office
from alongside.services.claim_rows import ClaimRecord
from alongside.services.people import CorrectPerson
from alongside_ui.main_window import MainWindow
from builders import add_bank_details, claim_of
from ui.hands import (
    answer,
    choose,
    dialog,
    error_under,
    fill,
    focus,
    go_to,
    name_of,
    press,
    said_in,
    spoken_cell,
    type_in,
    words_of,
)


def lines(record: ClaimRecord) -> list[str]:
    return [line.words for line in (*record.fees, *record.expenses)]


def test_the_keyboard_starts_on_the_first_fee_which_says_why_it_is_so(
    one_claim: MainWindow, ann: UUID, office: Office
) -> None:
    assert name_of(focus()) == "Fees"
    fee = claim_of(office, ann).fees[0]
    spoken = spoken_cell(focus())
    assert spoken == f"{fee.words}, £75.00, accepted. {fee.why}"
    assert fee.why in one_claim.page().why.text()


def test_fees_and_expenses_are_lists_of_their_own(one_claim: MainWindow) -> None:
    page = one_claim.page()
    assert page.fees_total.text() == "Fees: £75.00"
    assert page.expenses_total.text() == "Expenses: £9.20 to pay"
    go_to("Expenses")
    assert spoken_cell(focus()).startswith("taxi, £9.20, reimburse.")
    assert page.to_pay.text().startswith("To pay: fees £75.00 and expenses £9.20")


def test_a_mileage_line_is_added_and_the_policy_gives_the_amount(
    ann: UUID, one_claim: MainWindow, office: Office
) -> None:
    press("Ctrl+N")
    choose("Kind", "car")
    fill("What it is for", "home to Town Hall")
    fill("Miles, there and back", "ten")
    press("Return")
    assert "ten" in error_under("Miles, there and back")
    fill("Miles, there and back", "10")
    press("Return")
    line = next(
        line for line in claim_of(office, ann).expenses if line.words == "home to Town Hall"
    )
    assert line.amount == Money(450)
    assert one_claim.page().expenses_total.text() == "Expenses: £13.70 to pay"


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("-5", "An amount cannot be less than nothing"),
        ("9.205", "“9.205” has more than two figures after the point."),
        ("nine", "“nine” is not an amount."),
    ],
)
def test_an_amount_that_cannot_be_is_said_under_its_field(
    ann: UUID, one_claim: MainWindow, office: Office, typed: str, words: str
) -> None:
    press("Ctrl+N")
    choose("Kind", "parking")
    fill("What it is for", "parking")
    fill("Amount", typed)
    press("Return")
    assert error_under("Amount").startswith(words)
    assert focus().text() == typed
    assert len(lines(claim_of(office, ann))) == 2
    press("Escape")
    answer("Throw away")


def test_a_line_says_what_it_is_for(one_claim: MainWindow) -> None:
    press("Ctrl+N")
    choose("Kind", "parking")
    fill("Amount", "2")
    press("Return")
    assert error_under("What it is for").startswith("Say what the line is for.")
    press("Escape")
    answer("Throw away")


def test_a_line_is_corrected_and_says_from_what(
    ann: UUID, one_claim: MainWindow, office: Office
) -> None:
    go_to("Expenses")
    press("Return")
    fill("Amount", "10")
    press("Return")
    taxi = claim_of(office, ann).expenses[0]
    assert (taxi.amount, taxi.why) == (Money(1000), "corrected from £9.20")
    assert name_of(focus()) == "Expenses"


def test_a_person_can_choose_no_fee(ann: UUID, one_claim: MainWindow, office: Office) -> None:
    press("Return")
    choose("What the person decided", "chose no fee")
    press("Return")
    fee = claim_of(office, ann).fees[0]
    assert (fee.details.decision, fee.amount, fee.offered) == (
        Decision.DECLINE, Money(0), Money(7500),
    )  # fmt: skip


def test_a_smaller_fee_wants_the_person_s_decision(one_claim: MainWindow) -> None:
    press("Return")
    fill("Amount", "20")
    press("Return")
    assert error_under("What the person decided").startswith("The amount is less than was offered")
    press("Escape")
    answer("Throw away")


def test_a_fee_above_what_was_offered_is_refused(one_claim: MainWindow) -> None:
    press("Return")
    fill("Amount", "80")
    press("Return")
    assert error_under("Amount").startswith("That is more than the £75.00 offered.")
    press("Escape")
    answer("Throw away")


def test_a_line_is_removed_after_a_question_and_undo_brings_it_back(
    ann: UUID, one_claim: MainWindow, office: Office
) -> None:
    go_to("Expenses")
    press("Ctrl+Del")
    assert words_of(dialog()).startswith("Remove the line “taxi”?")
    answer("Remove")
    assert claim_of(office, ann).expenses == []
    press("Ctrl+Z")
    assert [line.words for line in claim_of(office, ann).expenses] == ["taxi"]


def test_the_buttons_speak_of_the_line_the_keyboard_was_on_last(
    ann: UUID, one_claim: MainWindow, office: Office
) -> None:
    go_to("Expenses")
    go_to("Remove the line…")
    press("Return")
    assert words_of(dialog()).startswith("Remove the line “taxi”?")
    press("Escape")


def test_one_claim_is_issued_after_a_question(
    ann: UUID, one_claim: MainWindow, office: Office
) -> None:
    press("Ctrl+Shift+I")
    assert words_of(dialog()).startswith("Issue 1 claim?")
    answer("Issue")
    assert claim_of(office, ann).row.state is ClaimState.READY
    assert "ready to sign" in one_claim.page().purpose.text()
    press("Ctrl+Shift+I")
    assert said_in(one_claim.page().fees) == "This claim is issued already."


def test_an_issued_claim_takes_no_more_lines_and_a_sentence_says_why(
    ann: UUID, one_claim: MainWindow, office: Office
) -> None:
    press("Ctrl+Shift+I")
    answer("Issue")
    press("Ctrl+N")
    fill("What it is for", "bus")
    fill("Amount", "2")
    press("Return")
    assert "issued" in words_of(dialog())
    press("Escape")
    assert dialog().form["amount"].text() == "2"
    press("Escape")
    answer("Throw away")
    assert len(lines(claim_of(office, ann))) == 2


def test_withdrawing_goes_to_the_claim_drafted_anew(
    ann: UUID, one_claim: MainWindow, office: Office
) -> None:
    first = one_claim.page().title.text()
    press("Ctrl+Shift+I")
    answer("Issue")
    press("Ctrl+Shift+W")
    type_in("The taxi was £10")
    press("Return")
    assert dialog() is None
    assert one_claim.page().title.text() != first
    assert "draft" in one_claim.page().purpose.text()
    press("Alt+Left")
    assert one_claim.page().title.text() == first
    assert "The taxi was £10" in one_claim.page().purpose.text()


def test_the_account_is_named_by_its_last_figures_only(
    ann: UUID, one_claim: MainWindow, office: Office
) -> None:
    add_bank_details(office, ann)
    details = replace(office.people.find(ann), pay_choice=PayChoice.BANK)
    office.people.correct(CorrectPerson(ann, details))
    press("F5")
    assert "••34." in one_claim.page().to_pay.text()
    assert "31926834" not in one_claim.page().to_pay.text()
