"""What nobody caught still meets a person as one calm box, whichever thread it came from."""

import sys
from threading import Thread

import pytest

from alongside.domain.errors import UserError
from alongside_ui import errors
from alongside_ui.main_window import MainWindow
from ui.hands import dialog, name_of, press, settle, words_of
from ui.hands import focus as keyboard


@pytest.fixture
def last_resort(bare_window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> errors.LastResort:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    resort = errors.LastResort(bare_window)
    resort.install()
    return resort


def test_a_sentence_for_a_person_is_shown_in_its_own_words(bare_window: MainWindow):
    errors.show(UserError("", "That group is no longer here."), bare_window)
    settle()
    assert words_of(dialog()) == "That group is no longer here."
    assert name_of(keyboard()) == "Close"
    press("Escape")
    assert dialog() is None


def test_words_that_look_like_a_web_page_are_shown_as_they_are(bare_window: MainWindow):
    errors.show(UserError("", "<b>Ann</b> & Bo"), bare_window)
    settle()
    assert words_of(dialog()) == "<b>Ann</b> & Bo"
    assert dialog().textFormat().name == "PlainText"
    press("Return")


def test_a_mistake_says_where_the_log_is(bare_window: MainWindow, tmp_path):
    errors.show(RuntimeError("boom"), bare_window)
    settle()
    assert str(tmp_path) in words_of(dialog())
    assert "boom" not in words_of(dialog())
    assert name_of(keyboard()) == "Close", "Enter must close it"
    press("Return")
    assert dialog() is None


def test_what_nobody_caught_is_shown(last_resort: errors.LastResort):
    sys.excepthook(ValueError, ValueError("boom"), None)
    settle()
    assert words_of(dialog()).startswith("Something went wrong.")
    press("Escape")


def test_what_nobody_caught_on_another_thread_is_shown_on_this_one(
    last_resort: errors.LastResort,
):
    thread = Thread(target=lambda: sys.excepthook(ValueError, ValueError("boom"), None))
    thread.start()
    thread.join()
    settle()
    assert words_of(dialog()).startswith("Something went wrong.")
    press("Escape")
    assert dialog() is None


def test_a_box_without_a_window_of_its_own_finds_one(bare_window: MainWindow):
    errors.show(UserError("", "That group is no longer here."))
    settle()
    assert dialog().parentWidget() is bare_window
    press("Escape")
