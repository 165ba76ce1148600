"""What a policy would pay for a meeting that was: which meeting, and what each person would get."""

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QWidget

from alongside.domain.dates import say_date
from alongside.domain.policy_draft import DraftTable
from alongside.i18n import _
from alongside.services.policy_examples import ExampleFrom
from alongside.services.policy_trials import Trial, TrialRow, TryPolicy
from alongside_ui.operations import Operations
from alongside_ui.widgets.dialog import Dialog, FormDialog, Verb
from alongside_ui.widgets.rows import Column
from alongside_ui.widgets.table import Table

_MOST = 200
"""Meetings to choose from, the newest first."""


Keep = Callable[[DraftTable], object]
"""What is done with an example that was made from a meeting."""


class TryDialog(FormDialog):
    """Which meeting the policy is tried on."""

    help = "policies#try-it"

    def __init__(
        self, operations: Operations, parent: QWidget, text: str, keep: Keep | None = None
    ) -> None:
        super().__init__(
            operations, parent, _("Try the policy on a meeting"),
            _("You see what each person would get, and why. Nothing is changed."),
            save_words=_("Try it"),
        )  # fmt: skip
        self._text, self._keep = text, keep
        today = operations.office.now().date()
        past = [row for row in operations.office.meetings.list_(last=today) if row.marked]
        past.sort(key=lambda row: row.day, reverse=True)
        choices = [(row.id, f"{row.group}, {say_date(row.day)}") for row in past[:_MOST]]
        self.form.choice("meeting_id", _("Meeting"), choices)

    def collect(self, values: dict[str, Any]) -> tuple[Verb, Any]:
        """Ask what the meeting would have come to."""
        request = TryPolicy(self._text, values["meeting_id"])
        return self.operations.office.policy_trials.try_on, request

    def saved(self, result: Trial) -> None:
        """Show it; this stays behind it, to try another meeting."""
        self._save.setEnabled(True)
        TrialDialog(self, result, self._make_example if self._keep else None).start()

    def _make_example(self, row: TrialRow) -> None:
        """Make an example like this person's part in the meeting."""
        meeting_id = self.form.values()["meeting_id"]
        request = ExampleFrom(self._text, meeting_id, row.person_id)
        self.operations.run(
            self.operations.office.policy_examples.from_meeting, request, then=self._give
        )

    def _give(self, example: DraftTable) -> None:
        self.accept()
        if self._keep:
            self._keep(example)


class TrialDialog(Dialog):
    """What each person would get, line by line, with the reason."""

    help = "policies#try-it"

    def __init__(
        self, parent: QWidget, trial: Trial, keep: Callable[[TrialRow], object] | None = None
    ) -> None:
        super().__init__(parent, _("What people would get"), trial.words)
        self.table: Table[TrialRow] = Table(
            _("Lines"),
            [
                Column(_("Person"), lambda row: row.person, lambda row: _(
                    "{person}: {words}, {amount}. {why}").format(
                    person=row.person, words=row.words, amount=row.amount, why=row.why),
                    is_whole=True),
                Column(_("What for"), lambda row: row.words),
                Column(_("Amount"), lambda row: str(row.amount), is_amount=True),
                Column(_("Why"), lambda row: row.why),
            ],
            empty=_("Nobody would get anything."),
        )  # fmt: skip
        self.table.set_rows(trial.rows)
        self.take_room(100, 20)
        self.body.addWidget(self.table, 1)
        self._keep = keep
        if keep:
            self.add_button(_("Keep as an example…"), self._keep_row)
        self.add_button(_("Close"), self.accept, is_main=True)

    def start(self) -> None:
        """Open, with the keyboard in the list."""
        self.table.setFocus()
        self.open()

    def _keep_row(self) -> None:
        if self.table.current and self._keep:
            self.accept()
            self._keep(self.table.current)
