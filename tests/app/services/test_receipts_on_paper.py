"""Receipts come after the form: each with its number and line, and none of them stops the print."""

from io import BytesIO

import page
import pytest
from PIL import Image
from pypdf import PdfReader
from pypdf.generic import IndirectObject
from sqlalchemy import text

import builders as b
import pictures
from alongside.domain.marks import Picture
from alongside.domain.people import Format
from alongside.domain.receipt_files import ReceiptPages
from alongside.services.claims import IssueClaims
from alongside.services.looks import FormLook
from alongside.services.receipt_files import ReceiptFile
from alongside.services.receipts import AddReceipts, TurnReceipt
from app.documents.help_files import poppler, spoken, squeezed

ONE, FOUR = ReceiptPages.ONE, ReceiptPages.FOUR


@pytest.fixture
def claim(office):
    """Return Ann’s claim, with a taxi that has five receipts: four pictures, and a PDF between."""
    person = b.add_person(office)
    b.add_usual_cost(office, person)
    office.claims.make(b.add_marked_meeting(office, b.add_group(office, person), person))
    claim = b.claim_of(office, person).row.id
    line = office.claims.find(claim).expenses[0].id
    drawn = [pictures.jpeg(pictures.draw(seed)) for seed in range(3)]
    contents = [*drawn, pictures.PDF, pictures.png(pictures.draw(7))]
    files = tuple(ReceiptFile(content=each, name="taxi") for each in contents)
    office.receipts.add(AddReceipts(claim, files, line))
    return claim


def pictures_on(form):
    """Return the pictures of receipts on each page that has any."""
    found = [[m for m in p.marks if isinstance(m, Picture) and m.h > 80] for p in form.pages]
    return [marks for marks in found if marks]


def alternatives(file):
    """Return what is heard instead of each picture of a file."""
    reader = PdfReader(file)
    numbers = range(1, reader.trailer["/Size"])
    found = (reader.get_object(IndirectObject(number, 0, reader)) for number in numbers)
    return " ".join(
        str(each["/Alt"]) for each in found if isinstance(each, dict) and "/Alt" in each
    )


def test_without_the_choice_a_form_is_as_it_was(office, claim):
    assert pictures_on(office.forms.form(claim)) == []


@pytest.mark.parametrize(("pages", "counts"), [(ONE, [1, 1, 1, 1, 1]), (FOUR, [4, 1])])
def test_receipts_stand_one_or_four_to_a_page_after_the_form(office, claim, pages, counts):
    alone = office.forms.form(claim)
    form = office.forms.form(claim, FormLook(receipts=pages))
    assert [len(marks) for marks in pictures_on(form)] == counts
    assert len(form.pages) == len(alone.pages) + len(counts)


def test_each_receipt_says_its_number_and_the_line_that_it_proves(office, claim):
    words = office.forms.form(claim, FormLook(receipts=ONE)).words
    line = office.claims.find(claim).expenses[0]
    assert f"Receipt 1, 9 May 2026: {line.words}, {line.amount}" in words
    assert f"Receipt 5, 9 May 2026: {line.words}, {line.amount}" in words


def test_a_damaged_picture_is_named_and_the_others_are_printed(office, claim):
    damaged = office.receipts.list_for(claim)[1]
    with office.store.engine.begin() as connection:  # as a bad disk would
        connection.execute(text("DROP TRIGGER IF EXISTS receipt_file_stays"))
        for (trigger,) in connection.execute(
            text("SELECT name FROM sqlite_master WHERE type = 'trigger' "
                 "AND tbl_name = 'receipt_file'")
        ).all():  # fmt: skip
            connection.execute(text(f"DROP TRIGGER {trigger}"))
        connection.execute(
            text("UPDATE receipt_file SET content = substr(content, 1, 600) WHERE sha256 = "
                 "(SELECT sha256 FROM receipt WHERE number = 2)")
        )  # fmt: skip
    assert damaged.number == 2
    form = office.forms.form(claim, FormLook(receipts=FOUR))
    assert "Receipt 4, 9 May 2026" in form.words
    assert "Its picture is too large or damaged, so it is not shown here." in form.words
    assert sum(map(len, pictures_on(form))) == 4


