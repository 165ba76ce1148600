"""Papers in other colours: every edition on paper, and nothing but the colours is another."""

from io import BytesIO

import page
import pytest
from help_files import poppler, spoken
from PIL import Image

from alongside.documents.claim_form import claim_form
from alongside.documents.editions import pages_of, write
from alongside.domain.people import Format
from alongside.domain.tints import Tint
from app.documents.sheets import a_logo, a_sheet


def said(pdf: bytes, tmp_path) -> str:
    place = tmp_path / "paper.pdf"
    place.write_bytes(pdf)
    return spoken(poppler("pdfinfo", "-struct-text", str(place)))


@pytest.mark.parametrize("tint", Tint)
@pytest.mark.parametrize("edition", [Format.STANDARD, Format.LARGE_18, Format.EASY_READ])
def test_every_edition_can_be_tinted_and_keeps_to_pdf_ua(edition, tint, tmp_path):
    document = claim_form(a_sheet(logo=a_logo()))
    pdf = write(document, edition, tint)
    report = page.validate_pdf_bytes(pdf, profile="ua1")
    assert report.is_compliant, [failure.message for failure in report.failures]
    for each in pages_of(document, edition, tint):
        assert (each.paper, each.ink) == (tint.paper, tint.ink)
    place = tmp_path / "paper.pdf"
    place.write_bytes(pdf)
    poppler("pdftoppm", "-r", "40", "-png", "-f", "1", "-l", "1", "-singlefile", str(place),
            str(tmp_path / "seen"))  # fmt: skip
    seen = Image.open(tmp_path / "seen.png").convert("RGB")
    colours = {f"#{r:02x}{g:02x}{b:02x}": n for n, (r, g, b) in seen.getcolors(1 << 24)}
    assert max(colours, key=colours.__getitem__) == tint.paper
    assert colours.get(tint.ink)
    if tint is not Tint.WHITE:
        assert pdf.count(b"/FT /Tx /DA (/Letters 14 Tf 0 g)") == (
            0 if tint is Tint.YELLOW_ON_BLACK else 9
        )


def test_colours_change_nothing_that_is_heard(tmp_path):
    document = claim_form(a_sheet(logo=a_logo()))
    assert said(write(document, Format.EASY_READ, Tint.PINK), tmp_path) == said(
        write(document, Format.EASY_READ), tmp_path
    )
    assert write(document, Format.STANDARD, Tint.WHITE) == write(document, Format.STANDARD)
    for edition in (Format.PLAIN_TEXT, Format.WEB_PAGE):
        assert write(document, edition, Tint.YELLOW_ON_BLACK) == write(document, edition)


def test_a_logo_keeps_its_own_white_behind_it(tmp_path):
    made = BytesIO()
    Image.new("RGBA", (200, 200), (0, 0, 0, 0)).save(made, "PNG")  # nothing: all see-through
    sheet = a_sheet(logo=made.getvalue())
    pdf = write(claim_form(sheet), Format.STANDARD, Tint.YELLOW_ON_BLACK)
    place = tmp_path / "paper.pdf"
    place.write_bytes(pdf)
    poppler("pdftoppm", "-r", "40", "-png", "-f", "1", "-l", "1", "-singlefile", str(place),
            str(tmp_path / "seen"))  # fmt: skip
    seen = Image.open(tmp_path / "seen.png").convert("RGB")
    assert max(min(colour) for _n, colour in seen.getcolors(1 << 24)) > 250
