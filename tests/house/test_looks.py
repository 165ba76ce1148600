"""Colours and spacing stand in one place, so that a theme or a larger text changes all of it."""

import ast
import re

import pytest

from house.source import RESOURCES, called, modules

LOOKS = {"alongside_ui.theme", "alongside_ui.style", "alongside_ui.look"}
SCREEN = tuple(m for m in modules("alongside_ui") if m.name not in LOOKS)
PAPER = {"alongside_ui.widgets.paper", "alongside_ui.settings.partner_page_view"}
"""Ink is black and paper white, whatever the theme."""


def texts(module):
    return (n for n in module.nodes(ast.Constant) if isinstance(n.value, str))


def test_no_colour_stands_outside_the_theme():
    hexadecimal = re.compile(r"#[0-9a-fA-F]{3}([0-9a-fA-F]{3}){0,2}\b|\brgba?\(")
    assert not [m.at(node) for m in SCREEN for node in texts(m) if hexadecimal.search(node.value)]
    assert not [
        m.at(call)
        for m in SCREEN
        for call in m.calls("QColor", "fromRgb", "setRgb")
        if any(isinstance(part, ast.Constant) for part in call.args)
    ]


def test_no_named_colour_of_qt_stands_outside_the_theme():
    """Transparent is no colour, and paper has its own two."""
    assert not [
        m.at(node)
        for m in SCREEN
        if m.name not in PAPER
        for node in m.nodes(ast.Attribute)
        if "GlobalColor." in ast.unparse(node) and node.attr != "transparent"
    ]


def test_no_style_sheet_stands_outside_the_theme():
    assert not [m.at(call) for m in SCREEN for call in m.calls("setStyleSheet")]
    pixels = re.compile(r"\b\d+(px|pt)\b")
    assert not [m.at(node) for m in SCREEN for node in texts(m) if pixels.search(node.value)]


def test_spacing_comes_from_the_one_scale():
    """Nothing is a number of its own but 0."""
    assert not [
        f"{m.at(call)} {ast.unparse(call)}"
        for m in SCREEN
        for call in m.calls("setSpacing", "setContentsMargins", "setHorizontalSpacing",
                            "setVerticalSpacing", "addSpacing")
        for number in call.args
        if isinstance(number, ast.Constant) and number.value
    ]  # fmt: skip


def test_no_size_of_text_is_a_number_of_points():
    """It is a share of the size that the person chose."""
    assert not [
        m.at(call)
        for m in SCREEN
        for call in m.calls("setPointSize", "setPointSizeF", "setPixelSize", "QFont")
        if m.name not in PAPER and any(isinstance(part, ast.Constant) for part in call.args)
    ]


def test_nothing_is_placed_by_hand():
    """Everything is laid out: only what paints itself over something else is placed."""
    assert not [
        m.at(call)
        for m in SCREEN
        for call in m.calls("move", "setGeometry")
        if any(isinstance(part, ast.Constant) and part.value for part in call.args)
    ]


@pytest.mark.parametrize("icon", sorted((RESOURCES / "icons").glob("*.svg")), ids=lambda i: i.name)
def test_an_icon_takes_its_colour_from_the_theme(icon):
    drawn = icon.read_text(encoding="utf-8")
    if icon.name != "app.svg":  # the program's own picture, which the system shows
        assert "currentColor" in drawn
        assert not re.search(r"#[0-9a-fA-F]{3,6}\b", drawn)


def test_every_key_is_bound_where_the_commands_are():
    """But for Ctrl+Enter, which presses the main button of whatever dialog is open."""
    assert not [
        f"{m.at(call)} {called(call)}"
        for m in SCREEN
        if not m.is_in("alongside_ui.window_actions", "alongside_ui.widgets.dialog")
        for call in m.calls("QShortcut", "setShortcut", "setShortcuts")
    ]
