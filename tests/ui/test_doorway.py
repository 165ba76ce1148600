"""The way in by keyboard: new records, a keyring that is lost, files that cannot be opened."""

import os
import sqlite3
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from sqlalchemy import text

from alongside import keys, paths
from alongside.store import mounts
from alongside_ui.doorway import Doorway
from alongside_ui.main_window import MainWindow
from ui.hands import (
    answer,
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
    type_in,
    words_of,
)


def words(window: MainWindow) -> str:
    return window.page().accessibleName()


def test_the_usual_records_open_with_the_keyring_and_nothing_is_asked(
    come_in, bare_window: MainWindow, data_file: Path
):
    come_in(data_file)
    assert bare_window.has_office
    assert bare_window.page().title.text() == "Welcome"


def test_while_records_open_the_words_that_say_so_have_the_keyboard(
    bare_window: MainWindow, data_file: Path, keyring
):
    Doorway(bare_window, data_file).open()
    assert name_of(focus()) == "Opening your records…"
    settle()
    assert bare_window.page().isAncestorOf(focus())


def test_what_can_be_pressed_has_the_keyboard_and_words_no_longer_stop_it(
    come_in, bare_window: MainWindow
):
    come_in(paths.usual_file())
    assert "Start new records" in name_of(focus())
    stops = {name_of(focus()) for _tab in range(6) if press("Tab") is None}
    assert len(stops) == 3
    assert not any("Welcome." in stop for stop in stops)


def test_with_no_records_yet_a_start_is_offered_by_keyboard(come_in, bare_window: MainWindow):
    come_in(paths.usual_file())
    assert "What would you like to do?" in words(bare_window)
    assert name_of(focus()) == "Start new records…"


def shown_words() -> list[str]:
    """Return the words in order, read one by one as a screen reader does."""
    found = []
    press("Home")
    for number in range(1, keys.WORDS + 1):
        place, _comma, word = spoken_cell(focus()).partition(", ")
        assert int(place) == number
        found.append(word)
        press("Down")
    return found


def type_back(shown: list[str]) -> None:
    """Type the two words that are asked for."""
    for _field in range(2):
        number = int(name_of(focus()).removeprefix("Word "))
        type_in(shown[number - 1].title())
        press("Tab")


def test_new_records_wait_until_two_of_the_words_are_typed_back(come_in, bare_window: MainWindow):
    come_in(paths.usual_file())
    press("Return")
    assert "Your records will be locked" in dialog().windowTitle()
    shown = shown_words()
    press("Return")
    asked = [name_of(focus())]
    press("Tab")
    asked.append(name_of(focus()))
    assert asked == sorted(set(asked))
    type_in("walnot")
    press("Return")
    assert not paths.usual_file().exists()
    assert error_under(asked[0]) == f"That is not w{asked[0][1:]}."
    answer("Show the words again")
    assert shown_words() == shown
    press("Return")
    type_back(shown)
    press("Return")
    QTest.qWait(0)
    settle()
    assert bare_window.has_office
    assert keys.by_words(keys.KeyFile.read(paths.usual_file()), " ".join(shown))


def test_leaving_either_step_keeps_nothing(come_in, bare_window: MainWindow):
    come_in(paths.usual_file())
    press("Return", "Escape")
    assert dialog() is None
    press("Return", "Return", "Escape")
    assert dialog() is None
    assert not paths.usual_file().exists()
    assert not bare_window.has_office


def test_words_are_spelled_out_on_request(come_in):
    come_in(paths.usual_file())
    press("Return")
    first = shown_words()[0]
    answer("Spell the words out")
    go_to("Recovery words")
    press("Home")
    assert spoken_cell(focus()) == f"1, {first}: {', '.join(first)}"
    press("Escape")


def test_the_words_can_be_copied_and_it_is_said_what_that_means(come_in):
    come_in(paths.usual_file())
    press("Return")
    shown = shown_words()
    button = go_to("Copy the words")
    assert "leaves the clipboard after 30 seconds" in description_of(button)
    press("Return")
    board = QGuiApplication.clipboard()
    assert board.text() == " ".join(shown)
    assert bytes(board.mimeData().data("x-kde-passwordManagerHint")) == b"secret"
    press("Escape")


