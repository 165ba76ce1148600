"""So that a bare machine gets to an open Alongside, or reads in one sentence why not."""

import ast
import importlib
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKAGING = ROOT / "packaging"
DEV = PACKAGING / "dev.py"
SET_UP_FILES = (DEV, PACKAGING / "checkout.py", PACKAGING / "machine.py")


def room(name):
    """Import one of the files that stand beside dev.py, as dev.py itself does."""
    sys.path.insert(0, str(PACKAGING))
    try:
        return importlib.import_module(name)
    finally:
        sys.path.remove(str(PACKAGING))


dev, checkout, machine = room("dev"), room("checkout"), room("machine")


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """Return an empty folder that set-up takes for the checkout’s .venv."""
    monkeypatch.setattr(checkout, "VENV", tmp_path)
    monkeypatch.setattr(checkout, "STAMP", tmp_path / "alongside-set-up.json")
    return tmp_path


def ask(*words, **env):
    """Run dev.py as a person does and return what came of it."""
    return subprocess.run(
        [sys.executable, DEV, *words],
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONUTF8": "1", **env},
        check=False,
    )


def test_a_finished_set_up_is_known_again(folder):
    checkout.write_stamp({"requirements.lock": "abc"})
    assert checkout.read_stamp()["requirements.lock"] == "abc"


def test_a_set_up_that_was_never_finished_counts_as_none(folder):
    assert checkout.read_stamp() == {}


@pytest.mark.parametrize("text", ["", "{", "[]", "7", '{"python": "2.7", "root": "/elsewhere"}'])
def test_a_spoilt_stamp_counts_as_none(folder, text):
    checkout.STAMP.write_text(text)
    assert checkout.read_stamp() == {}


def test_a_copied_venv_is_not_trusted(folder, monkeypatch):
    checkout.write_stamp({"requirements.lock": "abc"})
    monkeypatch.setattr(checkout, "ROOT", folder / "elsewhere")
    assert checkout.read_stamp() == {}


def test_a_venv_of_another_python_is_not_trusted(folder, monkeypatch):
    checkout.write_stamp({"requirements.lock": "abc"})
    monkeypatch.setattr(checkout, "VERSION", "3.99")
    assert checkout.read_stamp() == {}


def test_a_half_made_venv_is_not_sound(folder, monkeypatch):
    monkeypatch.setattr(checkout, "PYTHON", folder / "bin" / "python")
    assert not checkout.is_sound()
    (folder / "pyvenv.cfg").write_text(f"version = {checkout.VERSION}.1\n")
    assert not checkout.is_sound()


def test_a_venv_that_leads_elsewhere_is_left_alone(tmp_path, monkeypatch):
    (tmp_path / "precious").mkdir()
    (tmp_path / "precious" / "letter").touch()
    monkeypatch.setattr(checkout, "VENV", tmp_path / "precious" / "letter")
    with pytest.raises(machine.SetUpError, match="move it away"):
        checkout.make_venv()
    assert (tmp_path / "precious" / "letter").exists()


def test_a_lock_file_has_the_same_fingerprint_with_windows_line_ends(tmp_path):
    (tmp_path / "unix").write_bytes(b"a==1\nb==2\n")
    (tmp_path / "windows").write_bytes(b"a==1\r\nb==2\r\n")
    assert checkout.fingerprint(tmp_path / "unix") == checkout.fingerprint(tmp_path / "windows")


def test_a_changed_lock_file_has_another_fingerprint(tmp_path):
    (tmp_path / "old").write_text("a==1\n")
    (tmp_path / "new").write_text("a==2\n")
    assert checkout.fingerprint(tmp_path / "old") != checkout.fingerprint(tmp_path / "new")


def test_a_missing_lock_file_is_named_in_a_sentence(tmp_path):
    with pytest.raises(machine.SetUpError, match=r"gone\.lock is missing"):
        checkout.fingerprint(tmp_path / "gone.lock")


def test_a_library_that_is_missing_is_found_missing(monkeypatch):
    monkeypatch.setattr(machine.sys, "platform", "linux")
    piece = machine.Piece("libnotthereatall.so.9", "libnotthere9", "notthere")
    assert machine.missing_from([piece]) == [piece]


def test_windows_is_never_asked_for_a_library(monkeypatch):
    monkeypatch.setattr(machine.sys, "platform", "win32")
    assert machine.missing_from([machine.Piece("libnotthereatall.so.9", "a", "b")]) == []


