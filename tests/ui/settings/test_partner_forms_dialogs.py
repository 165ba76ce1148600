"""A partner's form by keyboard: added, mapped by list and by places, shared, printed."""

from datetime import date
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtPrintSupport import QPrinter

import builders as b
import partner_pdfs
from alongside.office import Office
from alongside.services.partner_form_rows import PartnerFormDetails
from alongside.services.partner_forms import AddPartnerForm
from alongside_ui.claims import papers
from alongside_ui.claims.paper_run import PaperRun
from alongside_ui.main_window import MainWindow
from ui.hands import (
    answer,
    choose,
    description_of,
    dialog,
    error_under,
    fill,
    focus,
    go_to,
    name_of,
    press,
    settle,
    spoken_cell,
    words_of,
)


@pytest.fixture
def pdf(tmp_path: Path) -> Path:
    return partner_pdfs.save(tmp_path, partner_pdfs.with_fields())


def add(office: Office, file: Path) -> UUID:
    details = PartnerFormDetails("City form", "City Council", date(2026, 4, 1))
    added = office.partner_forms.add(AddPartnerForm(details, file)).id
    assert added is not None
    return added


def test_a_form_is_added_and_what_was_guessed_is_looked_through(
    window: MainWindow, office: Office, pdf: Path
) -> None:
    press("Ctrl+Shift+F7")
    assert name_of(focus()) == "Add…"
    press("Space")
    fill("PDF", str(pdf))
    fill("Name of the form", "City form")
    fill("Partner", "City Council")
    fill("Date of the form", "1 April 2026")
    press("Return")
    assert dialog().windowTitle() == "What goes where on City form"
    assert name_of(focus()) == "Fields and places"
    assert spoken_cell(focus()) == "Name: 1, Full name, text, page 1"
    assert "7 fields were guessed" in window.announcer.text()
    press("Down")
    assert spoken_cell(focus()) == "Claim number: 2, Claim number, text, page 1"
    press("Return")
    choose("What goes there", "Expense: amount")
    fill("Which one", "2")
    press("Return")
    assert spoken_cell(focus()) == "Expense 2: amount: 2, Claim number, text, page 1"
    press("Ctrl+Return")
    record = office.partner_forms.find(office.partner_forms.list_()[0].id)
    entry = record.mapped.entries[1]
    assert (entry.field, entry.fact, entry.number) == ("Claim number", "expense.amount", 2)
    assert dialog().windowTitle() == "Partners’ forms"
    assert spoken_cell(focus()).startswith("City form, City Council, 1 April 2026")


def test_a_file_that_cannot_be_used_is_said_at_its_field_and_nothing_is_lost(
    window: MainWindow, office: Office, tmp_path: Path
) -> None:
    locked = partner_pdfs.save(tmp_path, partner_pdfs.locked())
    press("Ctrl+Shift+F7", "Space")
    fill("Name of the form", "City form")
    fill("Date of the form", "1 April 2026")
    press("Return")
    assert (
        error_under("PDF")
        == "Choose the PDF of the form. Needed. At most 10 megabytes and 20 pages"
    )
    fill("PDF", str(locked))
    press("Return")
    assert "is locked" in error_under("PDF")
    assert go_to("Name of the form").text() == "City form"
    assert office.partner_forms.list_() == []
    press("Esc", "Tab", "Space", "Esc")


def test_boxes_take_ticks_only_and_the_signature_is_left_to_the_person(
    window: MainWindow, office: Office, pdf: Path
) -> None:
    add(office, pdf)
    press("Ctrl+Shift+F7")
    answer("What goes where…")
    names = [row.name for row in dialog().table.rows.rows]
    assert "Paid by: BACS" in names
    dialog().table.land_on(names.index("Fees claimed") + 1)
    press("Return")
    choose("What goes there", "Tick if there are fees to pay")
    assert "Name" not in [focus().itemText(n) for n in range(focus().count())]
    press("Return")
    dialog().table.land_on(names.index("Signature") + 1)
    assert spoken_cell(focus()).startswith("left to the person")
    press("Return")
    assert dialog().windowTitle().startswith("What goes where")
    press("Ctrl+Return", "Esc")


def test_a_place_is_added_by_numbers_and_moved_by_arrows(
    window: MainWindow, office: Office, tmp_path: Path
) -> None:
    add(office, partner_pdfs.save(tmp_path, partner_pdfs.without_fields()))
    press("Ctrl+Shift+F7")
    answer("What goes where…")
    answer("Add a place…")
    press("Return")
    assert error_under("What goes there").startswith("Choose what goes there.")
    choose("What goes there", "Name")
    fill("Page", "3")
    press("Return")
    assert error_under("Page").startswith("Type a page from 1 to 2.")
    fill("Page", "2")
    fill("From the left", "x")
    press("Return")
    assert error_under("From the left").startswith("“x” is not a length in millimetres")
    fill("From the left", "40.5")
    fill("From the top", "120")
    press("Return")
    place = "40.5 mm from the left, 120 mm from the top"
    assert spoken_cell(focus()) == f"Name: 1, {place}, place, page 2"
    view = go_to("The page as a picture")
    before = view.widget().picture.copy()
    press("Right", "Down", "Down", "Shift+Left")
    moved = "41.4 mm from the left, 122 mm from the top"
    assert moved in description_of(view)
    assert view.widget().picture != before
    press("Ctrl+Return")
    entry = office.partner_forms.find(office.partner_forms.list_()[0].id).mapped.entries[0]
    assert (entry.page, entry.left, entry.top) == (2, 414, 1220)


