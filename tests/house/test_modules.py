"""How a file of the house is written: why it exists, short, plainly named, true to its place."""

import ast
import re

import pytest

from house.source import ROOT, Module, modules, room_files

LONGEST = 250
"""Lines. Size is a smell, not a law: the few that are longer have a reason here."""

MAY_BE_LONGER = {"alongside.store.migrations.versions"}
"""A migration is the whole schema of its day, written by a machine and never changed again."""

FORBIDDEN_NAMES = {"handle", "process", "manage", "manager", "utils", "helpers", "common"}
MAY_BE_NAMED = {"process_bind_param", "process_result_value"}
"""What SQLAlchemy calls the two ways through a column type."""

BROAD = {"Exception", "BaseException"}


def defined(module: Module):
    """Yield the nodes that give something a name, and the name."""
    for node in ast.walk(module.tree):
        if isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            yield node, node.name
        elif isinstance(node, ast.arg):
            yield node, node.arg
        elif isinstance(node, ast.Name | ast.Attribute) and isinstance(node.ctx, ast.Store):
            yield node, node.id if isinstance(node, ast.Name) else node.attr


def words_in(name: str) -> set[str]:
    """Return the words of a name: ClaimManager is claim and manager."""
    spaced = re.sub(r"([a-z])([A-Z])", r"\1 \2", name).replace("_", " ")
    return set(spaced.replace(".", " ").casefold().split())


def test_every_file_opens_with_one_sentence_that_says_why_it_exists():
    wrong = []
    for module in modules():
        first = " ".join((ast.get_docstring(module.tree) or "").split("\n\n")[0].split())
        if not first.endswith(".") or re.search(r"[.?!] [A-Z]", first):
            wrong.append(f"{module.at()} {first}")
    assert not wrong


@pytest.mark.parametrize("room", ["app", "ui", "resources"])
def test_no_file_is_longer_than_can_be_taken_in(room):
    assert not [
        f"{module.at()} has {len(module.text.splitlines())} lines"
        for module in modules()
        if module.path.is_relative_to(ROOT / room)
        and not module.is_in(*MAY_BE_LONGER)
        and len(module.text.splitlines()) > LONGEST
    ]


def test_no_name_hides_what_a_thing_does():
    assert not [
        f"{module.at(node)} {name}"
        for module in modules()
        for node, name in [(None, module.name), *defined(module)]
        if words_in(name) & FORBIDDEN_NAMES and name not in MAY_BE_NAMED
    ]


def test_what_is_public_says_what_it_does():
    def public(nodes):
        for node in nodes:
            if not isinstance(node, ast.ClassDef | ast.FunctionDef) or node.name.startswith("_"):
                continue
            yield node
            if isinstance(node, ast.ClassDef):
                yield from public(node.body)

    assert not [
        f"{module.at(node)} {node.name}"
        for module in modules()
        for node in public(module.tree.body)
        if not ast.get_docstring(node)
    ]


def test_every_mistake_is_caught_in_two_places_only():
    """Elsewhere it may only be caught to tidy up, and must go on."""
    wrong = []
    for module in modules():
        for node in module.nodes(ast.ExceptHandler):
            caught = {"Exception"} if node.type is None else _names(node.type)
            goes_on = isinstance(node.body[-1], ast.Raise) and node.body[-1].exc is None
            if caught & BROAD and not (caught == {"BaseException"} and goes_on):
                wrong += [] if _is_last_resort(module) else [module.at(node)]
        for call in module.calls("suppress"):
            wrong += [module.at(call) for name in map(_names, call.args) if name & BROAD]
    assert not wrong


def test_nothing_is_left_to_be_done_later():
    later = re.compile("TO" + "DO|FIX" + "ME|NotImplemented" + "Error")
    assert not [p for p in room_files(".py", ".md") if later.search(p.read_text(encoding="utf-8"))]


def test_no_file_tells_of_the_machine_it_was_written_on():
    told = re.compile(
        "/wo" + r"rk/|/ro" + r"ot/|/ho" + r"me/\w|Anth" + "ropic|Cla" + "ude|Chat" + "GPT"
        "|language " + r"model|\bA" + r"I\b|\bsub" + "agent"
    )
    endings = (".py", ".md", ".toml", ".txt", ".mako", ".svg", "")
    assert not [
        f"{path.relative_to(ROOT)} {found[0]}"
        for path in room_files(*endings)
        if (found := told.search(path.read_text(encoding="utf-8")))
    ]


def test_no_test_puts_something_false_in_the_place_of_our_own_code():
    mocks = re.compile(r"^\s*(from unittest|import unittest|import mock|from mock)", re.MULTILINE)
    tests = [path for path in room_files(".py") if path.is_relative_to(ROOT / "tests")]
    assert not [path for path in tests if mocks.search(path.read_text(encoding="utf-8"))]


def _names(node: ast.expr) -> set[str]:
    return {inner.id for inner in ast.walk(node) if isinstance(inner, ast.Name)}


def _is_last_resort(module: Module) -> bool:
    return module.name in {"alongside_ui.operations", "alongside_ui.errors"}
