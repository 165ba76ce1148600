"""Papers into a folder, one file after another: how far it is, and in the end what came of it."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Protocol

from PySide6.QtWidgets import QWidget

from alongside.domain.change import Change
from alongside.domain.errors import AlongsideError, UserError
from alongside.i18n import _
from alongside_ui import errors
from alongside_ui.operations import Operations
from alongside_ui.widgets.progress import ProgressDialog


class Made(Protocol):
    """What writing files did: those that are there, out of how many, and which could not be."""

    @property
    def files(self) -> Sequence[Path]:
        """The files that were written."""

    @property
    def wanted(self) -> int:
        """How many papers were asked for."""

    @property
    def left_out(self) -> Sequence[str]:
        """Of each that could not be made, why."""

    @property
    def change(self) -> Change | None:
        """Its line in the history, if there is one."""

    @property
    def is_whole(self) -> bool:
        """Whether nobody stopped it on the way."""


Write = Callable[[Callable[[int, int, str], None], Callable[[], bool]], Made]
"""Writes the files: told how to say how far it is, and how to ask whether to stop."""


def write_files(
    operations: Operations, parent: QWidget, folder: Path, write: Write, *,
    step: Callable[[int, int, str], str], said: Callable[[int], str],
) -> ProgressDialog:  # fmt: skip
    """Write papers to `folder` and return the dialog that shows how far it is.

    `step` has the words of one step, `said` those for so many files, with {n} and {folder}.
    """
    title = _("Printing to {folder}").format(folder=folder.name or folder)
    dialog = ProgressDialog(parent, title, step)

    def done(made: Made) -> None:
        dialog.finish()
        if made.change:
            operations.changed.emit(made.change)
        number = len(made.files)
        words = said(number).format(n=number, folder=folder)
        if not made.is_whole:
            left = made.wanted - number - len(made.left_out)
            words = _("{words}; stopped before the other {left}").format(words=words, left=left)
        operations.say(words)
        if made.left_out:
            errors.show(UserError("", "\n\n".join(made.left_out)), parent)

    def failed(error: AlongsideError) -> None:
        dialog.finish()
        errors.show(error, parent)

    dialog.open()
    operations.run(
        lambda _request: write(dialog.move_on, dialog.is_stopped), None, then=done, failed=failed
    )
    return dialog
