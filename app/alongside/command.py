"""The command line: make a demo file, print forms, check a file or a policy, with no window.

Every error is one sentence on standard error and a non-zero exit; never a traceback.
"""

import argparse
import getpass
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn
from uuid import UUID

from alongside import __version__, keys, log, paths
from alongside.domain.errors import AlongsideError, UserError, WorldError
from alongside.i18n import _, ngettext

if TYPE_CHECKING:
    from alongside.office import Office

OPEN_WINDOW = -1
"""What `main` returns when the window is wanted: that is for the screen to do."""


def _no_keys() -> str:
    """Return the page of keys where nobody knows them."""
    words = _("Press Ctrl+F1 in Alongside to see every key.")
    return f"# {_('Keyboard')}\n\n{words}\n"


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
    forms.add_argument("--out", type=Path, required=True, metavar="DIR", help=_("the folder"))

    check = verbs.add_parser("check", help=_("check that a data file is whole"))
    _add_file(check)

    book = verbs.add_parser("help", help=_("save all of help in one file"))
    book.add_argument(
        "--out", type=Path, required=True, metavar="FILE", help=_("a name ending in .html or .pdf")
    )

    policy = verbs.add_parser("policy", help=_("pay policies"))
    actions = policy.add_subparsers(dest="action", metavar=_("action"), required=True)
    examples = actions.add_parser("check", help=_("work out a policy file’s own examples"))
    examples.add_argument("file", type=Path, metavar="FILE")
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
    wanted.keyboard = keyboard
    work = {"demo": _demo, "print": _print, "check": _check, "help": _help, "policy": _policy}[
        wanted.verb
    ]
    try:
        return work(wanted)
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


def _say(words: str) -> None:
    print(words, flush=True)


def _demo(wanted: argparse.Namespace) -> int:
    from alongside.demo import fill
    from alongside.office import Office

    if not 1 <= wanted.years <= 20:
        raise UserError("years", _("The demo organisation has 1 to 20 years of meetings."))
    words = os.environ.get("ALONGSIDE_WORDS") or keys.new_words()
    office = Office.create(wanted.file, words, keys.SystemKeyring())
    try:
        fill(office.store, years=wanted.years)
    except BaseException:
        office.close()
        for left in (wanted.file, keys.KeyFile.beside(wanted.file)):
            left.unlink(missing_ok=True)
        raise
    office.close()
    _say(_("Wrote the demo organisation to {file}.").format(file=wanted.file))
    if not os.environ.get("ALONGSIDE_WORDS"):
        _say(_("Its recovery words: {words}").format(words=words))
    return 0


def _print(wanted: argparse.Namespace) -> int:
    office = _open(wanted)
    try:
        if wanted.claim:
            claims = [office.claims.find_number(wanted.claim)]
        elif wanted.meeting:
            meeting = _meeting_id(wanted.meeting)
            office.meetings.find(meeting)
            claims = [row.id for row in office.claims.list_(meeting_id=meeting)]
        else:
            claims = [row.id for row in office.claims.list_(most=None) if row.state != "withdrawn"]
        if not claims:
            raise UserError("", _("There are no claims to print."))
        printed = office.forms.to_folder(claims, wanted.out)
    finally:
        office.close()
    _say(
        ngettext("Printed {number} claim form to {folder}.",
                 "Printed {number} claim forms to {folder}.", len(printed.files))
        .format(number=len(printed.files), folder=wanted.out)
    )  # fmt: skip
    return 0


def _check(wanted: argparse.Namespace) -> int:
    office = _open(wanted)
    try:
        faults = office.store.check()
    finally:
        office.close()
    if faults:
        raise WorldError(
            ngettext("{name} is damaged: {number} fault was found.",
                     "{name} is damaged: {number} faults were found.", len(faults))
            .format(name=office.path.name, number=len(faults)),
            _("Copy it to another disk before anything else."),
        )  # fmt: skip
    _say(_("{name} is whole.").format(name=office.path.name))
    return 0


def _help(wanted: argparse.Namespace) -> int:
    from alongside.services.help_files import SaveHelp, save_help

    saved = save_help(SaveHelp(wanted.out, wanted.keyboard()))
    _say(_("{words}.").format(words=saved.words))
    return 0


def _policy(wanted: argparse.Namespace) -> int:
    from alongside.services.policies import check_policy_file

    report = check_policy_file(wanted.file)
    for result in report.results:
        _say(result.words)
    _say(report.words)
    return 0 if report.is_right else 1


def _open(wanted: argparse.Namespace) -> "Office":
    """Open the file that was named, or a fresh demo; ask for the words if it is locked."""
    from alongside.office import Office

    if wanted.is_demo:
        return Office.demo()
    keyring = keys.SystemKeyring()
    words = os.environ.get("ALONGSIDE_WORDS")
    if words:
        return Office.open(wanted.file, keyring, words=words, is_remembered=False)
    try:
        return Office.open(wanted.file, keyring)
    except keys.WrongKeyError as error:
        if not sys.stdin.isatty():
            raise
        _say(error.words)
    typed = getpass.getpass(_("Recovery words: "))
    return Office.open(wanted.file, keyring, words=typed, is_remembered=False)


def _meeting_id(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError:
        raise UserError(
            "meeting", _("{text} is not the id of a meeting.").format(text=text)
        ) from None
