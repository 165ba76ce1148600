"""Layouts of bank files: the list of them, one layout with its columns, one column."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtWidgets import QWidget

from alongside.domain.bank_layout import (
    Column,
    DateForm,
    Layout,
    LineEnd,
    PayFact,
    Quoting,
    Separator,
)
from alongside.domain.bank_letters import Letters
from alongside.domain.errors import UserError
from alongside.i18n import _
from alongside.services.bank_layouts import KeepLayout, LayoutRow
from alongside_ui.operations import Operations
from alongside_ui.payments.column_dialog import ColumnDialog
from alongside_ui.widgets.dialog import FormDialog, Verb
from alongside_ui.widgets.fields import needed
from alongside_ui.widgets.list_dialog import ListDialog
from alongside_ui.widgets.rows import Column as Shown
from alongside_ui.widgets.table import Table

_HELP = "payments#layouts"


class LayoutsDialog(ListDialog):
    """Every layout: those that come with Alongside can be copied, one’s own changed."""

    help = _HELP

    def __init__(self, operations: Operations, parent: QWidget) -> None:
        table: Table[LayoutRow] = Table(
            _("Layouts"),
            [
                Shown(_("Name"), lambda row: row.name, _spoken, is_whole=True),
                Shown(_("Made by"), _made_by),
                Shown(_("Columns"), lambda row: row.words),
            ],
            empty=_("No layouts."),
        )
        super().__init__(
            operations, parent, _("Layouts of bank files"),
            _("Each bank wants its file in its own way. Copy the layout that is nearest, and "
              "change the copy."), table,
        )  # fmt: skip
        table.opened.connect(self._change)
        self.add_for_one(_("Change…"), self._change, is_main=True)
        self.add_for_one(_("Copy…"), self._copy)
        self.add_for_one(_("Remove"), self._remove, can=lambda row: row.id is not None)
        self.add_button(_("Close"), self.accept)

    def rows(self) -> Sequence[LayoutRow]:
        """Return every layout."""
        return self._operations.office.bank_layouts.list_()

    def _change(self, row: LayoutRow) -> None:
        if row.id is None:
            self._copy(row)
        else:
            LayoutDialog(self._operations, self, row.layout, KeepLayout(row.layout, row.id)).start()

    def _copy(self, row: LayoutRow) -> None:
        copied = replace(row.layout, name=_("Copy of {name}").format(name=row.name))
        LayoutDialog(self._operations, self, copied, KeepLayout(copied)).start()

    def _remove(self, row: LayoutRow) -> None:
        if row.id:
            self._operations.run(self._operations.office.bank_layouts.remove, row.id)
            self.table.setFocus()


class LayoutDialog(FormDialog):
    """One layout: how it is written, and its columns in a list that keys can put in order."""

    help = _HELP

    def __init__(
        self, operations: Operations, parent: QWidget, layout: Layout, request: KeepLayout
    ) -> None:
        super().__init__(operations, parent, _("Layout of a bank file"))
        self._request, self._layout = request, layout
        self._columns = [_Numbered(n, column) for n, column in enumerate(layout.columns, 1)]
        form = self.form
        form.text("name", _("Name"), layout.name, needed(_("That of the bank, for example")))
        self.table: Table[_Numbered] = Table(
            _("Columns"),
            [
                Shown(_("Place"), lambda row: str(row.id), lambda row: _(
                    "column {n}: {what}").format(n=row.id, what=row.words)),
                Shown(_("What it holds"), lambda row: row.words, is_whole=True),
            ],
            empty=_("No columns yet."),
        )  # fmt: skip
        self.table.opened.connect(lambda _row: self._change())
        form.custom("columns", _("Columns in their order"), self.table,
                    lambda: tuple(row.column for row in self._columns))  # fmt: skip
        for words, do in (
            (_("Add a column…"), self._add), (_("Change the column…"), self._change),
            (_("Move it up"), lambda: self._move(-1)), (_("Move it down"), lambda: self._move(1)),
            (_("Take it out"), self._take_out),
        ):  # fmt: skip
            self.add_button(words, do)
        form.tick("has_headings", _("First row has headings"), value=layout.has_headings)
        form.tick("is_in_pence", _("Amounts in pence"), value=layout.is_in_pence)
        form.tick("has_dashes", _("Sort codes with dashes"), value=layout.has_dashes)
        form.tick("cuts_names", _("Names may be cut"), value=layout.cuts_names)
        form.choice("dates", _("Days"), _named(DateForm), layout.dates)
        form.choice("quoting", _("Quotation marks"), _named(Quoting), layout.quoting)
        form.choice("separator", _("Between columns"), _named(Separator), layout.separator)
        form.choice("line_end", _("Ends of rows"), _named(LineEnd), layout.line_end)
        form.choice("letters", _("Letters"), _named(Letters), layout.letters)
        form.whole("most_payments", _("Most payments in a file"), layout.most_payments,
                   _("0 if there is no end"), is_wanted=_("Type a number, like 0."))  # fmt: skip
        self._show(0)

    def collect(self, values: dict[str, Any]) -> tuple[Verb, Any]:
        """Ask for the layout to be kept; one that no bank could read is refused here."""
        layout = replace(self._layout, **values)
        return self.operations.office.bank_layouts.keep, replace(self._request, layout=layout)

    def show_problems(self, problems: list[UserError]) -> None:
        """Say at the name what is wrong with the layout as a whole."""
        super().show_problems([
            UserError("name" if each.field == "layout" else each.field, each.words)
            for each in problems
        ])  # fmt: skip

    def _show(self, place: int) -> None:
        self._columns = [_Numbered(n, row.column) for n, row in enumerate(self._columns, 1)]
        self.table.set_rows(self._columns)
        if self._columns:
            self.table.land_on(min(max(place, 0), len(self._columns) - 1) + 1)

    @property
    def _place(self) -> int:
        return self.table.current.id - 1 if self.table.current else -1

    def _add(self) -> None:
        self._ask(Column(PayFact.EMPTY), lambda column: self._columns.insert(
            self._place + 1, _Numbered(0, column)), self._place + 1)  # fmt: skip

    def _change(self) -> None:
        place = self._place
        if place >= 0:

            def put(column: Column) -> None:
                self._columns[place] = _Numbered(0, column)

            self._ask(self._columns[place].column, put, place)

    def _ask(self, column: Column, put: Callable[[Column], object], place: int) -> None:
        def chosen(made: Column) -> None:
            put(made)
            self._show(place)
            self.table.setFocus()

        ColumnDialog(self.operations, self, column, chosen).start()

    def _move(self, by: int) -> None:
        place = self._place
        if place >= 0 and 0 <= place + by < len(self._columns):
            self._columns.insert(place + by, self._columns.pop(place))
            self._show(place + by)
        self.table.setFocus()

    def _take_out(self) -> None:
        place = self._place
        if place >= 0:
            del self._columns[place]
            self._show(place)
        self.table.setFocus()


@dataclass(frozen=True, slots=True)
class _Numbered:
    """A column with its place, which is what the list knows it by."""

    id: int
    column: Column

    @property
    def words(self) -> str:
        fact = self.column.fact
        return f"{fact.words}: {self.column.text}" if fact is PayFact.FIXED else fact.words


def _named(kind: Any) -> Sequence[tuple[Any, str]]:
    return [(each, each.words) for each in kind]


def _made_by(row: LayoutRow) -> str:
    return _("your organisation") if row.id else _("Alongside")


def _spoken(row: LayoutRow) -> str:
    return f"{row.name}, {_made_by(row)}. {row.words}"
