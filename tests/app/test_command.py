"""The command line does its work without a window, and says in one sentence what went wrong."""

import os
import subprocess
import sys

import pytest

import builders as b
from alongside import command
from alongside.domain.people import EDITIONS
from conftest import WORDS


@pytest.fixture(autouse=True)
def known_words(monkeypatch):
    monkeypatch.setenv("ALONGSIDE_WORDS", WORDS)
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.null.Keyring")


@pytest.fixture
def claimed(office, data_file):
    """Return a closed data file with two draft claims of one meeting, and that meeting's id."""
    ann, bo = b.add_person(office, "Ann Lee"), b.add_person(office, "Bo Larsen")
    meeting = b.add_marked_meeting(office, b.add_group(office, ann, bo), ann, bo)
    office.claims.make(meeting)
    office.close()
    return data_file, meeting


def test_without_a_verb_the_window_is_wanted():
    assert command.main([]) == command.OPEN_WINDOW
    assert command.main(["--demo"]) == command.OPEN_WINDOW


def test_a_whole_file_is_said_to_be_whole(data_file, capsys):
    assert command.main(["check", str(data_file)]) == 0
    assert capsys.readouterr().out == "records.alongside is whole.\n"


def test_forms_of_all_claims_are_printed_to_a_folder(claimed, tmp_path, capsys):
    file, _meeting = claimed
    out = tmp_path / "forms"
    assert command.main(["print", str(file), "--all", "--out", str(out)]) == 0
    assert capsys.readouterr().out == f"Printed 2 claim forms to {out}.\n"
    assert sorted(form.name for form in out.iterdir()) == [
        "Claim 2026-0001.pdf", "Claim 2026-0002.pdf",
    ]  # fmt: skip
    assert all(form.read_bytes().startswith(b"%PDF") for form in out.iterdir())


def test_forms_of_one_meeting_or_one_claim_are_printed(claimed, tmp_path):
    file, meeting = claimed
    for which, number in (("--meeting", str(meeting)), ("--claim", "2026-0002")):
        out = tmp_path / which
        assert command.main(["print", str(file), which, number, "--out", str(out)]) == 0
    assert len(list((tmp_path / "--meeting").iterdir())) == 2
    assert [form.name for form in (tmp_path / "--claim").iterdir()] == ["Claim 2026-0002.pdf"]


def test_the_history_is_listed_newest_first_and_looked_through(claimed, capsys):
    file, _meeting = claimed
    assert command.main(["history", str(file), "--find", "LEE", "--to", "12/5/2026"]) == 0
    said = capsys.readouterr().out.splitlines()
    assert said[-1] == "12 May 2026, 16:00, Sam: Ann Lee added"
    assert "12 May 2026, 16:00, Sam: Ann Lee, attended" in said
    assert not [line for line in said if "Lee" not in line]


def test_the_history_of_one_record_says_what_changed_when_asked(claimed, capsys):
    file, _meeting = claimed
    assert command.main(["history", str(file), "--record", "2026-0001", "--details"]) == 0
    said = capsys.readouterr().out.splitlines()
    assert said[0].startswith("12 May 2026, 16:00, Sam: ")
    assert "    claim 2026-0001. Added: claim" in said
    assert all(line.startswith("    ") for line in said[1:])


def test_opening_for_the_history_leaves_its_own_line_in_it(claimed, capsys):
    file, _meeting = claimed
    assert command.main(["history", str(file)]) == 0
    assert "Unlocked with the recovery words" in capsys.readouterr().out.splitlines()[0]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--from", "soon"], "“soon” is not a date. Type it like 9 May 2026 or 9/5/2026."),
        (["--record", "Zoe"], "There is no record “Zoe”."),
        (["--from", "2/5/2026", "--to", "1/5/2026"], "The last day cannot be before the first."),
    ],
)
def test_a_history_that_cannot_be_listed_is_said_in_one_sentence(claimed, capsys, arguments, words):
    file, _meeting = claimed
    assert command.main(["history", str(file), *arguments]) == 1
    assert one_sentence(capsys) == f"{words}\n"


def one_sentence(capsys):
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.count("\n") == 1
    assert said.err.endswith((".\n", "?\n"))
    return said.err


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--claim", "2026-0009"], "There is no claim 2026-0009."),
        (["--meeting", "rubbish"], "rubbish is not the id of a meeting."),
        (["--meeting", "01a20bd8-7d64-78ae-9fb9-fd9540ad2e8b"], "That meeting is no longer here."),
    ],
)
def test_what_cannot_be_printed_is_said_in_one_sentence(
    claimed, tmp_path, capsys, arguments, words
):
    file, _meeting = claimed
    assert command.main(["print", str(file), *arguments, "--out", str(tmp_path / "out")]) == 1
    assert one_sentence(capsys) == f"{words}\n"


