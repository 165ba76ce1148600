"""A policy written in a form: its rules in sentences, its examples, and what is wrong with them."""

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from alongside.domain.errors import UserError
from alongside.domain.policy_draft import DraftTable, PolicyDraft
from alongside.domain.policy_keys import kind_of
from alongside.i18n import _
from alongside.services.policy_examples import AgreeExample
from alongside.services.policy_forms import KeepPolicy, RuleRow, TablesError
from alongside_ui.operations import Operations
from alongside_ui.settings.policy_table_dialog import HELP, KindDialog, TableDialog
from alongside_ui.settings.policy_trial import TryDialog
from alongside_ui.widgets.dialog import FormDialog, Verb
from alongside_ui.widgets.fields import needed
from alongside_ui.widgets.form import Problems
from alongside_ui.widgets.list_field import ListField
from alongside_ui.widgets.rows import Column

_EXAMPLE = "example"
_OWN = ""
_TOP = ("name", "summary", "note", "mileage")


class PolicyFormDialog(FormDialog):
    """The whole policy. Nothing is kept before it is right, and then as a policy of its own."""

    help = HELP

    def __init__(
        self,
        operations: Operations,
        parent: QWidget | None,
        draft: PolicyDraft,
        *,
        is_typed: bool = False,
    ) -> None:
        super().__init__(
            operations, parent, _("Write a pay policy"),
            _("Add a rule for each thing that is paid. Nothing is kept until you say so."),
            save_words=_("Keep the policy"),
        )  # fmt: skip
        self._draft, self._is_typed = draft, is_typed
        form, top = self.form, draft.top
        form.text("name", _("Name"), top.get("name", ""), needed())
        form.text("summary", _("What it pays"), top.get("summary", ""),
                  needed(_("In one or two sentences")))  # fmt: skip
        form.long_text("note", _("Anything else to know"), top.get("note", ""))
        choices = ((_OWN, _("the policy’s own, or none")), ("hmrc", _("those of HMRC")))
        form.choice("mileage", _("Rates for miles"), choices, top.get("mileage", _OWN),
                    _("HMRC’s come with Alongside"))  # fmt: skip
        self._rules = self._add_list(
            "rules", _("Rules"), _("Rule"), _("What it says"), _("No rules yet. Add a fee first."),
            (_("Add a rule…"), self._add_rule), (_("Correct the rule…"), self._correct),
            (_("New from a day…"), self._renew), (_("Remove the rule"), self._remove),
        )  # fmt: skip
        self._examples = self._add_list(
            "examples", _("Examples"), _("Example"), _("What came of it"),
            _("No examples yet."),
            (_("Add an example…"), partial(self._ask, _EXAMPLE)),
            (_("Correct the example…"), partial(self._correct, is_example=True)),
            (_("What came out is right"), self._agree),
            (_("Remove the example"), partial(self._remove, is_example=True)),
        )  # fmt: skip
        self.add_button(_("Try it…"), self._try)
        self.add_button(_("Change the text…"), self._change_text)
        self.take_room(90, 30)
        self._show()

    def start(self) -> None:
        """Open; what was typed elsewhere is not thrown away without a question."""
        super().start()
        if self._is_typed:
            self._as_opened = {"": None}

    def collect(self, values: dict[str, Any]) -> tuple[Verb, Any]:
        """Ask for the policy to be kept beside the others."""
        return self.operations.office.policy_forms.keep, KeepPolicy(self._written(values))

    def show_problems(self, problems: list[UserError]) -> None:
        """Say what is wrong, and be on the rule or the example that it is about."""
        for each in problems:
            if isinstance(each, TablesError):
                self._list(each.at[0]).table.land_on(each.at)
        super().show_problems(problems)

    def _add_list(
        self, name: str, label: str, first: str, second: str, empty: str, *buttons: Any
    ) -> ListField[RuleRow]:
        field: ListField[RuleRow] = ListField(
            [
                Column(first, lambda row: row.name,
                       lambda row: f"{row.name}: {row.words}", is_whole=True),
                Column(second, lambda row: row.words),
            ],
            buttons, self.letters, empty=empty,
        )  # fmt: skip
        field.table.opened.connect(lambda row: self._open(row))
        self.form.custom(name, label, field, lambda: None, typed=lambda: self._draft.tables)
        return field

    def _list(self, kind: str) -> ListField[RuleRow]:
        return self._examples if kind == _EXAMPLE else self._rules

    def _show(self) -> None:
        view = self.operations.office.policy_forms.look(self._written(self.form.raw()))
        self._rules.show_rows(view.rules)
        self._examples.show_rows(view.examples)

    def _written(self, values: Mapping[str, Any]) -> PolicyDraft:
        """Return what is written now, with what stands in the fields at the top."""
        top = {key: value for key, value in self._draft.top.items() if key not in _TOP}
        typed = {key: str(values[key]).strip() for key in ("name", "summary", "note")}
        if self.form["mileage"].currentIndex():
            typed["mileage"] = "hmrc"
        needed_ones = {key: value for key, value in typed.items() if value or key in _TOP[:2]}
        return replace(self._draft, top={**needed_ones, **top})

    def _add_rule(self) -> None:
        KindDialog(self.operations, self, self._ask).start()

    def _ask(self, kind: str) -> None:
        self._open_table(kind, {}, 0)

    def _open_table(
        self, kind: str, values: Mapping[str, Any], number: int, sentence: str = ""
    ) -> None:
        then = partial(self._put, number)
        TableDialog(self.operations, self, kind_of(kind), values, then, sentence).start()

    def _open(self, row: RuleRow) -> None:
        kind, number = row.id
        sentence = "" if kind == _EXAMPLE else _(
            "If anybody was paid by this rule, leave it, and use “New from a day”.")  # fmt: skip
        self._open_table(kind, self._draft.of(kind)[number - 1].values, number, sentence)

    def _put(self, number: int, table: DraftTable) -> None:
        self._draft = self._draft.with_table(table, number)
        self._show()
        field = self._list(table.kind)
        field.table.land_on((table.kind, number or len(self._draft.of(table.kind))))
        field.table.setFocus()

    def _correct(self, *, is_example: bool = False) -> None:
        row = (self._examples if is_example else self._rules).table.current
        if row:
            self._open(row)

    def _renew(self) -> None:
        """Write a rule like this one from a later day on: the one that is there stays."""
        row = self._rules.table.current
        if row:
            kind, number = row.id
            values = dict(self._draft.of(kind)[number - 1].values)
            values.pop("from")
            self._open_table(kind, values, 0, _("The rule before it stays for the days before."))

    def _remove(self, *, is_example: bool = False) -> None:
        field = self._examples if is_example else self._rules
        if field.table.current:
            self._draft = self._draft.without(*field.table.current.id)
            self._show()
            field.table.setFocus()

    def _try(self) -> None:
        text = self._checked_text()
        if text:
            TryDialog(self.operations, self, text, self._look_at_example).start()

    def _look_at_example(self, example: DraftTable) -> None:
        self._open_table(example.kind, example.values, 0, _("Look whether that is what you mean."))

    def _agree(self) -> None:
        """Change the example so that it expects what the policy makes of it."""
        row = self._examples.table.current
        if row is None:
            return
        self.form.clear_problems()
        draft = self._written(self.form.raw())
        try:
            examples = self.operations.office.policy_examples
            self._draft = examples.agree(AgreeExample(draft, row.id[1]))
        except UserError as error:
            self.show_problems([error])
            return
        self._show()
        self._examples.table.setFocus()

    def _checked_text(self) -> str:
        """Return the policy's text as it is written now; "" once what is wrong is said."""
        self.form.clear_problems()
        try:
            return self.operations.office.policy_forms.text_of(self._written(self.form.values()))
        except Problems as problems:
            self.show_problems(problems.errors)
        except UserError as error:
            self.show_problems([error])
        return ""

    def _change_text(self) -> None:
        """Go on in the text, with all that is written here; this closes, as none of it is lost."""
        from alongside_ui.settings.policy_dialog import PolicyDialog  # it leads back here

        self.form.clear_problems()
        written = self._written(self.form.raw())
        try:
            text = self.operations.office.policy_forms.unchecked_text(written)
        except UserError as error:
            self.show_problems([error])
            return
        is_typed = self.form.raw() != self._as_opened
        self.done(0)
        PolicyDialog(
            self.operations, self.parentWidget(), written.top["name"] or _("A pay policy"),
            written.top["summary"], text, is_typed=is_typed,
        ).start()  # fmt: skip
