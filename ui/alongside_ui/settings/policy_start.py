"""What a policy that is written in a form is started from."""

from typing import Any

from PySide6.QtWidgets import QWidget

from alongside.domain.policy_draft import PolicyDraft
from alongside.i18n import _
from alongside_ui.operations import Operations
from alongside_ui.settings.policy_form import PolicyFormDialog
from alongside_ui.settings.policy_table_dialog import HELP
from alongside_ui.widgets.dialog import FormDialog, Verb


class StartDialog(FormDialog):
    """What a policy is started from."""

    help = HELP

    def __init__(self, operations: Operations, parent: QWidget) -> None:
        super().__init__(
            operations, parent, _("Write a pay policy"),
            _("What you start from stays as it is: you write another policy."),
            save_words=_("Go on"),
        )  # fmt: skip
        starts = [(row.id, row.words) for row in operations.office.policy_forms.starts()]
        self.form.choice("start", _("Start from"), starts)

    def collect(self, values: dict[str, Any]) -> tuple[Verb, Any]:
        """Ask for what it is started from."""
        return self.operations.office.policy_forms.open, values["start"]

    def saved(self, result: PolicyDraft) -> None:
        """Go on to the form."""
        super().saved(result)
        PolicyFormDialog(self.operations, self.parentWidget(), result).start()
