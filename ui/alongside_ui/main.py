"""Starts Alongside: words on the command line first, then the window, then the records."""

import os
import sys
from collections.abc import Mapping, Sequence

from alongside import command, hardening, log, paths, settings
from alongside.i18n import _, language_for, set_language, system_language
from alongside_ui import windows
from alongside_ui.patience import hurry


def main(argv: Sequence[str] | None = None) -> int:
    """Do what the command line asks, or open the window; return the exit code."""
    hardening.harden()
    sys.excepthook = lambda _kind, error, _trace: command.fail_calmly(error)
    chosen = settings.load(paths.settings_file())
    ours = language_for(chosen.language, windows.language() or system_language(os.environ))
    set_language(ours)
    code = command.main(argv, lambda: _keyboard(chosen.shortcuts))
    if code != command.OPEN_WINDOW:
        return code
    log.start(paths.log_folder())
    wanted = command.parser().parse_args(argv)
    hurry()
    if wanted.self_test:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        from alongside_ui.self_test import run

        return run()
    if not has_display():
        print(_("There is no screen to open a window on."), file=sys.stderr)
        return 1
    from alongside_ui.application import run_window  # Qt is loaded only for a window

    return run_window(wanted.file, is_demo=wanted.demo)


def _keyboard(chosen: Mapping[str, str]) -> str:
    """Return the page of help about keys, for the command line: `chosen` are this person's own."""
    from alongside_ui.actions import commands
    from alongside_ui.help.keyboard import keyboard_page

    keys = {command.id: command.shortcut for command in commands()} | chosen
    return keyboard_page(commands(), keys.__getitem__)


def has_display() -> bool:
    """Return whether there is anything to open a window on; without, Qt would end us by itself."""
    names = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return sys.platform != "linux" or any(os.environ.get(name) for name in names)


if __name__ == "__main__":
    sys.exit(main())
