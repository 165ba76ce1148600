"""Walk-ins by keyboard: known or new, without leaving the register."""

from uuid import UUID

from alongside.domain.meetings import State
from alongside.office import Office
from alongside.services.attendance import AttendanceRow
from alongside_ui.main_window import MainWindow
from builders import add_person
from ui.hands import (
    description_of,
    dialog,
    error_under,
    fill,
    focus,
    go_to,
    press,
    type_in,
)

Names = dict[str, AttendanceRow]


def rows(office: Office, meeting: UUID) -> Names:
    return {row.name: row for row in office.attendance.list_for(meeting).rows}


def test_someone_new_walks_in_and_is_known_from_then_on(
    meeting: UUID, window: MainWindow, office: Office
) -> None:
    press("W")
    type_in("Zed Ó Briain")
    press("Return")
    assert rows(office, meeting)["Zed Ó Briain"].state is State.ATTENDED
    assert [person.name for person in office.people.list_("o briain")] == ["Zed Ó Briain"]
    assert window.page().table.current.name == "Zed Ó Briain"


def test_down_chooses_among_those_who_match(meeting: UUID, office: Office) -> None:
    add_person(office, "Dee Adams")
    add_person(office, "Dee Dunn")
    press("W")
    type_in("dee")
    press("Down", "Return")
    assert "Dee Dunn" in rows(office, meeting)
    assert "Dee Adams" not in rows(office, meeting)


def test_a_person_twice_on_a_register_is_refused_in_a_sentence(
    meeting: UUID, office: Office
) -> None:
    press("W")
    type_in("ann")
    press("Return")
    assert error_under("Name").startswith("Ann Lee is on this register already.")
    assert focus().text() == "ann"
    assert len(rows(office, meeting)) == 3
    fill("Name", "Dee Dunn")
    assert not description_of(focus()).startswith("Error")
    press("Return")
    assert "Dee Dunn" in rows(office, meeting)


def test_a_walk_in_has_a_name(meeting: UUID) -> None:
    press("W", "Return")
    assert error_under("Name").startswith("Type the person’s name.")
    press("Escape")
    assert dialog() is None


def test_a_walk_in_is_seen_even_while_only_the_unmarked_are_shown(
    meeting: UUID, window: MainWindow
) -> None:
    go_to("Only who is not yet marked")
    press("Space", "Ctrl+N")
    type_in("Dee Dunn")
    press("Return")
    assert window.page().table.current.name == "Dee Dunn"
