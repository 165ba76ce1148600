"""What the tests of the screen may ask for: a window on real records, with a look that is fixed."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QStandardPaths
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QWidget

from alongside import keys, paths, settings
from alongside.office import Office
from alongside_ui.doorway import Doorway
from alongside_ui.look import Look
from alongside_ui.main_window import MainWindow
from alongside_ui.preferences import Preferences
from alongside_ui.widgets.context_keys import ContextKeys
from alongside_ui.widgets.focus_ring import FocusRings
from alongside_ui.widgets.in_sight import InSight
from ui.hands import settle

if os.environ.get("QT_QPA_PLATFORM", "offscreen") == "offscreen":
    # Qt's screen that nobody sees is 800 x 800; ours is that of an old laptop.
    screen = os.path.relpath(Path(__file__).with_name("screen.json"))
    os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={screen}"


@pytest.fixture(scope="session")
def look(qapp: QApplication) -> Look:
    """Return the look of the application, with rings around what has the keyboard."""
    look = Look.of(qapp)
    FocusRings(qapp, look)
    ContextKeys(qapp)
    InSight(qapp)
    QAccessible.setActive(True)
    return look


@pytest.fixture(autouse=True)
def outer_doors(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Keep every test away from the folders of whoever runs it."""
    for name in ("data_folder", "log_folder"):
        monkeypatch.setattr(paths, name, lambda: tmp_path)


@pytest.fixture(autouse=True)
def documents(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Keep every test away from the documents of whoever runs it; return where papers go."""
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda _kind: str(tmp_path))
    return tmp_path


@pytest.fixture(autouse=True)
def no_stray_windows(qapp: QApplication) -> Iterator[None]:
    """Fail a test that leaves a window behind."""
    before = set(_windows())
    yield
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    stray = [f"{type(w).__name__} “{w.windowTitle()}”" for w in _windows() if w not in before]
    assert not stray, f"left behind: {stray}"


@pytest.fixture
def settings_file(tmp_path: Path) -> Path:
    """Return the file of this person's settings; the theme in it is light."""
    file = tmp_path / "settings.json"
    settings.save(file, settings.Settings(theme="light", who="Sam"))
    return file


@pytest.fixture
def preferences(settings_file: Path, look: Look) -> Preferences:
    return Preferences(settings_file, look)


@pytest.fixture
def bare_window(no_stray_windows: None, preferences: Preferences) -> Iterator[MainWindow]:
    """Give the window while no records are open, shown and with the keyboard."""
    window = MainWindow(preferences)
    window.show()
    window.activateWindow()
    settle()
    yield window
    settle()
    window.close()
    window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def data_file(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """Return records of the test’s own, closed: new ones, or the demo for `full_window`."""
    kept = "demo" if "full_window" in request.fixturenames else "fresh"
    return request.getfixturevalue(kept).copy_to(tmp_path)


@pytest.fixture
def keyring(keyring, monkeypatch: pytest.MonkeyPatch):
    """Stand at the outer door: the login's keyring keeps its secrets in memory."""
    monkeypatch.setattr(keys, "SystemKeyring", lambda: keyring)
    return keyring


@pytest.fixture
def come_in(bare_window: MainWindow, keyring) -> Callable[[Path], Doorway]:
    """Return a way to come in by the doorway, as the program does when it starts."""

    def come(file: Path) -> Doorway:
        doorway = Doorway(bare_window, file)
        doorway.open()
        settle()
        return doorway

    return come


@pytest.fixture
def window(office: Office, bare_window: MainWindow) -> MainWindow:
    """Give the window on the open office."""
    bare_window.show_office(office)
    settle()
    return bare_window


@pytest.fixture
def full_window(window: MainWindow) -> MainWindow:
    """Give the window on the demo organisation: every list has something in it."""
    return window


@pytest.fixture(params=[False, True], ids=["usual words", "easy words"])
def either_window(full_window: MainWindow, request: pytest.FixtureRequest) -> MainWindow:
    """Give the window on the demo organisation in the usual words, and once more in easy ones."""
    full_window.preferences.change(easy_words=request.param)
    settle()
    return full_window


def _windows() -> list[QWidget]:
    return QApplication.topLevelWidgets()
