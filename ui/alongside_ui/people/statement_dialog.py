"""A yearly statement for one person: which year, and where the file goes."""

from typing import Any

from PySide6.QtWidgets import QWidget

from alongside.domain.change import Change
from alongside.i18n import _
from alongside.services.looks import Look
from alongside.services.people import PersonRow
from alongside.services.statements import SaveStatement
from alongside_ui.desk import Desk
from alongside_ui.widgets import look_fields
from alongside_ui.widgets.dialog import Verb
from alongside_ui.widgets.writing_dialog import FileToWrite, WritingDialog, documents


class StatementDialog(WritingDialog):
    """The statement as a file: in the person's own format, or in another."""

    help = "people#yearly-statement"

    def __init__(self, desk: Desk, parent: QWidget, row: PersonRow) -> None:
        super().__init__(
            desk.operations, parent, _("Yearly statement of {name}").format(name=row.name),
            _("What they were paid in a year, fees and expenses apart: by the day of the "
              "activity, and by the day of payment."),
        )  # fmt: skip
        self._desk, self._row = desk, row
        self._years = desk.operations.office.statements.years()
        self.form.choice("year", _("Year"), [(year, year.words) for year in self._years])
        look_fields.add_edition(self.form, _("{name}’s own").format(name=row.name))
        look_fields.add_tint(self.form, desk.preferences.settings.tint)
        folder = desk.preferences.settings.last_folder or documents()
        self._file = FileToWrite(self, folder, self._name(), ending=self._ending())
        for name in ("year", "edition"):
            self.form[name].currentIndexChanged.connect(self._suggest)

    def collect(self, values: dict[str, Any]) -> tuple[Verb, SaveStatement]:
        """Ask for the statement."""
        self._wanted = look_fields.look_of(values)
        request = SaveStatement(
            self._row.id, values["year"], values["file"], self._wanted,
            may_replace=self.may_replace,
        )  # fmt: skip
        return self.operations.office.statements.save, request

    def in_the_way(self) -> str:
        """Return the name of the file that would be written over, or ""."""
        return self._file.in_the_way()

    def saved(self, result: Change) -> None:
        """Close, and begin in the same folder and colours next time."""
        folder = str(self._file.read().parent)
        super().saved(result)
        self._desk.preferences.change(
            last_folder=folder, tint=look_fields.to_keep(self._wanted.tint)
        )

    def _ending(self) -> str:
        return Look(look_fields.edition_now(self.form)).ending_for(self._row.format)

    def _name(self) -> str:
        year = self._years[self.form["year"].currentIndex()]
        look = Look(look_fields.edition_now(self.form))
        return self.operations.office.statements.usual_name(self._row.id, year, look)

    def _suggest(self) -> None:
        self._file.follow(self._ending())
        self._file.suggest(self._name())
