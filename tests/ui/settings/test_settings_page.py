"""Settings by keyboard: the organisation, its policies, and looks that are used at once."""

from pathlib import Path

import pytest

from alongside import settings
from alongside.domain.paper_style import PaperFont
from alongside.office import Office
from alongside_ui.look import Look
from alongside_ui.main_window import MainWindow
from builders import add_group, add_marked_meeting, add_person
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
)


@pytest.fixture
def page(window: MainWindow) -> MainWindow:
    press("Ctrl+8")
    return window


def test_the_organisation_is_set_up_and_corrected(page: MainWindow, office: Office):
    assert name_of(focus()) == "Organisation…"
    press("Return")
    fill("Name", "Riverside Network")
    fill("Address", "1 Quay Street")
    fill("Telephone", "0161 496 0000")
    choose("of the month", "January")
    press("Ctrl+Return")
    assert dialog() is None
    found = office.organisation.find()
    assert (found.name, found.address, found.help_phone) == (
        "Riverside Network", "1 Quay Street", "0161 496 0000",
    )  # fmt: skip
    assert found.year_start_month == 1


def test_a_missing_name_is_said_under_it_and_nothing_typed_is_lost(page: MainWindow):
    press("Return")
    fill("Address", "1 Quay Street")
    press("Ctrl+Return")
    assert "Type the organisation’s name" in error_under("Name")
    assert dialog().form["address"].toPlainText() == "1 Quay Street"
    press("Escape")
    answer("Throw away")


@pytest.mark.parametrize("content", [b"words, not a picture", b"\x89PNG\r\n\x1a\nbroken"])
def test_a_logo_that_is_no_picture_is_refused_under_its_field(
    page: MainWindow, tmp_path: Path, content: bytes
):
    file = tmp_path / "logo.png"
    file.write_bytes(content)
    press("Return")
    fill("Name", "Riverside Network")
    fill("Logo", str(file))
    press("Return")
    assert "not a picture that can be printed" in error_under("Logo")
    press("Escape")
    answer("Throw away")


def test_the_font_and_the_colour_of_papers_are_chosen(page: MainWindow, office: Office):
    press("Return")
    fill("Name", "Riverside Network")
    choose("Font on paper", "Lexend, wide and even")
    fill("Colour of headings", "#1A4D8F")
    press("Return")
    assert dialog() is None
    found = office.organisation.find()
    assert (found.paper_font, found.colour) == (PaperFont.LEXEND, "#1a4d8f")
    press("Return")
    assert dialog().form["colour"].text == "#1a4d8f"
    press("Escape")
    assert dialog() is None


def test_a_colour_that_is_too_weak_is_said_under_its_field_and_nothing_typed_is_lost(
    page: MainWindow,
):
    press("Return")
    fill("Name", "Riverside Network")
    fill("Colour of headings", "#4d8fd1")
    press("Return")
    assert error_under("Colour of headings").startswith(
        "#4d8fd1 has a contrast of 3.4 to 1 on white paper. It needs 7 to 1, so that people with "
        "low vision can read it: choose a darker colour."
    )
    assert name_of(focus()) == "Colour of headings"
    assert "Error: #4d8fd1 has a contrast" in description_of(focus())
    assert dialog().form["colour"].text == "#4d8fd1"
    assert dialog().form["name"].text() == "Riverside Network"
    press("Escape")
    answer("Throw away")


def test_a_day_that_no_month_has_is_refused(page: MainWindow):
    press("Return")
    fill("Name", "Riverside Network")
    fill("Starts on day", "31")
    choose("of the month", "February")
    press("Return")
    assert "cannot start on that day" in error_under("Starts on day")
    press("Escape")
    answer("Throw away")


def test_a_policy_is_added_from_a_template_and_can_be_read(page: MainWindow, office: Office):
    press("Ctrl+N")
    choose("Policy", "Hourly")
    press("Return")
    assert dialog() is None
    names = [row.name for row in office.policies.list_()]
    assert len(names) == 1
    go_to("Pay policies")
    press("Return")
    assert name_of(focus()) == "The policy’s text"
    press("Escape")


def test_a_policy_file_with_a_typo_says_which_key_and_what_was_meant(
    page: MainWindow, office: Office, tmp_path: Path
):
    file = tmp_path / "ours.toml"
    file.write_text('name = "Ours"\nsumary = "£20"\n', encoding="utf-8")
    press("Ctrl+N")
    choose("Policy", "a policy file of our own")
    fill("File", str(file))
    press("Return")
    said = error_under("File")
    assert "sumary" in said
    assert "summary" in said
    assert office.policies.list_() == []
    press("Escape")
    answer("Throw away")


def test_a_theme_is_used_at_once_and_kept(page: MainWindow, settings_file: Path, look: Look):
    choose("Theme", "dark")
    assert look.theme.is_dark
    assert settings.load(settings_file).theme == "dark"
    choose("Theme", "light")
    assert not look.theme.is_dark


def test_a_size_of_text_is_used_at_once_and_kept(page: MainWindow, settings_file: Path):
    before = page.fontMetrics().height()
    choose("Text size", "150")
    assert page.fontMetrics().height() > before
    assert settings.load(settings_file).text_size == 150


def test_the_name_in_the_history_is_ones_own_choice(
    page: MainWindow, office: Office, settings_file: Path
):
    fill("Your name in the history", "Jo at the desk")
    press("Tab", "Ctrl+3", "Ctrl+N")
    fill("Name", "Ann Lee")
    press("Return")
    assert office.history.list_()[0].who == "Jo at the desk"
    assert settings.load(settings_file).who == "Jo at the desk"


def test_a_policy_is_tried_on_a_meeting_and_kept_as_another(
    window: MainWindow, office: Office
) -> None:
    ann = add_person(office)
    add_marked_meeting(office, add_group(office, ann), ann)
    press("Ctrl+8")
    window.page().table.setFocus()
    press("Return")
    answer("Try it…")
    press("Return")
    assert "1 person, fees £75.00, expenses £0.00." in dialog().accessibleDescription()
    assert spoken_cell(focus()).startswith("Ann Lee: ")
    press("Escape", "Escape")
    text = dialog().form["text"]
    text.setPlainText(text.toPlainText().replace('"75.00"', '"80.00"').replace("£75", "£80"))
    press("Ctrl+Return")
    assert dialog() is None
    assert len(office.policies.list_()) == 2


def test_a_policy_with_a_fault_is_not_kept_and_the_line_is_said(
    window: MainWindow, office: Office
) -> None:
    add_group(office)
    press("Ctrl+8")
    window.page().table.setFocus()
    press("Return")
    text = dialog().form["text"]
    text.setPlainText(text.toPlainText().replace("half = ", "hlaf = "))
    press("Ctrl+Return")
    assert "did you mean “half”" in error_under("The policy’s text")
    assert len(office.policies.list_()) == 1
