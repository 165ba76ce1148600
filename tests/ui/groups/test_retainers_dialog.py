"""Retainers by keyboard: what is due is seen first, then drafted in one step, and taken back."""

import builders as b
from alongside.office import Office
from alongside_ui.main_window import MainWindow
from ui.hands import answer, dialog, error_under, fill, focus, press, spoken_cell

MONTHLY = f"""{b.POLICY}
[[retainer]]
from = 2026-01-01
each = "month"
amount = "40.00"
"""


def test_retainers_are_seen_and_drafted_and_taken_back(window: MainWindow, office: Office) -> None:
    b.add_group(office, b.add_person(office), policy=MONTHLY)
    press("Ctrl+4", "Ctrl+D")
    assert dialog().form["last"].text() == "12 May 2026"
    fill("But not before", "1/3/2026")
    press("Return")
    assert "2 retainers are due, for 1 person: £80.00." in dialog().accessibleDescription()
    assert spoken_cell(focus()) == (
        "Ann Lee, member, 1 March 2026 to 31 March 2026: £40.00. "
        "a set amount for March 2026 (policy from 1 January 2026)"
    )
    answer("Draft 2 retainers")
    assert dialog() is None
    assert window.announcer.text() == "2 retainers drafted for Transport Design Group"
    assert [str(row.fees) for row in office.claims.list_()] == ["£80.00"]
    press("Ctrl+D")
    fill("But not before", "1/3/2026")
    press("Return")
    assert "2 retainers are due" not in dialog().accessibleDescription()
    press("Esc", "Esc", "Ctrl+Z")
    assert office.claims.list_() == []


def test_days_in_the_wrong_order_are_said_where_they_were_typed(
    window: MainWindow, office: Office
) -> None:
    b.add_group(office, b.add_person(office), policy=MONTHLY)
    press("Ctrl+4", "Ctrl+D")
    fill("Due by the day", "1/1/2025")
    press("Return")
    words = "The last day cannot be before the first."
    assert error_under("Due by the day").startswith(words)
    assert focus().text() == "1/1/2025"


def test_without_a_policy_it_is_said_and_nothing_is_drafted(
    window: MainWindow, office: Office
) -> None:
    b.add_group(office, b.add_person(office), policy=None)
    press("Ctrl+4", "Ctrl+D", "Return")
    assert "has no pay policy" in dialog().text()
    press("Return", "Esc")
    assert office.claims.list_() == []
