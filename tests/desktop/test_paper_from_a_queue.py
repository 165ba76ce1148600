"""What comes out of a real print queue is what went in: every page, with its boxes and lines."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image, ImageDraw, ImageFilter

from desktop import own_printer
from desktop.own_desktop import Desktop
from desktop.own_printer import OwnPrinter
from desktop.seen import Seen, start

pytestmark = pytest.mark.long

_DARK, _LIGHT, _NEAR = 100, 160, 7
"""A dot darker than the first is ink; none is near where, 3 dots around, all is lighter."""
_DOTS_TO_AN_INCH = 144
_MARGIN = 108


@pytest.fixture(scope="module")
def printer(computer: None) -> Iterator[OwnPrinter]:
    lacks = own_printer.missing() if sys.platform == "linux" else ["Linux"]
    if lacks and os.environ.get("CI", "").lower() in {"1", "true"}:
        pytest.fail(f"a real printer needs {', '.join(lacks)}")
    if lacks:
        pytest.skip(f"a real printer needs {', '.join(lacks)}")
    with OwnPrinter() as made:
        yield made


@pytest.fixture(scope="module")
def office(printer: OwnPrinter) -> Iterator[Seen]:
    """Give the program on the page of claims, on a desktop that knows of the printer."""
    with Desktop(told=printer.environ) as desktop:
        for seen in start(desktop):
            seen.press("ctrl+5")
            seen.wait_for("Claims")
            yield seen


@pytest.fixture(scope="module")
def file(office: Seen) -> Path:
    """Return the form as a file in standard print, made by keyboard."""
    office.press("ctrl+p")
    office.wait_for("Print claim forms")
    office.press("Down", "Tab", "Down")  # only that one; standard print
    office.hear("printed to", "Return")
    (made,) = (office.desktop.folder / "home").rglob("*.pdf")
    return made


def ask_to_print(office: Seen) -> None:
    """Choose the same form for the printer, and come to the printer's own dialog."""
    office.press("ctrl+p")
    office.wait_for("Print claim forms")
    office.press("Down", "Tab", "Down", "Tab", "Down", "Return")
    office.wait_for("Printer")


def pages_of(file: Path, folder: Path) -> list[Image.Image]:
    folder.mkdir()
    command = [
        "pdftoppm",
        "-q",
        "-r",
        str(_DOTS_TO_AN_INCH),
        "-gray",
        str(file),
        str(folder / "page"),
    ]
    subprocess.run(command, check=True, timeout=60)
    return [Image.open(place).convert("L") for place in sorted(folder.iterdir())]


def lost(one: Image.Image, other: Image.Image) -> int:
    """Return how many dark dots of `one` have none near them in `other`."""
    near = other.filter(ImageFilter.MinFilter(_NEAR))
    return sum(ink < _DARK and found > _LIGHT for ink, found in zip(
        one.tobytes(), near.crop((0, 0, *one.size)).tobytes(), strict=True))  # fmt: skip


def are_same(one: Image.Image, other: Image.Image) -> bool:
    """Return whether all that is on each of two pages is on the other, at the same place."""
    assert all(abs(a - b) <= 1 for a, b in zip(one.size, other.size, strict=True))
    return lost(one, other) == lost(other, one) == 0


def without_its_first_box(page: Image.Image) -> Image.Image:
    """Return a page without its first box to tick: the first long upright line at the margin."""
    for x in range(_MARGIN - 3, _MARGIN + 3):
        column = page.crop((x, 0, x + 1, page.height)).tobytes()
        if found := re.search(rb"[\x00-\x64]{24,}", column):
            emptied = page.copy()
            box = (x - 4, found.start() - 6, x + 40, found.start() + 40)
            ImageDraw.Draw(emptied).rectangle(box, fill=255)
            return emptied
    raise AssertionError("there is no box to tick on this page")


def test_the_printers_fields_have_names_and_the_keyboard_comes_to_each(file: Path, office: Seen):
    ask_to_print(office)
    office.press("Tab", "Down")  # pages: only some
    names = [name for stop in range(9) if (name := office.focus("Tab").name)]
    office.press("Escape")
    office.wait_for("Claims")
    for wanted in ("From page", "To page", "Copies", "Print on both sides", "Print", "Cancel"):
        assert any(name.startswith(wanted) for name in names), names
    assert any("Printer" in name or own_printer.NAME in name for name in names), names


def test_the_form_that_comes_out_is_the_form_that_was_made(
    file: Path, office: Seen, printer: OwnPrinter, tmp_path: Path
):
    ask_to_print(office)
    office.hear("printed", "Return")
    job = next(printer.jobs)
    made, out = (
        pages_of(place, tmp_path / name)
        for name, place in (("in", file), ("out", printer.paper(job)))
    )
    assert len(made) == len(out) >= 2
    assert all(are_same(one, other) for one, other in zip(made, out, strict=True))
    told = printer.told(job)
    assert told["copies"] in {"1", "-"}  # one is not always said
    assert told["sides"] == "one-sided"
    # This test has good eyes: it sees that one box to tick is not there.
    assert not are_same(made[-1], without_its_first_box(out[-1]))


def test_pages_copies_and_both_sides_reach_the_queue(
    file: Path, office: Seen, printer: OwnPrinter, tmp_path: Path
):
    ask_to_print(office)
    office.press("Tab", "Down", "Tab", "ctrl+a")
    office.desktop.type("2")
    office.press("Tab", "ctrl+a")
    office.desktop.type("2")
    office.press("Tab", "ctrl+a")
    office.desktop.type("3")
    office.press("Tab", "space")
    office.hear("printed", "Return")
    job = next(printer.jobs)
    made, out = (
        pages_of(place, tmp_path / name)
        for name, place in (("in", file), ("out", printer.paper(job)))
    )
    told = printer.told(job)
    assert (told["sides"], told["ranges"]) == ("two-sided-long-edge", "-")
    shown = [page for page in out if page.getextrema()[0] < 128]  # the backs stay empty
    assert len(shown) == 3
    assert all(are_same(made[1], page) for page in shown)
