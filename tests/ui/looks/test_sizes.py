"""At any size of text and any scale: nothing cut, nothing out of sight, nothing too small."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget

from alongside_ui import windows
from alongside_ui.main_window import MainWindow
from alongside_ui.theme import LARGE_TARGET
from ui.rest_of_screen import visit_rest
from ui.survey import faults
from ui.visitor import visit

PROGRAM = Path(__file__).with_name("small_screen.py")


@pytest.mark.measures("cut", "extents", "targets")
@pytest.mark.parametrize("size", [100, 200, 300])
def test_nothing_is_cut_or_out_of_sight_at_any_size_of_text(either_window: MainWindow, size: int):
    either_window.preferences.change(text_size=size)
    found: list[str] = []

    def look_at(box: QWidget, place: str) -> None:
        found.extend(faults(box, place))

    assert visit(either_window, look_at) + visit_rest(either_window, look_at) > 35
    assert found == []


@pytest.mark.measures("targets")
def test_large_targets_are_44_pixels_high(either_window: MainWindow):
    either_window.preferences.change(large_targets=True)
    found: list[str] = []

    def look_at(box: QWidget, place: str) -> None:
        found.extend(faults(box, place, target=LARGE_TARGET))

    visit(either_window, look_at)
    either_window.preferences.change(large_targets=False)
    assert found == []


@pytest.mark.measures("cut", "extents", "targets")
@pytest.mark.parametrize("words", ["usual", "easy"])
@pytest.mark.parametrize("scale", [2, 4])
def test_everything_fits_a_screen_of_1280_by_1024_at_any_scale(
    tmp_path: Path, scale: int, words: str
):
    assert visited(tmp_path, scale=scale, words=words) == []


@pytest.mark.measures("cut", "extents")
@pytest.mark.parametrize("text_size", [100, 200])
def test_a_language_40_per_cent_longer_than_english_fits(tmp_path: Path, text_size: int):
    assert visited(tmp_path, text_size=text_size, language="pseudo") == []


@pytest.mark.measures("cut", "extents")
def test_everything_the_other_way_round_does_not_break(tmp_path: Path):
    assert visited(tmp_path, language="right-to-left") == []


def visited(
    tmp_path: Path,
    *,
    scale: int = 1,
    text_size: int = 100,
    language: str = "en",
    words: str = "usual",
) -> list[str]:
    """Return what a program of its own finds cut or out of sight on a screen of 1280 by 1024."""
    screen = {"name": "small", "x": 0, "y": 0, "width": 1280, "height": 1024,
              "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}  # fmt: skip
    (tmp_path / "screen.json").write_text(json.dumps({"screens": [screen]}), encoding="utf-8")
    told = os.environ | {
        "QT_QPA_PLATFORM": "offscreen:configfile=screen.json", "QT_SCALE_FACTOR": str(scale),
        "PYTHONPATH": os.pathsep.join(sys.path), "HOME": str(tmp_path),
        "XDG_CONFIG_HOME": str(tmp_path), "XDG_DATA_HOME": str(tmp_path),
    }  # fmt: skip
    done = subprocess.run(
        [sys.executable, str(PROGRAM), str(tmp_path), str(text_size), language, words],
        cwd=tmp_path, env=told,
        capture_output=True, text=True, check=False, timeout=240,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr[-2000:]
    dialogs, *found = done.stdout.strip().splitlines()
    assert int(dialogs.split()[0]) > 35
    return found


@pytest.mark.parametrize(
    ("kept", "scale"),
    [(100, 100), (150, 150), (225, 225), (99, 100), (226, 100), (None, 100), ("150", 100)],
)
def test_the_size_of_text_set_in_windows_is_taken_if_it_makes_sense(kept, scale):
    assert windows.scale_from(kept) == scale


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has one")
def test_elsewhere_windows_is_not_asked():
    assert windows.text_scale() == 100
