"""Work off the screen's thread: in order, told when it is done, and no error is ever lost."""

from collections.abc import Iterator
from threading import get_ident

import pytest

from alongside.domain.change import Change, Kind
from alongside.domain.errors import AlongsideError, UserError, WorldError
from alongside_ui.main_window import MainWindow
from alongside_ui.operations import Operations
from ui.hands import answer, dialog, go_to, press, settle, words_of


@pytest.fixture
def operations(bare_window: MainWindow) -> Iterator[Operations]:
    return bare_window.operations


def refuse(error: BaseException) -> None:
    raise error


def test_work_is_done_on_another_thread_and_comes_back_on_this_one(operations: Operations):
    threads: list[int] = []
    operations.run(
        lambda _request: threads.append(get_ident()), None,
        then=lambda _result: threads.append(get_ident()),
    )  # fmt: skip
    assert operations.is_busy
    operations.settle()
    assert not operations.is_busy
    assert threads[0] != get_ident()
    assert threads[1] == get_ident()


def test_results_come_back_in_the_order_that_was_asked_for(operations: Operations):
    found: list[int] = []
    for number in range(20):
        operations.run(lambda request: request * 2, number, then=found.append)
    operations.settle()
    assert found == [number * 2 for number in range(20)]


def test_a_change_is_said_and_told(operations: Operations):
    change = Change("Ann Lee added", frozenset({Kind.PERSON}))
    told: list[object] = []
    operations.said.connect(lambda words, is_spoken: told.append((words, is_spoken)))
    operations.changed.connect(told.append)
    operations.run(lambda _request: change, None)
    operations.settle()
    assert told == [change, ("Ann Lee added", True)]


def test_pages_know_of_a_change_before_whoever_asked_goes_on(operations: Operations):
    order: list[str] = []
    operations.changed.connect(lambda _change: order.append("pages"))
    operations.run(lambda _request: Change("Done"), None, then=lambda _result: order.append("then"))
    operations.settle()
    assert order == ["pages", "then"]


@pytest.mark.parametrize(
    "error", [UserError("name", "Too short."), WorldError("The disk is full.")]
)
def test_an_error_goes_to_whoever_asked(operations: Operations, error: AlongsideError):
    met: list[AlongsideError] = []
    operations.run(refuse, error, failed=met.append)
    operations.settle()
    assert met == [error]
    assert dialog() is None


def test_an_error_nobody_asked_for_has_a_box_with_what_to_try(operations: Operations):
    operations.run(refuse, WorldError("The disk is full.", "Empty the bin."))
    settle()
    assert words_of(dialog()) == "The disk is full. Empty the bin."
    press("Return")
    assert dialog() is None


def test_a_mistake_of_ours_is_calm_and_says_nothing_of_anybody(operations: Operations, qapp):
    operations.run(refuse, KeyError("Ann Lee, £75.00"), failed=lambda _error: None)
    settle()
    assert words_of(dialog()).startswith("Something went wrong. Your saved work is safe.")
    assert "Traceback" not in words_of(dialog())
    assert "Ann Lee" not in words_of(dialog())
    answer("Copy details")
    assert "KeyError" in qapp.clipboard().text()
    assert "Ann Lee" not in qapp.clipboard().text()
    if dialog() is not None:
        answer("Close")
    assert dialog() is None


def test_work_goes_on_after_a_mistake(operations: Operations):
    operations.run(refuse, ZeroDivisionError())
    found: list[int] = []
    operations.run(lambda request: request, 7, then=found.append)
    settle()
    assert found == [7]
    go_to("Close")
    press("Space")
