"""Receipts with their claims: numbered, placed, brought back; the same one twice is pointed out."""

import io
import os
from datetime import date

import pytest
from PIL import Image, ImageFilter
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

import builders as b
import pictures
from alongside.domain.claims import Category
from alongside.domain.errors import UserError
from alongside.domain.money import Money
from alongside.office import Office
from alongside.services.approvals import AgreeClaims, ApproveClaims, TakeBack
from alongside.services.checking import faults
from alongside.services.claim_lines import AddLine, CorrectLine
from alongside.services.claims import IssueClaims, WithdrawClaim
from alongside.services.line_rows import LineDetails
from alongside.services.receipt_files import ReceiptFile
from alongside.services.receipts import AddReceipts, PlaceReceipt, SaveCopy, TurnReceipt


@pytest.fixture
def claim(office):
    """Return Ann’s draft claim, with a taxi."""
    return new_claim(office, "Ann Lee")


def new_claim(office, name):
    person = b.add_person(office, name)
    b.add_usual_cost(office, person)
    meeting = b.add_marked_meeting(office, b.add_group(office, person, name=name), person)
    office.claims.make(meeting)
    return b.claim_of(office, person).row.id


def taxi(office, claim):
    return office.claims.find(claim).expenses[0]


def add(office, claim, *contents, line=None, name="taxi.jpg"):
    files = tuple(ReceiptFile(content=each, name=name) for each in contents or [pictures.jpeg()])
    return office.receipts.add(AddReceipts(claim, files, line))


def approve(office, claim):
    office.claims.issue(IssueClaims((claim,)))
    office.approvals.agree(AgreeClaims((claim,)))
    office.approvals.approve(ApproveClaims((claim,), exception="alone today"))


def contents(office) -> int:
    """Return how many contents of receipts the file holds."""
    return int(office.store.ask("SELECT count(*) FROM receipt_file")[0])


def doubles(office, claim):
    return [(each.is_same, each.words) for each in office.receipts.duplicates(claim)]


def test_receipts_are_numbered_within_the_claim_and_named_safely(office, claim):
    first = add(office, claim, name="../Taxi.JPG")
    second = add(office, claim, pictures.PDF, pictures.png(), name="invoice.pdf")
    assert first.words == "Receipt 1 added to claim 2026-0001"
    assert second.words == "Receipts 2, 3 added to claim 2026-0001"
    rows = office.receipts.list_for(claim)
    assert [(row.number, row.name) for row in rows] == [
        (1, "Taxi.jpg"), (2, "invoice.pdf"), (3, "invoice.png"),
    ]  # fmt: skip


def test_a_file_is_added_by_its_path_and_read_back_byte_for_byte(office, claim, tmp_path):
    file = tmp_path / "scan.pdf"
    file.write_bytes(pictures.PDF)
    change = office.receipts.add(AddReceipts(claim, (ReceiptFile(file),)))
    assert office.receipts.content(change.id).data == pictures.PDF


def test_where_a_picture_was_taken_is_not_kept_and_which_way_up_is(office, claim):
    change = add(office, claim, pictures.by_telephone())
    kept = office.receipts.content(change.id).data
    assert b"Maker" not in kept
    assert dict(Image.open(io.BytesIO(kept)).getexif()) == {0x0112: 6}


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (pictures.bomb(), "“x” cannot be shown: it is too large"),
        (pictures.bomb(9_000), "“x” has more than 50 million dots"),
        (pictures.jpeg()[:4000], "“x” cannot be shown: it is too large, cut off or damaged"),
        (pictures.png()[:-30], "“x” cannot be shown: it is too large, cut off or damaged"),
        (b"\x89PNG\r\n\x1a\n" + bytes(40), "damaged"),
        (b"MZ a program", "“x” is no JPEG or PNG picture and no PDF"),
    ],
)
def test_what_cannot_be_a_receipt_is_refused_and_nothing_is_kept(office, claim, data, words):
    with pytest.raises(UserError, match=words):
        add(office, claim, pictures.PDF, data, name="x")
    assert office.receipts.list_for(claim) == []
    assert contents(office) == 0


def test_a_file_that_is_not_there_or_never_ends_is_refused(office, claim, tmp_path):
    for path in (tmp_path / "gone.jpg", tmp_path):
        with pytest.raises(UserError, match="There is no file"):
            office.receipts.add(AddReceipts(claim, (ReceiptFile(path),)))
    with pytest.raises(UserError, match="Choose a file"):
        office.receipts.add(AddReceipts(claim, ()))


