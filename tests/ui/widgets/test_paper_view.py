"""Paper on the screen: the same marks and colours as in the file, whatever the theme."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage, QPainter

from alongside.documents.fonts import width
from alongside.domain.marks import Box, Drawing, Font, PageMarks, Rule, Shaped, Text
from alongside_ui.look import Look
from alongside_ui.theme import Choice
from alongside_ui.widgets.paper import PaperView, paint
from ui.hands import name_of, settle

PAGE = PageMarks(
    595, 842,
    (
        Text(50, 100, "Claim form", Font.BOLD, 20), Rule(50, 200, 545, 200, 2),
        Box(50, 300, 100, 50, 2),
    ),
    1, 1,
)  # fmt: skip


@pytest.fixture
def paper(stage) -> PaperView:
    paper = PaperView("The form as a picture")
    paper.set_pages([PAGE, PAGE])
    stage(paper)
    return paper


def colours(paper: PaperView, top: int, bottom: int) -> set[str]:
    image = paper.grab().toImage()
    return {
        image.pixelColor(x, y).name() for x in range(20, 560, 3) for y in range(top, bottom)
    }  # fmt: skip


def test_the_picture_has_a_name(paper: PaperView):
    assert name_of(paper) == "The form as a picture"


def test_all_pages_stand_one_under_another(paper: PaperView):
    assert paper.height() >= 2 * 842
    assert paper.width() >= 595


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
def test_paper_is_black_on_white_whatever_the_theme(paper: PaperView, look: Look, theme: str):
    look.choose(Choice(theme))
    settle()
    found = {QColor(name).saturation() for name in colours(paper, 60, 380)}
    assert found == {0}
    assert {"#ffffff", "#000000"} <= colours(paper, 60, 380)


def test_paper_in_other_colours_has_those_of_its_page_and_drawings_are_filled(
    paper: PaperView, look: Look
):
    square = (("M", (0.0, 0.0)), ("L", (1.0, 0.0)), ("L", (1.0, 1.0)), ("L", (0.0, 1.0)), ("Z", ()))
    page = PageMarks(595, 842, (Drawing(50, 300, 60, square),), 1, 1, "#000000", "#ffff00")
    look.choose(Choice("light"))
    paper.set_pages([page])
    settle()
    assert colours(paper, 60, 200) == {"#000000"}
    image = paper.grab().toImage()
    assert image.pixelColor(12 + 80, 12 + 330).name() == "#ffff00"
    assert image.pixelColor(12 + 120, 12 + 330).name() == "#000000"


def test_what_is_coloured_has_the_colour_of_its_page_and_the_rest_its_ink(paper: PaperView):
    marks = (Rule(50, 200, 545, 200, 6, is_coloured=True), Rule(50, 300, 545, 300, 6))
    paper.set_pages([PageMarks(595, 842, marks, 1, 1, colour="#1a4d8f")])
    settle()
    assert "#1a4d8f" in colours(paper, 205, 220)
    assert "#000000" not in colours(paper, 205, 220)
    assert "#1a4d8f" not in colours(paper, 305, 320)


@pytest.mark.parametrize("font", Font)
def test_words_are_as_wide_as_they_were_measured_in_every_font(font: Font):
    words = "HIMlm 2026-0147 Hl"
    image = QImage(700, 100, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    paint(painter, PageMarks(700, 100, (Text(0, 60, words, font, 40),), 1, 1), 1)
    painter.end()
    inked = [x for x in range(700) if any(image.pixelColor(x, y).value() < 90 for y in range(100))]
    assert inked[-1] == pytest.approx(width(words, font, 40), abs=6)


def test_words_are_drawn_where_the_page_says(paper: PaperView):
    assert "#000000" in colours(paper, 90, 120)
    assert colours(paper, 140, 180) == {"#ffffff"}


def test_a_larger_scale_is_a_larger_picture(paper: PaperView):
    paper.set_scale(2)
    assert paper.width() >= 2 * 595
    paper.set_pages([])
    assert paper.height() < 100


def test_paper_is_the_same_where_reading_starts_on_the_right(paper: PaperView):
    """A full stop must not go to the other end of its sentence: the file has it at the end."""
    page = PageMarks(595, 842, (Text(50, 100, "This is a draft.", Font.REGULAR, 14),), 1, 1)
    drawn = []
    for direction in (Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft):
        image = QImage(595, 200, QImage.Format.Format_RGB32)
        image.fill(Qt.GlobalColor.white)
        painter = QPainter(image)
        painter.setLayoutDirection(direction)
        paint(painter, page, 1)
        painter.end()
        drawn.append(image)
    assert drawn[0] == drawn[1]


def test_words_that_are_outlines_are_filled_where_the_page_says():
    """A ring: a square with one inside that turns the other way, as fonts have their holes."""
    ring = (
        ("M", (0.0, -1.0)), ("L", (1.0, -1.0)), ("L", (1.0, 0.0)), ("L", (0.0, 0.0)), ("Z", ()),
        ("M", (0.25, -0.75)), ("C", (0.25, -0.6, 0.25, -0.4, 0.25, -0.25)),
        ("L", (0.75, -0.25)), ("L", (0.75, -0.75)), ("Z", ()),
    )  # fmt: skip
    twice = (*ring[:5], ("M", (0.9, -1.0)), ("L", (1.9, -1.0)), ("L", (1.9, 0.0)),
             ("L", (0.9, 0.0)), ("Z", ()))  # fmt: skip
    marks = (
        Shaped(100, 200, "ه", 100, 100, ring, "ar", "NotoSansArabic-Regular"),
        Shaped(300, 200, "ه", 100, 190, twice, "ar", "NotoSansArabic-Regular"),
    )
    image = QImage(595, 300, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    paint(painter, PageMarks(595, 842, marks, 1, 1), 1)
    painter.end()
    seen = {(x, y): image.pixelColor(x, y).name() for x in (90, 110, 150, 395) for y in (90, 150)}
    assert seen[110, 150] == "#000000"
    assert seen[150, 150] == "#ffffff"
    assert seen[395, 150] == "#000000"  # where two letters lie on one another
    assert seen[90, 150] == seen[150, 90] == "#ffffff"
