"""Help by keyboard: the page for where one is, links, Back, and Esc to go on working."""

import pytest

from alongside.domain.headings import slug
from alongside_resources import path
from alongside_ui.help.dialog import HelpDialog
from alongside_ui.main_window import MainWindow
from builders import add_group, add_meeting, add_person
from ui.hands import answer, focus, go_to, name_of, press


def shown(window: MainWindow) -> HelpDialog | None:
    found = [child for child in window.findChildren(HelpDialog) if child.isVisible()]
    assert len(found) <= 1
    return found[0] if found else None


@pytest.mark.parametrize(
    ("keys", "title"),
    [
        (("Ctrl+2",), "Meetings"),
        (("Ctrl+3",), "People"),
        (("Ctrl+4",), "Groups"),
        (("Ctrl+5",), "Claims"),
        (("Ctrl+7",), "History"),
        (("Ctrl+8",), "Settings"),
        (("Ctrl+2", "Return"), "Register"),
    ],
)
def test_f1_opens_the_help_of_the_page(
    window: MainWindow, office, keys: tuple[str, ...], title: str
):
    add_meeting(office, add_group(office, add_person(office)))
    press(*keys, "F1")
    assert shown(window).windowTitle() == f"Help: {title}"
    assert name_of(focus()) == title
    assert focus().hasFocus()
    press("Escape")
    assert shown(window) is None


def test_the_keyboard_goes_back_where_it_was(window: MainWindow):
    press("Ctrl+3", "F1", "Escape")
    assert name_of(focus()) == "Name to find"


def test_a_link_is_followed_with_tab_and_enter_and_back_returns(window: MainWindow):
    press("Shift+F1")
    assert shown(window).windowTitle() == "Help"
    press("Tab", "Return")
    first_link = "Getting started"
    assert shown(window).windowTitle() == f"Help: {first_link}"
    answer("Back")
    assert shown(window).windowTitle() == "Help"
    press("Escape")


def test_all_of_help_is_one_button_away(window: MainWindow):
    press("Ctrl+3", "F1")
    answer("All of help")
    assert shown(window).windowTitle() == "Help"
    go_to("Close")
    press("Return")
    assert shown(window) is None


def test_every_link_of_every_page_leads_somewhere(window: MainWindow):
    press("Shift+F1")
    help_window = shown(window)
    for page in path("help/en").iterdir():
        help_window.go(page.name.removesuffix(".md"))
        block = help_window.browser.document().begin()
        while block.isValid():
            for piece in _pieces(block):
                link = piece.charFormat().anchorHref()
                if link and "://" not in link and not link.startswith("#"):
                    name, _hash, heading = link.replace(".md", "").partition("#")
                    help_window.go(name)
                    assert not heading or heading in _headings(help_window), f"{page.name}: {link}"
                    help_window.go(page.name.removesuffix(".md"))
            block = block.next()
    press("Escape")


def test_a_heading_asked_for_is_where_reading_starts(window: MainWindow):
    press("Shift+F1")
    help_window = shown(window)
    help_window.go("register#walk-ins")
    assert slug(help_window.browser.textCursor().block().text()) == "walk-ins"
    press("Escape")


def _pieces(block):
    iterator = block.begin()
    found = []
    while not iterator.atEnd():
        found.append(iterator.fragment())
        iterator += 1
    return found


def _headings(help_window: HelpDialog) -> set[str]:
    document = help_window.browser.document()
    blocks = (document.findBlockByNumber(n) for n in range(document.blockCount()))
    return {slug(block.text()) for block in blocks if block.blockFormat().headingLevel()}
