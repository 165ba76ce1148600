"""Tagged paper refuses what would be wrong for somebody who cannot see it."""

from io import BytesIO

import page
import pytest

from alongside.documents.tagged.canvas import TaggedCanvas
from alongside.documents.tagged.fonts import true_font
from alongside.documents.tagged.pages import Band, as_artifact, paginate
from alongside.documents.tagged.refused import RefusedError
from alongside.documents.tagged.structure import Element, Tree
from alongside.documents.tagged.table import column_widths
from alongside.documents.tagged.text import Piece, Run, wrap
from alongside.domain.errors import UserError
from alongside.domain.marks import Font, Rule

A4 = (595.28, 841.89)


@pytest.fixture
def file():
    return BytesIO()


@pytest.fixture
def canvas(file):
    return TaggedCanvas(file, A4, Tree(), title="Paper", author="Us", language="en-GB")


def write(canvas, words: str, element: Element) -> None:
    with canvas.tag(element):
        canvas.setFont(true_font(Font.REGULAR), 14)
        canvas.drawString(100, 700, words)


def test_a_tagged_page_keeps_to_pdf_ua(canvas, file):
    root = canvas.tree.root
    write(canvas, "A heading", root.inside("H1"))
    paragraph = root.inside("P")
    write(canvas, "See ", paragraph)
    link = paragraph.inside("Link")
    write(canvas, "the web", link)
    canvas.link(link, (100, 690, 150, 714), "https://example.org/", "the web")
    with canvas.artifact():
        canvas.line(100, 600, 200, 600)
    canvas.save()
    report = page.validate_pdf_bytes(file.getvalue(), profile="ua1")
    assert report.is_compliant, report.failures


@pytest.mark.parametrize(
    "paints",
    [
        lambda canvas: canvas.line(0, 0, 10, 10),
        lambda canvas: canvas.rect(0, 0, 10, 10, fill=1),
        lambda canvas: canvas.drawString(0, 0, "words"),
    ],
    ids=["a line", "a box", "words"],
)
def test_what_is_painted_outside_a_tag_is_refused(canvas, paints):
    canvas.setFont(true_font(Font.REGULAR), 14)
    paints(canvas)
    with pytest.raises(RefusedError, match="outside any tag"):
        canvas.showPage()


def test_a_tag_inside_a_tag_is_refused(canvas):
    root = canvas.tree.root
    with canvas.tag(root.inside("P")), pytest.raises(RefusedError, match="inside P"):
        write(canvas, "words", root.inside("P"))


@pytest.mark.parametrize(("before", "after"), [([], 2), ([1], 3), ([1, 2], 4)])
def test_a_heading_that_skips_a_level_is_refused(canvas, before, after):
    for level in before:
        write(canvas, "Heading", canvas.tree.root.inside(f"H{level}"))
    with pytest.raises(RefusedError, match=f"comes {after}"):
        write(canvas, "Heading", canvas.tree.root.inside(f"H{after}"))


@pytest.mark.parametrize(("kind", "parent"), [("LI", "P"), ("TD", "Table"), ("TOCI", "L")])
def test_an_element_in_the_wrong_place_is_refused(canvas, kind, parent):
    with pytest.raises(RefusedError, match=f"{kind} cannot stand in {parent}"):
        write(canvas, "words", canvas.tree.root.inside(parent).inside(kind))


def test_a_title_of_a_table_that_names_neither_row_nor_column_is_refused(canvas):
    row = canvas.tree.root.inside("Table").inside("TR")
    with pytest.raises(RefusedError, match="row or a column"):
        write(canvas, "words", row.inside("TH"))


def test_a_letter_that_the_font_does_not_have_is_refused(canvas):
    with pytest.raises(RefusedError, match="☃"):
        write(canvas, "snow ☃", canvas.tree.root.inside("P"))


def test_somebody_s_name_that_cannot_be_printed_is_an_error_they_can_put_right():
    with pytest.raises(UserError, match="ស"):
        wrap([Run("Name ស", Font.REGULAR, Element("P"))], 14, 400)


