"""The words that people meet: the social model's, through gettext, in good typography."""

import ast
import re

import pytest

from house.source import RESOURCES, called, modules, words_of

AVOIDED = re.compile(
    r"""special[ ]needs | (access|support|complex|additional|their|people’s|person’s)[ ]needs
    | needs[ ]of | suffer | wheelchair[- ]bound | confined[ ]to | able[- ]bodied | handicap
    | cripple | people[ ]with[ ]disabilit | person[ ]with[ ]a[ ]disabilit | vulnerable
    | service[ ]user | disability[ ]type | victim | \bcarers?\b | \bthe[ ](blind|deaf)\b
    | \bthe[ ]disabled\b(?![ ]people)""",
    re.IGNORECASE | re.VERBOSE,
)
"""Words to avoid (domain 5.3). The verb is fine: “what needs doing next”."""

SHOWN = {
    (0, 1): r"""QLabel|Q?PushButton|QCheckBox|QRadioButton|QGroupBox|QAction|Button|Title|Heading
        |Column|Change|set(Text|WindowTitle|ToolTip|StatusTip|Title|LabelText|InformativeText
        |AccessibleName|AccessibleDescription|PlaceholderText)|set_title|addMenu|addTab|say|speak
        |say_here|add_button|heading|_fail|_say""",
    (1, 2): r"""UserError|Command|text|long_text|choice|tick|parsed|date|time|length|money|miles
        |custom""",
    (0, 2): "WorldError|WrongKeyError|setWhatsThis",
    (1, 3): "ask",
}
"""By which of their arguments these calls show or speak; others are fields, ids and values."""

SHOWN_BY_NAME = {
    "hint",
    "empty",
    "yes",
    "no",
    "save_words",
    "is_wanted",
    "remedy",
    "help_words",
    "easy",
}

HELP = sorted((RESOURCES / "help").rglob("*.md"))
POLICIES = sorted((RESOURCES / "policies").rglob("*.toml"))


def literal(node: ast.AST) -> str:
    """Return the letters that stand in the code itself, "" if there are none."""
    parts = node.values if isinstance(node, ast.JoinedStr) else [node]
    texts = [p.value for p in parts if isinstance(p, ast.Constant) and isinstance(p.value, str)]
    return "".join(filter(str.isalpha, "".join(texts)))


def shown_by(call: ast.Call):
    """Yield what a call shows or speaks."""
    for (first, last), names in SHOWN.items():
        if re.fullmatch(names, called(call), re.VERBOSE):
            yield from call.args[first:last]
    yield from (each.value for each in call.keywords if each.arg in SHOWN_BY_NAME)


def test_words_on_screen_and_paper_are_those_of_the_social_model():
    assert not [
        f"{module.at(node)} {words}"
        for module in modules()
        for node, words in words_of(module)
        if AVOIDED.search(words)
    ]


def test_the_made_up_people_speak_so_too():
    assert not [
        f"{module.at(node)} {node.value}"
        for module in modules("alongside.demo")
        for node in module.nodes(ast.Constant)
        if isinstance(node.value, str) and AVOIDED.search(node.value)
    ]


@pytest.mark.parametrize("page", [*HELP, *POLICIES], ids=lambda page: page.name)
def test_help_and_policies_are_in_the_words_of_the_social_model(page):
    text = re.sub(r"https?://\S+", "", page.read_text(encoding="utf-8"))
    if page.suffix == ".toml":  # comments quote the titles of sources as they are
        text = "\n".join(line for line in text.splitlines() if not line.startswith("#"))
    assert not AVOIDED.findall(text)


def test_every_word_that_is_shown_goes_through_gettext():
    """But for the demo organisation, whose people and places are made up in English."""
    assert not [
        module.at(node)
        for module in modules("alongside", "alongside_ui")
        if not module.is_in("alongside.demo", "alongside.store.migrations")
        for call in module.nodes(ast.Call)
        for node in shown_by(call)
        if literal(node)
    ]


def test_words_on_screen_have_curly_quotes_and_true_dots():
    """But for what is said about a policy file, which quotes it as it must be typed."""
    straight = re.compile(r"""[A-Za-z]'[a-z]|"\w|\w"|\.\.\.""")
    assert not [
        f"{module.at(node)} {words}"
        for module in modules()
        if not module.name.startswith("alongside.domain.policy")
        for node, words in words_of(module)
        if straight.search(words)
    ]


def test_nothing_on_screen_shouts_or_jokes():
    assert not [
        f"{module.at(node)} {words}"
        for module in modules()
        for node, words in words_of(module)
        if "!" in words or re.search(r"\b(oops|whoops|please wait)\b", words, re.IGNORECASE)
    ]


def test_no_words_for_gettext_stand_inside_another_text():
    """What gathers the words reads an f-string as one text on Python 3.11, and misses them."""
    assert not [
        f"{module.at(call)}: {ast.unparse(call)}"
        for module in modules("alongside", "alongside_ui")
        for whole in module.nodes(ast.JoinedStr)
        for call in ast.walk(whole)
        if isinstance(call, ast.Call) and called(call) in {"_", "ngettext"}
    ]
