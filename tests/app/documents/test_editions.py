"""Every edition of a claim form says the same in the same order, each as its reader wants it."""

import re
from dataclasses import replace
from html.parser import HTMLParser
from itertools import pairwise

import pytest
from help_files import poppler, squeezed

from alongside.documents.claim_form import claim_form
from alongside.documents.document import Document
from alongside.documents.editions import ending_of, pages_of
from alongside.documents.setting import STRONG
from alongside.domain.errors import UserError
from alongside.domain.marks import Rule, Text
from alongside.domain.people import Format
from app.documents.on_paper import draw, lay_out, text_of
from app.documents.read_paper import check, heard
from app.documents.sheets import LONG_NAME, a_fee, a_long_sheet, a_sheet, an_expense

PRINTED = (Format.STANDARD, Format.LARGE_18, Format.LARGE_24)
SHEETS = {
    "a usual claim": a_sheet(),
    "a long name": a_sheet(person=LONG_NAME),
    "Welsh and Vietnamese letters": a_sheet(person="Carys Ŵyn-Ŷnyr", group="Nhóm Nguyễn Thị Ánh"),
    "forty lines": a_sheet(expenses=tuple(an_expense(receipt=str(n)) for n in range(1, 41))),
    "nothing claimed": a_sheet(fees=(), expenses=(), activities=()),
    "a draft": a_sheet(is_draft=True),
}
EACH = [
    pytest.param(sheet, edition, id=f"{name}, {edition}")
    for name, sheet in SHEETS.items() for edition in PRINTED
]  # fmt: skip


@pytest.mark.parametrize(("sheet", "edition"), EACH)
def test_paper_keeps_to_pdf_ua_and_no_words_lie_on_others(sheet, edition, tmp_path):
    check(draw(sheet, edition), tmp_path)


@pytest.mark.parametrize(("sheet", "edition"), EACH)
def test_whoever_hears_a_form_hears_all_of_the_plain_text_in_its_order(sheet, edition, tmp_path):
    said = heard(draw(sheet, edition), tmp_path).replace(" ", "")
    at = 0
    for line in text_of(sheet).splitlines()[:-1]:  # the last stands at the foot of a page
        fact = re.sub("^(Box to tick|Line to write on|Amount): ", "", line).replace(" ", "")
        found = said.find(fact, at)
        assert found >= 0, line
        at = found + len(fact)


@pytest.mark.parametrize("edition", PRINTED)
def test_every_letter_is_as_large_as_it_says(edition):
    marks = [m for each in lay_out(a_sheet(), edition) for m in each.marks]
    sizes = {mark.size for mark in marks if isinstance(mark, Text)}
    assert min(sizes) == min(edition.points, 18.0)
    assert edition.points in sizes


def test_whoever_signs_sees_a_box_or_a_line_for_everything_that_is_asked(tmp_path):
    place = tmp_path / "form.pdf"
    place.write_bytes(draw(a_sheet(), Format.LARGE_18))
    text = poppler("pdftotext", str(place), "-")
    for words in ("It is not my own claim.", "Signature, or a mark", "Helped by, if anyone"):
        assert squeezed(words) in squeezed(text)


def test_whoever_signs_large_print_sees_all_that_they_sign_on_one_page(tmp_path):
    place = tmp_path / "form.pdf"
    place.write_bytes(draw(a_sheet(), Format.LARGE_18))
    pages = poppler("pdftotext", str(place), "-").split("\f")
    (signed,) = [each for each in pages if "Your declaration" in each]
    assert "the cheapest way" in squeezed(signed)
    assert "Helped by, if anyone" in signed


TO_FILL = {"Signature, or a mark", "Signature", "Date", "Name", "Helped by, if anyone",
           "Or agreed by phone or in BSL, recorded by"}  # fmt: skip


def places_to_write(form: Document, edition: Format) -> list[tuple[int, int]]:
    """Return for each page how many labels are on it, and how many lines to write on."""
    return [
        (
            sum(isinstance(mark, Text) and mark.words.strip() in TO_FILL for mark in page.marks),
            sum(isinstance(mark, Rule) and mark.width == STRONG for mark in page.marks),
        )
        for page in pages_of(form, edition)
    ]


