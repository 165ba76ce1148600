"""One column of a bank file: what it holds, its heading, its room."""

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QWidget

from alongside.domain.bank_layout import Column, PayFact
from alongside.i18n import _
from alongside_ui.operations import Operations
from alongside_ui.widgets.dialog import FormDialog, Verb


class ColumnDialog(FormDialog):
    """One column: what it holds, under which heading, and how long it may be."""

    help = "payments#layouts"

    def __init__(
        self, operations: Operations, parent: QWidget, column: Column,
        then: Callable[[Column], object],
    ) -> None:  # fmt: skip
        super().__init__(operations, parent, _("Column"), save_words=_("Use it"))
        self._then = then
        facts = [(fact, fact.words) for fact in PayFact]
        fact = self.form.choice("fact", _("What it holds"), facts, column.fact)
        self.form.text("text", _("Fixed text"), column.text, _("The same in every row"))
        self.form.text("heading", _("Heading"), column.heading,
                       _("Only if the first row has headings"))  # fmt: skip
        self.form.whole("most", _("Most letters"), column.most, _("0 if there is no end"),
                        is_wanted=_("Type a number, like 0."))  # fmt: skip
        self.form.tick("is_upper", _("In capitals"), value=column.is_upper)
        fact.currentIndexChanged.connect(self._show_what_matters)
        self._show_what_matters()

    def collect(self, values: dict[str, Any]) -> tuple[Verb, Any]:
        """Give the column back as it is: nothing is kept before its layout is."""
        return (lambda column: column), Column(**{"text": ""} | values)

    def saved(self, result: Column) -> None:
        """Put it into the layout, and close."""
        super().saved(result)
        self._then(result)

    def _show_what_matters(self) -> None:
        is_fixed = list(PayFact)[self.form["fact"].currentIndex()] is PayFact.FIXED
        self.form.show_only(*(("text",) if is_fixed else ()), among=("text",))
