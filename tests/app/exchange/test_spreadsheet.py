"""A list is read as people see it in their spreadsheet; what is wicked is refused in a sentence."""

import random
import struct
import zipfile
import zlib
from datetime import date, datetime

import pytest
from openpyxl import Workbook

from alongside.domain.errors import UserError
from alongside.exchange import spreadsheet
from alongside.exchange.spreadsheet import MOST_ROWS, Sheet, SheetRow, read


def workbook(place, *rows, before=()):
    book = Workbook()
    for title in before:
        book.active.title = title
        book.active.append(["not this"])
        book.active.sheet_state = "hidden"
        book.create_sheet("People")
    sheet = book.worksheets[-1]
    book.active = sheet
    for row in rows:
        sheet.append(row)
    book.save(place)
    return place


@pytest.mark.parametrize(
    ("kept", "code"),
    [
        ("Name,Tel\nCarys Ŵyn,0115\n", "utf-8"),
        ("Name,Tel\nCarys Ŵyn,0115\n", "utf-8-sig"),
        ("Name\tTel\nCarys Ŵyn\t0115\n", "utf-16"),
        ("Name;Tel\r\nCarys Ŵyn;0115\r\n", "utf-8-sig"),
        ("Members of the forum\n\nName,Tel\nCarys Ŵyn,0115\n", "utf-8"),
    ],
)
def test_text_is_read_whatever_saved_it(tmp_path, kept, code):
    place = tmp_path / "list.csv"
    place.write_bytes(kept.encode(code))
    sheet = read(place)
    assert sheet.headings == ("Name", "Tel")
    assert [row.cells for row in sheet.rows] == [("Carys Ŵyn", "0115")]


def test_old_text_of_windows_keeps_its_accents(tmp_path):
    place = tmp_path / "list.csv"
    place.write_bytes("Name,Note\nJosé Núñez,it’s fine\n".encode("cp1252"))
    assert read(place).rows[0].cells == ("José Núñez", "it’s fine")


def test_a_cell_may_hold_commas_and_lines(tmp_path):
    place = tmp_path / "list.csv"
    place.write_text('Name,Address\nAnn Lee,"1 High Street,\nTown"\n', encoding="utf-8")
    assert read(place).rows[0].cells == ("Ann Lee", "1 High Street,\nTown")


def test_a_workbook_is_read_as_it_is_seen(tmp_path):
    place = workbook(
        tmp_path / "list.xlsx", ["Name", "Phone", "Joined", "Miles"],
        ["Ann Lee", 7700900123, datetime(2026, 5, 9), 4.5],  # noqa: DTZ001  as Excel has it
        [None], ["Bo", "0115 496", date(2026, 5, 1)],
    )  # fmt: skip
    assert read(place) == Sheet(
        ("Name", "Phone", "Joined", "Miles"),
        (SheetRow(2, ("Ann Lee", "7700900123", "9 May 2026", "4.5")),
         SheetRow(4, ("Bo", "0115 496", "1 May 2026", ""))),
    )  # fmt: skip


def test_the_first_list_that_is_not_hidden_is_read(tmp_path):
    place = workbook(tmp_path / "list.xlsx", ["Name", "Tel"], ["Ann", "1"], before=["Old"])
    assert read(place).headings == ("Name", "Tel")


@pytest.mark.parametrize(
    ("name", "kept", "said"),
    [
        ("list.ods", b"x", "Save it as .xlsx or .csv first"),
        ("list.csv", b"", "There is nothing in list.csv"),
        ("list.csv", b"\n\n,,\n", "There is nothing in list.csv"),
        ("list.xlsx", b"not a zip", "list.xlsx is damaged"),
        ("list.xlsx", b"", "list.xlsx is damaged"),
        ("list.csv", b"Name,Tel\n" + b"Ann,1\n" * (MOST_ROWS + 1), "too large"),
        ("list.csv", b"," * 100 + b"x", "too large"),
    ],
)
def test_what_cannot_be_read_is_refused_in_a_sentence(tmp_path, name, kept, said):
    place = tmp_path / name
    place.write_bytes(kept)
    with pytest.raises(UserError, match=said) as refused:
        read(place)
    assert refused.value.field == "path"


