"""A partner's PDF is read and filled: what was put there can be read, seen, and stands in place."""

import re
import time
from contextlib import suppress
from io import BytesIO

import pytest
from help_files import poppler
from PIL import Image, ImageChops
from pypdf import PdfReader

import partner_pdfs
from alongside.documents.foreign import apart
from alongside.documents.foreign.faults import LARGEST, BadPdfError, PdfFault
from alongside.documents.partner.faults import error_of
from alongside.documents.partner.filling import fill
from alongside.domain.errors import UserError
from alongside.domain.partner_map import FieldKind, Filling, MapEntry

NAME_61 = "Carys " + "W" * 20 + " " + "Ŵ" * 34
TEXT = re.compile(r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*?)<')


def field(name, value, state=""):
    return Filling(MapEntry("person", field=name, state=state), value, "Name")


def place(value, **where):
    return Filling(MapEntry("person", **{"width": 1000} | where), value, "Name")


def words_at(pdf, tmp_path):
    """Return the words on page 1, with where each begins, in points from the top left."""
    said = poppler("pdftotext", "-bbox", "-l", "1", str(partner_pdfs.save(tmp_path, pdf)), "-")
    return {found[4]: (float(found[0]), float(found[1])) for found in TEXT.findall(said)}


def drawn(pdf, page=1):
    return Image.open(BytesIO(apart.picture_of(pdf, page, 72))).convert("L")


def test_every_field_of_a_form_is_found_with_its_kind_its_hint_and_its_place():
    paper = apart.look_at(partner_pdfs.with_fields())
    found = {(each.name, each.state): each for each in paper.fields}
    name = found["Full name", ""]
    assert (name.kind, name.hint, name.page) == (FieldKind.TEXT, "Full name", 1)
    assert (name.left, name.top, name.width) == (529, 289, 882)
    assert found["Fees claimed", ""].kind is FieldKind.TICK
    assert {state for each, state in found if each == "Paid by"} == {"BACS", "Cheque"}
    assert found["Kind", ""].options == ("Member", "Chair")
    assert not found["Signature", ""].kind.takes_facts
    assert [(each.width, each.height) for each in paper.pages] == [(2100, 2970)]


def test_fields_are_filled_stay_fields_and_are_seen_where_only_pictures_are(tmp_path):
    form = partner_pdfs.with_fields()
    made = fill(form, [
        field("Full name", "Carys Ŵyn"), field("Amount 1", "£18.40"), field("Code", "TDG-26"),
        field("Fees claimed", True), field("Paid by", True, "Cheque"), field("Kind", "Chair"),
        field("Reason", "half day: under 4 hours, and the policy of 1 April 2026 says so"),
    ], "Carys Ŵyn")  # fmt: skip
    values = partner_pdfs.values_of(made)
    assert values["Full name"] == "Carys Ŵyn"
    assert (values["Fees claimed"], values["Paid by"], values["Kind"]) == (
        "/Yes",
        "/Cheque",
        "Chair",
    )
    assert not PdfReader(BytesIO(made)).root_object["/AcroForm"]["/NeedAppearances"].value
    found = words_at(made, tmp_path)
    assert found["Carys"][0] == pytest.approx(152, abs=1)
    assert 842 - 760 < found["Carys"][1] < 842 - 740
    assert "Ŵyn" in found
    changed = ImageChops.difference(drawn(form), drawn(made))
    for box in (
        (150, 82, 400, 102), (360, 172, 440, 192), (50, 312, 350, 392), (360, 372, 520, 392),
        (50, 422, 70, 442), (100, 452, 120, 472),
    ):  # fmt: skip
        assert changed.crop(box).getbbox(), box
    assert not changed.crop((0, 200, 595, 300)).getbbox()


def test_our_letters_are_embedded_and_the_signature_is_still_empty(tmp_path):
    made = fill(partner_pdfs.with_fields(), [field("Full name", "Ŵ")], "Ŵ")
    fonts = poppler("pdffonts", str(partner_pdfs.save(tmp_path, made)))
    ours = [line for line in fonts.splitlines() if "Atkinson" in line]
    assert ours
    assert all(re.search(r" yes yes yes ", line) for line in ours)
    assert partner_pdfs.values_of(made)["Signature"] == ""


@pytest.mark.parametrize("turned", [0, 90, 180, 270])
def test_places_are_where_the_map_says_as_the_page_is_looked_at(turned, tmp_path):
    form = partner_pdfs.without_fields(turned=turned)
    made = fill(form, [place("Ŵyn", left=400, top=1200), place("two", page=2, left=10, top=10)], "")
    changed = ImageChops.difference(drawn(form), drawn(made)).getbbox()
    left, top, right, foot = changed
    assert left == pytest.approx(113.4, abs=2)
    assert 338 <= top <= 345
    assert foot <= 360
    assert right < 160
    assert ImageChops.difference(drawn(form, 2), drawn(made, 2)).getbbox()
    if not turned:
        assert words_at(made, tmp_path)["Ŵyn"][0] == pytest.approx(113.4, abs=0.5)
        assert "Health" in words_at(made, tmp_path)


