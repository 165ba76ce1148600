"""Many forms at once: a list on top says for whom they are; one bad letter stops nobody else."""

from dataclasses import replace

import page
import pytest

import builders as b
from alongside.domain.errors import WorldError
from alongside.domain.people import Format
from alongside.services.looks import FormLook
from alongside.services.people import CorrectPerson
from app.documents.help_files import poppler, squeezed


@pytest.fixture
def claims(office):
    """Return the claims of four people, each in a format of their own; Zed’s name has a rune."""
    names = {"Zed ᚠ": Format.STANDARD, "Bo Larsen": Format.WEB_PAGE,
             "Ann Lee": Format.LARGE_18, "Cy Odu": Format.PHONE}  # fmt: skip
    people = [b.add_person(office, name) for name in names]
    for person, wish in zip(people, names.values(), strict=True):
        details = replace(office.people.find(person), format=wish)
        office.people.correct(CorrectPerson(person, details))
    office.claims.make(b.add_marked_meeting(office, b.add_group(office, *people), *people))
    return [b.claim_of(office, person).row.id for person in people]


def said_in(file):
    return squeezed(poppler("pdftotext", str(file), "-"))


def test_a_form_with_a_letter_that_no_font_has_is_left_out_and_the_others_go_on(
    office, claims, tmp_path
):
    done = office.forms.to_folder(claims, tmp_path)
    assert done.is_whole
    assert len(done.files) == 3
    (left_out,) = done.left_out
    assert left_out.startswith("Zed ᚠ, claim 2026-0004: ")
    assert done.cover is None


def test_the_list_says_for_whom_in_which_format_what_is_left_and_what_could_not_be_made(
    office, claims, tmp_path
):
    done = office.forms.to_folder(claims, tmp_path, look=FormLook(has_cover=True))
    assert done.cover == tmp_path / "Cover list.pdf"
    assert page.validate_pdf_bytes(done.cover.read_bytes(), profile="ua1").is_compliant
    said = said_in(done.cover)
    for words in ("Forms: 3", "On paper", "Ann Lee, claim 2026-0001: large print, 18 point",
                  "As files", "Bo Larsen, claim 2026-0002: a web page, by email",
                  "Still to do", "Cy Odu, claim 2026-0003: a phone call",
                  "Could not be made", "Zed ?, claim 2026-0004:"):  # fmt: skip
        assert words in said, words
        said = said[said.index(words) :]


def test_on_paper_forms_are_by_name_and_who_prefers_a_file_is_still_to_be_sent_it(office, claims):
    cover = office.forms.cover(claims)
    assert cover.claim_ids == [claims[2], claims[1], claims[3]]
    assert len(cover.left_out) == 1
    words = " ".join(m.words for p in cover.pages for m in p.marks if hasattr(m, "words"))
    assert "Bo Larsen, claim 2026-0002: a web page, by email" in squeezed(words)
    assert "As files" not in words


def test_braille_that_this_computer_cannot_make_is_left_out_with_its_reason(
    office, claims, tmp_path, monkeypatch
):
    def none(*_asked):
        raise WorldError("This computer has no liblouis.")

    monkeypatch.setattr("alongside.documents.editions.braille_file.braille", none)
    done = office.forms.to_folder(claims[1:2], tmp_path, look=FormLook(Format.BRAILLE))
    assert done.left_out == ["Bo Larsen, claim 2026-0002: This computer has no liblouis."]
    assert done.change is None
