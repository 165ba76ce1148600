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


@pytest.mark.long
@pytest.mark.measures("cut", "extents", "targets")
@pytest.mark.parametrize("size", [100, 200, 300])
def test_nothing_is_cut_or_out_of_sight_at_any_size_of_text(either_window: MainWindow, size: int):
    either_window.preferences.change(text_size=size)
    found: list[str] = []

    def look_at(box: QWidget, place: str) -> None:
        found.extend(faults(box, place))

    assert visit(either_window, look_at) + visit_rest(either_window, look_at) > 35
    assert found == []


@pytest.mark.long
@pytest.mark.measures("targets")
def test_large_targets_are_44_pixels_high(either_window: MainWindow):
    either_window.preferences.change(large_targets=True)
    found: list[str] = []

    def look_at(box: QWidget, place: str) -> None:
        found.extend(faults(box, place, target=LARGE_TARGET))

    visit(either_window, look_at)
    either_window.preferences.change(large_targets=False)
    assert found == []


@pytest.mark.long
@pytest.mark.measures("cut", "extents", "targets")
@pytest.mark.parametrize("scale", [2, 4])
def test_everything_fits_a_screen_of_1280_by_1024_at_any_scale(tmp_path: Path, scale: int):
    assert visited(tmp_path, "100 usual", "100 easy", scale=scale) == []


@pytest.mark.long
@pytest.mark.measures("cut", "extents")
def test_a_language_40_per_cent_longer_than_english_fits(tmp_path: Path):
    assert visited(tmp_path, "100 usual", "200 usual", language="pseudo") == []


@pytest.mark.long
@pytest.mark.measures("cut", "extents")
def test_everything_the_other_way_round_does_not_break(tmp_path: Path):
    assert visited(tmp_path, "100 usual", language="right-to-left") == []


def visited(tmp_path: Path, *looks: str, scale: int = 1, language: str = "en") -> list[str]:
    """Return what a program of its own finds cut or out of sight on a screen of 1280 by 1024.

    It goes everywhere once for each of `looks`: “200 easy” is text at 200 per cent, in easy words.
    """
    screen = {"name": "small", "x": 0, "y": 0, "width": 1280, "height": 1024,
              "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}  # fmt: skip
    (tmp_path / "screen.json").write_text(json.dumps({"screens": [screen]}), encoding="utf-8")
    told = os.environ | {
        "QT_QPA_PLATFORM": "offscreen:configfile=screen.json", "QT_SCALE_FACTOR": str(scale),
        "PYTHONPATH": os.pathsep.join(sys.path), "HOME": str(tmp_path),
        "XDG_CONFIG_HOME": str(tmp_path), "XDG_DATA_HOME": str(tmp_path),
    }  # fmt: skip
    done = subprocess.run(
        [sys.executable, str(PROGRAM), str(tmp_path), language, *looks],
        cwd=tmp_path, env=told,
        capture_output=True, text=True, check=False, timeout=480,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr[-2000:]
    lines = [line for line in done.stdout.splitlines() if line]
    counts = [int(line.split()[0]) for line in lines if line.endswith(" dialogs")]
    assert len(counts) == len(looks)
    assert min(counts) > 35
    return [line for line in lines if not line.endswith(" dialogs")]


@pytest.mark.parametrize(
    ("kept", "scale"),
    [(100, 100), (150, 150), (225, 225), (99, 100), (226, 100), (None, 100), ("150", 100)],
)
def test_the_size_of_text_set_in_windows_is_taken_if_it_makes_sense(kept, scale):
    assert windows.scale_from(kept) == scale


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has one")
def test_elsewhere_windows_is_not_asked():
    assert windows.text_scale() == 100
