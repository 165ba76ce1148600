"""The command line: make a demo file, print forms, check a file or a policy, with no window.

Every error is one sentence on standard error and a non-zero exit; never a traceback.
"""

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NoReturn

from alongside import __version__, log, paths
from alongside.domain.errors import AlongsideError, WorldError
from alongside.i18n import _

OPEN_WINDOW = -1
"""What `main` returns when the window is wanted: that is for the screen to do."""


def _no_keys() -> str:
    """Return the page of keys where nobody knows them."""
    title, words = _("Keyboard"), _("Press Ctrl+F1 in Alongside to see every key.")
    return f"# {title}\n\n{words}\n"


class _Parser(argparse.ArgumentParser):
    """Says what is wrong in one sentence, and where to read more, instead of the whole usage."""

    def error(self, message: str) -> NoReturn:
        """Say it on standard error and leave with 2, as command lines do."""
        said = _("{command}: {message}. Type “{command} --help” for what can be said.")
        self.exit(2, said.format(command=self.prog, message=message) + "\n")


def parser() -> argparse.ArgumentParser:
    """Return the words that the command line understands."""
    whole = _Parser(
        prog="alongside", description=_("From register to printed claim form, offline.")
    )
    whole.add_argument("--version", action="version", version=f"Alongside {__version__}")
    whole.add_argument("--demo", action="store_true", help=_("open the demo organisation"))
    whole.add_argument(
        "--self-test", action="store_true", help=_("open every page and dialog, print a form, exit")
    )
    whole.add_argument("--file", type=Path, help=_("the data file to open in the window"))
    verbs = whole.add_subparsers(dest="verb", metavar=_("command"))

    demo = verbs.add_parser("demo", help=_("write the demo organisation to a new file"))
    demo.add_argument("file", type=Path, metavar="FILE")
    demo.add_argument("--years", type=int, default=1, metavar="N", help=_("years of meetings"))

    forms = verbs.add_parser("print", help=_("print claim forms to a folder"))
    _add_file(forms)
    which = forms.add_mutually_exclusive_group(required=True)
    which.add_argument("--meeting", metavar="ID", help=_("those of one meeting"))
    which.add_argument("--claim", metavar="NO", help=_("one, by its number"))
    which.add_argument("--all", action="store_true", help=_("all that are not withdrawn"))
    which.add_argument(
        "--gallery", action="store_true", help=_("every kind of paper, in every format, to look at")
    )
    forms.add_argument("--out", type=Path, required=True, metavar="DIR", help=_("the folder"))

    history = verbs.add_parser("history", help=_("list who did what and when"))
    _add_file(history)
    history.add_argument("--find", default="", metavar="WORDS", help=_("words of what was done"))
    history.add_argument("--who", default="", metavar="NAME", help=_("who did it"))
    history.add_argument("--from", dest="first", metavar="DAY", help=_("from this day on"))
    history.add_argument("--to", dest="last", metavar="DAY", help=_("up to this day"))
    history.add_argument(
        "--record", metavar="NAME", help=_("of one person, group or meeting, or a claim’s number")
    )
    history.add_argument(
        "--details", action="store_true", help=_("say what changed, before and after")
    )

    check = verbs.add_parser("check", help=_("check that a data file is whole"))
    _add_file(check)

    backup = verbs.add_parser("backup", help=_("make a backup and check it"))
    _add_file(backup)
    backup.add_argument("--to", type=Path, required=True, metavar="DIR", help=_("the folder"))

    restore = verbs.add_parser("restore", help=_("put a backup in the place of a data file"))
    restore.add_argument("backup", type=Path, metavar="ZIP", help=_("the backup"))
    restore.add_argument(
        "--to", type=Path, required=True, metavar="FILE",
        help=_("the data file; what is there is kept in a folder beside"),
    )  # fmt: skip

    book = verbs.add_parser("help", help=_("save all of help in one file"))
    book.add_argument(
        "--out", type=Path, required=True, metavar="FILE", help=_("a name ending in .html or .pdf")
    )

    policy = verbs.add_parser("policy", help=_("pay policies"))
    actions = policy.add_subparsers(dest="action", metavar=_("action"), required=True)
    examples = actions.add_parser("check", help=_("work out a policy file’s own examples"))
    examples.add_argument(
        "file", type=Path, nargs="?", metavar="FILE",
        help=_("a policy file; without one, every policy that comes with Alongside"),
    )  # fmt: skip
    return whole


def _add_file(verb: argparse.ArgumentParser) -> None:
    where = verb.add_mutually_exclusive_group(required=True)
    where.add_argument("file", type=Path, nargs="?", metavar="FILE", help=_("the data file"))
    where.add_argument("--demo", action="store_true", dest="is_demo", help=_("a fresh demo"))


def main(argv: Sequence[str] | None = None, keyboard: Callable[[], str] = _no_keys) -> int:
    """Do what `argv` asks and return the exit code, or OPEN_WINDOW when the window is wanted.

    `keyboard` gives the page of help that lists the keys, as Markdown: the screen knows them.
    """
    wanted = parser().parse_args(argv)
    if wanted.verb is None:
        return OPEN_WINDOW
    from alongside.command_verbs import VERBS

    wanted.keyboard = keyboard

    try:
        return VERBS[wanted.verb](wanted)
    except WorldError as error:
        return _fail(" ".join(filter(None, (error.words, error.remedy))))
    except AlongsideError as error:
        return _fail(error.words)
    except KeyboardInterrupt:
        return _fail(_("Stopped."))
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1


def fail_calmly(error: BaseException) -> int:
    """Say in one sentence that the mistake is ours, log where it was, return the exit code."""
    log.start(paths.log_folder())
    log.mistake(error)
    return _fail(
        _("Something went wrong in Alongside. Your saved work is safe. The log is in {folder}.")
        .format(folder=paths.log_folder())
    )  # fmt: skip


def _fail(words: str) -> int:
    print(words, file=sys.stderr)
    return 1
