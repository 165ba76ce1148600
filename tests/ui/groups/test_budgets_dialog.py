"""Budgets by keyboard: added for a year, looked into, corrected, removed; and who bears a line."""

from uuid import UUID

import pytest

from alongside.office import Office
from alongside.services.budgets import AddBudget, BudgetDetails
from alongside_ui.main_window import MainWindow
from builders import (
    MAY_9,
    Money,
    add_group,
    add_marked_meeting,
    add_person,
    add_usual_cost,
    claim_of,
    issue,
)
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
    spoken_cell,
    words_of,
)


@pytest.fixture
def ann(office: Office) -> UUID:
    """Return Ann, with a draft claim of £75.00 and a taxi of £9.20 on the code T-1."""
    ann = add_person(office)
    add_usual_cost(office, ann)
    office.claims.make(add_marked_meeting(office, add_group(office, ann), ann))
    return ann


@pytest.fixture
def groups(window: MainWindow, ann: UUID) -> MainWindow:
    """Show the page of groups, with one that has a claim and no budget."""
    press("Ctrl+4")
    return window


def add_budget(office: Office, code: str, pence: int, group: UUID | None = None) -> UUID:
    details = BudgetDetails(code, Money(pence))
    place = group or office.groups.list_()[0].id
    added = office.budgets.add(AddBudget(place, MAY_9, details)).id
    assert added is not None
    return added


def test_a_code_without_a_budget_is_there_and_enter_adds_one_for_it(
    groups: MainWindow, office: Office
) -> None:
    press("Ctrl+G")
    assert name_of(focus()) == "Budgets"
    assert dialog().heading.text() == "What T-1 is made of: no budget for this code"
    assert spoken_cell(focus()) == (
        "T-1: £84.20 committed, £0.00 claimed, £0.00 paid. no budget for this code"
    )
    press("Return")
    assert name_of(focus()) == "Budget code"
    assert focus().text() == "T-1"
    fill("Amount for the year", "1000")
    fill("Who pays for it", "Riverside Transport")
    press("Return")
    go_to("Budgets")
    assert spoken_cell(focus()) == (
        "T-1: £84.20 committed, £0.00 claimed, £0.00 paid, £915.80 left of £1,000.00"
    )
    assert "Budget T-1 of Transport Design Group added for 2026-27" in groups.announcer.text()
    press("Escape")


def test_what_a_budget_is_made_of_stands_below_it_fees_and_expenses_apart(
    groups: MainWindow, office: Office
) -> None:
    add_budget(office, "T-1", 100_000)
    press("Ctrl+G")
    costs = go_to("What T-1 is made of")
    said = []
    for _row in range(costs.model().rowCount()):
        said.append(spoken_cell(costs))
        press("Down")
    assert said == [
        "fees: £75.00 committed, £0.00 claimed, £0.00 paid",
        "members’ expenses: £9.20 committed, £0.00 claimed, £0.00 paid",
        "access costs: £0.00 committed, £0.00 claimed, £0.00 paid",
        "paid direct or on account: £0.00 committed, £0.00 claimed, £0.00 paid",
    ]
    press("Escape")


def test_tab_goes_from_the_year_to_the_budgets_what_they_are_made_of_and_the_buttons(
    groups: MainWindow, office: Office
) -> None:
    add_budget(office, "T-1", 100_000)
    press("Ctrl+G")
    press("Shift+Tab")
    come_to = [name_of(focus())]
    for _stop in range(6):
        press("Tab")
        come_to.append(name_of(focus()))
    assert come_to == [
        "Financial year", "Budgets", "What T-1 is made of", "Add…", "Correct…", "Remove…", "Close"
    ]  # fmt: skip
    press("Escape")


def test_another_year_has_budgets_of_its_own(groups: MainWindow, office: Office) -> None:
    add_budget(office, "T-1", 100_000)
    press("Ctrl+G")
    choose("Financial year", "2027-28")
    box = dialog()
    assert list(box.table.rows.rows) == []
    answer("Add…")
    assert "2027-28" in dialog().windowTitle()
    fill("Budget code", "T-1")
    fill("Amount for the year", "2000")
    press("Return")
    assert [row.used for row in box.table.rows.rows] == ["0 %"]
    choose("Financial year", "2026-27")
    assert [row.used for row in box.table.rows.rows] == ["8 %"]
    press("Escape")


@pytest.mark.parametrize(
    ("field", "typed", "words"),
    [
        ("Budget code", "T-2", "The group has a budget T-2 for this year already."),
        ("Amount for the year", "", "Type the amount."),
        ("Amount for the year", "lots", "“lots” is not an amount."),
        ("Tell us at, in per cent", "101", "Type a number from 1 to 100."),
    ],
)
def test_what_cannot_be_is_refused_under_its_field(
    groups: MainWindow, office: Office, field: str, typed: str, words: str
) -> None:
    add_budget(office, "T-1", 100_000)
    add_budget(office, "T-2", 100_000)
    press("Ctrl+G", "Return")
    fill(field, typed)
    press("Return")
    assert error_under(field).startswith(words)
    assert focus().text() == typed
    press("Escape")
    answer("Throw away")
    press("Escape")


