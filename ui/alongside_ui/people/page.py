"""People: found as a name is typed; Enter opens one."""

from collections.abc import Callable
from typing import Any, ClassVar

from PySide6.QtWidgets import QCheckBox, QLabel, QWidget

from alongside.domain.change import Kind
from alongside.domain.errors import UserError
from alongside.i18n import _, ngettext
from alongside.services.history_wanted import Record
from alongside.services.people import PersonRow
from alongside_ui import errors
from alongside_ui.actions import Easy
from alongside_ui.announce import speak
from alongside_ui.desk import Desk
from alongside_ui.people.advances_dialog import AdvancesDialog
from alongside_ui.people.bank_dialog import BankDialog
from alongside_ui.people.costs_dialog import CostsDialog
from alongside_ui.people.dialog import PersonDialog
from alongside_ui.people.import_dialog import ImportDialog
from alongside_ui.people.statement_dialog import StatementDialog
from alongside_ui.widgets.begin_claim import begin_claim
from alongside_ui.widgets.dialog import ask
from alongside_ui.widgets.find_line import FindLine
from alongside_ui.widgets.page import Page
from alongside_ui.widgets.rows import Column
from alongside_ui.widgets.table import Table
from alongside_ui.window_actions import Handler


class PeoplePage(Page):
    """Everybody known, by name."""

    kinds: ClassVar = frozenset({Kind.PERSON, Kind.GROUP})
    help = "people"

    def __init__(self, desk: Desk) -> None:
        super().__init__(
            desk, _("People"),
            _("Type a name to find somebody. Enter opens them; Ctrl+N adds a person."),
            easy=_("Type a name to find a person."),
        )  # fmt: skip
        self.find = FindLine()
        self.active_only = QCheckBox(self.letters.give(_("Only who is active")))
        self.active_only.setAccessibleName(_("Only who is active"))
        self.count = QLabel()
        self.add_row(self.labelled(_("Name to find"), self.find), self.active_only, self.count)
        self.table: Table[PersonRow] = Table(
            _("People"),
            [
                Column(_("Name"), _name, lambda row: ", ".join(filter(None, (
                    _name(row), _status(row), row.groups))), is_whole=True),
                Column(_("Status"), _status),
                Column(_("Groups"), lambda row: row.groups),
                Column(_("Contact"), lambda row: row.contact),
                Column(_("Format"), lambda row: row.format.words),
                Column(_("Requires"), lambda row: " ".join(row.requires.split())),
            ],
            empty=_("Nobody here by that name. Ctrl+N adds a person."),
        )  # fmt: skip
        self.find.down_to(self.table)
        self.table.opened.connect(self._open)
        self.body.addWidget(self.table, 1)
        self.add_buttons(
            [
                ("correct", _("Open…")),
                ("add", _("Add a person…"), Easy(_("Add person"), "walk-in")),
                ("usual_costs", _("Usual costs…")),
                ("bank_details", _("Bank details…")),
                ("cash_advances", _("Cash advances…")),
                ("yearly_statement", _("Yearly statement…")),
                ("begin_claim", _("Begin a claim…")),
                ("record_history", _("History of this person…")),
                ("remove", _("Remove…")),
                ("redact", _("Redact…")),
                ("import_people", _("Import people…")),
            ]
        )
        self.find.textChanged.connect(self._typed)
        self.active_only.toggled.connect(self._typed)

    def answers(self) -> dict[str, Handler]:
        """Return the commands of this page."""
        return {
            "find": self._to_find,
            "add": self._add,
            "correct": lambda: self._with(self._open),
            "usual_costs": lambda: self._with(
                lambda row: CostsDialog(self.operations, self.window(), row).start()
            ),
            "bank_details": lambda: self._with(self._look_at_bank_details),
            "cash_advances": lambda: self._with(
                lambda row: AdvancesDialog(self.operations, self.window(), row).start()
            ),
            "yearly_statement": lambda: self._with(
                lambda row: StatementDialog(self.desk, self.window(), row).start()
            ),
            "begin_claim": lambda: self._with(lambda row: begin_claim(self, row.id, row.name)),
            "record_history": lambda: self._with(self._history),
            "remove": lambda: self._with(self._remove),
            "redact": lambda: self._with(self._redact),
            "import_people": self._import,
        }

    def show_subject(self, subject: Any) -> None:
        """Show everybody, with the list on the person with this id."""
        self.find.clear()
        self.active_only.setChecked(False)
        self.refresh()
        self.table.land_on(subject)

    def refresh(self) -> None:
        """Find again."""
        rows = self.office.people.list_(
            self.find.text(), is_active_only=self.active_only.isChecked()
        )
        self.table.set_rows(rows)
        self.count.setText(ngettext("{n} person", "{n} people", len(rows)).format(n=len(rows)))

    def first_focus(self) -> QWidget:
        """Start where a name is typed."""
        return self.find

    def _typed(self) -> None:
        self.refresh()
        speak(self.count.text())

    def _to_find(self) -> None:
        self.find.setFocus()
        self.find.selectAll()

    def _add(self) -> None:
        dialog = PersonDialog(self.operations, self.window(), None)
        dialog.made.connect(self._land_on)
        dialog.start()

    def _import(self) -> None:
        dialog = ImportDialog(self.operations, self.window())
        dialog.accepted.connect(self.table.setFocus)
        dialog.start()

    def _land_on(self, person_id: object) -> None:
        if not self.table.land_on(person_id):  # type: ignore[arg-type]
            self.find.clear()
            self.table.land_on(person_id)  # type: ignore[arg-type]
        self.table.setFocus()

    def _open(self, row: PersonRow) -> None:
        PersonDialog(self.operations, self.window(), row).start()

    def _history(self, row: PersonRow) -> None:
        self.asked.emit("history", Record(Kind.PERSON, row.id, row.name), "")

    def _look_at_bank_details(self, row: PersonRow) -> None:
        """Show them in their dialog; the history notes that somebody looked."""
        self.operations.run(
            self.office.bank_details.look,
            row.id,
            then=lambda known: BankDialog(self.operations, self.window(), row, known).start(),
        )

    def _with(self, do: Callable[[PersonRow], object]) -> None:
        if self.table.current:
            do(self.table.current)
        else:
            self.operations.say(_("Choose a person in the list first."))

    def _remove(self, row: PersonRow) -> None:
        ask(
            self.window(),
            _("Remove {name}?").format(name=row.name),
            _("Remove is for entries made by mistake. For somebody who leaves, open them and set "
              "the status."),
            yes=_("Remove"),
            no=_("Keep"),
            then=lambda: self.operations.run(self.office.people.remove, row.id),
        )  # fmt: skip

    def _redact(self, row: PersonRow) -> None:
        try:
            self.office.people.check_may_be_redacted(row.id)
        except UserError as error:
            errors.show(error, self.window())
            return
        ask(
            self.window(),
            _("Take {name} out of the records?").format(name=row.name),
            _("Their name, contacts, requirements, usual costs and bank details go, in the history "
              "too. Days, amounts and numbers of their claims stay, because accounts must be kept. "
              "This cannot be undone. Backups made before still have the name, until newer ones "
              "have taken their place."),
            yes=_("Redact"),
            no=_("Keep"),
            then=lambda: self.operations.run(self.office.people.redact, row.id),
        )  # fmt: skip


def _status(row: PersonRow) -> str:
    if row.is_organisation:
        # translators: {status} is “active” or “left”
        return _("organisation, {status}").format(status=row.status.words)
    return row.status.words


def _name(row: PersonRow) -> str:
    return f"{row.name} ({row.nickname})" if row.nickname else row.name
