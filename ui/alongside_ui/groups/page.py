"""Groups, and beside them the members of the one that the list is on."""

from collections.abc import Callable
from typing import ClassVar
from uuid import UUID

from PySide6.QtWidgets import QCheckBox, QWidget

from alongside.domain.change import Kind
from alongside.i18n import _
from alongside.services.groups import GroupRow
from alongside.services.history_wanted import Record
from alongside.services.members import MemberRow
from alongside_ui.actions import Easy
from alongside_ui.desk import Desk
from alongside_ui.groups.budgets_dialog import BudgetsDialog
from alongside_ui.groups.dialog import GroupDialog, MemberDialog
from alongside_ui.groups.retainers_dialog import RetainersDialog
from alongside_ui.groups.top_ups_dialog import LateRatesDialog
from alongside_ui.widgets.dialog import ask
from alongside_ui.widgets.headings import Heading
from alongside_ui.widgets.page import Page
from alongside_ui.widgets.rows import Column
from alongside_ui.widgets.table import Table
from alongside_ui.window_actions import Handler


class GroupsPage(Page):
    """Two lists: groups above, members of the current one below."""

    kinds: ClassVar = frozenset(
        {Kind.GROUP, Kind.PERSON, Kind.POLICY, Kind.CLAIM, Kind.PAYMENT, Kind.ORGANISATION}
    )
    help = "groups"

    def __init__(self, desk: Desk) -> None:
        super().__init__(
            desk, _("Groups"),
            _("Each group has a partner who asks, a pay policy, a budget code, and members."),
        )  # fmt: skip
        self._warnings: dict[UUID, str] = {}
        self.table: Table[GroupRow] = Table(
            _("Groups"),
            [
                Column(_("Group"), lambda row: row.name, lambda row: ", ".join(filter(None, (
                    row.name, row.partner, _("{n} members").format(n=row.members),
                    self._warnings.get(row.id)))),
                    is_whole=True),
                Column(_("Partner"), lambda row: row.partner),
                Column(_("Members"), lambda row: str(row.members), is_amount=True),
                Column(_("Pay policy"), lambda row: row.policy or _("none yet")),
                Column(_("Budget code"), lambda row: row.budget_code),
                Column(_("To look at"), lambda row: self._warnings.get(row.id, "")),
            ],
            empty=_("No groups yet. Ctrl+N adds one."),
        )  # fmt: skip
        self.body.addWidget(self.table, 2)
        self.add_buttons(
            [
                ("add", _("Add a group…"), Easy(_("Add group"), "add")),
                ("correct", _("Open…")),
                ("draft_retainers", _("Draft retainers…")),
                ("budgets", _("Budgets…")),
                ("late_rates", _("Rates that came late…")),
                ("record_history", _("History of this group…")),
                ("remove", _("Remove…")),
            ]
        )
        self.heading = Heading(_("Members"))
        self.now_only = QCheckBox(self.letters.give(_("Only who is a member today")))
        self.now_only.setAccessibleName(_("Only who is a member today"))
        self.now_only.setChecked(True)
        self.now_only.toggled.connect(self._read_members)
        self.add_row(self.heading, self.now_only)
        self.members: Table[MemberRow] = Table(
            _("Members"),
            [
                Column(
                    _("Name"),
                    lambda row: row.name,
                    lambda row: f"{row.name}, {row.role}",
                    is_whole=True,
                ),
                Column(_("Role"), lambda row: row.role),
                Column(_("From"), lambda row: row.since),
                Column(_("Until"), lambda row: row.until),
            ],
            empty=_("No members yet. Ctrl+Shift+N adds one."),
        )
        self.body.addWidget(self.members, 3)
        self.add_buttons(
            [
                ("add_member", _("Add a member…")),
                ("correct_member", _("Correct their place…")),
                ("remove_member", _("Remove the member…")),
            ]
        )
        self.table.moved.connect(self._read_members)
        self.table.opened.connect(self._open)
        self.members.opened.connect(self._open_member)

    def answers(self) -> dict[str, Handler]:
        """Return the commands of this page."""
        return {
            "add": self._add,
            "correct": lambda: self._with_group(self._open),
            "remove": lambda: self._with_group(self._remove),
            "draft_retainers": lambda: self._with_group(
                lambda group: RetainersDialog(self.operations, self.window(), group).start()
            ),
            "budgets": lambda: self._with_group(
                lambda group: BudgetsDialog(self.operations, self.window(), group).start()
            ),
            "late_rates": lambda: self._with_group(
                lambda group: LateRatesDialog(self.operations, self.window(), group).start()
            ),
            "record_history": lambda: self._with_group(self._history),
            "add_member": lambda: self._with_group(self._add_member),
            "correct_member": lambda: self._with_member(self._open_member),
            "remove_member": lambda: self._with_member(self._remove_member),
        }

    def refresh(self) -> None:
        """Read groups and members again."""
        warnings = self.office.budgets.warnings()
        if warnings != self._warnings:
            self._warnings = warnings
            self.table.say_anew()
        self.table.set_rows(self.office.groups.list_())
        self._read_members()

    def first_focus(self) -> QWidget:
        """Start in the list of groups."""
        return self.table

    def _read_members(self) -> None:
        group = self.table.current
        if group is None:
            self.heading.setText(_("Members"))
            self.members.set_rows(())
            return
        title = _("Members of {group}").format(group=group.name)
        self.heading.setText(title)
        self.members.setAccessibleName(title)
        self.members.set_rows(
            self.office.members.list_for(group.id, is_now_only=self.now_only.isChecked())
        )

    def _add(self) -> None:
        dialog = GroupDialog(self.operations, self.window(), None)
        dialog.made.connect(self._land_on)
        dialog.start()

    def _land_on(self, group_id: UUID) -> None:
        self.table.land_on(group_id)
        self.table.setFocus()

    def _open(self, group: GroupRow) -> None:
        GroupDialog(self.operations, self.window(), group).start()

    def _remove(self, group: GroupRow) -> None:
        ask(
            self.window(),
            _("Remove {name}?").format(name=group.name),
            _("Remove is for groups entered by mistake. One that has met stays."),
            yes=_("Remove"),
            no=_("Keep"),
            then=lambda: self.operations.run(self.office.groups.remove, group.id),
        )

    def _history(self, group: GroupRow) -> None:
        self.asked.emit("history", Record(Kind.GROUP, group.id, group.name), "")

    def _add_member(self, group: GroupRow) -> None:
        MemberDialog(self.operations, self.window(), group, None).start()

    def _open_member(self, member: MemberRow) -> None:
        if self.table.current:
            MemberDialog(self.operations, self.window(), self.table.current, member).start()

    def _remove_member(self, member: MemberRow) -> None:
        ask(
            self.window(),
            _("Remove {name} from the group?").format(name=member.name),
            _("Remove is for a place entered by mistake. For somebody who leaves, correct their "
              "place and give a last day."),
            yes=_("Remove"),
            no=_("Keep"),
            then=lambda: self.operations.run(self.office.members.remove, member.id),
        )  # fmt: skip

    def _with_group(self, do: Callable[[GroupRow], object]) -> None:
        if self.table.current:
            do(self.table.current)
        else:
            self.operations.say(_("Choose a group in the list first, or add one."))

    def _with_member(self, do: Callable[[MemberRow], object]) -> None:
        if self.members.current:
            do(self.members.current)
        else:
            self.operations.say(_("Choose a member in the list first."))