def test_a_file_that_is_not_there_is_refused_in_a_sentence(tmp_path):
    with pytest.raises(UserError, match="cannot be read"):
        read(tmp_path / "nowhere.csv")


def test_a_damaged_workbook_is_refused_wherever_it_is_cut(tmp_path):
    whole = workbook(tmp_path / "list.xlsx", ["Name", "Tel"], ["Ann", "1"]).read_bytes()
    for length in range(0, len(whole) - 1, max(len(whole) // 40, 1)):
        place = tmp_path / "cut.xlsx"
        place.write_bytes(whole[:length])
        with pytest.raises(UserError, match="damaged"):
            read(place)


def test_a_workbook_with_letters_changed_is_read_or_refused(tmp_path):
    whole = workbook(tmp_path / "list.xlsx", ["Name", "Tel"], ["Ann", "1"], ["Bo", 2.5])
    with zipfile.ZipFile(whole) as parts:
        kept = {name: parts.read(name) for name in parts.namelist()}
    chance, refused = random.Random(1), 0
    for _round in range(200):
        changed = dict(kept)
        name = chance.choice(list(kept))
        at = chance.randrange(len(kept[name]))
        changed[name] = kept[name][:at] + bytes([chance.randrange(32, 127)]) + kept[name][at + 1 :]
        place = tmp_path / "changed.xlsx"
        with zipfile.ZipFile(place, "w", zipfile.ZIP_DEFLATED) as parts:
            for each, text in changed.items():
                parts.writestr(each, text)
        try:
            read(place)
        except UserError:
            refused += 1
    assert refused > 20


def test_a_file_larger_than_any_list_is_not_even_opened(tmp_path, monkeypatch):
    monkeypatch.setattr(spreadsheet, "MOST_BYTES", 10)
    place = tmp_path / "list.csv"
    place.write_text("Name,Tel\nAnn,1\n", encoding="utf-8")
    with pytest.raises(UserError, match="too large"):
        read(place)


def test_a_small_file_that_would_fill_the_memory_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(spreadsheet, "MOST_UNPACKED", 2**20)
    place = workbook(tmp_path / "list.xlsx", ["Name", "Tel"], ["Ann", "1"])
    with zipfile.ZipFile(place, "a", zipfile.ZIP_DEFLATED) as parts:
        parts.writestr("xl/media/bomb.xml", bytes(20 * 2**20))
    with pytest.raises(UserError, match="too large"):
        read(place)


def test_a_file_that_lies_about_its_size_is_refused_too(tmp_path, monkeypatch):
    monkeypatch.setattr(spreadsheet, "MOST_UNPACKED", 2**20)
    place, bomb = tmp_path / "list.xlsx", bytes(20 * 2**20)
    with zipfile.ZipFile(place, "w", zipfile.ZIP_DEFLATED) as parts:
        parts.writestr("xl/worksheets/sheet1.xml", bomb)
    kept = place.read_bytes()
    truth, lie = struct.pack("<II", zlib.crc32(bomb), len(bomb))[4:], struct.pack("<I", 9)
    assert truth in kept
    place.write_bytes(kept.replace(truth, lie))
    with pytest.raises(UserError, match="too large"):
        read(place)


def test_a_list_as_long_as_a_sheet_can_be_is_refused_in_good_time(tmp_path):
    book = Workbook()
    book.active["A1"], book.active["XFD1048576"] = "Name", "far away"
    book.save(tmp_path / "list.xlsx")
    with pytest.raises(UserError, match="too large"):
        read(tmp_path / "list.xlsx")
