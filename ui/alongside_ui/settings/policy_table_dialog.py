"""One rule of a policy, or one example: its fields are made from the description of its keys."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtWidgets import QComboBox, QLabel, QWidget

from alongside.domain.errors import UserError
from alongside.domain.policy_draft import DraftTable
from alongside.domain.policy_keys import Holds, Key, TableKind, table_kinds
from alongside.domain.policy_sentences import say_inner
from alongside.domain.policy_values import (
    chosen,
    how_to_type,
    read_value,
    say_value,
    without_empty,
)
from alongside.i18n import _
from alongside.services.policy_forms import CheckTable
from alongside_ui.operations import Operations
from alongside_ui.widgets.dialog import FormDialog, Verb
from alongside_ui.widgets.fields import needed
from alongside_ui.widgets.list_field import ListField
from alongside_ui.widgets.rows import Column
from alongside_ui.widgets.tick_list import TickList

HELP = "policies#write-it-in-a-form"
Values = Mapping[str, Any]


class KindDialog(FormDialog):
    """Which kind of rule is added, each with what it is for."""

    help = HELP

    def __init__(
        self, operations: Operations, parent: QWidget, then: Callable[[str], object]
    ) -> None:
        super().__init__(operations, parent, _("Add a rule"), save_words=_("Go on"))
        self._then = then
        kinds = [kind for kind in table_kinds() if kind.name != "example"]
        choices = [(kind.name, f"{kind.words}: {kind.about}") for kind in kinds]
        box = self.form.choice("kind", _("Kind of rule"), choices)
        about = QLabel(kinds[0].about)  # in the box there is room for the start of it only
        about.setWordWrap(True)
        box.currentIndexChanged.connect(lambda place: about.setText(kinds[place].about))
        self.body.insertWidget(self.body.count() - 1, about)

    def collect(self, values: dict[str, Any]) -> tuple[Verb, Any]:
        """Give the kind back: nothing is kept."""
        return str, values["kind"]

    def saved(self, result: str) -> None:
        """Go on to its fields."""
        super().saved(result)
        self._then(result)


class _TableDialog(FormDialog):
    """Fields for `keys`, with what is in `values`."""

    help = HELP

    def __init__(
        self, operations: Operations, parent: QWidget, title: str, sentence: str,
        keys: Sequence[Key], values: Values,
    ) -> None:  # fmt: skip
        super().__init__(operations, parent, title, sentence, save_words=_("Use it"))
        self._keys = {key.name: key for key in keys}
        for key in keys:
            self._add(key, values.get(key.name))

    def filled_in(self, values: Values) -> dict[str, Any]:
        """Return the `values` of the form as the file has them."""
        return without_empty(self._keys, values)

    def _add(self, key: Key, value: Any) -> None:
        form, hint = self.form, needed(key.hint) if key.is_needed else key.hint
        if key.holds is Holds.CHOICE:
            form.choice(key.name, key.label, key.choices, chosen(key, value), key.hint)
        elif key.holds is Holds.TICK:
            form.tick(key.name, key.label, value=bool(value), hint=key.hint)
        elif key.holds is Holds.SOME:
            self._add_ticks(key, value, hint)
        elif key.holds is Holds.TABLES:
            tables = _InnerTables(self, key, value or ())
            form.custom(key.name, key.label, tables.field, lambda: list(tables.values), hint)
        else:
            form.parsed(
                key.name, key.label, say_value(key, value), partial(read_value, key),
                how_to_type(key), is_wanted=_("Fill this in.") if key.is_needed else "",
            )  # fmt: skip

    def _add_ticks(self, key: Key, value: Any, hint: str) -> None:
        none = [(_NONE, key.none)] if key.none else []
        ticked = [chosen(key, each) for each in value or ()]
        box = TickList([*none, *key.choices], [_NONE] if value == [] else ticked)

        def read() -> list[Any] | None:
            found = box.ticked()
            if key.is_needed and not found:
                raise UserError(key.name, _("Tick at least one, with Space."))
            return [each for each in found if each != _NONE] if found else None

        self.form.custom(key.name, key.label, box, read, hint, typed=box.ticked)


_NONE = "none"
"""The first of what can be ticked, where none at all says something."""


class TableDialog(_TableDialog):
    """One rule or example; what has no meaning for what is chosen in it is not shown."""

    def __init__(
        self, operations: Operations, parent: QWidget, kind: TableKind, values: Values,
        then: Callable[[DraftTable], object], sentence: str = "",
    ) -> None:  # fmt: skip
        super().__init__(
            operations, parent, kind.words, f"{kind.about} {sentence}".strip(), kind.keys, values
        )
        self._kind, self._then = kind, then
        if kind.decider:
            decider = self.form[kind.decider]
            assert isinstance(decider, QComboBox)
            decider.currentIndexChanged.connect(self._show_what_matters)
            self._show_what_matters()

    def collect(self, values: dict[str, Any]) -> tuple[Verb, Any]:
        """Ask whether it can be written so: nothing is kept before its policy is."""
        request = CheckTable(self._kind.name, self.filled_in(values))
        return self.operations.office.policy_forms.check, request

    def saved(self, result: DraftTable) -> None:
        """Put it into the policy, and close."""
        super().saved(result)
        self._then(result)

    def _show_what_matters(self) -> None:
        key, form = self._kind.key(self._kind.decider), self.form
        assert key is not None
        decided = key.choices[form[key.name].currentIndex()][0]
        among = [each.name for each in self._kind.keys if each.only_for]
        form.show_only(*(each.name for each in self._kind.keys_for(decided)), among=among)


class _InnerDialog(_TableDialog):
    """A table inside of an example: a cost, a fee before, a line that should come."""

    def __init__(
        self, parent: FormDialog, key: Key, values: Values, then: Callable[[Values], object]
    ) -> None:
        super().__init__(parent.operations, parent, key.label, "", key.keys, values)
        self._inner_then = then

    def collect(self, values: dict[str, Any]) -> tuple[Verb, Any]:
        """Give it back: the example that it is in is looked at as a whole."""
        return self.filled_in, values

    def saved(self, result: Values) -> None:
        """Put it into the example, and close."""
        super().saved(result)
        self._inner_then(result)


@dataclass(frozen=True, slots=True)
class _Inner:
    """A table inside of an example with its place, which is what the list knows it by."""

    id: int
    words: str


class _InnerTables:
    """The list of the tables inside of an example, as a field."""

    def __init__(self, dialog: FormDialog, key: Key, values: Sequence[Values]) -> None:
        self.values = list(values)
        self._dialog, self._key = dialog, key
        self.field: ListField[_Inner] = ListField(
            [Column(key.label, lambda row: row.words, is_whole=True)],
            ((_("Add…"), self._add), (_("Correct…"), self._correct), (_("Remove"), self._remove)),
            dialog.letters,
            empty=_("None."),
        )
        self.field.table.opened.connect(lambda _row: self._correct())
        self._show()

    def _show(self) -> None:
        keys = self._key.keys
        self.field.show_rows([_Inner(n, say_inner(keys, v)) for n, v in enumerate(self.values)])

    def _add(self) -> None:
        _InnerDialog(self._dialog, self._key, {}, partial(self._put, len(self.values))).start()

    def _correct(self) -> None:
        row = self.field.table.current
        if row:
            values = self.values[row.id]
            _InnerDialog(self._dialog, self._key, values, partial(self._put, row.id)).start()

    def _put(self, place: int, values: Values) -> None:
        self.values[place : place + 1] = [values]
        self._show()
        self.field.table.land_on(place)
        self.field.table.setFocus()

    def _remove(self) -> None:
        row = self.field.table.current
        if row:
            del self.values[row.id]
            self._show()
            self.field.table.setFocus()
