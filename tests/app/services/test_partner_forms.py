"""Partners' forms are kept, mapped and filled for many; once used they are never changed."""

from datetime import date
from io import BytesIO

import pytest
from pypdf import PdfReader

import builders as b
import partner_pdfs
from alongside.domain.claims import Category
from alongside.domain.errors import UserError
from alongside.domain.money import Money
from alongside.domain.partner_map import MapEntry, PartnerMap
from alongside.office import Office
from alongside.services.partner_form_rows import PartnerFormDetails
from alongside.services.partner_forms import AddPartnerForm, CorrectPartnerForm, KeepMap, SaveMap
from alongside.services.partner_papers import UseForm
from alongside.store.tables import ReceiptFile

DETAILS = PartnerFormDetails("City form", "City Council", date(2026, 4, 1))
NAMES = ("Ann Lee", "Carys Ŵyn", "Bo " + "Featherstonehaugh" * 3 + " Larsen")


@pytest.fixture
def form(office, tmp_path):
    """Return a form with fields whose guessed map is kept."""
    return add(office, tmp_path, partner_pdfs.with_fields()).id


@pytest.fixture
def claims(office):
    """Return three issued claims: a fee each, and a taxi twice for the first."""
    people = [b.add_person(office, name) for name in NAMES]
    for person in people:
        b.add_usual_cost(office, person)
    b.add_usual_cost(office, people[0], Category.PARKING, amount=Money(300))
    office.claims.make(b.add_marked_meeting(office, b.add_group(office, *people), *people))
    return [b.issue(office, person) for person in people]


def add(office, tmp_path, data, details=DETAILS):
    return office.partner_forms.add(AddPartnerForm(details, partner_pdfs.save(tmp_path, data)))


def texts(printed):
    return [partner_pdfs.values_of(file.read_bytes()) for file in printed.files]


def test_adding_a_form_says_how_much_was_guessed_and_keeps_the_file(office, tmp_path):
    change = add(office, tmp_path, partner_pdfs.with_fields())
    assert change.words == "Form “City form” added. 7 fields were guessed: look them through"
    record = office.partner_forms.find(change.id)
    assert (record.row.partner, record.row.dated) == ("City Council", "1 April 2026")
    assert record.row.mapped == "7 are filled in"
    assert [entry.fact for entry in record.mapped.entries][:2] == ["person", "number"]
    (tmp_path / "claim form.pdf").unlink()
    assert office.partner_forms.picture(change.id, 1).startswith(b"\x89PNG")
    assert "City Council" in office.groups.partners()


def test_a_form_without_fields_has_nothing_to_guess(office, tmp_path):
    change = add(office, tmp_path, partner_pdfs.without_fields())
    assert change.words.endswith("Nothing could be guessed: say what goes where")
    assert office.partner_forms.list_()[0].paper == "no fields, places instead"


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (partner_pdfs.locked(), "locked"), (partner_pdfs.xfa(), "XFA"),
        (b"Dear all", "no PDF"), (partner_pdfs.with_fields()[:400], "damaged"),
    ],
    ids=["locked", "XFA", "text", "damaged"],
)  # fmt: skip
def test_a_file_that_cannot_be_filled_is_refused_and_nothing_is_kept(office, tmp_path, data, words):
    with pytest.raises(UserError, match=words) as refused:
        add(office, tmp_path, data)
    assert refused.value.field == "file"
    assert office.partner_forms.list_() == []
    assert office.groups.partners() == []
    assert kept_files(office) == 0


def test_a_file_that_is_not_there_and_a_name_that_is_taken_are_refused(office, form, tmp_path):
    with pytest.raises(UserError, match="no file") as refused:
        office.partner_forms.add(AddPartnerForm(DETAILS, tmp_path / "other.pdf"))
    assert refused.value.field == "file"
    for name in ("city FORM", " "):
        details = PartnerFormDetails(name, "", DETAILS.dated)
        with pytest.raises(UserError) as refused:
            add(office, tmp_path, partner_pdfs.with_fields(), details)
        assert refused.value.field == "name"
    newer = PartnerFormDetails("City form", "", date(2026, 5, 1))
    add(office, tmp_path, partner_pdfs.with_fields(), newer)
    assert [row.dated for row in office.partner_forms.list_()] == ["1 May 2026", "1 April 2026"]


def test_a_form_is_filled_for_three_claims_and_its_fields_stay_fields(
    office, form, claims, tmp_path
):
    heard = []
    printed = office.partner_papers.to_folder(
        claims, tmp_path / "out", lambda *said: heard.append(said), form_id=form
    )
    assert printed.is_whole
    assert printed.files[0].name.startswith("Claim 2026-")
    assert not [name for name in NAMES if name in str(printed.files)]
    assert len(heard) == 3
    found = texts(printed)
    assert [each["Full name"] for each in found] == list(NAMES)
    assert [each["Amount 1"] for each in found] == ["£9.20"] * 3
    assert [each["Amount 2"] for each in found] == ["£3.00", "", ""]
    assert found[0]["Total expenses"] == "£12.20"
    assert "filled for 3 claims" in printed.change.words
    assert office.history.list_()[0].words == printed.change.words