@pytest.mark.parametrize(("kind", "words"), [("Link", "  "), ("P", "words")])
def test_a_link_without_words_or_without_its_tag_is_refused(canvas, kind, words):
    element = canvas.tree.root.inside(kind)
    write(canvas, "words", element)
    with pytest.raises(RefusedError):
        canvas.link(element, (0, 0, 1, 1), "https://example.org/", words)


def test_a_link_that_leads_nowhere_is_refused(canvas):
    element = canvas.tree.root.inside("Link")
    write(canvas, "words", element)
    canvas.link(element, (0, 0, 1, 1), "#nowhere", "words")
    with pytest.raises(ValueError, match="nowhere"):
        canvas.save()


def test_a_paper_without_title_or_language_is_refused(file):
    with pytest.raises(RefusedError):
        TaggedCanvas(file, A4, Tree(), title="Paper", author="Us", language="")
    with pytest.raises(RefusedError):
        TaggedCanvas(file, A4, Tree(), title=" ", author="Us", language="en-GB")


def test_a_word_wider_than_its_column_is_refused():
    with pytest.raises(RefusedError, match="transportation"):
        wrap([Run("public transportation", Font.REGULAR, Element("P"))], 14, 60)


def test_a_table_whose_words_cannot_stand_beside_one_another_is_refused():
    cell = [Run("transportation", Font.REGULAR, Element("TD"))]
    with pytest.raises(RefusedError, match="table"):
        column_widths([[cell] * 6], 14, 400)


def test_what_is_higher_than_a_page_is_refused():
    with pytest.raises(RefusedError, match="no page"):
        paginate([Band(900)], lambda _page: 50, 800)


def test_what_stays_together_goes_to_the_next_page_together():
    pages = paginate([Band(500), Band(200, is_kept=True), Band(200)], lambda _page: 50, 800)
    assert [len(one.bands) for one in pages] == [1, 2]


def test_what_no_page_has_room_for_together_is_parted():
    pages = paginate([Band(100, is_kept=True)] * 10 + [Band(100)], lambda _page: 50, 800)
    assert [len(one.bands) for one in pages] == [7, 4]


def test_the_titles_of_a_table_stand_again_on_its_next_page_and_are_not_read_again():
    element = Element("TH", attributes={"Scope": "Column"})
    titles = Band(20, [Piece(Rule(0, 0, 10, 0, 1), element)])
    rows = [Band(300, head=as_artifact(titles)) for _row in range(3)]
    first, second = paginate([titles, *rows], lambda _page: 50, 800)
    assert [band.height for _y, band in first.bands] == [20, 300, 300]
    assert [(y, band.height) for y, band in second.bands] == [(50, 20), (70, 300)]
    assert [piece.element for piece in second.bands[0][1].pieces] == [None]


def test_a_line_keeps_the_space_at_its_end_so_that_words_are_not_heard_as_one():
    lines = wrap([Run("add anything that you like", Font.REGULAR, Element("P"))], 14, 90)
    assert len(lines) > 1
    assert "".join(run.words for line in lines for run in line) == "add anything that you like"


def test_a_word_of_two_looks_is_not_parted():
    element = Element("P")
    runs = [Run("aaaa ", Font.REGULAR, element), Run("bbbb", Font.BOLD, element),
            Run(": cccc", Font.REGULAR, element)]  # fmt: skip
    lines = ["".join(run.words for run in line) for line in wrap(runs, 14, 62)]
    assert lines == ["aaaa ", "bbbb: ", "cccc"]


def test_the_tree_is_in_the_order_of_the_paper_not_of_the_plan(canvas, file):
    first, second = canvas.tree.root.inside("P"), canvas.tree.root.inside("P")
    write(canvas, "painted first", second)
    write(canvas, "painted second", first)
    assert canvas.tree.root.kids == [second, first]