def test_a_budget_is_removed_after_a_question_and_undo_brings_it_back(
    groups: MainWindow, office: Office
) -> None:
    add_budget(office, "T-1", 100_000)
    press("Ctrl+G")
    answer("Remove…")
    assert words_of(dialog()).startswith("Remove budget T-1?")
    answer("Remove")
    assert [row.used for row in dialog().table.rows.rows] == [""]
    press("Escape", "Ctrl+Z", "Ctrl+G")
    assert [row.used for row in dialog().table.rows.rows] == ["8 %"]
    press("Escape")


def test_the_page_of_groups_says_which_budget_is_near_its_end_and_follows_the_claims(
    groups: MainWindow, office: Office, ann: UUID
) -> None:
    add_budget(office, "T-1", 10_000)
    press("F5")
    words = "Budget T-1 of Transport Design Group: 84 per cent used, £15.80 left."
    assert spoken_cell(focus()).endswith(words)
    taxi = claim_of(office, ann).expenses[0].id
    groups.operations.run(office.claim_lines.remove, taxi)
    press("F6", "Shift+F6")
    assert words not in spoken_cell(groups.page().table)


@pytest.fixture
def on_the_claim(window: MainWindow, office: Office, ann: UUID) -> MainWindow:
    """Show Ann’s claim, with the list on her fee."""
    press("Ctrl+5", "Return")
    return window


def joint(office: Office) -> UUID:
    """Give T-1 and another group’s H-1 a budget; return the other group."""
    add_budget(office, "T-1", 100_000)
    other = add_group(office, name="Health Access Group", budget_code="H-1")
    add_budget(office, "H-1", 100_000, other)
    return other


def test_a_line_is_split_half_and_half(on_the_claim: MainWindow, office: Office, ann: UUID) -> None:
    joint(office)
    press("Ctrl+Shift+6")
    choose("Budget 1", "T-1")
    fill("Share 1", "50")
    choose("Budget 2", "H-1, Health Access Group")
    press("Return")
    assert dialog() is None
    why = claim_of(office, ann).fees[0].why
    assert why.endswith("split: £37.50 (50 %) by T-1, £37.50 (50 %) by H-1")
    assert spoken_cell(go_to("Fees")).endswith(why)


def test_a_split_is_shown_again_and_taken_away(
    on_the_claim: MainWindow, office: Office, ann: UUID
) -> None:
    joint(office)
    press("Ctrl+Shift+6")
    choose("Split by", "pounds")
    fill("Share 1", "20.01")
    choose("Budget 2", "H-1")
    press("Return", "Ctrl+Shift+6")
    assert [go_to(f"Share {n}").text() for n in (1, 2)] == ["£20.01", "£54.99"]
    choose("Budget 2", "none")
    fill("Share 1", "")
    press("Return")
    assert "split" not in claim_of(office, ann).fees[0].why


@pytest.mark.parametrize(
    ("first", "second", "field", "words"),
    [
        ("50", "40", "Share 2", "The shares do not come to the whole line."),
        ("", "", "Share 2", "Only one share may be left empty"),
        ("half", "50", "Share 1", "“half” is not a share."),
    ],
)
def test_shares_that_are_not_the_line_are_refused_at_a_share(
    on_the_claim: MainWindow, office: Office, first: str, second: str, field: str, words: str
) -> None:
    joint(office)
    press("Ctrl+Shift+6")
    fill("Share 1", first)
    choose("Budget 2", "H-1")
    fill("Share 2", second)
    press("Return")
    assert error_under(field).startswith(words)
    press("Escape")
    answer("Throw away")


def test_only_what_can_be_split_opens_the_dialog(
    on_the_claim: MainWindow, office: Office, ann: UUID
) -> None:
    press("Ctrl+Shift+6")
    assert on_the_claim.announcer.text().startswith("There is no other budget for the year")
    joint(office)
    issue(office, ann)
    press("F5", "Ctrl+Shift+6")
    assert dialog() is None
    assert on_the_claim.announcer.text() == "This claim is issued, so its lines never change."


def test_one_budget_alone_bears_the_whole_line(
    on_the_claim: MainWindow, office: Office, ann: UUID
) -> None:
    other = joint(office)
    press("Ctrl+Shift+6")
    choose("Budget 1", "H-1")
    press("Return")
    year = office.budgets.years(other)[1]
    (row,) = office.budgets.list_for(other, year)
    assert row.committed == Money(7500)
