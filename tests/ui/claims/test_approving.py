"""Signed, approved, returned and refused by keyboard; the list says where each claim stands."""

from datetime import date

import pytest
from PySide6.QtWidgets import QLabel, QLineEdit

import pictures
from alongside.domain.claims import ClaimState
from alongside.office import Office
from alongside.services.approvals import AgreeClaims
from alongside.services.receipt_files import ReceiptFile
from alongside.services.receipts import AddReceipts
from alongside_ui.main_window import MainWindow
from builders import MAY_9, POLICY, add_group, add_marked_meeting, add_person, issue
from ui.hands import (
    choose,
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


def state_of(office: Office, person: str = "Ann Lee") -> ClaimState:
    return next(row.state for row in office.claims.list_() if row.person == person)


@pytest.fixture
def ready(claims: MainWindow, office: Office, ann) -> MainWindow:
    issue(office, ann)
    press("F5")
    return claims


def test_a_claim_is_signed_by_phone_and_approved_by_somebody_else(
    ready: MainWindow, office: Office
) -> None:
    press("Ctrl+Shift+S")
    assert dialog().windowTitle().endswith("is signed")
    choose("How they agreed", "by phone")
    press("Return")
    assert state_of(office) is ClaimState.SIGNED
    assert ready.announcer.text() == "Claim 2026-0001 signed, by phone"
    office.sign_as("Kim")
    press("Ctrl+Shift+A", "Return")
    assert state_of(office) is ClaimState.APPROVED
    assert ", approved, fees £75.00, expenses £9.20, for today" in spoken_cell(ready.page().table)


def test_whoever_made_it_ready_is_asked_why_where_it_is_typed(
    ready: MainWindow, office: Office
) -> None:
    press("Ctrl+Shift+S", "Return", "Ctrl+Shift+A", "Return")
    assert "You made this claim ready yourself" in error_under("Why nobody else can approve it")
    type_in("alone in the office today")
    press("Return")
    assert state_of(office) is ClaimState.APPROVED


def test_a_line_is_left_out_by_saying_why_beside_it(ready: MainWindow, office: Office) -> None:
    press("Ctrl+Shift+S", "Return")
    office.sign_as("Kim")
    press("Ctrl+Shift+A")
    fill("taxi, £9.20", "not agreed beforehand")
    press("Return")
    (row,) = [row for row in office.claims.list_() if row.person == "Ann Lee"]
    assert (str(row.fees), str(row.expenses)) == ("£75.00", "£0.00")
    press("Return")
    go_to("Expenses")
    assert "Not paid: not agreed beforehand" in spoken_cell(focus())


def test_all_that_are_signed_are_approved_together_if_that_is_ticked(
    claims: MainWindow, office: Office
) -> None:
    for person in [row.person_id for row in office.claims.list_()]:
        issue(office, person)
    press("F5", "Ctrl+Shift+S")
    go_to("All 2 that are ready")
    press("Space", "Return")
    office.sign_as("Kim")
    press("Ctrl+Shift+A")
    go_to("All 2 that are signed")
    press("Space", "Return")
    assert {row.state for row in office.claims.list_()} == {ClaimState.APPROVED}


def test_a_claim_that_is_not_ready_says_so_and_asks_nothing(claims: MainWindow) -> None:
    press("Ctrl+Shift+A")
    assert dialog() is None
    assert claims.announcer.text() == "Claim 2026-0001 is draft. Choose one that is signed."


def test_returning_asks_why_and_drafts_the_lines_anew(ready: MainWindow, office: Office) -> None:
    press("Ctrl+Shift+T", "Return")
    assert "Say why" in error_under("Why")
    type_in("the fare looks wrong")
    press("Return")
    states = [row.state for row in office.claims.list_() if row.person == "Ann Lee"]
    assert sorted(states) == [ClaimState.DRAFT, ClaimState.RETURNED]


def test_refusing_ends_a_claim_and_its_page_says_why(ready: MainWindow, office: Office) -> None:
    press("Return", "Ctrl+Shift+F")
    type_in("claimed elsewhere")
    press("Return")
    assert state_of(office) is ClaimState.REFUSED
    assert "Refused: claimed elsewhere" in ready.page().purpose.text()


def test_the_page_of_a_claim_lists_every_step(ready: MainWindow) -> None:
    press("Ctrl+Shift+S", "Return", "Return")
    go_to("Steps of this claim")
    assert name_of(focus()) == "Steps of this claim"
    assert spoken_cell(focus()) == "12 May 2026: made ready by Sam"
    press("Down")
    assert spoken_cell(focus()) == "12 May 2026: agreed by signature, noted by Sam"


def test_the_choice_of_states_is_a_board_with_numbers_and_ages(
    ready: MainWindow, clock, office: Office
) -> None:
    shown = [ready.page()._state.itemText(n) for n in range(ready.page()._state.count())]
    assert "draft: 1, oldest today" in shown
    assert "ready to sign: 1, oldest today" in shown
    choose("Show", "ready")
    assert [row.person for row in ready.page().table.rows.rows] == ["Ann Lee"]


def test_somebody_whose_name_is_like_the_claimants_is_asked_where_it_is_typed(
    ready: MainWindow, office: Office
) -> None:
    press("Ctrl+Shift+S", "Return")
    office.sign_as("Ann")
    press("Ctrl+Shift+A")
    names = [name_of(widget) for widget in dialog().findChildren(QLineEdit) if widget.isVisible()]
    assert "Why it is not your own claim" not in names
    press("Return")
    assert "Your name is like Ann Lee" in error_under("Why it is not your own claim")
    type_in("I am Ann Moor")
    press("Return")
    assert state_of(office) is ClaimState.APPROVED
    (row,) = [row for row in office.claims.list_() if row.person == "Ann Lee"]
    assert office.approvals.steps(row.id)[-1].words == (
        "approved by Ann: not their own claim: I am Ann Moor"
    )


LATE = f"""{POLICY.replace("Half day", "Days")}
[[deadline]]
from = 2020-01-01
days = 30
"""


@pytest.fixture
def late(window: MainWindow, office: Office) -> MainWindow:
    """Show the claims of Ann and Bo, who are late, and of Carys, who is not; all are issued."""
    people = [add_person(office, name) for name in ("Ann Lee", "Bo Larsen", "Carys Hill")]
    group = add_group(office, *people, policy=LATE)
    for person, day in zip(people, (date(2026, 1, 10), date(2026, 1, 17), MAY_9), strict=True):
        office.claims.make(add_marked_meeting(office, group, person, day=day))
        issue(office, person)
    press("Ctrl+5")
    return window


def last_steps(office: Office) -> dict[str, str]:
    return {row.person: office.approvals.steps(row.id)[-1].words for row in office.claims.list_()}


def test_each_late_claim_that_is_signed_with_others_has_a_reason_of_its_own(
    late: MainWindow, office: Office
) -> None:
    while late.page().table.current.person != "Carys Hill":
        press("Down")
    press("Ctrl+Shift+S")
    go_to("All 3 that are ready")
    press("Space")
    fill("Why claim 2026-0001 is late", "was in hospital")
    fill("Why claim 2026-0002 is late", "the form came in print too small")
    press("Return")
    assert last_steps(office) == {
        "Ann Lee": "agreed by signature, noted by Sam: late, because: was in hospital",
        "Bo Larsen": (
            "agreed by signature, noted by Sam: late, because: the form came in print too small"
        ),
        "Carys Hill": "agreed by signature, noted by Sam",
    }


def test_the_reason_of_the_claim_that_is_looked_at_stays_with_it(
    late: MainWindow, office: Office
) -> None:
    while late.page().table.current.person != "Ann Lee":
        press("Down")
    press("Ctrl+Shift+S")
    fill("Why it is late", "was in hospital")
    go_to("All 3 that are ready")
    press("Space", "Return")
    assert [words for words in last_steps(office).values() if "hospital" in words] == [
        "agreed by signature, noted by Sam: late, because: was in hospital"
    ]


def test_approving_all_shows_and_says_what_there_is_to_look_at_on_each(
    late: MainWindow, office: Office
) -> None:
    office.approvals.agree(AgreeClaims(tuple(row.id for row in office.claims.list_())))
    office.sign_as("Kim")
    press("F5")
    while late.page().table.current.person != "Carys Hill":
        press("Up")
    press("Ctrl+Shift+A")
    assert "2026-0001, Ann Lee: The last day to claim was" not in seen_in_dialog()
    go_to("All 3 that are signed")
    press("Space")
    for words in ("2026-0001, Ann Lee: The last day", "2026-0002, Bo Larsen: The last day"):
        assert words in seen_in_dialog()
        assert words in description_of(dialog())
    press("Space", "Escape")


def seen_in_dialog() -> str:
    return "\n".join(label.text() for label in dialog().findChildren(QLabel) if label.isVisible())


def test_whoever_approves_reads_that_a_receipt_stands_on_another_claim_too(
    claims: MainWindow, office: Office, ann
) -> None:
    rows = {row.person: row for row in office.claims.list_()}
    for person in ("Ann Lee", "Bo Larsen"):
        ticket = ReceiptFile(content=pictures.jpeg(), name="ticket.jpg")
        office.receipts.add(AddReceipts(rows[person].id, (ticket,)))
    issue(office, ann)
    press("F5", "Ctrl+Shift+S", "Return")
    office.sign_as("Kim")
    press("Ctrl+Shift+A")
    words = f"the same file as receipt 1 of claim {rows['Bo Larsen'].number}, Bo Larsen"
    assert words in seen_in_dialog()
    assert words in description_of(dialog())
    press("Escape")
