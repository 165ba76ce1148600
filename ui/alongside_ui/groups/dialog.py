"""Dialogs of groups: the group itself with its pay policy, and one member's place."""

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from alongside.domain.change import Change
from alongside.domain.errors import UserError
from alongside.domain.meetings import Role
from alongside.i18n import _
from alongside.services.groups import CorrectGroup, GroupDetails, GroupRow
from alongside.services.members import CorrectMember, MemberDetails, MemberRow
from alongside_ui.operations import Operations
from alongside_ui.widgets.dialog import FormDialog, Verb
from alongside_ui.widgets.fields import needed
from alongside_ui.widgets.person_field import PersonField

_TEMPLATE = "template:"


class GroupDialog(FormDialog):
    """Add or correct a group. Its policy is one of the organisation's, or a template."""

    help = "groups"
    made = Signal(object)
    """The id of a group that was added."""

    def __init__(self, operations: Operations, parent: QWidget, group: GroupRow | None) -> None:
        super().__init__(operations, parent, group.name if group else _("Add a group"))
        self._group = group
        office = operations.office
        known = office.groups.find(group.id) if group else GroupDetails("")
        self.form.text("name", _("Name"), known.name, needed())
        self.form.text("partner", _("Partner"), known.partner,
                       _("The public body that asks; empty if there is none"))  # fmt: skip
        self.form.long_text("purpose", _("Purpose"), known.purpose)
        self.form.text("budget_code", _("Budget code"), known.budget_code,
                       _("Claims of another code are kept apart"))  # fmt: skip
        self.form.long_text("signposting", _("Where to get advice on benefits"), known.signposting,
                            _("Stands on every claim form of the group"))  # fmt: skip
        mine = office.policies.list_()
        texts = {row.name for row in mine}
        choices: list[tuple[Any, str]] = [(None, _("none yet"))]
        choices += [(row.id, f"{row.name}: {row.summary}") for row in mine]
        choices += [
            (f"{_TEMPLATE}{row.id}",
             _("template: {name}: {summary}").format(name=row.name, summary=row.summary))
            for row in office.policies.templates() if row.name not in texts
        ]  # fmt: skip
        self.form.choice("policy_id", _("Pay policy"), choices, known.policy_id,
                         _("Your own files are added under Settings"))  # fmt: skip

    def collect(self, values: dict[str, Any]) -> tuple[Verb, Any]:
        """Ask for the group; a template chosen becomes a policy of the organisation."""
        chosen = values.pop("policy_id")
        is_template = isinstance(chosen, str)
        details = GroupDetails(
            **values,
            policy_id=None if is_template else chosen,
            template=chosen.removeprefix(_TEMPLATE) if is_template else "",
        )
        groups = self.operations.office.groups
        if self._group:
            return groups.correct, CorrectGroup(self._group.id, details)
        return groups.add, details

    def saved(self, result: Change) -> None:
        """Tell where the new group is, and close."""
        if not self._group:
            self.made.emit(result.id)
        super().saved(result)


class MemberDialog(FormDialog):
    """A person's place in a group: who, in which role, from when, until when."""

    help = "groups#members"

    def __init__(
        self, operations: Operations, parent: QWidget, group: GroupRow, member: MemberRow | None
    ) -> None:
        title = _("{name} in {group}") if member else _("Add a member to {group}")
        super().__init__(
            operations, parent,
            title.format(group=group.name, name=member.name if member else ""),
        )  # fmt: skip
        self._group = group
        self._member = member
        known = member.details if member else None
        if not member:
            self._person = PersonField(operations.office.people.list_, _("Person"))
            self._person.setMinimumHeight(8 * self.fontMetrics().lineSpacing())
            self.form.custom("person_id", _("Person"), self._person, self._person.id_or_none,
                             _("Type a name; Down chooses"),
                             typed=lambda: self._person.text)  # fmt: skip
        roles = [(role, role.words) for role in Role]
        self.form.choice("role", _("Role"), roles, known.role if known else None)
        today = operations.office.now().date()
        self.form.date("first", _("From"), known.first if known else today, is_wanted=True)
        self.form.date("last", _("Until"), known.last if known else None,
                       hint=_("The last day; empty while they are a member"))  # fmt: skip

    def collect(self, values: dict[str, Any]) -> tuple[Verb, Any]:
        """Ask for the place to be added or corrected."""
        members = self.operations.office.members
        if self._member:
            person_id = self._member.details.person_id
            details = MemberDetails(self._group.id, person_id, **values)
            return members.correct, CorrectMember(self._member.id, details)
        if values["person_id"] is None:
            raise UserError("person_id", _("Nobody has that name yet. Add them under People."))
        return members.add, MemberDetails(group_id=self._group.id, **values)
