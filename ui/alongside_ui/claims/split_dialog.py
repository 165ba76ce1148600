"""A line of a draft claim that several budgets bear: which ones, and how much of it each."""

from typing import Any

from PySide6.QtWidgets import QWidget

from alongside.domain.budgets import parse_percent, say_percent
from alongside.domain.errors import UserError
from alongside.domain.money import Money
from alongside.i18n import _
from alongside.services.line_rows import LineRow
from alongside.services.line_shares import LineSplit, ShareDetails, SplitLine
from alongside_ui.operations import Operations
from alongside_ui.widgets.dialog import FormDialog, Verb

_MOST = 6
"""Budgets that a line can be split between on the screen."""


class SplitDialog(FormDialog):
    """A budget and its share, one pair after another: the next appears when one is chosen."""

    help = "claims#split-a-line-between-budgets"

    def __init__(
        self, operations: Operations, parent: QWidget, line: LineRow, split: LineSplit
    ) -> None:
        super().__init__(
            operations, parent, _("Split between budgets"),
            _("{line}: {cost}. The shares make the whole line. The claim keeps its own budget "
              "code, and its form does not show the shares.").format(
                  line=line.words, cost=split.cost),
        )  # fmt: skip
        self._line = line
        ways = [(True, _("per cent")), (False, _("pounds and pence"))]
        self._by = self.form.choice("by_percent", _("Split by"), ways, split.by_percent)
        budgets = [(choice.id, choice.words) for choice in split.choices]
        shares = split.shares
        if not shares and split.own:
            shares = (ShareDetails(split.own),)
        self._pairs: list[tuple[str, str]] = []
        for place in range(min(len(budgets), _MOST)):
            share = shares[place] if place < len(shares) else None
            names = (f"budget_{place + 1}", f"share_{place + 1}")
            self._pairs.append(names)
            box = self.form.choice(
                names[0], _("Budget {n}").format(n=place + 1),
                budgets if place == 0 else [(None, _("none")), *budgets],
                share.budget_id if share else None,
            )  # fmt: skip
            self.form.parsed(
                names[1], _("Share {n}").format(n=place + 1), self._shown(share, split), self._part,
                _("Like 50 for per cent, or 37.50 for pounds. One can be empty: it gets the rest"),
            )  # fmt: skip
            box.currentIndexChanged.connect(self._show_pairs)
        self._show_pairs()

    def collect(self, values: dict[str, Any]) -> tuple[Verb, Any]:
        """Ask for the line to be split; by one budget alone it is borne as a whole."""
        shares = tuple(
            ShareDetails(values[budget], values[share])
            for budget, share in self._pairs
            if values.get(budget)
        )
        request = SplitLine(self._line.id, shares, values["by_percent"])
        return self.operations.office.line_shares.split, request

    def show_problems(self, problems: list[UserError]) -> None:
        """Say what is wrong with the shares at the last of them."""
        last = [share for _budget, share in self._pairs if not self.form[share].isHidden()][-1]
        super().show_problems([
            UserError(last, error.words, error.help) if error.field == "shares" else error
            for error in problems
        ])  # fmt: skip

    def _part(self, text: str, field: str) -> int:
        if self._by.currentIndex() == 0:
            return parse_percent(text, field)
        return Money.parse(text, field).pence

    def _shown(self, share: ShareDetails | None, split: LineSplit) -> str:
        if share is None or share.part is None:
            return ""
        return say_percent(share.part) if split.by_percent else str(Money(share.part))

    def _show_pairs(self) -> None:
        """Show each pair up to the first without a budget, whose share is not asked for."""
        shown: list[str] = []
        for budget, share in self._pairs:
            shown.append(budget)
            if self.form[budget].currentText() == _("none"):
                break
            shown.append(share)
        every = [name for pair in self._pairs for name in pair]
        self.form.show_only(*shown, among=every)
