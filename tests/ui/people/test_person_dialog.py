"""One person by keyboard: added with only a name, corrected, nothing typed lost."""

from dataclasses import replace

from alongside.domain.money import Money
from alongside.domain.paper_style import PaperFont
from alongside.office import Office
from alongside.services.people import CorrectPerson
from alongside_ui.main_window import MainWindow
from ui.hands import (
    answer,
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
    words_of,
)


def names(window: MainWindow) -> list[str]:
    return [row.name for row in window.page().table.rows.rows]


def test_a_person_is_added_with_only_a_name(people: MainWindow, office: Office) -> None:
    press("Ctrl+N")
    assert name_of(focus()) == "Name"
    type_in("Dee Dunn")
    press("Return")
    assert "Dee Dunn" in names(people)
    assert people.page().table.current.name == "Dee Dunn"
    assert focus() is people.page().table
    assert people.announcer.text() == "Dee Dunn added, and joined Transport Design Group, member"


def test_a_person_can_be_added_without_joining_a_group(people: MainWindow) -> None:
    press("Ctrl+N")
    type_in("Dee Dunn")
    choose("Joins", "no group for now")
    press("Return")
    assert people.announcer.text() == "Dee Dunn added"


def test_a_new_person_is_seen_even_while_another_name_is_typed(people: MainWindow) -> None:
    type_in("wyn")
    press("Ctrl+N")
    type_in("Dee Dunn")
    press("Return")
    assert people.page().table.current.name == "Dee Dunn"


def test_a_person_without_a_name_is_refused_under_the_name(people: MainWindow) -> None:
    press("Ctrl+N", "Return")
    assert error_under("Name").startswith("Type the name the person uses.")
    press("Escape")
    assert dialog() is None


def test_a_bad_email_is_said_under_its_field_and_nothing_typed_is_lost(
    people: MainWindow, office: Office
) -> None:
    press("Ctrl+N")
    type_in("Dee Dunn")
    fill("Email", "dee at example.org")
    press("Return")
    assert error_under("Email").startswith("“dee at example.org” is not an email address.")
    assert focus().text() == "dee at example.org"
    assert "Dee Dunn" not in names(people)
    fill("Email", "dee@example.org")
    press("Return")
    assert dialog() is None
    assert office.people.find(people.page().table.current.id).email == "dee@example.org"


def test_an_error_is_gone_once_it_was_put_right(people: MainWindow) -> None:
    press("Ctrl+N")
    type_in("Dee Dunn")
    fill("Email", "dee")
    fill("Ask again on", "31/2/2027")
    press("Return")
    assert error_under("Ask again on").startswith("There is no such day as 31/2/2027.")
    fill("Ask again on", "28/2/2027")
    press("Return")
    assert error_under("Email").startswith("“dee” is not an email address.")
    assert not description_of(go_to("Ask again on")).startswith("Error")
    press("Escape")
    answer("Throw away")


def test_everything_that_is_wrong_is_said_at_once_and_the_keyboard_is_on_the_first(
    people: MainWindow,
) -> None:
    press("Ctrl+N")
    type_in("Dee Dunn")
    fill("Ask again on", "someday")
    choose("Choice", "a smaller fee")
    fill("At most, each time", "ten")
    press("Return")
    assert error_under("Ask again on").startswith("“someday” is not a date.")
    assert description_of(go_to("At most, each time")).startswith("Error: “ten” is not an amount.")
    press("Escape")
    answer("Throw away")


def test_escape_asks_before_it_throws_away_what_was_typed(
    people: MainWindow, office: Office
) -> None:
    press("Ctrl+N")
    type_in("Dee")
    press("Escape")
    assert words_of(dialog()).startswith("Throw away what you typed?")
    press("Escape")
    assert name_of(focus()) == "Name", "Esc must be the safe answer"
    assert focus().text() == "Dee"
    press("Escape", "Return")
    assert focus().text() == "Dee", "Enter must be the safe answer"
    press("Escape")
    answer("Throw away")
    assert dialog() is None
    assert len(office.people.list_()) == 4


def test_escape_asks_nothing_when_nothing_was_typed(people: MainWindow) -> None:
    press("Ctrl+N", "Escape")
    assert dialog() is None


def test_a_person_is_corrected(people: MainWindow, office: Office) -> None:
    press("Down", "Return")
    assert dialog().windowTitle() == "Ann Lee"
    fill("Pronouns", "they")
    choose("Preferred format", "large print")
    fill("Access requirements", "A quiet room")
    press("Ctrl+Return")
    known = office.people.find(people.page().table.current.id)
    assert (known.pronouns, known.access_requirements) == ("they", "A quiet room")
    assert focus() is people.page().table
    assert people.page().table.current.name == "Ann Lee"


