"""The file for the accounts program: which program, which accounts, and where it is saved."""

from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QWidget

from alongside.domain.accounts import Program
from alongside.domain.errors import UserError
from alongside.i18n import _
from alongside.services.accounts_files import AccountsSetUp, SaveAccountsFile
from alongside.services.payment_rows import RunRow
from alongside_ui.operations import Operations
from alongside_ui.widgets.dialog import FormDialog, Verb
from alongside_ui.widgets.fields import needed
from alongside_ui.widgets.save_field import SaveField

_OF_ONE_PROGRAM = ("group_tracking", "budget_tracking", "bank_account")


class AccountsDialog(FormDialog):
    """Save a run for Xero or Sage 50. What is chosen here stands there the next time."""

    help = "payments#for-the-accounts"

    def __init__(self, operations: Operations, parent: QWidget, run: RunRow) -> None:
        super().__init__(
            operations, parent, _("Save run {number} for the accounts").format(number=run.number),
            _("Fees and expenses stand apart. The file says who is paid by a number, and nothing "
              "about what anybody requires. It is not locked: import it, then delete it."),
            _("Save the file"),
        )  # fmt: skip
        self._run = run
        known = operations.office.accounts_files.set_up()
        form = self.form
        program = form.choice("program", _("Program"), [(each, each.words) for each in Program],
                              known.program)  # fmt: skip
        code = needed(_("Its number or code there"))
        form.text("fee_account", _("Account for fees"), known.fee_account, code)
        form.text("expense_account", _("Account for expenses"), known.expense_account, code)
        form.text("bank_account", _("Account that pays"), known.bank_account, code)
        form.text("group_tracking", _("Tracking of groups"), known.group_tracking,
                  _("The category in Xero, if you have one"))  # fmt: skip
        form.text("budget_tracking", _("Tracking of budgets"), known.budget_tracking,
                  _("The category in Xero, if you have one"))  # fmt: skip
        form.text("tax", _("Tax rate"), known.tax,
                  _("Empty means no VAT: “No VAT” in Xero, T9 in Sage"))  # fmt: skip
        form.tick("tells_names", _("With names"), value=known.tells_names,
                  hint=_("Else the file has each person’s number only"))  # fmt: skip
        place = Path.home() / _("{number} accounts.csv").format(number=run.number)
        field = SaveField(form.letters.give(_("Choose a place…")),
                          _("Files for accounts (*.csv)"), str(place))  # fmt: skip
        form.custom("path", _("File"), field, lambda: field.path, needed())
        program.currentIndexChanged.connect(lambda _index: self._ask_for(program.currentData()))
        self._ask_for(known.program)

    def _ask_for(self, program: Program) -> None:
        """Show what the chosen program wants to know."""
        wanted = {
            Program.XERO: ("group_tracking", "budget_tracking"), Program.SAGE_INVOICES: (),
        }.get(program, ("bank_account",))  # fmt: skip
        self.form.show_only(*wanted, among=_OF_ONE_PROGRAM)

    def collect(self, values: dict[str, Any]) -> tuple[Verb, Any]:
        """Ask for the file to be written."""
        path = values.pop("path")
        if not path:
            raise UserError("path", _("Say where the file is saved."))
        request = SaveAccountsFile(self._run.id, AccountsSetUp(**values), Path(path))
        return self.operations.office.accounts_files.save, request
