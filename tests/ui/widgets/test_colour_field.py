"""A colour that is typed: judged at once, seen on paper, heard by who does not see it."""

import pytest
from PySide6.QtGui import QImage

from alongside_ui.widgets.colour_field import ColourField
from ui.hands import description_of, focus, name_of, press, type_in


@pytest.fixture
def field(stage) -> ColourField:
    """Return a field with black in it and the keyboard."""
    made = ColourField("#000000")
    made.setAccessibleName("Colour of headings")
    made.setAccessibleDescription("Empty for black.")
    stage(made)
    return made


def colours(field: ColourField) -> set[str]:
    picture = field.sample.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    return {
        picture.pixelColor(x, y).name()
        for x in range(picture.width())
        for y in range(picture.height())
    }


def test_black_is_an_empty_field_and_is_said_to_be_dark_enough(field):
    assert field.text == ""
    assert name_of(focus()) == "Colour of headings"
    assert description_of(focus()) == (
        "Empty for black. Contrast 17.9 to 1 or more on every paper: dark enough."
    )


def test_what_is_typed_is_seen_on_white_and_said_in_words(field):
    type_in("#1a4d8f")
    assert field.words.text() == "Contrast 7.1 to 1 or more on every paper: dark enough."
    assert description_of(focus()).endswith(field.words.text())
    assert {"#1a4d8f", "#ffffff"} <= colours(field)


def test_a_colour_that_is_too_weak_says_what_it_needs(field):
    type_in("4d8fd1")
    assert field.words.text() == "Contrast 3.4 to 1 on white paper: too weak. It needs 7 to 1."


def test_half_a_colour_is_not_judged(field):
    type_in("#1a4d8")
    assert field.words.text() == "This is not a colour yet."
    assert "#1a4d8f" not in colours(field)
    type_in("f")
    assert "dark enough" in field.words.text()
    press("Backspace")
    assert field.words.text() == "This is not a colour yet."