def test_lines_that_have_no_room_are_said_before_anything_is_printed(office, form, claims):
    kept = PartnerMap((
        MapEntry("person", field="Full name"), MapEntry("expense.amount", 1, field="Amount 1"),
        MapEntry("fees_to_pay", field="Code"),
    ))  # fmt: skip
    office.partner_forms.keep_map(KeepMap(form, kept))
    assert office.partner_papers.check(form, claims) == [
        "Ann Lee: 1 expense has no room on the form."
    ]


def test_what_is_too_long_is_refused_by_name_and_what_was_written_before_stays(
    office, form, claims, tmp_path
):
    kept = PartnerMap((MapEntry("person", field="Code"),))
    office.partner_forms.keep_map(KeepMap(form, kept))
    with pytest.raises(UserError, match=r"Carys Ŵyn: .* more than the 8 letters"):
        office.partner_papers.check(form, claims)
    with pytest.raises(UserError, match="Carys Ŵyn"):
        office.partner_papers.to_folder(claims, tmp_path / "out", form_id=form)
    assert len(list((tmp_path / "out").iterdir())) == 1
    assert "filled for 1 claim" in office.history.list_()[0].words


def test_a_form_on_which_nothing_goes_is_refused(office, claims, tmp_path):
    form = add(office, tmp_path, partner_pdfs.without_fields()).id
    with pytest.raises(UserError, match="Nothing is put on"):
        office.partner_papers.check(form, claims)


def test_a_draft_says_so_and_pages_can_be_looked_at_and_heard(office, form):
    ann = b.add_person(office)
    office.claims.make(b.add_marked_meeting(office, b.add_group(office, ann), ann))
    made = office.partner_papers.form(b.claim_rows_of(office, ann)[0].id, form)
    assert len(made.pages) == 1
    assert made.pages[0].marks[0].data.startswith(b"\x89PNG")
    assert made.words.splitlines()[:2] == ["City form", "Name: Ann Lee"]


def test_once_used_a_form_stays_as_it_was_and_a_new_one_takes_its_place(
    office, form, claims, tmp_path
):
    office.partner_papers.record_use(UseForm(form, (claims[0],)))
    mapped = PartnerMap((MapEntry("number", field="Full name"),))
    new = office.partner_forms.keep_map(KeepMap(form, mapped)).id
    assert new != form
    assert [row.id for row in office.partner_forms.list_()] == [new]
    assert office.partner_forms.find(form).mapped != mapped
    assert office.partner_forms.find(form).is_used
    details = PartnerFormDetails("Town form", "", DETAILS.dated)
    assert office.partner_forms.correct(CorrectPartnerForm(new, details)).id == new
    printed = office.partner_papers.to_folder(claims[:1], tmp_path / "out", form_id=form)
    assert texts(printed)[0]["Full name"] == "Ann Lee"


def test_only_the_first_use_is_a_barrier(office, form, claims):
    office.partner_papers.record_use(UseForm(form, (claims[0],)))
    assert office.history.steps().undo == ""
    b.add_person(office, "Devi Rao")
    office.partner_papers.record_use(UseForm(form, (claims[1],)))
    assert office.history.steps().undo == "Devi Rao added"


def test_the_file_of_a_form_stays_when_the_records_are_shut_and_opened(
    office, form, keyring, clock
):
    office.close()
    again = Office.open(office.path, keyring, clock=clock, who="Sam")
    assert again.partner_forms.picture(form, 1).startswith(b"\x89PNG")
    again.close()


def test_the_file_of_a_form_that_was_undone_goes_when_the_records_are_shut(
    office, form, keyring, clock
):
    office.history.undo()
    office.close()
    again = Office.open(office.path, keyring, clock=clock, who="Sam")
    assert kept_files(again) == 0
    again.close()


def test_a_map_goes_to_another_organisation_as_a_file(office, form, tmp_path):
    mapped = office.partner_forms.find(form).mapped
    file = tmp_path / "map.json"
    office.partner_forms.save_map(SaveMap(mapped, file))
    assert office.partner_forms.read_map(file) == mapped
    with pytest.raises(UserError, match="already"):
        office.partner_forms.save_map(SaveMap(mapped, file))
    file.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(UserError):
        office.partner_forms.read_map(file)
    with pytest.raises(UserError, match="could not be read"):
        office.partner_forms.read_map(tmp_path)


def test_places_are_written_on_paper_without_fields(office, claims, tmp_path):
    form = add(office, tmp_path, partner_pdfs.without_fields()).id
    mapped = PartnerMap((
        MapEntry("person", page=1, left=400, top=500, width=1500),
        MapEntry("to_pay_sum", page=2, left=400, top=500, width=500),
    ))  # fmt: skip
    office.partner_forms.keep_map(KeepMap(form, mapped))
    printed = office.partner_papers.to_folder(claims[:1], tmp_path / "out", form_id=form)
    pages = PdfReader(BytesIO(printed.files[0].read_bytes())).pages
    assert ["Ann Lee" in pages[0].extract_text(), "£87.20" in pages[1].extract_text()] == [True] * 2


def kept_files(office):
    with office.store.session(is_writing=False) as session:
        return session.query(ReceiptFile).count()