def test_a_value_that_is_too_wide_is_made_smaller_and_then_refused_by_name():
    form = partner_pdfs.with_fields()
    fill(form, [field("Full name", "W" * 26)], "Bo Larsen")
    with pytest.raises(UserError) as refused:
        fill(form, [field("Full name", NAME_61)], "Bo Larsen")
    assert refused.value.words.startswith("Bo Larsen: “Carys")
    assert refused.value.words.endswith("(Name).")
    with pytest.raises(UserError, match="even in 8 point"):
        fill(partner_pdfs.without_fields(), [place("W" * 40, width=300)], "Bo Larsen")


def test_a_long_name_takes_several_lines_where_the_field_has_them():
    assert fill(partner_pdfs.with_fields(), [field("Reason", NAME_61)], "Bo Larsen")


@pytest.mark.parametrize(
    ("filling", "words"),
    [
        (field("Code", "123456789"), "more than the 8 letters"),
        (field("Kind", "Observer"), "none of the options"),
        (field("Full name", "ᚠᚢ"), "cannot be printed"),
    ],
    ids=["too many letters", "no option", "no font"],
)
def test_what_a_field_cannot_take_is_refused_with_the_person(filling, words):
    with pytest.raises(UserError, match=words) as refused:
        fill(partner_pdfs.with_fields(), [filling], "Bo Larsen")
    assert refused.value.words.startswith("Bo Larsen: ")


def test_a_draft_says_so_on_every_page(tmp_path):
    made = fill(partner_pdfs.without_fields(), [], "", is_draft=True)
    text = poppler("pdftotext", str(partner_pdfs.save(tmp_path, made)), "-")
    assert text.count("Draft: not for signing") == 2


FAULTS = {
    "a text": (b"Dear all, here is the form", PdfFault.NOT_A_PDF),
    "nothing": (b"", PdfFault.NOT_A_PDF),
    "too large": (b"%PDF-1.4" + b" " * LARGEST, PdfFault.TOO_LARGE),
    "cut off": (partner_pdfs.with_fields()[:300], PdfFault.DAMAGED),
    "only a head": (b"%PDF-1.7\n%%EOF", PdfFault.DAMAGED),
    "locked": (partner_pdfs.locked(), PdfFault.LOCKED),
    "XFA": (partner_pdfs.xfa(), PdfFault.XFA),
    "21 pages": (partner_pdfs.without_fields(pages=21), PdfFault.TOO_MANY_PAGES),
}


@pytest.mark.parametrize("name", FAULTS)
def test_a_file_that_cannot_be_filled_is_refused_for_its_own_reason(name):
    data, fault = FAULTS[name]
    with pytest.raises(BadPdfError) as refused:
        apart.look_at(data)
    assert refused.value.fault is fault
    error = error_of(refused.value.fault, "form.pdf")
    assert error.field == "file"
    assert "form.pdf" in error.words


def test_every_fault_has_a_sentence_of_its_own():
    assert len({error_of(fault, "x").words for fault in PdfFault}) == len(PdfFault)


def test_pages_that_go_round_in_circles_end():
    form = partner_pdfs.without_fields()
    pages = re.search(rb"/Pages (\d+) 0 R", form)[1]
    circle = re.sub(rb"(/Kids \[ )\d+", rb"\g<1>" + pages, form)
    assert circle != form
    began = time.monotonic()
    with pytest.raises(BadPdfError):
        apart.look_at(circle, 20)
    assert time.monotonic() - began < 19


def test_what_takes_too_long_is_given_up():
    with pytest.raises(BadPdfError) as refused:
        apart.look_at(partner_pdfs.with_fields(), seconds=0.01)
    assert refused.value.fault is PdfFault.TOO_SLOW


def test_a_page_as_large_as_a_field_is_drawn_no_larger_than_another():
    huge = partner_pdfs.without_fields().replace(b"/MediaBox [ 0 0 595.", b"/MediaBox [ 0 0 9e7 ")
    with suppress(BadPdfError):
        assert apart.look_at(huge).pages


@pytest.mark.parametrize("name", ["陳美玲", "يوسف الأمير", "অমৃতা রায়চৌধুরী"])
def test_a_name_in_any_script_is_drawn_as_it_is_written(name):
    blank = drawn(partner_pdfs.without_fields())
    made = drawn(fill(partner_pdfs.without_fields(), [place(name, left=500, top=1500)], "Bo"))
    left, top, right, foot = ImageChops.difference(blank, made).getbbox()
    dot = 72 / 254
    assert left >= 500 * dot - 1
    assert top >= 1500 * dot - 3
    assert 20 < right - left < 120
    assert 6 < foot - top < 22