def test_what_was_typed_into_a_map_is_not_lost_by_a_slip(
    window: MainWindow, office: Office, pdf: Path
) -> None:
    add(office, pdf)
    press("Ctrl+Shift+F7")
    answer("What goes where…")
    answer("Take out")
    assert spoken_cell(focus()).startswith("nothing: 1")
    press("Esc")
    assert "Throw" in words_of(dialog()) or "?" in words_of(dialog())
    press("Return")
    assert dialog().windowTitle().startswith("What goes where")
    press("Ctrl+Return", "Esc")


def test_a_map_is_saved_for_others_and_read_again(
    window: MainWindow, office: Office, pdf: Path, tmp_path: Path
) -> None:
    add(office, pdf)
    press("Ctrl+Shift+F7")
    answer("What goes where…")
    answer("Save the map…")
    fill("File", str(tmp_path / "map.json"))
    press("Return")
    go_to("Fields and places")
    answer("Take out")
    answer("Read a map…")
    fill("File", str(pdf))
    press("Return")
    assert "read" in error_under("File") or "map" in error_under("File")
    fill("File", str(tmp_path / "map.json"))
    press("Return")
    assert name_of(focus()) == "Fields and places"
    assert window.announcer.text() == "The map is read. Look it through, then save."
    assert spoken_cell(focus()) == "Name: 1, Full name, text, page 1"
    press("Ctrl+Return", "Esc")


def test_a_form_is_corrected_withdrawn_and_taken_back(
    window: MainWindow, office: Office, pdf: Path
) -> None:
    add(office, pdf)
    press("Ctrl+Shift+F7", "Return")
    fill("Name of the form", "Town form")
    press("Return")
    assert [row.name for row in office.partner_forms.list_()] == ["Town form"]
    answer("Withdraw")
    assert office.partner_forms.list_() == []
    press("Esc", "Ctrl+Z")
    assert [row.name for row in office.partner_forms.list_()] == ["Town form"]


@pytest.fixture
def claims(window: MainWindow, office: Office, pdf: Path) -> MainWindow:
    """Give the claims of two people, issued, and a form for which both have too much."""
    people = [b.add_person(office, name) for name in ("Ann Lee", "Bo Larsen")]
    for person in people:
        for _n in range(3):
            b.add_usual_cost(office, person)
    office.claims.make(b.add_marked_meeting(office, b.add_group(office, *people), *people))
    for person in people:
        b.issue(office, person)
    add(office, pdf)
    press("Ctrl+5")
    return window


def test_a_partners_form_is_chosen_seen_in_words_and_printed_for_all(
    claims: MainWindow, office: Office, tmp_path: Path
) -> None:
    press("Ctrl+P")
    choose("Format", "partner’s form: City form, 1 April 2026")
    assert "screen reader" in description_of(focus())
    choose("Show", "as text")
    said = go_to("The form as text").toPlainText()
    assert said.startswith("City form\nName: ")
    assert "Expense 1: amount: £9.20" in said
    fill("Folder", str(tmp_path / "out"))
    press("Return")
    assert words_of(dialog()).count("1 expense has no room on the form.") == 2
    press("Return")
    assert dialog().windowTitle() == "Print claim forms"
    assert not (tmp_path / "out").exists()
    press("Return")
    answer("Print all the same")
    assert dialog() is None
    files = sorted((tmp_path / "out").iterdir())
    found = [partner_pdfs.values_of(file.read_bytes())["Full name"] for file in files]
    assert found == ["Ann Lee", "Bo Larsen"]
    assert claims.announcer.text().startswith("2 claim forms printed to")


def test_what_cannot_be_put_on_a_form_is_said_at_the_format(
    claims: MainWindow, office: Office, tmp_path: Path
) -> None:
    long = b.add_person(office, "Featherstonehaugh" * 5)
    group = b.add_group(office, long, name="Long names")
    office.claims.make(b.add_marked_meeting(office, group, long))
    press("F5", "Ctrl+P")
    fill("Folder", str(tmp_path / "out"))
    choose("Format", "partner’s form")
    press("Return")
    assert "is too long for its place on the form" in error_under("Format")
    assert not (tmp_path / "out").exists()
    press("Esc")


def test_a_partners_form_goes_to_the_printer_and_its_use_is_noted(
    claims: MainWindow, office: Office, tmp_path: Path
) -> None:
    page, form = claims.page(), office.partner_forms.list_()[0].id
    run = PaperRun(page.desk, claims, page.table.rows.rows, papers.Wanted(form_id=form))
    run.printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    run.printer.setOutputFileName(str(tmp_path / "printer.pdf"))
    run.run()
    settle()
    assert (tmp_path / "printer.pdf").read_bytes().count(b"/Type /Page\n") == 2
    assert office.partner_forms.find(form).is_used
    assert office.history.list_()[0].words == "Form “City form” filled for 2 claims"
    assert claims.announcer.text() == "2 claim forms printed"
