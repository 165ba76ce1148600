"""The words of each page, for who reads them beside its picture: all of them, each on its page."""

import pytest

from alongside.documents.claim_form import claim_form
from alongside.documents.editions import pages_of
from alongside.documents.page_words import page_words
from alongside.domain.people import Format
from app.documents.on_paper import text_of
from app.documents.sheets import LONG_NAME, a_sheet, an_expense

SHEETS = {
    "a usual claim": a_sheet(),
    "a long name": a_sheet(person=LONG_NAME),
    "Welsh and Vietnamese letters": a_sheet(person="Carys Ŵyn-Ŷnyr", group="Nhóm Nguyễn Thị Ánh"),
    "forty lines": a_sheet(expenses=tuple(an_expense(receipt=str(n)) for n in range(1, 41))),
    "a draft": a_sheet(is_draft=True),
}


def words_of(sheet, edition):
    document = claim_form(sheet)
    return page_words(document, pages_of(document, edition))


@pytest.mark.parametrize("edition", [Format.STANDARD, Format.LARGE_18, Format.LARGE_24])
@pytest.mark.parametrize("sheet", SHEETS.values(), ids=SHEETS)
def test_the_words_of_all_pages_are_those_of_the_form_in_its_order(sheet, edition):
    foot = claim_form(sheet).foot
    banner = claim_form(sheet).banner
    ends = {foot, banner, ""}
    said = [line for page in words_of(sheet, edition) for line in page.splitlines()
            if line not in ends and not line.startswith("Page ")]  # fmt: skip
    assert said == [line for line in text_of(sheet).splitlines() if line not in ends]


@pytest.mark.parametrize("edition", [Format.STANDARD, Format.LARGE_24])
def test_each_page_says_which_it_is_and_has_words(edition):
    pages = words_of(SHEETS["forty lines"], edition)
    for number, page in enumerate(pages, 1):
        assert page.splitlines()[-1] == f"Page {number} of {len(pages)}"
        assert len(page.splitlines()) > 4


def test_what_is_signed_stands_on_the_page_that_has_its_boxes():
    sheet = a_sheet()
    pages = words_of(sheet, Format.STANDARD)
    drawn = pages_of(claim_form(sheet), Format.STANDARD)
    with_boxes = [any(type(mark).__name__ == "Box" for mark in page.marks) for page in drawn]
    assert ["Box to tick:" in page for page in pages] == with_boxes
