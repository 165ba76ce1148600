"""Help as a web page: one file that any browser shows, in order, with headings and links."""

import re
from html.parser import HTMLParser
from itertools import pairwise

import pytest
from help_files import book, squeezed, texts

from alongside.documents.help_book.blocks import Heading, plain
from alongside.documents.help_book.web_page import web_page

pytestmark = pytest.mark.measures("help as a web page")

VOID = {"meta", "link", "img", "br", "hr", "input"}


class Reading(HTMLParser):
    """What the page is made of: its tags with what they hold, in order; refuses bad nesting."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words: dict[int, str] = {}
        self.text = ""
        self._open: list[tuple[str, int]] = []
        self.feed(text)
        self.close()
        assert not self._open, f"left open: {self._open}"

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self._open.append((tag, len(self.tags) - 1))

    def handle_endtag(self, tag):
        opened, _number = self._open.pop()
        assert opened == tag, f"{opened} is closed by {tag}"

    def handle_data(self, data):
        for _tag, number in self._open:
            self.words[number] = self.words.get(number, "") + data
        self.text += data

    def all(self, *wanted: str) -> list[tuple[str, dict[str, str | None], str]]:
        return [
            (tag, attributes, squeezed(self.words.get(number, "")))
            for number, (tag, attributes) in enumerate(self.tags)
            if tag in wanted
        ]


@pytest.fixture(scope="module")
def source():
    return web_page(book())


@pytest.fixture(scope="module")
def reading(source):
    return Reading(source)


def test_it_says_its_language_and_its_title(reading):
    ((_tag, attributes, _words),) = reading.all("html")
    assert attributes == {"lang": "en-GB"}
    ((_tag, _none, title),) = reading.all("title")
    assert title == "Help with Alongside"


def test_headings_are_those_of_help_and_none_skips_a_level(reading):
    headings = [(int(tag[1]), words) for tag, _a, words in reading.all("h1", "h2", "h3", "h4")]
    wanted = [(b.level, squeezed(plain(b.line))) for b in book().blocks() if isinstance(b, Heading)]
    assert headings == wanted
    assert [level for level, _words in headings].count(1) == 1
    assert all(b - a <= 1 for (a, _), (b, _) in pairwise(headings))


def test_all_of_help_is_there_in_its_order(reading):
    heard, at = squeezed(reading.text), 0
    for block in book().blocks():
        for text in map(squeezed, texts(block)):
            found = heard.find(text, at)
            assert found >= 0, text
            at = found


def test_no_two_things_have_one_id(reading):
    ids = [attributes["id"] for _tag, attributes in reading.tags if "id" in attributes]
    assert len(ids) == len(set(ids))


def test_every_link_says_where_it_leads_and_leads_there(reading):
    ids = {attributes.get("id") for _tag, attributes in reading.tags}
    links = reading.all("a")
    assert len(links) > 50
    for _tag, attributes, words in links:
        assert words
        href = attributes["href"] or ""
        assert href.removeprefix("#") in ids if href.startswith("#") else "://" in href, href


def test_the_first_link_goes_past_the_contents(reading):
    _tag, attributes, words = reading.all("a")[0]
    assert (attributes["href"], words) == ("#main", "Go past the contents")
    assert [tag for tag, _a, _w in reading.all("header", "nav", "main")] == [
        "header",
        "nav",
        "main",
    ]


def test_tables_say_what_names_a_row_and_what_names_a_column(reading, source):
    ids = {attributes.get("id") for _tag, attributes in reading.tags}
    tables = reading.all("table")
    assert len(tables) > 10
    assert all(attributes["aria-labelledby"] in ids for _tag, attributes, _words in tables)
    assert {attributes["scope"] for _tag, attributes, _words in reading.all("th")} == {"col", "row"}
    rows = re.findall(r"<tr>(.*?)</tr>", source, re.DOTALL)
    assert all(row.startswith("<th scope=") for row in rows)


def test_it_needs_nothing_beside_it_and_asks_nobody(reading, source):
    assert not reading.all("script", "link", "img", "iframe")
    assert not re.search(r"url\(|@import", source)


def test_its_colours_are_those_of_whoever_reads_it(source):
    style = source.partition("<style>")[2].partition("</style>")[0]
    assert "color-scheme: light dark" in style
    assert not re.search(r"#[0-9a-f]{3}|rgb|background", style)


def test_what_stands_in_code_is_shown_as_it_is_typed(reading):
    shown = [words for _tag, _attributes, words in reading.all("pre")]
    assert any('shape = "half_and_full_day"' in words for words in shown)