PDFS = {
    "locked with a password": pictures.pdf("Taxi £9.20", password="theirs"),
    "damaged": pictures.NO_PAGES,
    "damaged, so": pictures.pdf("Taxi £9.20")[:300],
}


@pytest.mark.parametrize("why", PDFS)
def test_a_pdf_that_cannot_be_shown_is_named_and_the_others_are_printed(office, claim, why):
    office.receipts.add(AddReceipts(claim, (ReceiptFile(content=PDFS[why], name="x"),)))
    form = office.forms.form(claim, FormLook(receipts=FOUR))
    assert f"Receipt 6, for no line yet. This PDF is {why}" in form.words
    assert sum(map(len, pictures_on(form))) == 5


def test_each_page_of_a_pdf_is_printed_and_a_very_long_one_says_how_many_there_are(office, claim):
    for pages in (2, 12):
        content = pictures.pdf(*(f"Page {n}" for n in range(pages)))
        office.receipts.add(AddReceipts(claim, (ReceiptFile(content=content, name="x"),)))
    form = office.forms.form(claim, FormLook(receipts=FOUR))
    assert "Receipt 6, for no line yet, page 2 of 2" in form.words
    assert "Receipt 7, for no line yet. This PDF has 12 pages. The first 10 are" in form.words
    assert sum(map(len, pictures_on(form))) == 5 + 2 + 10


@pytest.mark.parametrize("pages", [ONE, FOUR])
@pytest.mark.parametrize("edition", [Format.STANDARD, Format.LARGE_18, Format.LARGE_24])
def test_the_paper_with_receipts_keeps_to_pdf_ua_and_says_what_each_picture_is(
    office, claim, edition, pages, tmp_path
):
    office.claims.issue(IssueClaims((claim,)))
    (file,) = office.forms.to_folder(
        [claim], tmp_path, look=FormLook(edition, receipts=pages)
    ).files
    report = page.validate_pdf_bytes(file.read_bytes(), profile="ua1")
    assert report.is_compliant, [failure.message for failure in report.failures]
    said = squeezed(spoken(poppler("pdfinfo", "-struct-text", str(file))))
    places = [said.index(f"Receipt {number}, 9 May 2026") for number in (1, 2, 3, 4, 5)]
    assert places == sorted(places)
    tree = poppler("pdfinfo", "-struct", str(file))
    assert tree.count("Figure") >= 5
    assert "It says: Hotel Example One night £62.00" in alternatives(file)


@pytest.mark.parametrize("edition", [Format.PLAIN_TEXT, Format.WEB_PAGE, Format.WORD_FILE])
def test_other_formats_say_which_receipts_there_are(office, claim, edition, tmp_path):
    (file,) = office.forms.to_folder([claim], tmp_path, look=FormLook(edition, receipts=ONE)).files
    if edition is not Format.WORD_FILE:
        assert "Receipt 5, 9 May 2026" in file.read_text("utf-8-sig")


def test_pictures_keep_their_proportion_stay_on_the_page_and_are_upright(office, claim):
    first = office.receipts.list_for(claim)[0]
    (upright,) = pictures_on(office.forms.form(claim, FormLook(receipts=ONE)))[0]
    office.receipts.turn(TurnReceipt(first.id, 90))
    for pages in (ONE, FOUR):
        form = office.forms.form(claim, FormLook(receipts=pages))
        for mark in (mark for marks in pictures_on(form) for mark in marks):
            shown = Image.open(BytesIO(mark.data))
            assert shown.mode == "L"
            assert mark.w / mark.h == pytest.approx(shown.width / shown.height, rel=0.01)
            assert mark.x >= 54
            assert mark.x + mark.w <= 542
            assert mark.y + mark.h <= 790
    (turned,) = pictures_on(office.forms.form(claim, FormLook(receipts=ONE)))[0]
    assert turned.w > turned.h
    assert upright.h > upright.w


def test_a_claim_without_receipts_has_no_page_for_them(office, claim):
    for row in office.receipts.list_for(claim):
        office.receipts.remove(row.id)
    assert office.forms.form(claim, FormLook(receipts=ONE)) == office.forms.form(claim)