def test_a_lost_keyring_asks_for_the_words_and_keeps_a_wrong_try(
    come_in, bare_window: MainWindow, data_file: Path, keyring, fresh
):
    keyring.secrets.clear()
    come_in(data_file)
    assert "This computer does not have the key" in dialog().accessibleDescription()
    assert name_of(focus()) == "Recovery words"
    wrong = "acorn acorn acorn acorn acorn acorn acorn"
    for _try in range(3):
        fill("Recovery words", wrong)
        press("Return")
        assert "Those are not the recovery words" in error_under("Recovery words")
        assert focus().text() == wrong
    fill("Recovery words", "  " + fresh.words.upper().replace(" ", "   "))
    press("Return")
    assert bare_window.has_office
    assert dialog() is None
    assert keyring.secrets, "this computer was to remember the key"


def test_a_word_that_is_not_in_the_list_is_named_before_anything_is_tried(
    come_in, bare_window: MainWindow, data_file: Path, keyring
):
    keyring.secrets.clear()
    come_in(data_file)
    type_in("walnot acorn acorn acorn acorn acorn acorn")
    press("Return")
    said = error_under("Recovery words")
    assert said.startswith("“walnot” is not in the list: did you mean “walnut”?")
    press("Return")
    assert "Those are not the recovery words" in error_under("Recovery words")
    press("Escape")


def test_words_are_finished_by_keyboard_where_the_caret_is(come_in, data_file: Path, keyring):
    keyring.secrets.clear()
    come_in(data_file)
    type_in("acorn waln")
    assert "1 word fits: walnut" in focus().parent().count.text()
    press("Down", "Return")
    assert focus().text() == "acorn walnut "
    press("Home")
    press("Ctrl+Right", "Left")
    type_in("x")
    assert "No word of the list begins with “acornx”" in focus().parent().count.text()
    press("Backspace", "Backspace", "Backspace", "Down", "Return")
    assert focus().text().startswith("acorn")
    assert focus().text().endswith("walnut ")
    assert dialog() is not None
    press("Escape")


def test_the_words_that_fit_can_be_reached_by_tab_and_have_names(come_in, data_file: Path, keyring):
    keyring.secrets.clear()
    come_in(data_file)
    type_in("walnu")
    go_to("Words that fit")
    assert spoken_cell(focus()) == "walnut"
    press("Space")
    assert name_of(focus()) == "Recovery words"
    assert focus().text() == "walnut "
    press("Escape")


def test_the_keyring_is_asked_again_once_it_was_unlocked(
    come_in, bare_window: MainWindow, data_file: Path, keyring
):
    kept = dict(keyring.secrets)
    keyring.secrets.clear()
    come_in(data_file)
    keyring.secrets.update(kept)
    answer("Try again")
    assert dialog() is None
    assert bare_window.has_office


def test_a_backup_is_offered_where_the_key_is_missing_and_never_new_records(
    come_in, bare_window: MainWindow, data_file: Path, keyring
):
    keyring.secrets.clear()
    come_in(data_file)
    names = [name_of(button) for button in dialog().others]
    assert "Restore a backup…" in names
    assert not any("new" in name.casefold() for name in names)
    answer("Restore a backup…")
    settle()
    assert dialog().windowTitle() == "Restore a backup"
    press("Escape")
    assert data_file.exists()


def test_a_key_need_not_be_remembered(
    come_in, bare_window: MainWindow, data_file: Path, keyring, fresh
):
    keyring.secrets.clear()
    come_in(data_file)
    type_in(fresh.words)
    answer("Remember the key here")
    press("Return")
    assert bare_window.has_office
    assert not keyring.secrets