def test_a_draft_s_line_says_the_numbers_of_its_receipts_unless_something_was_typed(office, claim):
    line = taxi(office, claim)
    add(office, claim, pictures.PDF)
    add(office, claim, line=line.id)
    second = add(office, claim, pictures.png(), line=line.id)
    assert taxi(office, claim).details.receipt == "2, 3"
    office.receipts.remove(second.id)
    assert taxi(office, claim).details.receipt == "2"
    typed = LineDetails(Category.TAXI, b.MAY_9, "taxi", Money(920), receipt="lost, ticket shown")
    office.claim_lines.correct(CorrectLine(line.id, typed))
    add(office, claim, pictures.png(), line=line.id)
    assert taxi(office, claim).details.receipt == "lost, ticket shown"


def test_a_receipt_goes_to_another_line_and_the_numbers_follow(office, claim):
    bus = LineDetails(Category.BUS_TRAIN_TRAM, b.MAY_9, "bus", Money(200))
    office.claim_lines.add(AddLine(claim, bus))
    first, second = office.claims.find(claim).expenses
    receipt = add(office, claim, line=first.id).id
    said = office.receipts.place(PlaceReceipt(receipt, second.id)).words
    assert said == "Receipt 1 of claim 2026-0001 is for: bus"
    assert [line.details.receipt for line in office.claims.find(claim).expenses] == ["", "1"]
    assert office.receipts.list_for(claim)[0].line == "bus"
    assert "no line yet" in office.receipts.place(PlaceReceipt(receipt, None)).words
    other = new_claim(office, "Bo Larsen")
    with pytest.raises(UserError, match="no longer here"):
        office.receipts.place(PlaceReceipt(receipt, taxi(office, other).id))


def test_a_line_that_goes_leaves_its_receipt_with_the_claim(office, claim, check_undo):
    bus = LineDetails(Category.BUS_TRAIN_TRAM, b.MAY_9, "bus", Money(200))
    office.claim_lines.add(AddLine(claim, bus))
    line = office.claims.find(claim).expenses[1].id
    add(office, claim, line=line)
    check_undo(lambda: office.claim_lines.remove(line))
    (row,) = office.receipts.list_for(claim)
    assert (row.line_id, row.line) == (None, "")


def test_a_claim_whose_lines_all_go_stays_while_it_has_a_receipt(office, claim):
    add(office, claim)
    meeting = office.meetings.list_()[0].id
    person = office.claims.find(claim).row.person_id
    b.mark(office, meeting, person, b.State.APOLOGIES)
    assert office.claims.find(claim).expenses == []
    assert len(office.receipts.list_for(claim)) == 1


def test_receipts_come_until_a_claim_is_approved_and_its_lines_stay_as_issued(office, claim):
    line = taxi(office, claim)
    office.claims.issue(IssueClaims((claim,)))
    receipt = add(office, claim, line=line.id).id
    assert taxi(office, claim).details.receipt == ""
    office.approvals.agree(AgreeClaims((claim,)))
    add(office, claim, pictures.PDF)
    office.approvals.approve(ApproveClaims((claim,), exception="alone today"))
    for verb, request in (
        (office.receipts.remove, receipt),
        (office.receipts.place, PlaceReceipt(receipt, None)),
        (office.receipts.add, AddReceipts(claim, (ReceiptFile(content=pictures.PDF),))),
    ):
        with pytest.raises(UserError, match="is approved, so its receipts stay as they are"):
            verb(request)
    office.receipts.turn(TurnReceipt(receipt, 90))
    assert office.receipts.list_for(claim)[0].turned == 90


@pytest.mark.parametrize(
    ("statement", "law"),
    [
        ("DELETE FROM receipt", "keeps its receipts"),
        (
            (
                "INSERT INTO receipt SELECT 'f' || substr(id, 2), claim_id, line_id, 9, name, "
                "kind, size, sha256, looks, turned, added_on FROM receipt"
            ),
            "keeps its receipts",
        ),
        ("UPDATE receipt_file SET content = ''", "never changes"),
        ("DELETE FROM receipt_file", "FOREIGN KEY"),
    ],
)
def test_the_file_itself_keeps_an_approved_claim_s_receipts(office, claim, statement, law):
    add(office, claim)
    approve(office, claim)
    engine = office.store.engine.execution_options(is_writing=True)
    with pytest.raises(IntegrityError, match=law), engine.begin() as connection:
        connection.exec_driver_sql(statement)


