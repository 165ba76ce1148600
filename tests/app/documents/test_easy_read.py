"""Easy Read says every fact of the other editions, help first, one idea beside each picture."""

import json
import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass

import page
import pytest
import textstat
from help_files import poppler, spoken, squeezed

from alongside.documents.claim_form import claim_form
from alongside.documents.document import Document
from alongside.documents.easy_pictures import picture
from alongside.documents.editions import pages_of, write
from alongside.documents.editions.easy_ideas import easy_parts, ideas_of
from alongside.documents.editions.plain_text import plain_text
from alongside.documents.parts import Entry, Heading, Paragraph, Points, Table, Tick, Totals
from alongside.documents.recovery_sheet import recovery_sheet
from alongside.documents.remittance import remittance_advice
from alongside.documents.run_list import run_list
from alongside.documents.yearly_statement import yearly_statement
from alongside.domain.claim_words import approver_declaration, declaration, easy_of, usual_notes
from alongside.domain.marks import Box, Drawing, Text
from alongside.domain.money import Money
from alongside.domain.people import Format
from alongside.domain.sheets import RecoverySheet
from alongside_resources import path
from app.documents.sheets import LONG_NAME, a_logo, a_sheet, an_expense
from app.documents.test_money_papers import a_list, a_remittance, a_statement

OURS = {"to_pay", "declaration", "approver_declaration", "notes", "sentence", "to_write", "ask"}
"""What a sheet holds in words of ours, which Easy Read says in its own: figures in it stay."""
NOT_SAID = {
    "language", "edition", "form_version", "logo", "is_draft", "is_paid_to_person", "style",
}  # fmt: skip
FIGURES = re.compile(r"−?£[\d,]+\.\d\d|\d{1,2} [A-Z]\w+ \d{4}|[\w.]+@[\w.]+|\d[\d:/-]*\d|\d")
IN_ORDER = re.compile(r"−?£[\d,]+\.\d\d|\d{1,2} [A-Z]\w+ \d{4}")
SPELLED = re.compile(r"(?<=\d) \([a-z][a-z, -]+\)")
"""An amount in words, after its figures."""
GRADE_TO_AGE = 5
OLDEST_READER = 9
MOST_WORDS = 15
"""The Department of Health's guidance of 2010: fifteen words in a sentence at most."""

USUAL = a_sheet(
    logo=a_logo(),
    notes=tuple(said.words for said in usual_notes()),
    declaration=tuple(said.words for said in declaration()),
    approver_declaration=tuple(said.words for said in approver_declaration()),
)
SHEETS = {
    "a usual claim": (claim_form, USUAL),
    "a long name": (claim_form, a_sheet(person=LONG_NAME)),
    "forty lines": (
        claim_form, a_sheet(expenses=tuple(an_expense(receipt=str(n)) for n in range(1, 41)))
    ),
    "nothing claimed": (claim_form, a_sheet(fees=(), expenses=(), activities=())),
    "a draft": (claim_form, a_sheet(is_draft=True)),
    "in Welsh": (claim_form, a_sheet(language="cy", person="Carys Ŵyn-Ŷnyr")),
    "remittance advice": (remittance_advice, a_remittance()),
    "statement": (yearly_statement, a_statement()),
    "run list": (run_list, a_list("Ann Lee", "Carys Ŵyn")),
    "recovery words": (
        recovery_sheet,
        RecoverySheet("Riverside", "desk", "r.db", "1 May 2026", (("abide", "a, b, i, d, e"),)),
    ),
}  # fmt: skip
EACH = pytest.mark.parametrize(("make", "sheet"), SHEETS.values(), ids=SHEETS)


def facts_of(value: object, name: str = "") -> Iterator[str]:
    """Yield every fact of a sheet: names, days, amounts, what was typed; of our words, figures."""
    if name in NOT_SAID:
        return
    if isinstance(value, Money):
        yield str(value)
    elif isinstance(value, str):
        yield from FIGURES.findall(value) if name in OURS else filter(None, [squeezed(value)])
    elif isinstance(value, tuple):
        for inner in value:
            yield from facts_of(inner, name)
    elif is_dataclass(value):
        for field in fields(value):
            yield from facts_of(getattr(value, field.name), field.name)


def heard(document: Document, tmp_path) -> str:
    place = tmp_path / "paper.pdf"
    place.write_bytes(write(document, Format.EASY_READ))
    return squeezed(spoken(poppler("pdfinfo", "-struct-text", str(place))))


def without_words(said: str) -> str:
    return SPELLED.sub("", said)


@EACH
def test_no_fact_of_a_paper_is_missing_from_easy_read(make, sheet, tmp_path):
    document = make(sheet)
    said = without_words(f"{heard(document, tmp_path)} {document.foot}").replace(" ", "")
    text = squeezed(plain_text(document)).replace(" ", "")
    for fact in facts_of(sheet):
        bare = fact.rstrip(",.").replace(" ", "")
        assert bare in said, fact
        assert bare in text, fact


@EACH
def test_amounts_and_days_stand_in_the_order_of_the_other_editions(make, sheet, tmp_path):
    document = make(sheet)
    wanted = IN_ORDER.findall("\n".join(plain_text(document).splitlines()[:-1]))
    assert IN_ORDER.findall(without_words(heard(document, tmp_path))) == wanted


def test_asking_for_help_comes_first(tmp_path):
    for make, sheet in (SHEETS["a usual claim"], SHEETS["remittance advice"], SHEETS["statement"]):
        said = heard(make(sheet), tmp_path)
        assert said.index("Ask us for help") < said.index("About this paper")
        assert said.count("Ask us for help") == 1
        assert re.match(
            r"(Riverside \S+|Riverside Disabled).*?Ask us for help.{0,150}Ask: Sam", said
        )


