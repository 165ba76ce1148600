"""Forms into a folder, one file for each claim, showing how far it is."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from alongside.i18n import _, ngettext
from alongside.services.claim_rows import ClaimRow
from alongside_ui.claims import papers
from alongside_ui.desk import Desk
from alongside_ui.widgets.paper_files import write_files
from alongside_ui.widgets.progress import ProgressDialog


def print_to_folder(
    desk: Desk, parent: QWidget, claims: Sequence[ClaimRow], folder: Path, asked: papers.Wanted
) -> ProgressDialog:
    """Write the forms as files, showing how far it is; return the dialog that shows it."""
    write = papers.writer(desk.operations.office, asked)
    step = _("{done} of {of}: claim {number}")
    return write_files(
        desk.operations, parent, folder, partial(write, [row.id for row in claims], folder),
        step=lambda done, of, number: step.format(done=done, of=of, number=number),
        said=lambda n: ngettext("{n} claim form printed to {folder}",
                                "{n} claim forms printed to {folder}", n),
    )  # fmt: skip