def test_tab_leaves_a_field_of_several_lines(people: MainWindow) -> None:
    press("Ctrl+N")
    go_to("Address")
    type_in("1 High Street")
    press("Return")
    type_in("Beeston")
    assert focus().toPlainText() == "1 High Street\nBeeston"
    press("Tab")
    assert name_of(focus()) == "Good to know"
    press("Escape")
    answer("Throw away")


def test_what_people_are_paid_at_most_is_asked_only_of_those_who_chose_less(
    people: MainWindow, office: Office
) -> None:
    press("Down", "Return")
    choose("Choice", "a smaller fee")
    fill("At most, each time", "-5")
    press("Return")
    assert "less than nothing" in error_under("At most, each time")
    fill("At most, each time", "20.505")
    press("Return")
    assert "more than two figures after the point" in error_under("At most, each time")
    fill("At most, each time", "20")
    press("Return")
    assert office.people.find(people.page().table.current.id).pay_at_most == Money(2000)


def test_to_whom_a_fee_goes_is_asked_apart_from_the_note(
    people: MainWindow, office: Office
) -> None:
    press("Down", "Return")
    choose("Choice", "give the fee away")
    fill("To whom, or what", "Harbour Trust")
    fill("Note about it", "Never before 10 am please")
    press("Return")
    details = office.people.find(people.page().table.current.id)
    assert (details.pay_instead, details.pay_note) == (
        "Harbour Trust", "Never before 10 am please"
    )  # fmt: skip


def open_ann_and_let_kim_change_her(office: Office) -> None:
    """Open Ann's form and type in it, while Kim gives her another telephone."""
    go_to("People")
    press("Home", "Return")
    fill("Pronouns", "she/her")
    ann = next(row for row in office.people.list_() if row.name == "Ann Lee").id
    details = replace(office.people.find(ann), phone="0115 496 0009")
    office.sign_as("Kim")
    office.people.correct(CorrectPerson(ann, details))
    office.sign_as("Sam")


def saved(office: Office) -> tuple[str, str]:
    ann = next(row for row in office.people.list_() if row.name == "Ann Lee").id
    found = office.people.find(ann)
    return found.phone, found.pronouns


def test_what_somebody_else_saved_meanwhile_is_shown_beside_what_was_typed(
    people: MainWindow, office: Office
) -> None:
    open_ann_and_let_kim_change_her(office)
    press("Return")
    assert dialog().windowTitle() == "Changed meanwhile"
    assert description_of(dialog()).startswith("Kim changed this since you opened it.")
    assert name_of(focus()) == "Both versions"
    assert [row.whose for row in focus().rows.rows] == ["Kim", "You"]
    assert spoken_cell(focus()) == "Kim. Telephone: was 0115 496 0001, now 0115 496 0009"
    assert saved(office) == ("0115 496 0009", "")
    press("Escape")
    assert dialog().windowTitle() == "Ann Lee"
    assert dialog().form.raw()["pronouns"] == "she/her"
    press("Escape")
    answer("Throw away")


def test_mine_can_be_saved_over_it(people: MainWindow, office: Office) -> None:
    open_ann_and_let_kim_change_her(office)
    press("Return")
    answer("Save mine over it")
    assert dialog() is None
    assert saved(office) == ("0115 496 0001", "she/her")


def test_theirs_can_be_kept_and_nothing_else_is_asked(people: MainWindow, office: Office) -> None:
    open_ann_and_let_kim_change_her(office)
    press("Return")
    answer("Keep what Kim saved")
    assert dialog() is None
    assert saved(office) == ("0115 496 0009", "")


def test_a_person_has_the_organisation_s_font_until_they_choose_one(
    people: MainWindow, office: Office
) -> None:
    press("Ctrl+N")
    type_in("Dee Dunn")
    assert dialog().form["paper_font"].currentText() == "as the organisation’s"
    choose("Font on paper", "Noto Sans, plain, has the most letters")
    press("Return")
    (row,) = [row for row in office.people.list_() if row.name == "Dee Dunn"]
    assert office.people.find(row.id).paper_font is PaperFont.NOTO
    press("Return")
    choose("Font on paper", "as the organisation’s")
    press("Return")
    assert office.people.find(row.id).paper_font is None