def test_whoever_opens_what_was_cut_off_is_told_which_words_hold(
    come_in, bare_window: MainWindow, data_file: Path, keyring, clock
):
    other = "zoom zone zombie zoning zookeeper zoologist abdomen"
    keys.add_key(data_file, keys.new_key(), other, keyring, clock().date())
    come_in(data_file)
    assert "The old recovery words still hold" in words_of(dialog())
    press("Escape")


def test_records_that_are_open_elsewhere_are_said_to_be_so(
    come_in, bare_window: MainWindow, data_file: Path, office
):
    come_in(data_file)
    assert not bare_window.has_office
    assert "is open in another Alongside" in words(bare_window)
    assert name_of(focus()) == "Try again"


def test_trying_again_works_when_the_other_window_is_closed(
    come_in, bare_window: MainWindow, data_file: Path, office
):
    come_in(data_file)
    office.close()
    press("Return")
    assert bare_window.has_office


def test_a_file_that_is_not_ours_is_said_to_be_so(
    come_in, bare_window: MainWindow, data_file: Path
):
    data_file.unlink()
    with sqlite3.connect(data_file) as other:
        other.execute("CREATE TABLE theirs (id)")
    other.close()
    come_in(data_file)
    assert "is not a data file of Alongside" in words(bare_window)
    assert name_of(focus()) == "Try again"


def test_a_file_that_a_newer_alongside_made_is_said_to_be_newer(
    come_in, bare_window: MainWindow, data_file: Path, office
):
    with office.store.session(is_writing=True) as session:
        session.execute(text("UPDATE alembic_version SET version_num = '9999'"))
        session.commit()
    office.close()
    come_in(data_file)
    assert "was made by a newer Alongside than this one" in words(bare_window)
    assert name_of(focus()) == "Try again"


def test_a_file_that_cannot_be_changed_is_said_to_be_read_only(
    come_in, bare_window: MainWindow, data_file: Path, monkeypatch: pytest.MonkeyPatch
):
    may = os.access
    monkeypatch.setattr(os, "access", lambda path, mode: mode != os.W_OK and may(path, mode))
    come_in(data_file)
    assert "cannot be changed: it or its folder is read-only" in words(bare_window)
    assert name_of(focus()) == "Try again"


def test_a_missing_key_file_is_said_by_its_name(come_in, bare_window: MainWindow, data_file: Path):
    keys.KeyFile.beside(data_file).unlink()
    keys.KeyFile.before(data_file).unlink()
    come_in(data_file)
    assert "its key file records.alongside.keys.json is missing" in words(bare_window)


@pytest.fixture
def on_disk(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Callable[[str], None]:
    """Let Linux tell that the test's own folder lies on something else."""

    def tell(kind: str) -> None:
        table = tmp_path / "mountinfo"
        table.write_text(f"1 0 0:1 / / rw - ext4 x rw\n2 1 0:9 / {tmp_path} rw - {kind} far rw\n")
        monkeypatch.setattr(mounts, "TABLE", table)

    return tell


@pytest.mark.skipif(sys.platform != "linux", reason="reads Linux’s own table")
def test_records_on_a_network_are_not_opened_and_it_is_said_what_to_do(
    come_in, bare_window: MainWindow, data_file: Path, on_disk
):
    on_disk("nfs4")
    come_in(data_file)
    assert not bare_window.has_office
    assert "is shared over a network" in words(bare_window)
    assert "move records.alongside and the key file beside it" in words(bare_window)
    assert name_of(focus()) == "Try again"


@pytest.mark.skipif(sys.platform != "linux", reason="reads Linux’s own table")
def test_records_in_a_place_that_nobody_can_tell_about_open_with_a_warning(
    come_in, bare_window: MainWindow, data_file: Path, on_disk
):
    on_disk("fuse.newthing")
    come_in(data_file)
    assert bare_window.has_office
    assert "cannot tell what the folder" in words_of(dialog())
    press("Escape")
    assert dialog() is None


def test_the_demo_organisation_opens_from_the_doorway(come_in, bare_window: MainWindow):
    come_in(paths.usual_file())
    go_to("Look round the demo organisation")
    press("Return")
    assert bare_window.has_office
    assert bare_window.page().title.text().startswith("Today")
