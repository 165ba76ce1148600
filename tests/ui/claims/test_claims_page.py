"""The list of claims by keyboard: totals apart, issued after a question, withdrawn for a reason."""

from uuid import UUID

from alongside.domain.claims import Category, ClaimState
from alongside.domain.money import Money
from alongside.office import Office
from alongside.services.claim_lines import AddLine
from alongside.services.line_rows import LineDetails
from alongside_ui.main_window import MainWindow
from builders import MAY_9, add_marked_meeting, add_person, claim_of, issue
from ui.hands import (
    answer,
    choose,
    dialog,
    error_under,
    focus,
    go_to,
    press,
    spoken_cell,
    type_in,
    words_of,
)


def states(office: Office) -> set[ClaimState]:
    return {row.state for row in office.claims.list_()}


def ann_of(window: MainWindow) -> UUID:
    return window.page().table.current.person_id


def test_fees_and_expenses_are_totalled_apart(claims: MainWindow) -> None:
    totals = [words for words in _labels(claims) if "2 claims" in words]
    assert totals == ["2 claims: fees £150.00, expenses £9.20"]


def test_a_row_says_whose_claim_it_is_first(claims: MainWindow) -> None:
    number = claims.page().table.current.number
    assert spoken_cell(claims.page().table) == (
        f"Ann Lee, {number}, draft, fees £75.00, expenses £9.20, for today"
    )


def test_enter_opens_one_claim(claims: MainWindow) -> None:
    press("Return")
    assert claims.page().title.text().endswith(": Ann Lee")


def test_issuing_asks_first_and_enter_is_the_safe_answer(
    claims: MainWindow, office: Office
) -> None:
    press("Ctrl+Shift+I")
    assert words_of(dialog()).startswith("Issue 2 claims?")
    press("Return")
    assert states(office) == {ClaimState.DRAFT}


def test_what_was_issued_cannot_be_undone(claims: MainWindow, office: Office) -> None:
    press("Ctrl+Shift+I")
    answer("Issue")
    assert states(office) == {ClaimState.READY}
    assert claims.actions.words_of("undo") == "Undo"
    press("Ctrl+Z")
    assert states(office) == {ClaimState.READY}
    assert claims.announcer.text() == "There is nothing to undo"


def test_issuing_again_says_that_there_is_nothing_to_issue(claims: MainWindow) -> None:
    press("Ctrl+Shift+I")
    answer("Issue")
    press("Ctrl+Shift+I")
    assert dialog() is None
    assert claims.announcer.text() == "There are no drafts to issue here."


def test_withdrawing_wants_a_reason_and_drafts_the_lines_anew(
    claims: MainWindow, office: Office
) -> None:
    number = claims.page().table.current.number
    issue(office, ann_of(claims))
    press("F5", "Ctrl+Shift+W", "Return")
    assert error_under("Why it is withdrawn").startswith("Say why the claim is withdrawn.")
    type_in("The taxi was £10")
    press("Return")
    assert dialog() is None
    found = {row.number: row.state for row in office.claims.list_() if row.person == "Ann Lee"}
    assert found.pop(number) is ClaimState.WITHDRAWN
    assert list(found.values()) == [ClaimState.DRAFT]


def test_a_draft_is_not_withdrawn_and_a_sentence_says_so(claims: MainWindow) -> None:
    press("Ctrl+Shift+W")
    assert dialog() is not None
    type_in("Mistake")
    press("Return")
    assert words_of(dialog()).startswith("Only an issued claim can be withdrawn.")
    press("Escape", "Escape")
    answer("Throw away")


def test_claims_of_one_state_can_be_shown(claims: MainWindow, office: Office) -> None:
    issue(office, ann_of(claims))
    choose("Show", "ready")
    assert [row.person for row in claims.page().table.rows.rows] == ["Ann Lee"]
    choose("Show", "draft")
    assert [row.person for row in claims.page().table.rows.rows] == ["Bo Larsen"]


def test_claims_of_one_meeting_lead_back_to_its_register_and_to_all_claims(
    claims: MainWindow, office: Office
) -> None:
    zed = add_person(office, "Zed New")
    other = add_marked_meeting(office, office.groups.list_()[0].id, zed)
    office.claims.make(other)
    press("Ctrl+2", "F5")
    while claims.page().table.current.id != other:
        press("Down")
    press("Return", "Ctrl+M")
    assert [row.person for row in claims.page().table.rows.rows] == ["Zed New"]
    go_to("Show claims of all meetings")
    press("Return")
    assert len(claims.page().table.rows.rows) == 3
    assert focus() is claims.page().table


def test_an_empty_list_says_how_claims_are_made(window: MainWindow) -> None:
    press("Ctrl+5")
    assert "Ctrl+M" in window.page().table.accessibleDescription()
    press("Ctrl+P")
    assert window.announcer.text() == "There are no claims to print here."


def _labels(window: MainWindow) -> list[str]:
    from PySide6.QtWidgets import QLabel

    return [label.text() for label in window.page().findChildren(QLabel)]


def test_issuing_says_on_which_drafts_there_is_something_to_look_at(
    claims: MainWindow, office: Office, ann
) -> None:
    taxi = LineDetails(Category.TAXI, MAY_9, "the same taxi", Money(920))
    office.claim_lines.add(AddLine(claim_of(office, ann).row.id, taxi))
    press("Ctrl+Shift+I")
    assert "There is something to look at on claim 2026-0001: open it" in words_of(dialog())
    press("Escape")