def forms_that_fit_no_page() -> list[Document]:
    """Return forms on which what is signed begins at other heights of a page."""
    signed = a_sheet().declaration * 2
    return [claim_form(a_long_sheet(lines, declaration=signed)) for lines in range(10)]


@pytest.mark.parametrize("edition", [Format.LARGE_18, Format.LARGE_24])
def test_a_label_is_on_the_page_of_its_line_also_where_not_all_fits_one_page(edition):
    for form in forms_that_fit_no_page():
        found = places_to_write(form, edition)
        assert sum(lines for _labels, lines in found) == 9
        assert all(labels == lines for labels, lines in found)


def test_what_was_issued_before_keeps_its_pages():
    before = [replace(form, layout=1) for form in forms_that_fit_no_page()]
    assert any(
        labels != lines
        for form in before for edition in (Format.LARGE_18, Format.LARGE_24)
        for labels, lines in places_to_write(form, edition)
    )  # fmt: skip


def test_the_same_sheet_gives_the_same_bytes():
    sheet = a_sheet()
    for preferred in Format:
        assert draw(sheet, preferred) == draw(replace(sheet), preferred)


def test_plain_text_is_what_any_program_reads():
    text = draw(a_sheet(), Format.PLAIN_TEXT).decode("utf-8-sig")
    assert text.splitlines() == text_of(a_sheet()).splitlines()
    assert text.count("\n") == text.count("\r\n")
    assert ending_of(Format.PLAIN_TEXT) == ".txt"


class Heard(HTMLParser):
    """What a browser says of a page, in its order; styles are not said."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.words: list[str] = []
        self.tags: list[str] = []
        self._is_said = True
        self.feed(page)

    def handle_starttag(self, tag, attrs):  # noqa: ARG002
        self.tags.append(tag)
        self._is_said = self._is_said and tag != "style"

    def handle_endtag(self, tag):
        self._is_said = self._is_said or tag == "style"

    def handle_data(self, data):
        self.words += [data] if self._is_said else []


@pytest.mark.parametrize("sheet", SHEETS.values(), ids=SHEETS)
def test_whoever_hears_the_web_page_hears_all_of_the_plain_text_in_its_order(sheet):
    heard = Heard(draw(sheet, Format.WEB_PAGE).decode())
    said = squeezed("".join(heard.words)).replace(" ", "").replace(":", "")
    at = 0
    for line in text_of(sheet).splitlines():
        fact = line.replace(" ", "").replace(":", "")
        found = said.find(fact, at)
        assert found >= 0, line
        at = found + len(fact)


def test_the_web_page_says_its_language_and_title_has_landmarks_and_needs_nothing_beside_it():
    text = draw(a_sheet(), Format.WEB_PAGE).decode()
    assert '<html lang="en-GB">' in text
    assert "<title>Claim 2026-0147, Riverside Disabled People’s Network</title>" in text
    heard = Heard(text)
    assert {"header", "main", "footer", "h1"} <= set(heard.tags)
    assert heard.tags.count("h1") == 1
    levels = [int(tag[1]) for tag in heard.tags if re.fullmatch(r"h\d", tag)]
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert not {"script", "link", "img", "iframe"} & set(heard.tags)


def test_what_people_typed_is_never_taken_for_tags():
    text = draw(a_sheet(person="<b>&Bo</b>"), Format.WEB_PAGE).decode()
    assert "&lt;b&gt;&amp;Bo&lt;/b&gt;" in text


@pytest.mark.parametrize("preferred", [Format.PHONE])
def test_who_prefers_a_format_without_an_edition_gets_standard_print(preferred):
    assert draw(a_sheet(), preferred) == draw(a_sheet(), Format.STANDARD)
    assert lay_out(a_sheet(), preferred) == lay_out(a_sheet(), Format.STANDARD)


def test_a_letter_that_cannot_be_printed_is_named_in_every_edition():
    for preferred in (Format.STANDARD, Format.LARGE_24):
        with pytest.raises(UserError, match="ᚠ"):
            draw(a_sheet(fees=(a_fee(words="ᚠ"),)), preferred)
