"""Forms into a folder, one file for each claim, showing how far it is."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QWidget

from alongside.domain.errors import UserError
from alongside.i18n import _, ngettext
from alongside.services.claim_rows import ClaimRow
from alongside.services.forms import Printed
from alongside_ui import errors
from alongside_ui.claims import papers
from alongside_ui.desk import Desk
from alongside_ui.widgets.progress import ProgressDialog


def print_to_folder(
    desk: Desk, parent: QWidget, claims: Sequence[ClaimRow], folder: Path,
    look: papers.Look,
) -> ProgressDialog:  # fmt: skip
    """Write the forms as files, showing how far it is; return the dialog that shows it."""
    dialog = ProgressDialog(
        parent, _("Printing to {folder}").format(folder=folder.name or folder),
        lambda done, of, number: _("{done} of {of}: claim {number}").format(
            done=done, of=of, number=number),
    )  # fmt: skip
    ids = [row.id for row in claims]
    write = papers.writer(desk.operations.office, look)

    def done(printed: Printed) -> None:
        dialog.finish()
        if printed.change:
            desk.operations.changed.emit(printed.change)
        written = len(printed.files)
        words = ngettext(
            "{n} claim form printed to {folder}", "{n} claim forms printed to {folder}", written
        ).format(n=written, folder=folder)
        if not printed.is_whole:
            left = printed.wanted - written - len(printed.left_out)
            words = _("{words}; stopped before the other {left}").format(words=words, left=left)
        desk.operations.say(words)
        if printed.left_out:
            errors.show(UserError("", "\n\n".join(printed.left_out)), parent)

    def failed(error: Any) -> None:
        dialog.finish()
        errors.show(error, parent)

    dialog.open()
    desk.operations.run(
        lambda _request: write(ids, folder, dialog.move_on, dialog.is_stopped),
        None, then=done, failed=failed,
    )  # fmt: skip
    return dialog