@pytest.mark.parametrize("way", ["withdraw", "return"])
def test_a_claim_drafted_anew_has_the_receipts_with_it(office, claim, way):
    add(office, claim, pictures.PDF)
    add(office, claim, line=taxi(office, claim).id)
    office.claims.issue(IssueClaims((claim,)))
    if way == "withdraw":
        anew = office.claims.withdraw(WithdrawClaim(claim, "wrong fare")).id
    else:
        anew = office.approvals.return_(TakeBack(claim, "wrong fare")).id
    rows = office.receipts.list_for(anew)
    assert [(row.number, row.line) for row in rows] == [(1, ""), (2, "taxi")]
    assert taxi(office, anew).details.receipt == "2"
    assert len(office.receipts.list_for(claim)) == 2
    assert contents(office) == 2
    assert doubles(office, anew) == []


def test_the_same_file_on_another_claim_is_pointed_out_with_whose_and_what_for(office, claim):
    other = new_claim(office, "Bo Larsen")
    add(office, other, line=taxi(office, other).id)
    assert add(office, claim).words.endswith("The same file was there before.")
    assert doubles(office, claim) == [
        (True, "the same file as receipt 1 of claim 2026-0002, Bo Larsen: taxi")
    ]
    assert contents(office) == 1


def saved_anew():
    drawn = pictures.draw(7)
    return {
        "packed harder": pictures.jpeg(drawn, 40),
        "half as large": pictures.jpeg(drawn.resize((210, 450))),
        "darker": pictures.jpeg(drawn.point(lambda dot: dot * 0.8)),
        "blurred": pictures.jpeg(drawn.filter(ImageFilter.GaussianBlur(1))),
        "as PNG": pictures.png(drawn),
    }


@pytest.mark.parametrize("data", saved_anew().values(), ids=saved_anew())
def test_a_picture_that_was_saved_anew_looks_the_same(office, claim, data):
    add(office, new_claim(office, "Bo Larsen"), pictures.jpeg(pictures.draw(7)))
    add(office, claim, data)
    assert doubles(office, claim) == [
        (False, "looks the same as receipt 1 of claim 2026-0002, Bo Larsen")
    ]


TICKET = "Train ticket\nManchester to Leeds\n£14.60\nTicket 1234"


def scanned():
    drawn = pictures.draw(7)
    return {
        "the same words": (pictures.pdf(TICKET), pictures.pdf(TICKET, made_on="2026-05-11")),
        "scanned again": (pictures.scan(drawn), pictures.scan(drawn.resize((840, 1800)))),
        "a picture, scanned": (pictures.jpeg(drawn), pictures.scan(drawn)),
    }


@pytest.mark.parametrize("both", scanned().values(), ids=scanned())
def test_a_pdf_that_was_saved_anew_looks_the_same(office, claim, both):
    add(office, new_claim(office, "Bo Larsen"), both[0])
    add(office, claim, both[1])
    assert doubles(office, claim) == [
        (False, "looks the same as receipt 1 of claim 2026-0002, Bo Larsen")
    ]


def test_pdfs_with_other_words_are_not_pointed_out_however_alike_they_look(office, claim):
    add(office, new_claim(office, "Bo Larsen"), pictures.pdf(TICKET), pictures.NO_PAGES)
    add(office, claim, pictures.pdf(TICKET.replace("1234", "1235")), pictures.NO_PAGES + b" ")
    assert doubles(office, claim) == []


def test_other_receipts_of_the_same_shop_and_of_others_are_not_pointed_out(office, claim):
    other = new_claim(office, "Bo Larsen")
    add(office, other, *(pictures.jpeg(pictures.draw(seed)) for seed in range(8)))
    shops = ("STAR CARS", "TRAM CO", "CAFE NINE", "PARKING")
    add(office, other, *(pictures.jpeg(pictures.draw(1, shop=shop)) for shop in shops))
    add(office, claim, pictures.jpeg(pictures.draw(9)))
    assert doubles(office, claim) == []


def test_empty_sheets_are_not_taken_for_one_receipt(office, claim):
    add(office, claim, *(pictures.jpeg(Image.new("RGB", (300, n), "white")) for n in (400, 500)))
    assert doubles(office, claim) == []


