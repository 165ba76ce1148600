"""Starts Alongside: words on the command line first, then the window, then the records."""

import os
import sys
from collections.abc import Sequence

from alongside import command, hardening, log, paths, settings
from alongside.i18n import _, language_for, set_language, system_language
from alongside_ui import windows
from alongside_ui.patience import hurry


def main(argv: Sequence[str] | None = None) -> int:
    """Do what the command line asks, or open the window; return the exit code."""
    hardening.harden()
    sys.excepthook = lambda _kind, error, _trace: command.fail_calmly(error)
    chosen = settings.load(paths.settings_file()).language
    set_language(language_for(chosen, windows.language() or system_language(os.environ)))
    code = command.main(argv)
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


def has_display() -> bool:
    """Return whether there is anything to open a window on; without, Qt would end us by itself."""
    names = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return sys.platform != "linux" or any(os.environ.get(name) for name in names)


if __name__ == "__main__":
    sys.exit(main())
