"""The PDF of a claim form: the same bytes for the same sheet, and fit to be read and kept."""

import re

import pytest

from app.documents.on_paper import draw, lay_out
from app.documents.sheets import a_logo, a_long_sheet, a_sheet


@pytest.mark.parametrize("sheet", [a_sheet(logo=a_logo()), a_long_sheet(person="Γιώργος Nguyễn")])
def test_the_same_sheet_gives_the_same_bytes(sheet):
    first = draw(sheet)
    draw(a_sheet(person="Somebody Else"))
    assert draw(sheet) == first


def test_another_sheet_gives_other_bytes():
    assert draw(a_sheet()) != draw(a_sheet(person="Somebody Else"))


def test_it_has_the_pages_that_were_laid_out_in_a4():
    sheet = a_long_sheet()
    boxes = re.findall(rb"/MediaBox \[ ([\d. ]+) \]", draw(sheet))
    assert boxes == [b"0 0 595.28 841.89"] * len(lay_out(sheet))


def test_it_says_what_it_is_and_in_which_language_and_names_nobody_in_its_title():
    made = draw(a_sheet(organisation="Riverside Network", person="Bo Larsen"))
    assert b"/Title (Claim 2026-0147)" in made
    assert b"/Author (Riverside Network)" in made
    assert b"/Subject (Claim for fees and expenses: Transport Design Group)" in made
    assert b"/Lang (en-GB)" in made
    assert b"Larsen" not in made


def test_every_font_is_embedded_and_only_in_part():
    made = draw(a_long_sheet(person="Γιώργος Ŵyn"))
    names = re.findall(rb"/BaseFont /(\S+)", made)
    assert names
    assert all(re.match(rb"[A-Z]{6}\+", name) for name in names)
    assert made.count(b"/FontFile2") == len(names)
    assert len(made) < 100_000


def test_a_colour_logo_is_drawn_in_grey():
    made = draw(a_sheet(logo=a_logo()))
    assert made.count(b"/Subtype /Image") == 1
    assert b"/DeviceGray" in made