def test_nothing_to_print_is_said(data_file, tmp_path, capsys):
    assert command.main(["print", str(data_file), "--all", "--out", str(tmp_path / "out")]) == 1
    assert one_sentence(capsys) == "There are no claims to print.\n"


def test_a_folder_that_is_a_file_is_said_to_be(claimed, capsys):
    file, _meeting = claimed
    key_file = str(file) + ".keys.json"
    assert command.main(["print", str(file), "--all", "--out", key_file]) == 1
    one_sentence_or_two = capsys.readouterr().err
    assert "records.alongside.keys.json" in one_sentence_or_two
    assert "Traceback" not in one_sentence_or_two


def test_a_file_that_is_missing_is_said_to_be(tmp_path, capsys):
    assert command.main(["check", str(tmp_path / "no.alongside")]) == 1
    assert one_sentence(capsys).startswith("There is no file")


def test_wrong_words_are_said_to_be(data_file, capsys, monkeypatch):
    monkeypatch.setenv("ALONGSIDE_WORDS", "some other words")
    assert command.main(["check", str(data_file)]) == 1
    assert "not the recovery words" in capsys.readouterr().err


def test_without_words_or_a_keyring_the_words_are_asked_for(data_file, capsys, monkeypatch):
    monkeypatch.delenv("ALONGSIDE_WORDS")
    assert command.main(["check", str(data_file)]) == 1
    assert capsys.readouterr().err == (
        "This computer does not have the key to your records. "
        "This computer has no keyring that keeps secrets safe. Type your recovery words.\n"
    )


def test_a_damaged_file_is_said_to_be(office, data_file, capsys):
    for number in range(40):
        b.add_person(office, f"Person {number}")
    office.close()
    with data_file.open("r+b") as file:
        file.seek(data_file.stat().st_size * 3 // 4)
        file.write(b"damage")
    assert command.main(["check", str(data_file)]) == 1
    assert capsys.readouterr().err.startswith("records.alongside is damaged: ")


def test_a_policy_that_is_right_is_said_to_be(tmp_path, capsys):
    file = tmp_path / "own.toml"
    file.write_text(b.POLICY, encoding="utf-8")
    assert command.main(["policy", "check", str(file)]) == 0
    assert capsys.readouterr().out.endswith("\n")


def test_a_policy_with_a_fault_or_a_wrong_example_exits_with_1(tmp_path, capsys):
    file = tmp_path / "own.toml"
    example = """
[[example]]
name = "a morning"
day = 2026-05-09
start = "10:00"
end = "12:00"
expect = [{ line = "attendance", amount = "80.00" }]
"""
    file.write_text(b.POLICY + example, encoding="utf-8")
    assert command.main(["policy", "check", str(file)]) == 1
    assert "a morning" in capsys.readouterr().out
    file.write_text(b.POLICY.replace("half =", "hlaf ="), encoding="utf-8")
    assert command.main(["policy", "check", str(file)]) == 1
    assert "hlaf" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("name", "start"), [("help.html", b"<!DOCTYPE html>"), ("help.pdf", b"%PDF-")]
)
def test_help_is_saved_in_one_file(tmp_path, capsys, name, start):
    place = tmp_path / name
    assert command.main(["help", "--out", str(place)]) == 0
    assert capsys.readouterr().out == f"Help saved as {place}.\n"
    assert place.read_bytes().startswith(start)


def test_help_in_a_file_of_another_kind_is_refused(tmp_path, capsys):
    assert command.main(["help", "--out", str(tmp_path / "help.txt")]) == 1
    assert one_sentence(capsys) == "Give the file a name that ends in .html or .pdf.\n"


