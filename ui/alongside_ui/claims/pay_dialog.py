"""How people are paid for one claim this time, whatever they chose for good."""

from typing import Any

from PySide6.QtWidgets import QWidget

from alongside.domain.payments import PayMethod
from alongside.i18n import _
from alongside.services.claim_rows import ClaimRow
from alongside.services.pay_answers import PayThisTime
from alongside_ui.operations import Operations
from alongside_ui.widgets.dialog import FormDialog, Verb


class PayThisTimeDialog(FormDialog):
    """A choice for each person who is paid for a claim: how, this time."""

    help = "claims#paid-this-time"

    def __init__(self, operations: Operations, parent: QWidget, claim: ClaimRow) -> None:
        super().__init__(
            operations, parent, _("How claim {number} is paid this time").format(
                number=claim.number),
            _("Ask first. It is for this claim alone: what was chosen for good stays. A voucher "
              "is for the fees; expenses are paid in money."),
        )  # fmt: skip
        self._claim = claim
        self._rows = operations.office.pay_answers.list_for(claim.id)
        for number, row in enumerate(self._rows):
            # translators: {choice} is what the person chose for good, like “ask me each time”
            usual = _("as chosen for good: {choice}").format(choice=row.choice)
            ways = [(None, usual), *((method, method.words) for method in PayMethod)]
            self.form.choice(str(number), row.person, ways, row.method)

    def collect(self, values: dict[str, Any]) -> tuple[Verb, Any]:
        """Ask for it to be recorded."""
        ways = {row.id: values[str(number)] for number, row in enumerate(self._rows)}
        return self.operations.office.pay_answers.record, PayThisTime(self._claim.id, ways)
