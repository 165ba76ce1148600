"""Papers in the font and the colour that were chosen: in every edition that shows them."""

import re
from dataclasses import replace
from io import BytesIO

import docx
import pytest
from help_files import poppler
from PIL import Image

from alongside.documents.claim_form import claim_form
from alongside.documents.editions import pages_of, write
from alongside.documents.fonts import split_runs
from alongside.documents.remittance import remittance_advice
from alongside.documents.run_list import run_list
from alongside.documents.yearly_statement import yearly_statement
from alongside.domain.marks import Font, Rule, Shaped, Text
from alongside.domain.money import Money
from alongside.domain.paper_style import PaperFont, PaperStyle
from alongside.domain.payment_sheets import RunLine
from alongside.domain.payments import Sum
from alongside.domain.people import EDITIONS, Format
from alongside.domain.tints import BLACK, Tint
from app.documents.read_paper import check, heard
from app.documents.sheets import LONG_NAME, a_logo, a_long_sheet, a_sheet
from app.documents.test_meeting_editions import PAPERS as MEETING_PAPERS
from app.documents.test_money_papers import NAMES, a_list, a_remittance, a_statement

BLUE = "#1a4d8f"
ON_PAPER = (Format.STANDARD, Format.LARGE_18, Format.LARGE_24, Format.EASY_READ)
NAME = "Carys Ŵyn Nguyễn 李伟 محمد"
FAMILIES = {
    PaperFont.ATKINSON: "AtkinsonHyperlegibleNext",
    PaperFont.LEXEND: "Lexend",
    PaperFont.NOTO: "NotoSans",
}
PAPERS = MEETING_PAPERS | {
    "a long form": claim_form(a_long_sheet()),
    "an advice": remittance_advice(a_remittance(f"Bo {LONG_NAME}")),
    "a statement": yearly_statement(a_statement()),
    "a list": run_list(a_list(*NAMES)),
}


def a_form(font=None, colour=BLACK, **changes):
    return claim_form(a_sheet(logo=a_logo(), style=PaperStyle(font, colour), **changes))


def kept(pdf: bytes, tmp_path):
    place = tmp_path / "paper.pdf"
    place.write_bytes(pdf)
    return str(place)


@pytest.mark.parametrize("edition", ON_PAPER)
@pytest.mark.parametrize("font", PaperFont)
def test_a_paper_is_in_the_font_that_was_chosen_and_says_what_it_says_in_any(
    font, edition, tmp_path
):
    pdf = write(a_form(font, BLUE, person=NAME), edition)
    check(pdf, tmp_path)
    listed = poppler("pdffonts", kept(pdf, tmp_path)).splitlines()[2:]
    names = {line.split()[0].partition("+")[2] for line in listed}
    family = FAMILIES[font]
    assert {f"{family}-Regular", f"{family}-Bold"} <= names
    others = {each.rpartition("-")[0] for each in names} - {family}
    assert others <= {"NotoSans", "NotoSansSCThin", "NotoSansArabic"}  # letters that it has not
    assert heard(pdf, tmp_path) == heard(write(a_form(person=NAME), edition), tmp_path)


@pytest.mark.parametrize("font", [PaperFont.LEXEND, PaperFont.NOTO])
@pytest.mark.parametrize("paper", PAPERS.values(), ids=PAPERS)
def test_every_paper_fits_its_pages_in_every_font(paper, font):
    for edition in (Format.STANDARD, Format.LARGE_24, Format.EASY_READ):
        pages = pages_of(replace(paper, style=PaperStyle(font, BLUE)), edition)
        said = {mark.font for page in pages for mark in page.marks if isinstance(mark, Text)}
        noto = {Font.FALLBACK_REGULAR, Font.FALLBACK_BOLD}
        assert {font.regular, font.bold} <= said <= {font.regular, font.bold} | noto


def test_a_table_whose_columns_do_not_fit_is_a_list_of_its_rows(tmp_path):
    large = Sum(Money(123_456_789), Money(98_765_432))
    lines = tuple(RunLine(name, "2026-0001, 2026-0002", large) for name in NAMES)
    listed = replace(a_list(*NAMES), lines=lines, total=large)
    document = run_list(replace(listed, style=PaperStyle(PaperFont.LEXEND)))
    pdf = write(document, Format.STANDARD)
    check(pdf, tmp_path)
    assert "Table" not in poppler("pdfinfo", "-struct", kept(pdf, tmp_path))
    said = heard(pdf, tmp_path)
    for name in NAMES:
        assert name in said
    assert "£1,234,567.89" in said


def test_what_is_typed_into_a_form_is_in_its_font():
    for font, family in FAMILIES.items():
        assert f"/BaseFont /AAAAAA+{family}-Regular-Typed".encode() in write(
            a_form(font), Format.STANDARD
        )


def test_letters_that_the_chosen_font_has_not_come_from_another():
    assert split_runs("Ann Γιώργος", Font.LEXEND_BOLD) == [
        (Font.LEXEND_BOLD, "Ann "), (Font.FALLBACK_BOLD, "Γιώργος"),
    ]  # fmt: skip
    assert split_runs("Ann Γιώργος", Font.FALLBACK_BOLD) == [(Font.FALLBACK_BOLD, "Ann Γιώργος")]
    assert split_runs("1∕2", Font.FALLBACK_REGULAR) == [(Font.REGULAR, "1∕2")]
    assert split_runs("Ọlọ́run", Font.FALLBACK_REGULAR) == [(Font.FALLBACK_REGULAR, "Ọlọ́run")]