def test_amounts_stand_in_figures_and_in_words(tmp_path):
    said = heard(claim_form(USUAL), tmp_path)
    amounts = re.findall(r"£[\d,]+\.\d\d", said)
    assert len(amounts) >= 10
    assert len(re.findall(r"£[\d,]+\.\d\d \([a-z]", said)) == len(amounts)
    assert "Fees: we will pay you £75.00 (seventy-five pounds)." in said


def test_a_welsh_claim_is_easy_in_welsh(tmp_path):
    said = heard(claim_form(a_sheet(language="cy")), tmp_path)
    assert "£75.00 (saith deg pump o bunnoedd)" in said
    assert not re.search("pounds|Your|We will|Part of", said)


@EACH
def test_easy_read_keeps_to_pdf_ua_and_nothing_lies_on_anything(make, sheet, tmp_path):
    pdf = write(make(sheet), Format.EASY_READ)
    report = page.validate_pdf_bytes(pdf, profile="ua1")
    assert report.is_compliant, [failure.message for failure in report.failures]
    for each in pages_of(make(sheet), Format.EASY_READ):
        drawn = [m for m in each.marks if isinstance(m, Drawing)]
        words = [m for m in each.marks if isinstance(m, Text)]
        boxes = [m for m in each.marks if isinstance(m, Box) and m.h < 100]
        for one in drawn:
            right, foot = one.x + one.size, one.y + one.size
            assert one.x >= 36
            assert foot <= each.height - 36
            assert not [w for w in words if w.x < right and one.y < w.baseline < foot]
            assert not [o for o in drawn if o is not one and o.y < foot and one.y < o.y + o.size]
        for box in boxes:
            inside = [
                w for w in words
                if box.x <= w.x < box.x + box.w and box.y < w.baseline < box.y + box.h
            ]  # fmt: skip
            assert all("raft" in w.words for w in inside) or not inside


@EACH
def test_letters_are_sixteen_points_and_each_idea_has_its_picture(make, sheet):
    document = make(sheet)
    marks = [m for each in pages_of(document, Format.EASY_READ) for m in each.marks]
    assert min(m.size for m in marks if isinstance(m, Text)) == 16
    ideas = sum(
        len(ideas)
        for part in easy_parts(document) if isinstance(part, Entry | Paragraph | Points | Table)
        for ideas in ideas_of(part)
    )  # fmt: skip
    ticks = sum(isinstance(part, Tick) for part in document.parts)
    totals = sum(len(part.lines) for part in document.parts if isinstance(part, Totals))
    assert sum(isinstance(m, Drawing) for m in marks) >= ideas + ticks + totals


def test_what_is_ticked_and_signed_is_large_and_can_be_filled_in_on_a_screen(tmp_path):
    document = claim_form(USUAL)
    boxes = [
        m for each in pages_of(document, Format.EASY_READ) for m in each.marks
        if isinstance(m, Box)
    ]  # fmt: skip
    assert len([box for box in boxes if box.w == box.h >= 28]) == 7
    assert len([box for box in boxes if box.h >= 56 and box.w > 400]) == 9
    pdf = write(document, Format.EASY_READ)
    assert pdf.count(b"/FT /Btn") == 7
    assert pdf.count(b"/FT /Tx") == 9


def test_pictures_are_not_read_out_and_a_logo_is(tmp_path):
    place = tmp_path / "paper.pdf"
    place.write_bytes(write(claim_form(USUAL), Format.EASY_READ))
    assert poppler("pdfinfo", "-struct-text", str(place)).count("Figure") == 1


def test_every_picture_that_a_paper_names_is_here_and_is_used():
    names = json.loads(path("easy_read/pictures.json").read_text(encoding="utf-8"))
    for name in names:
        outline = picture(name)
        numbers = [n for _kind, points in outline for n in points]
        assert outline[0][0] == "M"
        assert -0.01 <= min(numbers) < max(numbers) <= 1.01
    for make, sheet in SHEETS.values():
        pages_of(make(sheet), Format.EASY_READ)  # one that is missing would be a KeyError


def test_all_that_a_form_declares_and_tells_has_its_easy_words():
    for said in (*declaration(), *approver_declaration(), *usual_notes()):
        assert easy_of(said.words) == said.easy
        assert said.easy
    assert easy_of("Our own note.") == ()


@pytest.mark.parametrize("name", ["a usual claim", "remittance advice", "statement", "a draft"])
def test_easy_read_is_read_at_nine_and_its_sentences_are_short(name, tmp_path):
    make, sheet = SHEETS[name]
    lines = []
    for part in easy_parts(make(sheet)):
        match part:
            case Heading(words, _level, _picture, easy):
                lines.append(easy or words)
            case Paragraph() | Entry():
                lines += [idea.words for ideas in ideas_of(part) for idea in ideas]
            case Totals(totals):
                lines += [total.easy for total in totals]
            case Tick(_words, easy):
                lines += [idea.words for idea in easy]
    bare = [without_words(line) for line in lines if line]
    ours = [line for line in bare if not re.search(r"\d", line) or "£" in line]
    for line in ours:
        for sentence in re.split(r"(?<=[.?]) ", line):
            assert len(sentence.split()) <= MOST_WORDS, sentence
    read = " ".join(line if line[-1] in ".?" else f"{line}." for line in ours)
    assert textstat.automated_readability_index(read) + GRADE_TO_AGE <= OLDEST_READER


def test_the_same_sheet_gives_the_same_easy_bytes():
    document = claim_form(USUAL)
    once = write(document, Format.EASY_READ)
    assert once == write(claim_form(USUAL), Format.EASY_READ)
