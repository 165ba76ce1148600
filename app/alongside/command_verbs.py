"""What each word of the command line does; `command.py` has the words."""

import argparse
import getpass
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from alongside import keys
from alongside.domain.errors import UserError, WorldError
from alongside.i18n import _, ngettext

if TYPE_CHECKING:
    from alongside.office import Office


def _say(words: str) -> None:
    print(words, flush=True)


def demo(wanted: argparse.Namespace) -> int:
    """Write the demo organisation to a new file."""
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


def print_(wanted: argparse.Namespace) -> int:
    """Print claim forms to a folder, or every kind of paper in every format."""
    office = _open(wanted)
    try:
        if wanted.gallery:
            return _print_gallery(office, wanted.out)
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
    for words in printed.left_out:
        print(words, file=sys.stderr)
    return 1 if printed.left_out else 0


def _print_gallery(office: "Office", folder: Path) -> int:
    from alongside.gallery import write_gallery

    number = write_gallery(office, folder, _say)
    words = ngettext("Wrote {n} paper to {folder}.", "Wrote {n} papers to {folder}.", number)
    _say(words.format(n=number, folder=folder))
    return 0


def history(wanted: argparse.Namespace) -> int:
    """List who did what and when."""
    from alongside.domain.dates import parse_date
    from alongside.services.history_wanted import HistoryFilter

    first = parse_date(wanted.first, "from") if wanted.first else None
    last = parse_date(wanted.last, "to") if wanted.last else None
    office = _open(wanted)
    try:
        record = office.history.record(wanted.record) if wanted.record else None
        sought = HistoryFilter(wanted.find, None, wanted.who, first, last, record)
        for row in office.history.list_(sought, most=None):
            _say(f"{row.when}, {row.who}: {row.words}")
            for detail in office.history.details(row.id) if wanted.details else ():
                _say(f"    {detail.about}. {detail.words}")
    finally:
        office.close()
    return 0


def check(wanted: argparse.Namespace) -> int:
    """Say whether a data file is whole."""
    from alongside.services.checking import faults

    office = _open(wanted)
    try:
        found = faults(office.store)
    finally:
        office.close()
    for fault in found:
        _say(fault)
    if found:
        raise WorldError(
            ngettext("{name} is damaged: {number} fault was found.",
                     "{name} is damaged: {number} faults were found.", len(found))
            .format(name=office.path.name, number=len(found)),
            _("Copy it to another disk before anything else."),
        )  # fmt: skip
    _say(_("{name} is whole.").format(name=office.path.name))
    return 0


def backup(wanted: argparse.Namespace) -> int:
    """Make a backup and check it."""
    from alongside.services.backups import MakeBackup

    office = _open(wanted)
    try:
        change = office.backups.make(MakeBackup([wanted.to]))
    finally:
        office.close()
    _say(change.words)
    return 0


def restore(wanted: argparse.Namespace) -> int:
    """Put a backup in the place of a data file."""
    from alongside.office import Office

    def restore(words: str | None) -> "Office":
        return Office.restore(
            wanted.backup, wanted.to, keys.SystemKeyring(), words=words, is_remembered=False
        )

    office = _with_words(restore)
    people = len(office.people.list_())
    office.close()
    _say(
        ngettext("Restored {name}: {number} person is in it.",
                 "Restored {name}: {number} people are in it.", people)
        .format(name=wanted.to.name, number=people)
    )  # fmt: skip
    return 0


def help_(wanted: argparse.Namespace) -> int:
    """Save all of help in one file."""
    from alongside.services.help_files import SaveHelp, save_help

    saved = save_help(SaveHelp(wanted.out, wanted.keyboard()))
    _say(_("{words}.").format(words=saved.words))
    return 0


def policy(wanted: argparse.Namespace) -> int:
    """Work out a policy file’s own examples, or those of every policy that comes with Alongside."""
    from alongside.services.policies import check_own_policies, check_policy_file

    if wanted.file is None:
        reports = check_own_policies()
        for name, found in reports.items():
            _say(f"{name}: {found.first_difference or found.words}")
        return 0 if all(found.is_right for found in reports.values()) else 1
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
    return _with_words(
        lambda words: Office.open(
            wanted.file, keys.SystemKeyring(), words=words, is_remembered=False
        )
    )


def _with_words(open_: "Callable[[str | None], Office]") -> "Office":
    """Open with this computer's keyring, or else with the words: told in advance, or typed."""
    words = os.environ.get("ALONGSIDE_WORDS")
    if words:
        return _told(open_(words))
    try:
        return _told(open_(None))
    except keys.WrongKeyError as error:
        if not sys.stdin.isatty():
            raise
        _say(error.words)
    return _told(open_(getpass.getpass(_("Recovery words: "))))


def _told(office: "Office") -> "Office":
    """Say what there is to say of the place that the file lies in."""
    if office.doubt:
        print(office.doubt.words, office.doubt.remedy, file=sys.stderr)
    return office


def _meeting_id(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError:
        raise UserError(
            "meeting", _("{text} is not the id of a meeting.").format(text=text)
        ) from None


VERBS: dict[str, Callable[[argparse.Namespace], int]] = {
    "backup": backup,
    "check": check,
    "demo": demo,
    "help": help_,
    "history": history,
    "policy": policy,
    "print": print_,
    "restore": restore,
}
