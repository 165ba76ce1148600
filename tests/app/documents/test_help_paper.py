"""Help as a PDF: what a screen reader gets is all of help, in order, with headings and links."""

import re
from collections import Counter

import page
import pytest
from help_files import book, poppler, spoken, squeezed, texts

from alongside.documents.help_book.blocks import Heading, Table, plain
from alongside.documents.help_book.paper import draw_book

pytestmark = pytest.mark.measures("help as PDF")

WORD = re.compile(r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)"')
MARGIN = 28
"""Points that no printer needs for itself: about 1 cm."""


@pytest.fixture(scope="module")
def pdf():
    return draw_book(book())


@pytest.fixture(scope="module")
def file(pdf, tmp_path_factory):
    place = tmp_path_factory.mktemp("help") / "help.pdf"
    place.write_bytes(pdf)
    return str(place)


@pytest.fixture(scope="module")
def tree(file):
    return poppler("pdfinfo", "-struct-text", file)


def test_help_as_pdf_keeps_to_pdf_ua(pdf):
    report = page.validate_pdf_bytes(pdf, profile="ua1")
    assert report.is_compliant, [failure.message for failure in report.failures]


def test_a_screen_reader_gets_all_of_help_in_its_order(tree):
    heard = squeezed(re.sub(r" Page \d+\.", "", spoken(tree)).replace("• ", " "))
    at = 0
    for block in book().blocks():
        for text in map(squeezed, texts(block)):
            found = heard.replace(" ", "").find(text.replace(" ", ""), at)
            assert found >= 0, text
            at = found


def test_words_that_are_apart_are_heard_apart(tree):
    heard = squeezed(spoken(tree))
    paragraphs = [text for block in book().blocks() for text in texts(block) if len(text) > 150]
    assert len(paragraphs) > 50
    assert not [text for text in paragraphs if squeezed(text) not in heard]


def test_every_heading_is_a_heading_of_its_level(tree):
    found = re.findall(r'^ *H(\d) \(block\)\n((?: *"[^\n]*"\n)+)', tree, re.MULTILINE)
    heard = [(int(level), squeezed(spoken(words))) for level, words in found]
    wanted = [(b.level, plain(b.line)) for b in book().blocks() if isinstance(b, Heading)]
    assert heard == wanted


def test_every_link_is_part_of_what_is_read(pdf, tree):
    assert tree.count("Link (inline)") >= 40
    assert len(re.findall(r"Object \d+", tree)) == pdf.count(b"/Subtype /Link")


def test_what_is_painted_and_pressed_leads_back_to_the_tree(pdf, file):
    """A reader that goes by the page, or by what has the keyboard, asks the page for its tags."""
    (pages,) = re.findall(r"^Pages: +(\d+)$", poppler("pdfinfo", file), re.MULTILINE)
    assert pdf.count(b"/StructParents ") == pdf.count(b"/Tabs /S") == int(pages)
    assert pdf.count(b"/StructParent ") == pdf.count(b"/Subtype /Link")
    keys = re.findall(rb"/StructParents? (\d+)", pdf)
    assert sorted(map(int, keys)) == list(range(len(keys)))
    assert b"/ParentTreeNextKey %d" % len(keys) in pdf


def test_tables_say_what_names_a_row_and_what_names_a_column(tree):
    tables = [block for block in book().blocks() if isinstance(block, Table)]
    kinds = Counter(re.findall(r"^ *(Table|TH|TD|THead|/Scope /\w+)\b", tree, re.MULTILINE))
    assert kinds["Table"] == kinds["THead"] == len(tables)
    assert kinds["/Scope /Column"] == sum(len(table.head) for table in tables)
    assert kinds["/Scope /Row"] == sum(len(table.rows) for table in tables)
    assert kinds["TH"] == kinds["/Scope /Column"] + kinds["/Scope /Row"]


def test_the_file_says_its_language_its_title_and_that_it_is_tagged(pdf, file):
    said = poppler("pdfinfo", file)
    assert re.search(r"^Title: +Help with Alongside$", said, re.MULTILINE)
    assert re.search(r"^Tagged: +yes$", said, re.MULTILINE)
    assert b"/Lang (en-GB)" in pdf
    assert b"/DisplayDocTitle true" in pdf


def test_every_heading_below_the_title_is_a_bookmark(pdf):
    headings = [block for block in book().blocks() if isinstance(block, Heading)]
    assert pdf.count(b"/Dest") - pdf.count(b"/Subtype /Link") == len(headings) - 1


def test_the_contents_name_the_page_that_a_part_begins_on(file):
    pages = poppler("pdftotext", "-layout", file, "-").split("\f")
    entries = re.findall(r"^([^:\n]+): .*?Page (\d+)\.", "".join(pages[:2]), re.M | re.S)
    assert len(entries) == len(book().pages)
    for words, number in entries:
        assert pages[int(number) - 1].strip().startswith(words.strip())


def test_no_words_lie_on_others_and_none_are_off_the_page(file):
    said = poppler("pdftotext", "-bbox", file, "-")
    wrong = []
    for number, one in enumerate(said.split("<page ")[1:], 1):
        width, height = map(float, re.findall(r'"([\d.]+)"', one)[:2])
        boxes = [tuple(map(float, box)) for box in WORD.findall(one)]
        assert boxes
        for place, (left, top, right, foot) in enumerate(boxes):
            if min(left, top, width - right, height - foot) < MARGIN:
                wrong.append(f"page {number}: off the page at {left}, {top}")
            wrong += [
                f"page {number}: one on the other at {left}, {top}"
                for l2, t2, r2, f2 in boxes[place + 1 :]
                if min(right, r2) - max(left, l2) > 1 and min(foot, f2) - max(top, t2) > 5
            ]
    assert not wrong


def test_the_same_help_gives_the_same_bytes(pdf):
    assert draw_book(book()) == pdf
