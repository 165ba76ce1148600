"""People from a spreadsheet, in three steps: which file, what stands in its columns, what comes in.

Nothing is added before the last of them is agreed to.
"""

from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QWidget

from alongside.domain.errors import UserError
from alongside.domain.people_list import Fact
from alongside.i18n import _, ngettext
from alongside.services.people_import import (
    ImportPeople,
    ImportPlan,
    ListedRow,
    PeopleList,
    ReadList,
)
from alongside_ui import errors
from alongside_ui.operations import Operations
from alongside_ui.widgets.dialog import Dialog, FormDialog, Verb
from alongside_ui.widgets.fields import needed
from alongside_ui.widgets.file_field import FileField
from alongside_ui.widgets.rows import Column
from alongside_ui.widgets.table import Table

_HELP = "people#import-people"


class ImportDialog(FormDialog):
    """The first step: the file."""

    help = _HELP

    def __init__(self, operations: Operations, parent: QWidget) -> None:
        super().__init__(
            operations, parent, _("Import people"),
            _("People come in from a spreadsheet. You see what would happen before anything does."),
            save_words=_("Next…"),
        )  # fmt: skip
        choose = self.form.letters.give(_("Choose a file…"))
        field = FileField(choose, _("Spreadsheets (*.xlsx *.xlsm *.csv *.tsv *.txt)"))
        self.form.custom(
            "path", _("File with the list"), field, lambda: field.path,
            needed(_("An .xlsx or .csv file. Its first row says what stands in each column.")),
        )  # fmt: skip

    def collect(self, values: dict[str, Any]) -> tuple[Verb, Any]:
        """Ask for the file to be read."""
        if not values["path"]:
            raise UserError("path", _("Choose the file that has the list."))
        return self.operations.office.people_import.read, ReadList(Path(values["path"]))

    def saved(self, result: PeopleList) -> None:
        """Go on to the columns; this stays behind them, to come back to."""
        columns = ColumnsDialog(self.operations, self, result)
        columns.accepted.connect(self.accept)
        columns.finished.connect(lambda: self._save.setEnabled(True))
        columns.start()


class ColumnsDialog(FormDialog):
    """The second step: what each column holds. What can be told from its heading is chosen."""

    help = _HELP

    def __init__(self, operations: Operations, parent: QWidget, people: PeopleList) -> None:
        super().__init__(
            operations, parent, _("What stands in each column?"),
            ngettext("{file} has {n} row.", "{file} has {n} rows.", len(people.rows)).format(
                file=people.name, n=len(people.rows))
            + " " + _("Say what each column is, or leave it out."),
            save_words=_("See what comes in…"),
        )  # fmt: skip
        self._people = people
        kinds = [(None, _("left out")), *((fact, fact.words) for fact in Fact)]
        for number, column in enumerate(people.columns):
            label = column.heading or _("Column {n}").format(n=number + 1)
            hint = _("For example: {text}").format(text=column.examples) if column.examples else ""
            self.form.choice(f"column {number}", label, kinds, column.seems, hint)
        groups = [(group.id, group.name) for group in operations.office.groups.list_()]
        self.form.heading(_("For all of them"))
        self.form.choice("group_id", _("They join"), [(None, _("no group for now")), *groups],
                         groups[0][0] if len(groups) == 1 else None)  # fmt: skip
        self.form.tick(
            "with_namesakes", _("People of the same name too"),
            hint=_("They may be somebody else. Without this they are left out."),
        )  # fmt: skip

    def collect(self, values: dict[str, Any]) -> tuple[Verb, Any]:
        """Ask what would happen."""
        columns = range(len(self._people.columns))
        self._request = ImportPeople(
            self._people.rows, tuple(values[f"column {number}"] for number in columns),
            values["group_id"], values["with_namesakes"],
        )  # fmt: skip
        return self.operations.office.people_import.plan, self._request

    def show_problems(self, problems: list[UserError]) -> None:
        """Say at the first column what is wrong with the columns."""
        at = {"facts": "column 0"}
        super().show_problems([UserError(at.get(e.field, e.field), e.words) for e in problems])

    def saved(self, result: ImportPlan) -> None:
        """Go on to what would happen; this stays behind it, to come back to."""
        self._save.setEnabled(True)
        dialog = PlanDialog(self.operations, self, self._request, result)
        dialog.accepted.connect(self.accept)
        dialog.start()


class PlanDialog(Dialog):
    """The last step: each row with what becomes of it, and the button that does it."""

    help = _HELP

    def __init__(
        self, operations: Operations, parent: QWidget, request: ImportPeople, plan: ImportPlan
    ) -> None:
        super().__init__(
            parent, _("What comes in"),
            f"{plan.words} " + _("A backup is made first, and you can undo all of it at once."),
        )  # fmt: skip
        self._operations, self._request = operations, request
        self.table: Table[ListedRow] = Table(
            _("Rows of the list"),
            [
                Column(_("Row"), lambda row: str(row.id),
                       lambda row: ", ".join(filter(None, (row.name, row.fate, row.doubts)))),
                Column(_("Name"), lambda row: row.name, is_whole=True),
                Column(_("What happens"), lambda row: row.fate, is_whole=True),
                Column(_("To be looked at"), lambda row: row.doubts),
            ],
            empty=_("There is nobody on this list."),
        )  # fmt: skip
        self.take_room(96, 20)
        self.body.addWidget(self.table, 1)
        words = ngettext("Import {n} person", "Import {n} people", plan.new).format(n=plan.new)
        self._import = self.add_button(words, self._agreed, is_main=True)
        self._import.setEnabled(plan.new > 0)
        self.add_button(_("Back to the columns"), self.reject)
        self.table.set_rows(plan.rows)

    def start(self) -> None:
        """Open, with the keyboard in the list."""
        self.table.setFocus()
        self.open()

    def _agreed(self) -> None:
        self._import.setEnabled(False)
        self._operations.run(
            self._operations.office.people_import.import_, self._request,
            then=lambda _change: self.accept(), failed=self._failed,
        )  # fmt: skip

    def _failed(self, error: Any) -> None:
        self._import.setEnabled(True)
        errors.show(error, self)
