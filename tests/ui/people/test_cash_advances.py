"""Cash advances, organisations and payees of usual costs, by keyboard."""

from alongside.domain.claims import Category, Handling
from alongside.domain.money import Money
from alongside.office import Office
from alongside_ui.main_window import MainWindow
from builders import add_marked_meeting, add_person, add_usual_cost
from ui.hands import answer, choose, dialog, error_under, fill, focus, go_to, name_of, press
from ui.hands import spoken_cell as spoken


def test_a_cash_advance_is_recorded_and_what_is_left_comes_back(
    people: MainWindow, office: Office
) -> None:
    press("Down")
    ann = people.page().table.current.id
    add_usual_cost(office, ann, Category.BUS_TRAIN_TRAM, amount=Money(1390),
                   handling=Handling.ADVANCED)  # fmt: skip
    group = office.groups.list_()[0].id
    office.claims.make(add_marked_meeting(office, group, ann))
    press("Ctrl+Shift+5")
    assert name_of(focus()) == "Add…"
    press("Return")
    press("Return")
    assert "Type the amount" in error_under("Amount")
    fill("Amount", "20")
    press("Return")
    go_to("Cash advances")
    assert "£6.10 is to be given back" in spoken(focus())
    press("Return")
    fill("Came back", "7")
    press("Return")
    assert "more than is left over: £6.10" in error_under("Came back")
    fill("Came back", "6.10")
    press("Return")
    assert office.advances.list_for(ann)[0].details.returned == Money(610)
    assert "It balances" in spoken(focus())
    answer("Remove")
    assert office.advances.list_for(ann) == []
    press("Escape", "Ctrl+Z")
    assert len(office.advances.list_for(ann)) == 1


def test_an_advance_needs_a_meeting_that_the_person_is_on(
    people: MainWindow, office: Office
) -> None:
    press("Down", "Ctrl+Shift+5", "Return")
    fill("Amount", "20")
    press("Return")
    assert "Choose the meeting" in error_under("For the meeting")
    press("Escape")
    answer("Throw away")
    press("Escape")
    assert dialog() is None


def test_a_charity_is_added_as_an_organisation(people: MainWindow, office: Office) -> None:
    press("Ctrl+N")
    fill("Name", "Harbour Trust")
    go_to("An organisation")
    press("Space", "Return")
    (row,) = office.people.list_("harbour")
    assert row.is_organisation
    assert "organisation, active" in spoken(people.page().table)


def test_a_usual_cost_names_who_is_paid_for_it(people: MainWindow, office: Office) -> None:
    jo = add_person(office, "Jo Hart")
    press("Down")
    ann = people.page().table.current.id
    press("Ctrl+U", "Return")
    choose("What it is for", "personal")
    fill("Rate for an hour", "13.50")
    choose("Paid to", "Jo")
    press("Return")
    (row,) = office.usual_costs.list_for(ann)
    assert (row.details.payee_id, row.handling) == (jo, "paid to Jo Hart")