def test_words_and_braille_are_the_same_in_any_style():
    for edition in (Format.PLAIN_TEXT, *([Format.BRAILLE] if has_braille() else [])):
        assert write(a_form(PaperFont.LEXEND, BLUE), edition) == write(a_form(), edition)


def has_braille() -> bool:
    from alongside.documents import braille

    return braille.is_here()


@pytest.mark.parametrize("edition", ON_PAPER)
def test_headings_and_whose_paper_it_is_are_in_the_colour_and_nothing_else(edition):
    pages = pages_of(a_form(PaperFont.NOTO, BLUE), edition)
    coloured = [
        mark for page in pages for mark in page.marks
        if isinstance(mark, Text | Shaped | Rule) and mark.is_coloured
    ]  # fmt: skip
    assert {page.colour for page in pages} == {BLUE}
    assert {page.ink for page in pages} == {BLACK}
    words = " ".join(mark.words for mark in coloured if isinstance(mark, Text))
    assert words.startswith("Riverside Disabled People’s Network")
    assert "Expenses" in words
    assert not [each for each in ("Quay Street", "£75.00", "Telephone") if each in words]
    assert {mark.font for mark in coloured if isinstance(mark, Text)} == {Font.FALLBACK_BOLD}
    assert [mark for mark in coloured if isinstance(mark, Rule)]


def seen(pdf: bytes, tmp_path) -> set[str]:
    """Return the colours of the first page, as it is printed."""
    poppler("pdftoppm", "-r", "60", "-png", "-f", "1", "-l", "1", "-singlefile",
            kept(pdf, tmp_path), str(tmp_path / "seen"))  # fmt: skip
    picture = Image.open(tmp_path / "seen.png").convert("RGB")
    return {f"#{r:02x}{g:02x}{b:02x}" for _n, (r, g, b) in picture.getcolors(1 << 24)}


@pytest.mark.parametrize("tint", Tint)
@pytest.mark.parametrize("edition", [Format.STANDARD, Format.EASY_READ])
def test_the_colour_is_on_every_paper_but_black(edition, tint, tmp_path):
    pdf = write(a_form(PaperFont.LEXEND, BLUE), edition, tint)
    check(pdf, tmp_path)
    is_black = tint is Tint.YELLOW_ON_BLACK
    assert (BLUE in seen(pdf, tmp_path)) is not is_black
    if is_black:
        (colour,) = {p.colour for p in pages_of(a_form(colour=BLUE), edition, tint)}
        assert colour == tint.ink


def test_a_draft_says_so_in_black():
    first = pages_of(a_form(colour=BLUE, is_draft=True), Format.STANDARD)[0]
    (said,) = [m for m in first.marks if isinstance(m, Text) and m.words.startswith("Draft: not")]
    assert not said.is_coloured


def test_black_adds_nothing():
    for edition in EDITIONS:
        if edition is not Format.BRAILLE:
            assert write(a_form(colour=BLACK), edition) == write(a_form(), edition)
    rules = [m for m in pages_of(a_form(), Format.LARGE_18)[0].marks if isinstance(m, Rule)]
    assert len(rules) == 1  # that of the foot


def test_a_web_page_names_the_font_with_others_after_it_and_colours_headings_on_white_only():
    page = write(a_form(PaperFont.LEXEND, BLUE), Format.WEB_PAGE).decode()
    assert 'html { font-family: "Lexend", system-ui, sans-serif; }' in page
    light = page[page.index("@media (prefers-color-scheme: light), print {") :]
    assert f"h1, h2, h3, header p:last-child strong {{ color: {BLUE}; }}" in light
    assert BLUE not in page[: -len(light)]
    plain = write(a_form(), Format.WEB_PAGE).decode()
    assert "Lexend" not in plain
    assert re.sub(r"<style>.*</style>", "", page, flags=re.S) == re.sub(
        r"<style>.*</style>", "", plain, flags=re.S
    )


def test_a_word_file_names_the_font_and_what_stands_in_for_it_and_colours_headings():
    data = write(a_form(PaperFont.NOTO, BLUE), Format.WORD_FILE)
    file = docx.Document(BytesIO(data))
    for name in ("Normal", "Heading 1", "Heading 2", "List Bullet"):
        assert file.styles[name].font.name == "Noto Sans"
        has = str(file.styles[name].font.color.rgb)
        assert has == ("1A4D8F" if name.startswith("Heading") else "None")
    assert str(file.paragraphs[0].runs[0].font.color.rgb) == "1A4D8F"
    (table,) = [part for part in file.part.package.iter_parts() if "fontTable" in part.partname]
    assert b'<w:font w:name="Noto Sans"><w:altName w:val="Arial"/>' in table.blob
    plain = docx.Document(BytesIO(write(a_form(), Format.WORD_FILE)))
    assert plain.styles["Normal"].font.name == "Arial"
    assert [p.text for p in plain.paragraphs] == [p.text for p in file.paragraphs]