def test_help_from_the_command_line_has_every_key_and_loads_no_window(tmp_path):
    code = """
import sys
from alongside_ui.main import main
code = main(sys.argv[1:])
print(*sorted(name for name in sys.modules if name.startswith("PySide6")))
sys.exit(code)
"""
    place, settings = tmp_path / "help.html", tmp_path / "Alongside" / "settings.json"
    settings.parent.mkdir()
    settings.write_text('{"shortcuts": {"register": "Ctrl+Shift+F9"}}', encoding="utf-8")
    folders = {"XDG_CONFIG_HOME": str(tmp_path), "PYTHONPATH": os.pathsep.join(sys.path)}
    done = subprocess.run(
        [sys.executable, "-c", code, "help", "--out", str(place)],
        env=os.environ | folders, capture_output=True, text=True, check=False, timeout=60,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines()[1:] == [""]
    text = place.read_text(encoding="utf-8")
    assert "<strong>Ctrl+Z</strong>: Undo" in text
    if sys.platform == "linux":  # elsewhere settings are not looked for in a folder of a test
        assert "<strong>Ctrl+Shift+F9</strong>: Open the register" in text


@pytest.mark.parametrize(
    "arguments",
    [["check"], ["prnt"], ["print", "a", "--out", "b"], ["policy"], ["help"], ["--files"]],
)
def test_a_command_that_is_not_understood_is_answered_in_one_line(capsys, arguments):
    with pytest.raises(SystemExit) as raised:
        command.main(arguments)
    assert raised.value.code == 2
    assert one_sentence(capsys).startswith("alongside")


def test_demo_writes_a_file_that_opens_with_the_words_it_was_given(tmp_path, capsys):
    file = tmp_path / "demo.alongside"
    assert command.main(["demo", str(file)]) == 0
    assert command.main(["check", str(file)]) == 0
    assert capsys.readouterr().out.endswith("demo.alongside is whole.\n")


@pytest.mark.parametrize("years", ["0", "21", "-1"])
def test_a_demo_of_too_many_years_is_refused(tmp_path, capsys, years):
    file = tmp_path / "demo.alongside"
    assert command.main(["demo", str(file), f"--years={years}"]) == 1
    assert one_sentence(capsys) == "The demo organisation has 1 to 20 years of meetings.\n"
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "arguments",
    [["check"], ["history", "--from", "1/1/2040"], ["print", "--all", "--out", "OUT"]],
)
def test_no_window_is_loaded_for_work_on_the_command_line(claimed, tmp_path, arguments):
    verb, *rest = arguments
    rest = [str(tmp_path / "out") if each == "OUT" else each for each in rest]
    code = """
import sys
from alongside import command
from alongside.domain.people import EDITIONS
code = command.main(sys.argv[1:])
print(*sorted(name for name in sys.modules if name.startswith(("PySide6", "alongside_ui"))))
sys.exit(code)
"""
    done = subprocess.run(
        [sys.executable, "-c", code, verb, str(claimed[0]), *rest],
        env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)},
        capture_output=True, text=True, check=False, timeout=60,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines()[-1] == ""


def test_a_backup_is_made_and_restored_on_the_command_line(claimed, tmp_path, capsys):
    file, _meeting = claimed
    folder, there = tmp_path / "stick", tmp_path / "there" / "records.alongside"
    assert command.main(["backup", str(file), "--to", str(folder)]) == 0
    assert capsys.readouterr().out.startswith("Backup made and checked: records ")
    (place,) = folder.iterdir()
    assert command.main(["restore", str(place), "--to", str(there)]) == 0
    assert capsys.readouterr().out == "Restored records.alongside: 2 people are in it.\n"
    assert command.main(["check", str(there)]) == 0


def test_a_backup_that_is_none_is_said_to_be(tmp_path, capsys):
    (tmp_path / "holiday.zip").write_bytes(b"somebody's own")
    there = tmp_path / "records.alongside"
    assert command.main(["restore", str(tmp_path / "holiday.zip"), "--to", str(there)]) == 1
    assert "is not a backup of Alongside" in one_sentence(capsys)
    assert not there.exists()


def test_a_claim_that_no_longer_adds_up_is_found(office, data_file, capsys):
    ann = b.add_person(office, "Ann Lee")
    meeting = b.add_marked_meeting(office, b.add_group(office, ann), ann)
    office.claims.make(meeting)
    b.issue(office, ann)
    number = office.claims.list_()[0].number
    connection = office.store.engine.raw_connection()
    connection.execute("DROP TRIGGER claim_line_is_fixed")
    connection.execute("UPDATE claim_line SET amount = amount + 1")
    connection.commit()
    connection.close()
    office.close()
    assert command.main(["check", str(data_file)]) == 1
    assert f"Claim {number} does not add up to what its form says." in capsys.readouterr().out


def test_the_policies_that_come_with_alongside_are_checked_together(capsys):
    assert command.main(["policy", "check"]) == 0

    said = capsys.readouterr().out
    assert "hourly: 6 examples, and all are right." in said
    assert "touchstone: 7 examples, and all are right." in said


def test_a_gallery_has_every_paper_of_a_file_in_every_format(claimed, tmp_path, capsys):
    folder = tmp_path / "new"
    assert command.main(["print", str(claimed[0]), "--gallery", "--out", str(folder)]) == 0
    made = [file.name for file in folder.iterdir()]
    assert f"Wrote {len(made)} papers to" in capsys.readouterr().out
    for edition in EDITIONS:
        for paper in ("Claim form", "History", "Recovery sheet"):
            assert [name for name in made if name.startswith(paper) and edition.words in name]
