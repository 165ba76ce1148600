"""Opens every page and dialog on a fresh demo, prints one form, and says how it went.

For a package that was just built or installed: `alongside --self-test` ends with 0 if all is well.
"""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QCoreApplication, QEvent, qInstallMessageHandler
from PySide6.QtWidgets import QApplication, QDialog

from alongside import private
from alongside.i18n import _
from alongside.office import Office
from alongside_ui.application import make_application
from alongside_ui.look import Look
from alongside_ui.main_window import MainWindow
from alongside_ui.pages import PAGES
from alongside_ui.preferences import Preferences

_NO_SCREEN = "This plugin does not support"
"""What Qt says again and again where there is no real screen."""

_OPENS_NO_DIALOG = frozenset({"quit", "open_file", "undo", "redo"})


def run() -> int:
    """Return 0 when every page and dialog opened and one form was printed, else 1."""
    warnings: list[str] = []
    qInstallMessageHandler(lambda _type, _context, words: warnings.append(words))
    application = make_application()
    with TemporaryDirectory(prefix="self-test-", dir=private.folder()) as folder:
        window = MainWindow(Preferences(Path(folder) / "settings.json", Look.of(application)))
        window.show()
        office = Office.demo()
        window.show_office(office)
        seen = open_everything(window)
        claim = office.claims.list_()[0]
        printed = office.forms.to_folder([claim.id], Path(folder))
        is_right = printed.is_whole and printed.files[0].read_bytes().startswith(b"%PDF")
        window.close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    qInstallMessageHandler(None)
    if warnings := [words for words in warnings if _NO_SCREEN not in words]:
        print(_("Qt complained: {words}").format(words=warnings[0]), file=sys.stderr)
        return 1
    if not is_right:
        print(_("The form could not be printed."), file=sys.stderr)
        return 1
    print(_("{pages} pages and {dialogs} dialogs opened, one form printed.").format(
        pages=len(PAGES), dialogs=seen))  # fmt: skip
    return 0


def open_everything(window: MainWindow) -> int:
    """Visit every page and give every command it answers; return how many dialogs opened."""
    office = window.operations.office
    meeting = next(m for m in office.meetings.list_() if m.attended)
    claim = office.claims.list_()[0]
    subjects = {"register": meeting.id, "claim": claim.id}
    opened = 0
    for name in PAGES:
        window.go(name, subjects.get(name))
        _settle(window)
        page = window.page()
        for command in page.answers():
            if command in _OPENS_NO_DIALOG or command.startswith("make_"):
                continue
            window.actions.perform(command)
            opened += _close_dialogs(window)
            window.go(name, subjects.get(name))
    window.actions.perform("help")
    return opened + _close_dialogs(window)


def _close_dialogs(window: MainWindow) -> int:
    _settle(window)
    closed = 0
    while dialogs := [w for w in QApplication.topLevelWidgets()
                      if isinstance(w, QDialog) and w.isVisible()]:  # fmt: skip
        dialogs[-1].done(0)
        closed += 1
        _settle(window)
    return closed


def _settle(window: MainWindow) -> None:
    QApplication.processEvents()
    window.operations.settle()
    QApplication.processEvents()
