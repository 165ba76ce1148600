"""What can be filled in on a screen: every box and every line, named, and where it is seen."""

from io import BytesIO

import pytest
from pypdf import PdfReader

from alongside.domain.marks import Box
from alongside.domain.people import Format
from app.documents.on_paper import draw, lay_out
from app.documents.sheets import a_sheet

PRINTED = (Format.STANDARD, Format.LARGE_18, Format.LARGE_24, Format.EASY_READ)


def fields(pdf: bytes) -> list[dict]:
    """Return the fields of a PDF in its order."""
    return [
        each.get_object()
        for sheet in PdfReader(BytesIO(pdf)).pages for each in sheet.get("/Annots", [])
    ]  # fmt: skip


@pytest.mark.parametrize("edition", PRINTED)
def test_each_box_and_line_of_a_form_is_a_field_that_says_what_belongs_into_it(edition):
    made = fields(draw(a_sheet(), edition))
    kinds = [field["/FT"] for field in made]
    assert kinds.count("/Btn") == 5  # what the claimant and the approver declare
    assert kinds.count("/Tx") == 9
    names = [field["/T"] for field in made]
    assert len(set(names)) == len(names)
    assert not [name for name in names if "." in name]
    assert all(field["/TU"].strip() for field in made)
    dates = {field["/TU"] for field in made if field["/TU"].endswith("Date")}
    if edition is not Format.EASY_READ:
        assert dates == {"Your declaration: Date", "For the person who approves: Date"}


@pytest.mark.parametrize("edition", PRINTED)
def test_no_field_leaves_its_page_or_lies_on_another(edition):
    for sheet in PdfReader(BytesIO(draw(a_sheet(), edition))).pages:
        wide, high = (float(edge) for edge in sheet.mediabox[2:])
        boxes = [[float(edge) for edge in each.get_object()["/Rect"]]
                 for each in sheet.get("/Annots", [])]  # fmt: skip
        for number, (left, foot, right, top) in enumerate(boxes):
            assert 20 <= left < right <= wide - 20
            assert 20 <= foot < top <= high - 20
            for l2, f2, r2, t2 in boxes[number + 1 :]:
                assert min(right, r2) <= max(left, l2) or min(top, t2) <= max(foot, f2)


@pytest.mark.parametrize("edition", [Format.STANDARD, Format.LARGE_18])
def test_a_box_to_tick_is_where_the_box_is_seen(edition):
    boxes = [
        (round(mark.x, 1), round(sheet.height - mark.y - mark.h, 1))
        for sheet in lay_out(a_sheet(), edition) for mark in sheet.marks if isinstance(mark, Box)
    ]  # fmt: skip
    ticks = [
        (round(float(field["/Rect"][0]), 1), round(float(field["/Rect"][1]), 1))
        for field in fields(draw(a_sheet(), edition)) if field["/FT"] == "/Btn"
    ]  # fmt: skip
    assert len(ticks) == len(boxes)
    for tick, box in zip(ticks, boxes, strict=True):
        assert tick == pytest.approx(box, abs=0.11)


def test_typed_letters_are_embedded_and_a_tick_has_a_look_of_its_own():
    pdf = draw(a_sheet())
    form = PdfReader(BytesIO(pdf)).trailer["/Root"]["/AcroForm"]
    font = form["/DR"]["/Font"]["/Letters"]
    assert font["/FontDescriptor"]["/FontFile2"].get_data()
    widths = font["/Widths"]
    for letter in "Aé£ñ9":
        assert widths[ord(letter)] > 0
    tick = next(field for field in fields(pdf) if field["/FT"] == "/Btn")
    assert set(tick["/AP"]["/N"]) == {"/Yes", "/Off"}
    assert tick["/V"] == "/Off"


def test_a_draft_that_nobody_signs_has_nothing_to_fill_in():
    pdf = draw(a_sheet(is_draft=True))
    assert not fields(pdf)
    assert "/AcroForm" not in PdfReader(BytesIO(pdf)).trailer["/Root"]
