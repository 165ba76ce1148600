"""The text of a policy, as its file has it: to read, and to write another policy from."""

from typing import Any

from PySide6.QtWidgets import QWidget

from alongside.domain.errors import UserError
from alongside.i18n import _
from alongside.services.policies import AddText
from alongside_ui.operations import Operations
from alongside_ui.settings.policy_form import PolicyFormDialog
from alongside_ui.settings.policy_trial import TryDialog
from alongside_ui.theme import MEDIUM
from alongside_ui.widgets.dialog import FormDialog, Verb

_LINES = 18


class PolicyDialog(FormDialog):
    """A policy as its file has it. Changed, it becomes another policy: this one stays.

    `is_typed` tells that the `text` was changed already, and is kept nowhere.
    """

    help = "policies"

    def __init__(
        self, operations: Operations, parent: QWidget | None, name: str, summary: str, text: str,
        *, is_typed: bool = False,
    ) -> None:  # fmt: skip
        super().__init__(
            operations, parent, name,
            _("{summary} A policy is never edited: what you change here is kept as another one, "
              "once its examples come out right.").format(summary=summary),
            save_words=_("Keep as another policy"),
        )  # fmt: skip
        self._text, self._is_typed = text, is_typed
        box = self.form.long_text("text", _("The policy’s text"), text)
        box.setFixedHeight(box.fontMetrics().lineSpacing() * _LINES + MEDIUM)
        self.add_button(_("Try it…"), self._try)
        self.add_button(_("Change in a form…"), self._change_in_form)
        self.take_room(90, _LINES + 8)

    def start(self) -> None:
        """Open; what was typed elsewhere is not thrown away without a question."""
        super().start()
        if self._is_typed:
            self._as_opened = {"text": None}

    def collect(self, values: dict[str, Any]) -> tuple[Verb, Any]:
        """Ask for the policy to be kept beside the one it came from."""
        return self.operations.office.policies.add_text, AddText(values["text"])

    def _try(self) -> None:
        TryDialog(self.operations, self, self.form["text"].toPlainText()).start()

    def _change_in_form(self) -> None:
        """Go on in the form with what is typed here; this closes, as nothing of it is lost."""
        self.form.clear_problems()
        typed = self.form["text"].toPlainText()
        try:
            draft = self.operations.office.policy_forms.open_text(typed)
        except UserError as error:
            self.show_problems([error])
            return
        is_typed = self._is_typed or typed != self._text
        self.done(0)
        PolicyFormDialog(self.operations, self.parentWidget(), draft, is_typed=is_typed).start()
