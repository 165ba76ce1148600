"""Dialogs: Enter saves, Esc leaves, a slip loses nothing, and the safe answer is the easy one."""

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtWidgets import QWidget

from alongside.domain.change import Change
from alongside.domain.errors import UserError, WorldError
from alongside_ui.operations import Operations
from alongside_ui.widgets.button import Button
from alongside_ui.widgets.dialog import FormDialog, Verb, ask
from ui.hands import (
    answer,
    dialog,
    error_under,
    focus,
    go_to,
    name_of,
    press,
    settle,
    strike,
    type_in,
    words_of,
)


class Kitchen:
    """A service that bakes; it refuses what cannot be baked."""

    def __init__(self) -> None:
        self.baked: list[str] = []

    def bake(self, name: str) -> Change:
        if name == "stone":
            raise UserError("name", "A stone cannot be baked.")
        if name == "nothing":
            raise UserError("", "The cupboard is bare.")
        if name == "power cut":
            raise WorldError("The oven is cold.", "Wait for the power.")
        self.baked.append(name)
        return Change(f"{name} baked")


class CakeDialog(FormDialog):
    """One line, saved by the kitchen."""

    def __init__(self, operations: Operations, parent: QWidget, kitchen: Kitchen) -> None:
        super().__init__(operations, parent, "Bake a cake", "It takes an hour.", "Bake")
        self._kitchen = kitchen
        self.form.text("name", "Name of the cake")
        self.form.long_text("notes", "Notes")

    def collect(self, values: dict[str, Any]) -> tuple[Verb, Any]:
        if not values["name"]:
            raise UserError("name", "Type a name.")
        return self._kitchen.bake, values["name"]


@pytest.fixture
def kitchen() -> Kitchen:
    return Kitchen()


@pytest.fixture
def window(stage) -> Iterator[QWidget]:
    yield stage(Button("Behind"))
    if dialog() is not None:
        dialog().close()


@pytest.fixture
def operations(window: QWidget) -> Iterator[Operations]:
    """Give a queue of work that `settle` knows nothing of, so each test waits for it."""
    operations = Operations(window)
    yield operations
    operations.settle()
    operations._worker.shutdown()


@pytest.fixture
def cake(operations: Operations, window: QWidget, kitchen: Kitchen) -> CakeDialog:
    cake = CakeDialog(operations, window, kitchen)
    cake.start()
    settle()
    return cake


def save(operations: Operations, *keys: str) -> None:
    for each in keys:
        strike(each)
    operations.settle()
    settle()


def test_the_keyboard_starts_in_the_first_field(cake: CakeDialog):
    assert name_of(focus()) == "Name of the cake"
    assert cake.accessibleDescription() == "It takes an hour."


def test_enter_in_a_field_saves_and_closes(
    cake: CakeDialog, operations: Operations, kitchen: Kitchen
):
    type_in("Parkin")
    save(operations, "Return")
    assert kitchen.baked == ["Parkin"]
    assert dialog() is None


def test_ctrl_enter_saves_from_a_field_where_enter_starts_a_line(
    cake: CakeDialog, operations: Operations, kitchen: Kitchen
):
    type_in("Parkin")
    go_to("Notes")
    type_in("dark")
    press("Return")
    assert kitchen.baked == []
    save(operations, "Ctrl+Return")
    assert kitchen.baked == ["Parkin"]


def test_a_mistake_found_by_the_service_is_said_under_the_field(
    cake: CakeDialog, operations: Operations, kitchen: Kitchen
):
    type_in("stone")
    save(operations, "Return")
    assert error_under("Name of the cake") == "A stone cannot be baked."
    assert focus().text() == "stone"
    type_in("Parkin")
    save(operations, "Return")
    assert kitchen.baked == ["Parkin"]


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("nothing", "The cupboard is bare."),
        ("power cut", "The oven is cold. Wait for the power."),
    ],
)
def test_what_belongs_to_no_field_is_said_in_a_box_and_typing_goes_on(
    cake: CakeDialog, operations: Operations, typed: str, words: str
):
    type_in(typed)
    save(operations, "Return")
    assert words_of(dialog()) == words
    press("Escape")
    assert dialog() is cake
    assert cake.form["name"].text() == typed
    assert go_to("Bake").isEnabled()


def test_enter_twice_saves_once(cake: CakeDialog, operations: Operations, kitchen: Kitchen):
    type_in("Parkin")
    save(operations, "Return", "Return")
    assert kitchen.baked == ["Parkin"]


def test_escape_with_nothing_typed_leaves(cake: CakeDialog):
    press("Escape")
    assert dialog() is None


def test_escape_with_something_typed_asks_and_keeps_it_unless_told_otherwise(cake: CakeDialog):
    type_in("Par")
    press("Escape", "Return")
    assert dialog() is cake
    assert cake.form["name"].text() == "Par"
    press("Escape")
    answer("Throw away")
    assert dialog() is None


def test_cancel_does_what_escape_does(cake: CakeDialog):
    type_in("Par")
    answer("Cancel")
    assert words_of(dialog()) == "Throw away what you typed? It has not been saved."
    answer("Throw away")
    assert dialog() is None


@pytest.mark.parametrize("key", ["Return", "Escape", "Space"])
def test_the_easy_answer_to_a_question_is_the_safe_one(window: QWidget, key: str):
    done: list[str] = []
    ask(
        window, "Burn it?", "That is for ever.", yes="Burn", no="Keep",
        then=lambda: done.append("burnt"),
    )  # fmt: skip
    settle()
    press(key)
    assert dialog() is None
    assert done == []


def test_the_other_answer_does_what_was_asked(window: QWidget, qtbot):
    done: list[str] = []
    ask(
        window, "Burn it?", "That is for ever.", yes="Burn", no="Keep",
        then=lambda: done.append("burnt"),
    )  # fmt: skip
    settle()
    press("Alt+B")
    qtbot.waitUntil(lambda: done == ["burnt"])  # a letter shows the button going down first
    assert dialog() is None
