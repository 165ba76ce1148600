"""Dialogs that write a file to a place that can be typed; they ask before they write over one."""

from pathlib import Path

from PySide6.QtCore import QStandardPaths

from alongside.domain.errors import UserError
from alongside.i18n import _
from alongside_ui.widgets.dialog import FormDialog, ask
from alongside_ui.widgets.fields import needed
from alongside_ui.widgets.save_field import SaveField

PDF = ".pdf"


def documents() -> str:
    """Return the folder where this person's papers are."""
    return QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)


class WritingDialog(FormDialog):
    """A form whose verb writes files. `may_replace` is whether the person said so."""

    may_replace = False

    def in_the_way(self) -> str:
        """Return the name of the file that would be written over, or ""."""
        return ""

    def save(self) -> None:
        """Save; ask first if that would write over another file."""
        name = "" if self.may_replace else self.in_the_way()
        if not name:
            super().save()
            return
        ask(
            self,
            _("Write over {file}?").format(file=name),
            _("There is a file of that name in this folder already."),
            yes=_("Write over it"),
            no=_("Keep it"),
            then=self._replace,
        )

    def _replace(self) -> None:
        self.may_replace = True
        self.save()
        self.may_replace = False


class FileToWrite:
    """The field of a form for a file to be written, in `folder` if none is typed."""

    def __init__(
        self, dialog: FormDialog, folder: str, name: str, *, ending: str = PDF, kinds: str = ""
    ) -> None:
        self._folder, self._ending = Path(folder), ending
        self.widget = SaveField(
            _("Choose a place…"), kinds or _kinds_of(ending), str(self._folder / name)
        )
        dialog.form.custom("file", _("File"), self.widget, self.read, needed(),
                           typed=lambda: self.widget.path)  # fmt: skip
        self._suggested = self.widget.path

    def suggest(self, name: str) -> None:
        """Offer another name, unless the person typed one."""
        if self.widget.path == self._suggested:
            self.widget.line.setText(str(self._folder / name))
            self._suggested = self.widget.path

    def follow(self, ending: str) -> None:
        """Write a file with this ending from now on; a name that has the one before changes it."""
        path, is_suggested = self.widget.path, self.widget.path == self._suggested
        if path.casefold().endswith(self._ending):
            self.widget.line.setText(path[: -len(self._ending)] + ending)
        if is_suggested:
            self._suggested = self.widget.path
        self._ending, self.widget.kinds = ending, _kinds_of(ending)

    def read(self) -> Path:
        """Return the file that was meant. Raise UserError if nothing is typed."""
        if not self.widget.path:
            raise UserError("file", _("Type the name of the file, or choose a place."))
        place = self._folder / Path(self.widget.path).expanduser()
        is_named = place.suffix.casefold() == self._ending
        return place if is_named else place.with_name(f"{place.name}{self._ending}")

    def in_the_way(self) -> str:
        """Return the name of the file that is there already, or ""."""
        return self.read().name if self.widget.path and self.read().exists() else ""


def _kinds_of(ending: str) -> str:
    """Return which files the system's window shows."""
    return _("PDF files (*.pdf)") if ending == PDF else f"*{ending}"
