"""Bank details: apart from everything else, and changed only with a reason."""

from typing import Any

from PySide6.QtWidgets import QLabel, QWidget

from alongside.domain.modulus import Fit
from alongside.domain.people import AccountHolder, NameCheck
from alongside.i18n import _
from alongside.services.bank_details import BankAccount
from alongside.services.people import PersonRow
from alongside_ui.announce import speak
from alongside_ui.operations import Operations
from alongside_ui.widgets.dialog import FormDialog, Verb
from alongside_ui.widgets.fields import needed
from alongside_ui.widgets.secret_line import said_of_copies


class BankDialog(FormDialog):
    """The account a person is paid into, exactly as the bank has it."""

    help = "people#bank-details"

    def __init__(
        self, operations: Operations, parent: QWidget, row: PersonRow, known: BankAccount | None
    ) -> None:
        super().__init__(
            operations,
            parent,
            _("Bank details of {name}").format(name=row.name),
            _(
                "These are never printed on a form and never in a list. The history notes that you "
                "looked, and a change with its reason, not with the numbers."
            )
            + f" {said_of_copies()}",
        )
        self._row = row
        self.form.secret(
            "account_name",
            _("Name on the account"),
            known.account_name if known else "",
            needed(_("Exactly as the bank has it")),
        )
        self.form.secret(
            "sort_code",
            _("Sort code"),
            known.sort_code if known else "",
            needed(_("Six figures, like 01-02-03")),
        )
        self.form.secret(
            "account_number",
            _("Account number"),
            known.account_number if known else "",
            needed(_("Six to eight figures")),
        )
        self._fit = QLabel()
        self._fit.setWordWrap(True)
        self.form.secret(
            "roll_number",
            _("Building society roll number"),
            known.roll_number if known else "",
            _("Only if there is one"),
        )
        for name in ("sort_code", "account_number"):
            self.form[name].editingFinished.connect(self._check)
        self.body.insertWidget(self.body.indexOf(self.form), self._fit)
        self._fit.hide()
        self.form.heading(_("Whose account it is"))
        account = known or BankAccount(row.id, "", "", "")
        holders = [(each, each.words) for each in AccountHolder]
        holder = self.form.choice("holder", _("Whose account"), holders, account.holder)
        self.form.text("holder_note", _("Whose, and how the person agreed"), account.holder_note,
                       needed())  # fmt: skip
        results = [(each, each.words) for each in NameCheck]
        checked = self.form.choice("check_result", _("What the bank said of the name"), results,
                                   account.check_result)  # fmt: skip
        self.form.date("checked_on", _("Checked on"), account.checked_on)
        self.form.heading(_("The change"))
        holder.currentIndexChanged.connect(self._show_what_matters)
        checked.currentIndexChanged.connect(self._show_what_matters)
        self.form.text(
            "reason",
            _("Why it is added or changed"),
            "",
            needed(_("For example: new account, told us by phone on 9 May")),
        )
        self._show_what_matters()

    def collect(self, values: dict[str, Any]) -> tuple[Verb, Any]:
        """Ask for the account to be kept."""
        values["checked_on"] = values.get("checked_on")
        return self.operations.office.bank_details.correct, BankAccount(self._row.id, **values)

    def _check(self) -> None:
        """Say if the number does not fit its sort code: a slip, most of the time, never a bar."""
        sort_code, number = (
            "".join(filter(str.isdigit, self.form[name].text()))
            for name in ("sort_code", "account_number")
        )
        fit = Fit.CANNOT_BE_CHECKED
        if len(sort_code) == 6 and 6 <= len(number) <= 8:
            fit = self.operations.office.modulus.check(sort_code, number)
        is_told = fit is Fit.DOES_NOT_FIT
        if is_told and not self._fit.isVisible():
            self._fit.setText(_("This account number does not fit the sort code. Look at both once "
                                "more. You can still save them."))  # fmt: skip
            speak(self._fit.text())
        self._fit.setVisible(is_told)

    def _show_what_matters(self) -> None:
        is_own = list(AccountHolder)[self.form["holder"].currentIndex()] is AccountHolder.OWN
        is_checked = bool(list(NameCheck)[self.form["check_result"].currentIndex()])
        shown = [*([] if is_own else ["holder_note"]), *(["checked_on"] if is_checked else [])]
        self.form.show_only(*shown, among=("holder_note", "checked_on"))
