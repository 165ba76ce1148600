"""Every command has help, and a key that no other command has."""

import ast
import re
from collections import Counter

import pytest
from PySide6.QtGui import QKeySequence

from alongside.domain.headings import slug
from alongside_ui.actions import Command, commands
from alongside_ui.shortcuts.keys import is_reserved
from house.source import RESOURCES, modules

HELP = RESOURCES / "help" / "en"
MADE = {"keyboard"}
"""Pages of help that are made from the commands themselves."""


def key_of(command: Command) -> str:
    """Return a command's key as Qt writes it, so that Ctrl+Shift+A and Shift+Ctrl+A are one."""
    return QKeySequence(command.shortcut).toString(QKeySequence.SequenceFormat.PortableText)


def headings(page: str) -> set[str]:
    text = (HELP / f"{page}.md").read_text(encoding="utf-8")
    return {slug(words) for words in re.findall(r"^#+ (.+)$", text, re.MULTILINE)}


def is_there(place: str) -> bool:
    """Return whether help has this page, and the heading after # if one is named."""
    page, _hash, heading = place.partition("#")
    if page in MADE:
        return heading in {"", "type-what-you-want-to-do", "change-keys"}
    return (HELP / f"{page}.md").is_file() and (not heading or heading in headings(page))


@pytest.mark.parametrize("command", commands(), ids=lambda command: command.id)
def test_every_command_has_its_page_and_heading_of_help(command):
    assert is_there(command.help)


def test_no_command_is_there_twice():
    assert not [name for name, n in Counter(c.id for c in commands()).items() if n > 1]
    places = Counter((c.section, c.words) for c in commands())
    assert not [place for place, n in places.items() if n > 1]


def test_every_command_has_a_key():
    assert not [command.id for command in commands() if not command.shortcut]


def test_every_key_is_one_that_qt_knows():
    assert not [command.id for command in commands() if command.shortcut and not key_of(command)]


def test_no_key_is_bound_twice():
    keys = Counter(
        QKeySequence(keys).toString(QKeySequence.SequenceFormat.PortableText)
        for command in commands()
        for keys in (command.shortcut, *command.also)
    )
    keys.update(["Ctrl+Return", "Ctrl+Enter"])  # the main button of any dialog
    assert not [key for key, number in keys.items() if number > 1]


def test_a_single_letter_counts_only_in_its_list():
    """Else nobody could type it, and voice control would set off commands by chance."""
    for command in commands():
        is_single = "+" not in key_of(command) and not re.fullmatch(r"F\d+", key_of(command))
        assert is_single == command.is_local, command.id


def test_every_page_and_dialog_leads_to_help_that_is_there():
    places = [
        (module.at(node), node.value.value)
        for module in modules("alongside_ui")
        for kind in module.nodes(ast.ClassDef)
        for node in kind.body
        if isinstance(node, ast.Assign | ast.AnnAssign)
        and ast.unparse(getattr(node, "target", None) or node.targets[0]) == "help"
        and isinstance(node.value, ast.Constant)
    ]
    assert places
    assert not [at for at, place in places if not is_there(place)]


def test_every_error_that_names_help_names_a_page_that_is_there():
    wrong = []
    for module in modules():
        for call in module.calls("UserError", "WorldError"):
            named = [word.value for word in call.keywords if word.arg == "help"] + call.args[2:]
            places = [node.value for node in named if isinstance(node, ast.Constant)]
            wrong += [module.at(call) for place in places if place and not is_there(place)]
    assert not wrong


@pytest.mark.parametrize("page", sorted(HELP.glob("*.md")), ids=lambda page: page.name)
def test_every_link_of_help_leads_somewhere(page):
    links = re.findall(r"\]\(([^)#]*?)(?:\.md)?(#[^)]*)?\)", page.read_text(encoding="utf-8"))
    for name, anchor in links:
        if "//" not in name:
            assert is_there(f"{name or page.stem}{anchor}"), f"{name}{anchor}"


def test_every_page_of_help_can_be_reached_from_its_first_page():
    linked = (HELP / "index.md").read_text(encoding="utf-8")
    assert not [p.stem for p in HELP.glob("*.md") if p.stem != "index" and p.stem not in linked]


def test_no_key_is_one_that_a_screen_reader_or_the_system_needs():
    mine = [(c.id, keys) for c in commands() for keys in (key_of(c), *c.also)]
    assert not [each for each in mine if is_reserved(each[1])]
