"""With a real gnome-keyring: unlocked, locked, wiped, not there, and one that nobody answers."""

import os
import shutil
import sys
import time
from collections.abc import Iterator

import pytest
from own_session import PROGRAMS, Session

WORDS = "walnut harbour kettle velvet anchor pebble quilt"

MAKE = f"""
import sys
from pathlib import Path
from alongside import keys
from alongside.office import Office
Office.create(Path(sys.argv[1]), {WORDS!r}, keys.SystemKeyring()).close()
"""

OPEN = """
import sys, time
from pathlib import Path
from alongside import keys
from alongside.office import Office
keyring, began = keys.SystemKeyring(float(sys.argv[2])), time.monotonic()
words = sys.argv[3] if len(sys.argv) > 3 else None
try:
    Office.open(Path(sys.argv[1]), keyring, words=words).close()
    print("open")
except keys.WrongKeyError as error:
    print(error.words, error.remedy)
took = time.monotonic() - began
assert took < float(sys.argv[2]) + 3, took
assert "keyring" not in sys.modules, "the slow library was loaded for nothing"
"""

WINDOW = """
import sys, time
from pathlib import Path
from PySide6.QtCore import QTimer
from alongside import settings
from alongside_ui.application import make_application
from alongside_ui.doorway import Doorway
from alongside_ui.look import Look
from alongside_ui.main_window import MainWindow
from alongside_ui.preferences import Preferences
application = make_application()
window = MainWindow(Preferences(Path(sys.argv[1]).with_name("s.json"), Look.of(application)))
doorway = Doorway(window, Path(sys.argv[1]))
window.show()
turns, longest, last = 0, 0.0, time.monotonic()
def turn():
    global turns, longest, last
    turns, longest, last = turns + 1, max(longest, time.monotonic() - last), time.monotonic()
    words, asked = window.page().accessibleName(), application.activeModalWidget()
    if "in a window of its own" in words and sys.argv[2] == "close":
        window.close()
    elif "in a window of its own" in words and not asked:
        button = application.focusWidget()
        print(button.accessibleName(), flush=True)
        button.click()
    elif asked:
        print(asked.accessibleDescription(), flush=True)
        asked.reject()
        window.close()
timer = QTimer(interval=20, timeout=turn)
QTimer.singleShot(0, doorway.open)
timer.start()
application.exec()
assert turns > 50, turns
assert longest < 1.5, longest
print("closed")
"""


@pytest.fixture
def login() -> Iterator[Session]:
    lacks = [name for name in PROGRAMS if shutil.which(name) is None]
    if lacks or sys.platform != "linux":
        words = f"a login of its own needs {', '.join(lacks) or 'Linux'}"
        if os.environ.get("CI", "").lower() in {"1", "true"}:
            pytest.fail(words)
        pytest.skip(words)
    with Session() as session:
        yield session


def opened(login: Session, *words: str, longest: float = 20) -> str:
    return login.run(OPEN, str(longest), *words)


def test_while_it_is_unlocked_nothing_is_typed(login: Session):
    login.log_in()
    login.run(MAKE)
    assert opened(login) == "open"


def test_at_the_next_login_nothing_is_typed_either(login: Session):
    login.log_in()
    login.run(MAKE)
    login.log_out()
    login.log_in()
    assert opened(login) == "open"


def test_while_it_is_locked_the_words_are_asked_for_and_open(login: Session):
    login.log_in()
    login.run(MAKE)
    login.log_out()
    login.log_in(password=None)
    assert opened(login) == (
        "This computer does not have the key to your records. "
        "The keyring of this computer is locked. Type your recovery words."
    )
    assert opened(login, WORDS) == "open"


def test_a_question_that_nobody_answers_is_left_alone_after_a_while(login: Session):
    login.log_in()
    login.run(MAKE)
    login.log_out()
    login.let_nobody_answer()
    login.log_in(password=None)
    assert "is locked, and waits for its password. Type your" in opened(login, longest=1)
    assert opened(login, WORDS, longest=1) == "open"


def test_the_window_stays_alive_and_offers_the_words_while_nobody_answers(login: Session):
    login.log_in()
    login.run(MAKE)
    login.log_out()
    login.let_nobody_answer()
    login.log_in(password=None)
    began = time.monotonic()
    said = login.run(WINDOW, "answer").splitlines()
    assert said[0] == "Type the recovery words"
    assert "is locked, and waits for its password. Type your recovery words." in said[1]
    assert said[-1] == "closed"
    assert time.monotonic() - began < 30


def test_the_window_closes_while_nobody_answers(login: Session):
    login.log_in()
    login.run(MAKE)
    login.log_out()
    login.let_nobody_answer()
    login.log_in(password=None)
    began = time.monotonic()
    assert login.run(WINDOW, "close").splitlines() == ["closed"]
    assert time.monotonic() - began < 30


def test_without_a_keyring_the_words_open_and_it_is_said_why(login: Session):
    login.run(MAKE)
    code = OPEN.replace('assert "keyring" not in sys.modules', "assert True")
    assert login.run(code, "20") == (
        "This computer does not have the key to your records. "
        "This computer has no keyring that keeps secrets safe. Type your recovery words."
    )
    assert login.run(code, "20", WORDS) == "open"


def test_without_a_bus_it_is_the_same(login: Session):
    login.environ["DBUS_SESSION_BUS_ADDRESS"] = f"unix:path={login.folder}/nothing"
    login.run(MAKE)
    code = OPEN.replace('assert "keyring" not in sys.modules', "assert True")
    assert "no keyring that keeps secrets safe" in login.run(code, "20")


def test_a_keyring_that_was_wiped_asks_for_the_words_once(login: Session):
    login.log_in()
    login.run(MAKE)
    login.log_out()
    login.wipe_keyring()
    login.log_in()
    assert opened(login) == (
        "This computer does not have the key to your records. Type your recovery words."
    )
    assert opened(login, WORDS) == "open"
    assert opened(login) == "open"


def test_no_secret_goes_to_a_keyring_in_plain_sight(login: Session):
    """One is installed, and chosen in every way that the keyring library knows."""
    installed, kept = login.folder / "installed", login.folder / "plain.txt"
    installed.mkdir()
    (installed / "plain_sight.py").write_text(
        f"""
from keyring.backend import KeyringBackend
class Keyring(KeyringBackend):
    priority = 99
    def get_password(self, service, name):
        open({str(kept)!r}, "a").write("asked")
    def set_password(self, service, name, secret):
        open({str(kept)!r}, "a").write(secret)
    def delete_password(self, service, name): ...
""",
        encoding="utf-8",
    )
    chosen = login.folder / "CONFIG_HOME" / "python_keyring"
    chosen.mkdir()
    (chosen / "keyringrc.cfg").write_text(
        "[backend]\ndefault-keyring=plain_sight.Keyring\n", encoding="utf-8"
    )
    told = {
        "PYTHONPATH": os.pathsep.join([str(installed), login.environ["PYTHONPATH"]]),
        "PYTHON_KEYRING_BACKEND": "plain_sight.Keyring",
    }
    use = "import keyring; keyring.set_password('a', 'b', 'works')"
    login.run(use, told=told)
    assert kept.read_text(encoding="utf-8") == "works", "the library itself would use it"
    login.run(MAKE, told=told)
    code = OPEN.replace('assert "keyring" not in sys.modules', "assert True")
    assert "no keyring that keeps secrets safe" in login.run(code, "20", told=told)
    assert kept.read_text(encoding="utf-8") == "works"
