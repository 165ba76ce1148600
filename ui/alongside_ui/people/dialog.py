"""Everything about one person but money's details: who, how to reach them, what they require."""

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from alongside.domain.change import Change
from alongside.domain.paper_style import PaperFont
from alongside.domain.people import ContactWay, Format, PayChoice, PersonStatus
from alongside.i18n import _
from alongside.services.members import AddNewMember
from alongside.services.people import CorrectPerson, PersonDetails, PersonRow
from alongside_ui.operations import Operations
from alongside_ui.widgets.dialog import FormDialog, Verb
from alongside_ui.widgets.fields import needed


class PersonDialog(FormDialog):
    """Add or correct a person. Only the name is wanted; the rest can come later."""

    help = "people"
    made = Signal(object)
    """The id of a person who was added."""

    def __init__(self, operations: Operations, parent: QWidget, row: PersonRow | None) -> None:
        super().__init__(
            operations, parent, row.name if row else _("Add a person"),
            "" if row else _("Only the name is wanted now; everything else can come later."),
        )  # fmt: skip
        self._row = row
        known = operations.office.people.find(row.id) if row else PersonDetails("")
        form = self.form
        form.text("name", _("Name"), known.name, needed(_("The name the person uses")))
        form.text("nickname", _("Nickname"), known.nickname, _("Found by this too"))
        form.text("pronouns", _("Pronouns"), known.pronouns)
        form.choice("status", _("Status"), [(s, s.words) for s in PersonStatus], known.status)
        form.tick("is_organisation", _("An organisation"), value=known.is_organisation,
                  hint=_("A charity or an agency that is paid, not a person"))  # fmt: skip
        if not row:
            self._ask_group()
        form.heading(_("How to reach them"))
        form.choice("contact_way", _("Preferred way"), [(w, w.words) for w in ContactWay],
                    known.contact_way)  # fmt: skip
        form.text("phone", _("Telephone"), known.phone)
        form.text("text_phone", _("Text messages or relay"), known.text_phone)
        form.text("email", _("Email"), known.email)
        form.long_text("address", _("Address"), known.address)
        form.text("contact_note", _("Good to know"), known.contact_note,
                  _("Not before noon, for example"))  # fmt: skip
        form.heading(_("What they require"))
        form.choice("format", _("Preferred format"), [(f, f.words) for f in Format], known.format)
        fonts = [(None, _("as the organisation’s")), *((f, f.words) for f in PaperFont)]
        form.choice("paper_font", _("Font on paper"), fonts, known.paper_font)
        form.long_text("access_requirements", _("Access requirements"), known.access_requirements,
                       _("In their own words: what is required, never why"))  # fmt: skip
        self._travel = known.travel_minutes
        if operations.office.policies.asks().travel:
            form.length("travel_minutes", _("Usual time on the way"), known.travel_minutes,
                        _("There and back, in hours. A register then has it already."))  # fmt: skip
        form.date("access_review", _("Ask again on"), known.access_review)
        form.heading(_("How they choose to be rewarded"))
        choice = form.choice("pay_choice", _("Choice"), [(p, p.words) for p in PayChoice],
                             known.pay_choice)  # fmt: skip
        form.money("pay_at_most", _("At most, each time"), known.pay_at_most)
        form.text("pay_instead", _("To whom, or what"), known.pay_instead,
                  _("The charity that gets the fee, or what they get in kind"))  # fmt: skip
        form.text("pay_note", _("Note about it"), known.pay_note,
                  _("Never which benefit somebody gets"))  # fmt: skip
        form.heading(_("Limits that they set themselves"))
        known_limits = (
            ("most_week", _("Fees at most in a week"), known.most_week),
            ("most_four_weeks", _("Fees at most in four weeks"), known.most_four_weeks),
            ("most_month", _("Fees at most in a month"), known.most_month),
            ("most_year", _("Fees at most in a tax year"), known.most_year),
        )
        for name, label, amount in known_limits:
            form.money(name, label, amount, _("Empty if they set no limit"))
        form.whole("month_starts", _("Their month starts on day"), known.month_starts,
                   _("A number from 1 to 31: in a shorter month, its last day"),
                   is_wanted=_("Type the day, like 1."))  # fmt: skip
        form.date("pay_from", _("Not to be paid before"), known.pay_from)
        form.heading(_("In the accounts"))
        form.text("reference", _("Number in the accounts"), known.reference,
                  _("Empty gives them one when a run is saved for the accounts"))  # fmt: skip
        choice.currentIndexChanged.connect(self._show_what_matters)
        self._show_what_matters()

    def collect(self, values: dict[str, Any]) -> tuple[Verb, Any]:
        """Ask for the person to be added or corrected."""
        group_id = values.pop("group_id", None)
        values["travel_minutes"] = values.get("travel_minutes", self._travel) or 0
        details = PersonDetails(**values)
        office = self.operations.office
        if self._row:
            return office.people.correct, CorrectPerson(self._row.id, details)
        if group_id:
            return office.members.add_new, AddNewMember(group_id, details)
        return office.people.add, details

    def saved(self, result: Change) -> None:
        """Tell where the new person is, and close."""
        if not self._row:
            self.made.emit(result.id)
        super().saved(result)

    def _ask_group(self) -> None:
        """Ask which group somebody new joins today; where there is one group, most join it."""
        groups = [(group.id, group.name) for group in self.operations.office.groups.list_()]
        only = groups[0][0] if len(groups) == 1 else None
        self.form.choice("group_id", _("Joins"), [(None, _("no group for now")), *groups], only)

    def _show_what_matters(self) -> None:
        choice = list(PayChoice)[self.form["pay_choice"].currentIndex()]
        shown = {
            PayChoice.LESS: "pay_at_most",
            PayChoice.DONATION: "pay_instead",
            PayChoice.IN_KIND: "pay_instead",
        }.get(choice)
        self.form.show_only(*((shown,) if shown else ()), among=("pay_at_most", "pay_instead"))
