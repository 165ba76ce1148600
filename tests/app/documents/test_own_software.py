"""Editions for people's own software: a Word file, and braille for any embosser."""

import os
from io import BytesIO

import docx
import pytest

from alongside.documents import braille as louis
from alongside.documents.editions.braille_file import CELLS, LINES
from alongside.domain.errors import UserError, WorldError
from alongside.domain.people import Format
from app.documents.on_paper import draw, text_of
from app.documents.sheets import LONG_NAME, a_sheet, an_expense

SHEETS = {
    "a usual claim": a_sheet(),
    "a long name": a_sheet(person=LONG_NAME),
    "forty lines": a_sheet(expenses=tuple(an_expense(receipt=str(n)) for n in range(1, 41))),
    "nothing claimed": a_sheet(fees=(), expenses=(), activities=()),
    "a draft": a_sheet(is_draft=True),
    "Welsh": a_sheet(language="cy", person="Carys Ŵyn-Ŷnyr"),
}
EACH = pytest.mark.parametrize("sheet", SHEETS.values(), ids=SHEETS)


def opened(sheet):
    return docx.Document(BytesIO(draw(sheet, Format.WORD_FILE)))


@EACH
def test_a_word_file_has_all_of_the_plain_text_in_its_order(sheet):
    said = "".join(p.text for p in opened(sheet).paragraphs).replace(" ", "")
    at = 0
    for line in text_of(sheet).splitlines():
        found = said.find(line.replace(" ", ""), at)
        assert found >= 0, line
        at = found + len(line.replace(" ", ""))


def test_a_word_file_has_headings_lists_language_and_title_and_its_letters_are_large():
    file = opened(a_sheet())
    assert file.core_properties.title == "Claim 2026-0147"
    assert file.core_properties.author == "Riverside Disabled People’s Network"
    levels = [p.style.name for p in file.paragraphs if p.style.name.startswith("Heading")]
    assert levels[0] == "Heading 1"
    assert levels.count("Heading 1") == 1
    assert levels.count("Heading 2") == 9
    assert not file.tables
    assert {file.styles[name].font.size.pt for name in ("Normal", "List Bullet")} == {18}
    assert 'w:lang w:val="en-GB"' in file.styles.element.xml
    sizes = [run.font.size for p in file.paragraphs for run in p.runs if run.font.size]
    assert not sizes  # every letter has the size of its style, which its reader can change at once


def test_a_word_file_is_the_same_each_time():
    assert draw(a_sheet(), Format.WORD_FILE) == draw(a_sheet(), Format.WORD_FILE)


def pages(sheet):
    text = draw(sheet, Format.BRAILLE).decode("ascii")
    return [page.split("\r\n") for page in text.split("\f")]


@pytest.fixture
def liblouis() -> None:
    """Be sure that braille can be made here; on a checking machine it must be."""
    if not louis.is_here():
        if os.environ.get("CI", "").lower() in {"1", "true"}:
            pytest.fail("this needs liblouis")
        pytest.skip("this needs liblouis")


@pytest.mark.usefixtures("liblouis")
@EACH
def test_braille_has_pages_of_an_embosser_and_all_of_the_plain_text_in_its_order(sheet):
    made = pages(sheet)
    assert all(len(page) <= LINES + 1 for page in made)
    assert all(len(line) <= CELLS for page in made for line in page)
    said = "".join(line for page in made for line in page[1:]).replace(" ", "")
    at = 0
    for line in text_of(sheet).splitlines():
        cells = louis.braille(line, sheet.language).replace(" ", "")
        found = said.find(cells, at)
        assert found >= 0, line
        at = found + len(cells)


@pytest.mark.usefixtures("liblouis")
def test_every_page_of_braille_has_its_number_at_the_end_of_its_first_line():
    made = pages(a_sheet())
    assert len(made) > 1
    for number, page in enumerate(made, 1):
        assert page[0] == louis.braille(str(number), "en").rjust(CELLS)


@pytest.mark.usefixtures("liblouis")
def test_braille_is_unified_english_grade_two_and_welsh_has_its_own():
    assert louis.braille("people receive the money", "en") == 'P RCV ! M"OY'
    assert louis.braille("£75.00", "en") == "@L#GE4JJ"
    assert louis.braille("mae", "cy") == "M"


@pytest.mark.usefixtures("liblouis")
def test_an_accent_that_braille_does_not_know_is_left_out_and_the_letter_is_not():
    assert louis.braille("Nguyễn", "en").endswith("N")
    assert "X" not in louis.braille("Nguyễn", "en")
    assert louis.braille("Yıldız", "en") == louis.braille("Yildiz", "en")


@pytest.mark.usefixtures("liblouis")
@pytest.mark.parametrize(
    ("name", "cells"),
    [("يوسف الأمير", "IWSF AL/MIR"), ("অমৃতা রায়চৌধুরী", 'AM"RT> R>5C[!UR9'),
     ("陳秀蘭", "Q0H\\LV"), ("김철수", "@O5;S1,M"), ("ગીતા", "G9T>")],
)  # fmt: skip
def test_a_name_in_another_script_is_in_its_own_braille_and_marked_so(name, cells):
    before, after = (louis.braille(words, "en") for words in ("Name: ", ", attended"))
    said = louis.braille(f"Name: {name}, attended", "en")
    assert said == before + "\"('" + cells + ',")' + after
    assert said.isascii()


@pytest.mark.usefixtures("liblouis")
def test_a_name_in_another_script_stops_no_paper_of_others():
    for name in ("يوسف الأمير", "李 Wei", "দেবী", "דוד"):
        assert draw(a_sheet(person=name), Format.BRAILLE)


@pytest.mark.usefixtures("liblouis")
def test_a_letter_that_no_braille_has_is_named_with_its_words():
    with pytest.raises(UserError, match="“ᚠ” in “Name: ᚠ Wei”"):
        louis.braille("Name: ᚠ Wei", "en")


def test_who_has_no_liblouis_is_told_how_to_get_it(monkeypatch):
    monkeypatch.setattr(louis, "_library", lambda: None)
    assert not louis.is_here()
    with pytest.raises(WorldError) as told:
        draw(a_sheet(), Format.BRAILLE)
    assert "liblouis" in told.value.remedy
