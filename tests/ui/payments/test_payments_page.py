"""From approved claims to money by keyboard: a run, what to look at first, what became of it."""

from alongside.domain.claims import ClaimState
from alongside.domain.payments import PaymentState, RunState
from alongside.office import Office
from alongside_ui.main_window import MainWindow
from ui.hands import (
    description_of,
    dialog,
    error_under,
    fill,
    focus,
    go_to,
    name_of,
    press,
    spoken_cell,
    type_in,
)

WAITS = "2 claims to pay by bank transfer: fees £150.00, expenses £9.20"


def states(office: Office) -> list[PaymentState]:
    run = office.payments.list_()[0]
    return [row.state for row in office.payments.find(run.id).payments]


def test_what_waits_is_seen_and_heard_on_the_page(payments: MainWindow) -> None:
    assert payments.page().waiting.text() == WAITS
    assert WAITS in description_of(focus())


def test_a_run_is_made_and_opens(payments: MainWindow, office: Office) -> None:
    press("Ctrl+N")
    assert dialog().windowTitle() == "New payment run"
    press("Return")
    assert payments.page().title.text() == "Payment run P2026-001"
    assert payments.announcer.text() == "Payment run P2026-001: 2 payments"


def test_a_day_that_cannot_be_is_said_under_it(payments: MainWindow) -> None:
    press("Ctrl+N")
    fill("Day of payment", "9 May 2020")
    press("Return")
    assert "cannot be in the past" in error_under("Day of payment")


def test_what_people_asked_to_be_told_comes_first(run: MainWindow) -> None:
    assert name_of(focus()) == "Before it is sent"
    assert spoken_cell(focus()) == (
        "Ann Lee: Fees of £75.00 in the week from Monday 11 May 2026, counted by the day of "
        "payment. They asked for £50.00 at most."
    )
    said = [row.words for row in run.page().warnings.rows.rows]
    assert "There are no bank details, so nothing can be sent." in said


def test_enter_on_a_warning_goes_to_the_payment_it_is_about(run: MainWindow) -> None:
    press("Return")
    assert focus() is run.page().table
    assert spoken_cell(focus()).startswith("Ann Lee, waiting, fees £75.00, expenses £9.20")


def test_what_goes_over_is_held_and_can_be_undone(run: MainWindow, office: Office) -> None:
    press("Ctrl+J")
    assert run.announcer.text() == "Ann Lee taken out of the run"
    assert states(office) == [PaymentState.WAITING, PaymentState.TAKEN_OUT]
    press("Ctrl+Z")
    assert states(office) == [PaymentState.WAITING, PaymentState.WAITING]


def test_the_whole_run_is_paid_at_once_unless_that_is_unticked(
    run: MainWindow, office: Office
) -> None:
    go_to("Payments")
    press("Ctrl+Shift+Y", "Return")
    assert states(office) == [PaymentState.PAID, PaymentState.PAID]
    assert {row.state for row in office.claims.list_()} == {ClaimState.PAID}
    assert "sent on 12 May 2026" in run.page().purpose.text()


def test_a_part_and_what_came_back_are_recorded(run: MainWindow, office: Office) -> None:
    go_to("Payments")
    press("Ctrl+F5")
    fill("Fees that were paid", "50")
    press("Return")
    press("Down", "Ctrl+Shift+Q", "Return")
    assert "Say why it came back" in error_under("Why it came back")
    type_in("account closed")
    press("Return")
    assert states(office) == [PaymentState.PART_PAID, PaymentState.BOUNCED]
    assert ": account closed" in spoken_cell(run.page().table)
    press("Ctrl+6")
    assert run.page().waiting.text() == (
        "2 claims to pay by bank transfer: fees £100.00, expenses £0.00"
    )


def test_a_run_is_made_void_for_a_reason(run: MainWindow, office: Office) -> None:
    press("Ctrl+Shift+V", "Return")
    assert "Say why the run is void" in error_under("Why it is void")
    type_in("the wrong day")
    press("Return")
    assert office.payments.list_()[0].state is RunState.VOID
    assert "the wrong day" in run.page().purpose.text()


def test_the_history_of_a_run_is_a_key_away(run: MainWindow) -> None:
    press("Ctrl+H")
    assert "payment run P2026-001" in run.page().title.text()


def test_with_nothing_to_pay_a_sentence_says_so(window: MainWindow) -> None:
    press("Ctrl+6", "Ctrl+N")
    assert dialog() is None
    assert window.announcer.text() == "No approved claim waits to be paid."


def test_a_payment_is_split_by_keyboard_to_what_the_person_asked_for(
    run: MainWindow, office: Office
) -> None:
    press("Return", "Ctrl+Shift+7")
    assert dialog().windowTitle() == "Pay Ann Lee a part now"
    assert "Fees of £50.00 fit into the limits" in dialog().accessibleDescription()
    assert go_to("Fees now").text() == "£50.00"
    press("Return")
    assert dialog() is None
    run_id = office.payments.list_()[0].id
    ann = next(row for row in office.payments.find(run_id).payments if row.person == "Ann Lee")
    assert str(ann.due.fees) == "£50.00"
    press("Ctrl+Shift+7")
    fill("Fees now", "0")
    fill("Expenses now", "0")
    press("Return")
    assert "take the payment out" in error_under("Fees now")
