"""Long work by keyboard: how far it is stands in words, and Esc asks it to stop."""

from threading import Thread

import pytest
from PySide6.QtWidgets import QLabel, QProgressBar

from alongside_ui.widgets.button import Button
from alongside_ui.widgets.progress import ProgressDialog
from ui.hands import dialog, focus, name_of, press, settle


@pytest.fixture
def progress(stage) -> ProgressDialog:
    window = stage(Button("Behind"))
    progress = ProgressDialog(
        window, "Printing", lambda done, of, what: f"{done} of {of}: claim {what}"
    )
    progress.open()
    settle()
    return progress


def said(progress: ProgressDialog) -> str:
    return " ".join(label.text() for label in progress.findChildren(QLabel))


def test_how_far_it_is_stands_there_in_words(progress: ProgressDialog):
    progress.move_on(3, 12, "26-0003")
    settle()
    assert "3 of 12: claim 26-0003" in said(progress)
    bar = progress.findChild(QProgressBar)
    assert (bar.value(), bar.maximum(), name_of(bar)) == (3, 12, "Printing")
    progress.finish()


def test_another_thread_may_tell_how_far_it_is(progress: ProgressDialog):
    thread = Thread(target=progress.move_on, args=(5, 10, "x"))
    thread.start()
    thread.join()
    settle()
    assert progress.findChild(QProgressBar).value() == 5
    progress.finish()


@pytest.mark.parametrize("key", ["Escape", "Return"])
def test_escape_and_enter_ask_the_work_to_stop_and_wait_for_it(progress: ProgressDialog, key: str):
    assert name_of(focus()) == "Stop"
    assert not progress.is_stopped()
    press(key)
    assert progress.is_stopped()
    assert "Stopping…" in said(progress)
    assert dialog() is progress, "it closes when the work has come back"
    progress.move_on(4, 12, "26-0004")
    settle()
    assert "Stopping…" in said(progress)
    progress.finish()
    settle()
    assert dialog() is None
