"""An issued form prints the same for ever: its words, its logo and where they stand are kept."""

import hashlib
import json
import re
import zlib
from dataclasses import replace

import pytest

from alongside.documents import editions
from alongside.documents.claim_form import claim_form
from alongside.documents.kept import LAYOUT, keep, read
from alongside.documents.remittance import remittance_advice
from alongside.documents.run_list import run_list
from alongside.domain.paper_style import PLAIN, PaperFont, PaperStyle
from alongside.domain.people import Format
from app.documents.sheets import a_logo, a_long_sheet, a_sheet
from app.documents.test_money_papers import a_list, a_remittance

DOCUMENTS = {
    "a usual form": claim_form(a_sheet(logo=a_logo())),
    "a long form": claim_form(a_long_sheet()),
    "a draft": claim_form(a_sheet(is_draft=True)),
    "an advice": remittance_advice(a_remittance()),
    "a list": run_list(a_list("Ann Lee", "Bo Larsen")),
    "a form in a style": claim_form(a_sheet(style=PaperStyle(PaperFont.LEXEND, "#1a4d8f"))),
}
DRAWN = {1: "778a083cabbc6198d21a64654e6f40d1442f839c15500ccbf22421aa124311f3"}
"""What the usual form looks like in each layout that something was ever issued in."""

STREAM = re.compile(rb"<<((?:(?!stream).)*?)>>\s*stream\r?\n(.*?)\r?\n?endstream", re.DOTALL)


@pytest.mark.parametrize("document", DOCUMENTS.values(), ids=DOCUMENTS)
def test_what_is_kept_as_json_comes_back_as_it_was(document):
    assert read(json.loads(json.dumps(keep(document)))) == document


@pytest.mark.parametrize("edition", Format)
def test_a_form_keeps_its_font_and_its_colour(edition):
    document = DOCUMENTS["a form in a style"]
    again = read(json.loads(json.dumps(keep(document))))
    assert again.style.font is PaperFont.LEXEND
    assert editions.write(again, edition) == editions.write(document, edition)


@pytest.mark.parametrize("edition", Format)
def test_what_was_kept_before_fonts_could_be_chosen_prints_as_it_did(edition):
    kept = json.loads(json.dumps(keep(claim_form(a_sheet(logo=a_logo())))))
    del kept["style"]
    before = replace(claim_form(a_sheet(logo=a_logo())), style=PLAIN)
    assert editions.write(read(kept), edition) == editions.write(before, edition)


@pytest.mark.parametrize("edition", Format)
def test_what_was_kept_prints_to_the_same_bytes(edition):
    document = claim_form(a_sheet(logo=a_logo()))
    kept = json.dumps(keep(document))
    assert editions.write(read(json.loads(kept)), edition) == editions.write(document, edition)


def test_a_layout_that_is_not_known_is_never_guessed():
    with pytest.raises(ValueError, match="layout 99"):
        read(keep(claim_form(a_sheet())) | {"layout": 99})


def contents(pdf: bytes) -> bytes:
    """Return what is drawn and embedded, unpacked: programs pack the same bytes differently."""
    found = []
    for head, packed in re.findall(
        rb"<<([^>]*?(?:>>[^>]*?)*?)>>\s*stream\r?\n(.*?)\r?\n?endstream", pdf, re.S
    ):
        found.append(zlib.decompress(packed) if b"FlateDecode" in head else packed)
    assert len(found) > 3
    return b"\n".join(found)


def test_nothing_moves_on_paper_unless_the_layout_is_a_new_one():
    """Whoever changes what stands here raises `LAYOUT`, and keeps the old one for old forms."""
    pdf = editions.write(claim_form(a_sheet()), Format.STANDARD)
    assert hashlib.sha256(contents(pdf)).hexdigest() == DRAWN[LAYOUT]