def test_the_history_tells_of_a_receipt_and_keeps_no_picture(office, claim):
    large = pictures.png(Image.effect_noise((700, 700), 90).convert("RGB"))
    size = len(large)
    office.receipts.remove(add(office, claim, large).id)
    kept = office.store.ask(
        "SELECT coalesce(sum(length(before)), 0) + coalesce(sum(length(after)), 0) "
        "FROM history_row WHERE \"table\" LIKE 'receipt%'"
    )
    assert int(kept[0]) < 2000 < size
    newest = office.history.list_()[0]
    told = [row.words for row in office.history.details(newest.id)]
    assert "Name of the file: was taxi.png" in told


def test_removing_and_undo_work_within_a_sitting_and_then_the_picture_is_gone(
    office, claim, data_file, keyring, clock
):
    receipt = add(office, claim).id
    office.receipts.remove(receipt)
    assert contents(office) == 1
    office.history.undo()
    assert office.receipts.content(receipt).data == pictures.jpeg()
    office.history.redo()
    office.lock()
    office.unlock()
    assert contents(office) == 1
    office.close()
    again = Office.open(data_file, keyring, clock=clock, who="Sam")
    assert contents(again) == 0
    assert faults(again.store) == []
    again.close()


def test_what_a_crash_left_behind_goes_when_the_file_is_opened(
    office, claim, data_file, keyring, clock
):
    keep = add(office, claim, pictures.PDF).id
    office.receipts.remove(add(office, claim).id)
    office.store.close()
    again = Office.open(data_file, keyring, clock=clock, who="Sam")
    assert contents(again) == 1
    assert again.receipts.content(keep).data == pictures.PDF
    again.close()


def test_a_folder_of_scans_shows_what_is_no_receipt_yet_newest_first(office, claim, tmp_path):
    folder = tmp_path / "scans"
    folder.mkdir()
    made = {"a.jpg": pictures.by_telephone(), "b.pdf": pictures.PDF, "c.png": pictures.png(),
            "d.txt": b"text", ".e.jpg": b"", "f.jpg": b"broken"}  # fmt: skip
    for place, (name, data) in enumerate(made.items()):
        (folder / name).write_bytes(data)
        os.utime(folder / name, (1_700_000_000 + place, 1_700_000_000 + place))
    names = [file.name for file in office.receipts.scan_folder(folder)]
    assert names == ["f.jpg", "c.png", "b.pdf", "a.jpg"]
    office.receipts.add(AddReceipts(claim, (ReceiptFile(folder / "a.jpg"),)))
    names = [file.name for file in office.receipts.scan_folder(folder)]
    assert names == ["f.jpg", "c.png", "b.pdf"]
    with pytest.raises(UserError, match="is not there"):
        office.receipts.scan_folder(tmp_path / "none")


def test_a_copy_is_for_nobody_else_s_eyes_and_is_noted(office, claim, tmp_path):
    place = tmp_path / "copy.pdf"
    change = office.receipts.save_copy(SaveCopy(add(office, claim, pictures.PDF).id, place))
    assert change.words == "Copy of receipt 1 of claim 2026-0001 saved, not encrypted"
    assert place.read_bytes() == pictures.PDF
    assert place.stat().st_mode & 0o077 == 0
    assert office.history.list_()[0].words == change.words


def test_no_contents_and_no_names_of_receipts_are_logged(office, claim, caplog):
    add(office, claim, name="Ann Lee taxi.jpg")
    with pytest.raises(UserError):
        add(office, claim, b"x", name="Ann Lee taxi.jpg")
    assert "taxi" not in caplog.text


def test_a_receipt_knows_the_day_that_it_was_added(office, claim):
    add(office, claim)
    with office.store.session(is_writing=False) as session:
        assert session.execute(text("SELECT added_on FROM receipt")).scalar() == str(
            date(2026, 5, 12)
        )


def test_whoever_approves_reads_that_a_receipt_stands_on_another_claim_too(office, claim):
    other = new_claim(office, "Bo Larsen")
    add(office, other, line=taxi(office, other).id)
    add(office, claim)
    words = "Receipt 1: the same file as receipt 1 of claim 2026-0002, Bo Larsen: taxi."
    assert words in office.claims.find(claim).to_look_at
    office.claims.issue(IssueClaims((claim,)))
    office.approvals.agree(AgreeClaims((claim,)))
    assert words in office.claims.to_look_at([claim])[0].words
    office.sign_as("Kim")
    office.approvals.approve(ApproveClaims((claim,)))
    assert office.claims.find(claim).to_look_at == []
