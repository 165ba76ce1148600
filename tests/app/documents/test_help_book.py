"""All of help in one piece: every page once, every link inside it; a slip is found at once."""

import pytest
from help_files import book, texts

from alongside.documents.help_book.blocks import Code, Heading, Listing, Paragraph, Table, Words
from alongside.documents.help_book.book import read_book
from alongside.documents.help_book.markdown import Reader
from alongside_resources import path


def read(text: str):
    return Reader("page", lambda link: f"#{link}").read(text)


def test_every_page_of_help_is_there_once_in_the_order_of_the_first():
    names = [page[0].place for page in book().pages]
    files = {file.name.removesuffix(".md") for file in path("help/en").iterdir()}
    assert sorted(names) == sorted((files | {"keyboard"}) - {"index"})
    assert names[:3] == ["getting-started", "keyboard", "whats-new"]


def test_the_keys_of_every_command_are_in_it():
    keyboard = next(page for page in book().pages if page[0].place == "keyboard")
    said = [text for block in keyboard for text in texts(block)]
    assert "Ctrl+Shift+D: Save help as PDF" in said
    assert "Ctrl+R: Open the register" in said


def test_headings_stand_one_level_below_where_their_page_has_them():
    assert read("# Title\n\n## Walk-ins") == [
        Heading(2, [Words("Title")], "page"),
        Heading(3, [Words("Walk-ins")], "page-walk-ins"),
    ]


def test_lines_of_markdown_keep_their_looks():
    (paragraph,) = read("Press **Ctrl+Z** or\ntype `undo`: see [Undo](undo.md).")
    assert paragraph == Paragraph([
        Words("Press "), Words("Ctrl+Z", is_bold=True), Words(" or"), Words(" "), Words("type "),
        Words("undo", is_code=True), Words(": see "), Words("Undo", link="#undo.md"), Words("."),
    ])  # fmt: skip


def test_lists_tables_and_code_are_read():
    text = "1. one\n2. two\n\n| A | B |\n|---|---|\n| a | b |\n\n```toml\nx = 1\n\ny = 2\n```\n"
    assert read(text) == [
        Listing([[Paragraph([Words("one")])], [Paragraph([Words("two")])]], is_numbered=True),
        Table([[Words("A")], [Words("B")]], [[[Words("a")], [Words("b")]]]),
        Code(["x = 1", "", "y = 2"]),
    ]


@pytest.mark.parametrize("text", ["![a picture](x.png)", "<b>bold</b>", "<hr>", "> said"])
def test_what_help_has_no_tags_for_is_refused(text):
    with pytest.raises(ValueError, match="cannot hold"):
        read(text)


def test_a_link_that_leads_nowhere_is_found():
    with pytest.raises(ValueError, match="#people-shoe-size"):
        read_book({"keyboard": "# Keyboard\n\n[Size](people.md#shoe-size)"})


def test_two_headings_in_one_place_are_found():
    with pytest.raises(ValueError, match="keyboard-keys"):
        read_book({"keyboard": "# Keyboard\n\n## Keys\n\n## Keys\n"})
