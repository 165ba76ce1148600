"""A person's usual journey and support costs: they become expense lines by themselves."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QWidget

from alongside.domain.claims import BY_HOUR, Category, Handling, Section
from alongside.domain.money import NOTHING
from alongside.i18n import _
from alongside.services.people import PersonRow
from alongside.services.usual_costs import (
    AddUsualCost,
    CorrectUsualCost,
    UsualCostDetails,
    UsualCostRow,
)
from alongside_ui.operations import Operations
from alongside_ui.widgets.dialog import FormDialog, Verb
from alongside_ui.widgets.list_dialog import EditedListDialog
from alongside_ui.widgets.payee_field import add_payee
from alongside_ui.widgets.rows import Column
from alongside_ui.widgets.table import Table


class CostsDialog(EditedListDialog):
    """The list of one person's usual costs. Enter opens one."""

    help = "people#usual-costs"

    def __init__(self, operations: Operations, parent: QWidget, person: PersonRow) -> None:
        table: Table[UsualCostRow] = Table(
            _("Usual costs"),
            [
                Column(_("What"), lambda row: row.words, _spoken),
                Column(_("Amount"), lambda row: row.amount, is_amount=True, is_whole=True),
                Column(_("Handled"), lambda row: row.handling),
                Column(_("Agreed by"), lambda row: row.agreed_by),
                Column(_("Agreed until"), lambda row: row.agreed_until),
            ],
            empty=_("No usual costs yet. Add a journey or support with the button below."),
        )  # fmt: skip
        super().__init__(
            operations, parent, _("Usual costs of {name}").format(name=person.name),
            _("Each becomes a line of the claim whenever they attend. Journeys are left out when "
              "they join online."), table,
        )  # fmt: skip
        self._person = person

    def rows(self) -> Sequence[UsualCostRow]:
        """Return what this person has."""
        return self._operations.office.usual_costs.list_for(self._person.id)

    def open_row(self, row: UsualCostRow | None) -> None:
        """Open one of them, or a new one."""
        CostDialog(self._operations, self, self._person, row).start()

    def remove_row(self, row: UsualCostRow) -> None:
        """Ask for one to be removed."""
        self._operations.run(self._operations.office.usual_costs.remove, row.id)


class CostDialog(FormDialog):
    """One usual cost. Which fields there are depends on what it is for."""

    help = "people#usual-costs"

    def __init__(
        self, operations: Operations, parent: QWidget, person: PersonRow, row: UsualCostRow | None
    ) -> None:
        super().__init__(operations, parent, row.words if row else _("Add a usual cost"))
        self._person = person
        self._row = row
        known = row.details if row else UsualCostDetails(Category.CAR)
        self._categories = [c for c in Category if c.section is Section.EXPENSE]
        form = self.form
        kinds = [(c, c.words) for c in self._categories]
        category = form.choice("category", _("What it is for"), kinds, known.category)
        form.text("words", _("In other words"), known.words,
                  _("Printed instead of the kind, if there is something here"))  # fmt: skip
        form.text("from_place", _("From"), known.from_place)
        form.text("to_place", _("To"), known.to_place)
        form.miles("tenths_of_mile", _("Miles, one way"), known.tenths_of_mile)
        form.tick("is_return", _("There and back"), value=known.is_return)
        form.text("passengers", _("Who is carried"), known.passengers,
                  _("Names with commas between them: each is paid for once"))  # fmt: skip
        form.tick("could_go_by_bus", _("Bus would suit too"), value=known.could_go_by_bus,
                  hint=_("Tick it only if public transport would suit the person as well: the "
                         "policy has a lower rate for that"))  # fmt: skip
        form.money("amount", _("Amount each time"), known.amount if known.amount else None)
        form.money("rate", _("Rate for an hour"), known.rate,
                   _("Instead of an amount each time"))  # fmt: skip
        form.length("minutes", _("Hours each time"), known.minutes,
                    _("Like 2.5 or 2:30; empty means as long as the meeting"))  # fmt: skip
        form.text("payee", _("Who does it"), known.payee, _("A personal assistant, for example"))
        form.choice("handling", _("How it is met"), [(h, h.words) for h in Handling],
                    known.handling)  # fmt: skip
        add_payee(form, operations, known.payee_id, person.id, person.name)
        form.text("agreed_by", _("Agreed by"), known.agreed_by,
                  _("A standing approval: the claim form says who gave it"))  # fmt: skip
        form.date("agreed_on", _("Agreed on"), known.agreed_on, hint=_(
            "The first day that it holds; leave it when it is agreed for longer"))  # fmt: skip
        form.date("agreed_until", _("Agreed until"), known.agreed_until,
                  hint=_("Lines after that day say that the agreement has ended"))  # fmt: skip
        self._asks = operations.office.policies.asks()
        category.currentIndexChanged.connect(self._show_what_matters)
        self._show_what_matters()

    def collect(self, values: dict[str, Any]) -> tuple[Verb, Any]:
        """Ask for the cost to be added or corrected."""
        values["tenths_of_mile"] = values.get("tenths_of_mile") or 0
        values["amount"] = values.get("amount") or NOTHING
        category = values["category"]
        if self._row and category is self._row.details.category:  # what was not asked stays
            known = self._row.details
            values.setdefault("passengers", known.passengers)
            values.setdefault("could_go_by_bus", known.could_go_by_bus)
        details = UsualCostDetails(**values)
        costs = self.operations.office.usual_costs
        if self._row:
            return costs.correct, CorrectUsualCost(self._row.id, details)
        return costs.add, AddUsualCost(self._person.id, details)

    def _show_what_matters(self) -> None:
        category = self._categories[self.form["category"].currentIndex()]
        journey = ("from_place", "to_place", "is_return")
        by_car = ("passengers", "could_go_by_bus")
        among = (*journey, "tenths_of_mile", *by_car, "amount", "rate", "minutes", "payee")
        if category.is_by_mile:
            shown: tuple[str, ...] = (*journey, "tenths_of_mile")
            if self._asks.passengers and category in {Category.CAR, Category.PASSENGER}:
                shown += ("passengers",)
            if self._asks.by_bus and category is Category.CAR:
                shown += ("could_go_by_bus",)
        elif category in BY_HOUR:
            shown = ("amount", "rate", "minutes", "payee")
        elif category in {Category.BUS_TRAIN_TRAM, Category.TAXI}:
            shown = (*journey, "amount", "payee")
        else:
            shown = ("amount", "payee")
        self.form.show_only(*shown, among=among)


def _spoken(row: UsualCostRow) -> str:
    words = f"{row.words}, {row.amount}, {row.handling}"
    if row.agreed_by:
        # translators: {cost} is a usual cost; {who} is “Sam Okafor, 3 May 2026”
        words = _("{cost}, agreed by {who}").format(cost=words, who=row.agreed_by)
    return words