@pytest.mark.parametrize(
    ("program", "typed"),
    [
        ("apt-get", "sudo apt-get update && sudo apt-get install -y libegl1 libxcb-randr0"),
        ("dnf", "sudo dnf install -y libglvnd-egl libxcb"),
    ],
)
def test_a_missing_library_is_told_with_the_command_to_type(program, typed):
    missing = [p for p in machine.QT_LIBRARIES if p.what in {"libEGL.so.1", "libxcb-randr.so.0"}]
    assert machine.advice(missing, program) == (
        f"This machine lacks libEGL.so.1, libxcb-randr.so.0; to install that, type: {typed}"
    )


def test_a_system_we_do_not_know_still_hears_what_is_missing():
    said = machine.advice(machine.QT_LIBRARIES[:1], None)
    assert said == "This machine lacks libEGL.so.1; install that with its own package program."


def test_a_package_that_brings_two_libraries_is_named_once():
    assert machine.packages_for(machine.QT_LIBRARIES, "dnf").count("libxcb") == 1


@pytest.mark.parametrize(
    ("arguments", "window"),
    [
        ([], True),
        (["--demo"], True),
        (["--version"], False),
        (["--demo", "--self-test"], False),
        (["print", "--demo", "--all"], False),
    ],
)
def test_only_what_opens_a_window_asks_for_a_display(arguments, window):
    assert dev.opens_a_window(arguments) is window


@pytest.mark.skipif(sys.platform != "linux", reason="other systems always have a display")
def test_a_machine_without_a_display_gets_one_plain_sentence():
    done = ask("run", DISPLAY="", WAYLAND_DISPLAY="", QT_QPA_PLATFORM="")
    assert done.returncode == 2
    assert done.stderr == "This machine has no display, so Alongside cannot open its window.\n"
    assert done.stdout == ""


def test_an_unknown_verb_gets_one_sentence_that_names_the_known_ones():
    done = ask("sing")
    assert done.returncode == 2
    assert done.stderr == f"There is no “sing” here; choose {', '.join(dev.VERBS)}.\n"


def test_words_for_another_program_want_two_dashes_before_them():
    done = ask("run", "--demo")
    assert done.returncode == 2
    assert done.stderr == "Write -- before what is passed on: dev.py run -- --demo\n"


def test_help_names_every_verb():
    done = ask("--help")
    assert done.returncode == 0
    assert all(f"dev.py {verb}" in done.stdout for verb in dev.VERBS)


def test_a_program_that_fails_in_set_up_ends_in_one_sentence(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(machine, "ROOT", tmp_path)
    monkeypatch.setattr(machine, "TOOLS", tmp_path / ".tools")
    monkeypatch.setattr(machine, "LOG", tmp_path / ".tools" / "last-failure.log")
    monkeypatch.delenv("CI", raising=False)
    loses = [
        sys.executable,
        "-c",
        "import sys; print('one', flush=True); sys.exit('No room left.')",
    ]
    with pytest.raises(machine.SetUpError, match="ended with “No room left”"):
        machine.step("Trying", loses)
    assert machine.LOG.read_text("utf-8").split("\n")[:2] == ["one", "No room left."]
    assert capsys.readouterr().out == "Trying.\n"


def test_a_program_that_speaks_for_itself_hands_on_its_exit_code():
    assert machine.show([sys.executable, "-c", "raise SystemExit(7)"]) == 7


@pytest.fixture
def listens_to_ctrl_c():
    """Listen to Ctrl+C as a terminal's program does: one started in the background may not."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no signals to send")
def test_ctrl_c_lets_the_program_finish_what_it_is_writing(tmp_path, listens_to_ctrl_c):
    slow = (
        "import os, pathlib, signal, sys, time\n"
        "signal.signal(signal.SIGINT, lambda *_: None)\n"
        "os.kill(os.getppid(), signal.SIGINT)\n"
        "time.sleep(0.6)\n"
        "pathlib.Path(sys.argv[1]).write_text('saved')\n"
    )
    with pytest.raises(KeyboardInterrupt):
        machine.show([sys.executable, "-c", slow, tmp_path / "data"])
    assert (tmp_path / "data").read_text() == "saved"


@pytest.mark.parametrize("path", SET_UP_FILES, ids=lambda path: path.name)
def test_set_up_imports_only_the_standard_library(path):
    imported = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            imported |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            imported.add(node.module.split(".")[0])
    own = {path.stem for path in SET_UP_FILES}
    assert imported - own <= sys.stdlib_module_names


def test_the_checking_machine_calls_the_same_command_and_nothing_else():
    lines = (ROOT / ".ci" / "run").read_text("utf-8").splitlines()
    assert lines[0] == "#!/bin/sh"
    commands = [line for line in lines if line and not line.startswith("#")]
    assert commands == [
        "set -e",
        'cd "$(dirname "$0")/.."',
        "CI=true exec python3 packaging/dev.py test",
    ]
