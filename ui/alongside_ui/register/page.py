"""The register: one list; arrows move, one letter sets a mark, each mark is saved when made."""

from functools import partial
from typing import Any, ClassVar
from uuid import UUID

from PySide6.QtWidgets import QCheckBox, QWidget

from alongside.domain.change import Change, Kind
from alongside.domain.dates import say_date
from alongside.domain.meetings import State
from alongside.i18n import _, ngettext
from alongside.services.attendance import AttendanceRow, RecordAttendance, Register
from alongside_ui.actions import Easy
from alongside_ui.desk import Desk
from alongside_ui.register.boxes import Boxes
from alongside_ui.register.dialog import AttendanceDialog, TimeDialog, WalkInDialog
from alongside_ui.register.marks import BUTTONS, MARKS, MarkWords
from alongside_ui.widgets.begin_claim import begin_claim
from alongside_ui.widgets.dialog import ask
from alongside_ui.widgets.headings import Heading
from alongside_ui.widgets.page import Page
from alongside_ui.widgets.rows import Column
from alongside_ui.widgets.table import Table
from alongside_ui.window_actions import Handler


class RegisterPage(Page):
    """The register of one meeting, with its count always there."""

    kinds: ClassVar = frozenset({Kind.ATTENDANCE, Kind.MEETING, Kind.PERSON})
    help = "register"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, _("Register"), "")
        self._marks = MarkWords(desk)
        self.actions.rebound.connect(self._say_keys)
        self._meeting_id: UUID | None = None
        self._register: Register | None = None
        self.count = Heading()
        self.count.setAccessibleDescription(_("How the register stands"))
        self.only_open = QCheckBox(self.letters.give(_("Only who is not yet marked")))
        self.only_open.setAccessibleName(_("Only who is not yet marked"))
        self.only_open.toggled.connect(lambda _on: self._show_rows())
        self.as_boxes = QCheckBox(self.letters.give(_("Show as boxes to tick")))
        self.as_boxes.setAccessibleName(_("Show as boxes to tick"))
        self.as_boxes.setChecked(desk.preferences.settings.register_boxes)
        self.as_boxes.toggled.connect(self._show_as)
        self.add_row(self.count, self.only_open, self.as_boxes)
        self.table: Table[AttendanceRow] = Table(
            _("Register"),
            [
                Column(_("Mark"), lambda row: self._marks.of(row.state), self._sentence,
                       is_whole=True, picture=lambda row: self._marks.picture(row.state)),
                Column(_("Name"), lambda row: row.name,
                       lambda row: f"{row.name}, {self._marks.of(row.state)}", is_whole=True),
                Column(_("Here"), lambda row: row.here, is_whole=True),
                Column(_("Role today"), lambda row: row.role.words),
                Column(_("Preparation"), lambda row: row.preparation),
                Column(_("With"), lambda row: row.supporter),
                Column(_("Requires"), lambda row: row.requires),
            ],
            empty=_("Nobody is on this register. Add a walk-in below, or invite people on the "
                    "Meetings page."),
        )  # fmt: skip
        self.table.help = "register#mark-who-came"
        self.table.opened.connect(self._open)
        for name in (*BUTTONS, "walk_in"):
            self.table.addAction(self.actions[name])
        self.boxes = Boxes(self._marks)
        self.boxes.marked.connect(lambda row, state: self._record(RecordAttendance(row.id, state)))
        self.boxes.opened.connect(self._open)
        self.body.addWidget(self.table, 1)
        self.body.addWidget(self.boxes, 1)
        if self.actions.is_easy:  # else the letters do, and the menu
            self.add_buttons([(name, "") for name in BUTTONS], has_main=False)
        self.add_buttons(
            [
                ("make_claims", _("Make claims…")),
                ("correct", _("Open this person…"), Easy(_("Open person"), "open")),
                ("walk_in", _("Add a walk-in…")),
                ("print", _("Print claim forms…")),
                ("meeting_papers", _("Papers for the meeting…")),
                ("remove", _("Take off the register…"), Easy(_("Take off list"), "remove")),
            ]
        )
        self._say_keys()
        self._show_as(self.as_boxes.isChecked())

    def answers(self) -> dict[str, Handler]:
        """Return the commands of this page."""
        go = self.asked.emit
        return {
            **{name: lambda each=state: self._mark(each) for name, state in MARKS.items()},
            "mark_part": lambda: self._ask_time(is_leaving=False),
            "mark_left": lambda: self._ask_time(is_leaving=True),
            "correct": lambda: self._open(self._current()),
            "walk_in": self._walk_in,
            "add": self._walk_in,
            "make_claims": self._make_claims,
            "print": lambda: go("claims", self._meeting_id, "print"),
            "meeting_papers": lambda: go("meetings", self._meeting_id, "meeting_papers"),
            "begin_claim": self._begin,
            "remove": self._remove,
        }

    def show_subject(self, subject: Any) -> None:
        """Show the register of the meeting with this id."""
        if subject != self._meeting_id:
            self._meeting_id = subject
            self.only_open.setChecked(False)
            self.table.set_rows(())

    def refresh(self) -> None:
        """Read the register again."""
        if self._meeting_id is None:
            return
        self._register = self.office.attendance.list_for(self._meeting_id)
        meeting = self._register.meeting
        title = _("Register: {group}, {day}").format(group=meeting.group, day=say_date(meeting.day))
        self.set_title(f"{title}, {meeting.when}")
        self._show_rows()

    def first_focus(self) -> QWidget:
        """Start in the list, or at the first box."""
        return self.boxes.first() if self.as_boxes.isChecked() else self.table

    def _current(self) -> AttendanceRow | None:
        return self.boxes.current() if self.as_boxes.isChecked() else self.table.current

    def _say_keys(self) -> None:
        keys = [
            f"{self.actions.keys_of(command.id)} {command.words.removesuffix('…').casefold()}"
            for command in self.actions.commands.values()
            if command.id in BUTTONS
        ]
        usual = (
            _("Up and Down move; a letter sets the mark and it is saved: {keys}. Enter opens "
              "everything about a person.").format(keys=", ".join(keys))
        )  # fmt: skip
        easy = _("Choose a person. Then press a button below.")
        self.purpose.setText(self.desk.words(usual, easy=easy))

    def _show_as(self, is_boxes: bool) -> None:
        """Show the register as a list, or as boxes to tick; remember which for the next time."""
        self.table.setVisible(not is_boxes)
        self.boxes.setVisible(is_boxes)
        self.purpose.setVisible(not is_boxes)
        if is_boxes != self.desk.preferences.settings.register_boxes:
            self.desk.preferences.change(register_boxes=is_boxes)

    def _show_rows(self) -> None:
        register = self._register
        if register is None:
            return
        rows = [row for row in register.rows
                if not self.only_open.isChecked() or row.state is State.NOT_MARKED]  # fmt: skip
        self.table.set_rows(rows)
        self.boxes.set_rows(rows)
        words = self.desk.words(
            # translators: {left} is how many are not yet marked
            _("{marked} marked, {left} to go, {attended} attended"),
            easy=_("{attended} came, {left} to go"),
        ).format(marked=register.marked, left=register.left, attended=register.attended)
        self.count.setText(words)

    def _mark(self, state: State) -> None:
        row = self._current()
        if row is not None:
            self._record(RecordAttendance(row.id, state))

    def _record(self, request: RecordAttendance) -> None:
        self.operations.run(
            self.office.attendance.record, request, then=self._marked, is_spoken=False
        )

    def _marked(self, change: Change) -> None:
        row = self._current()
        easy = f"{row.name}, {self._marks.of(row.state)}" if row else change.words
        words = self.desk.words(change.words, easy=easy)
        # translators: {words} is what was done: Ann Lee, attended
        self.operations.say(_("{words}, saved").format(words=words))

    def _ask_time(self, *, is_leaving: bool) -> None:
        row = self._current()
        if row is None or self._register is None:
            return
        TimeDialog(self.operations, self.window(), row, self._register.meeting,
                   is_leaving=is_leaving).start()  # fmt: skip

    def _open(self, row: AttendanceRow | None) -> None:
        if row is not None and self._register is not None:
            AttendanceDialog(self.operations, self.window(), row, self._register.meeting,
                             self._marks).start()  # fmt: skip

    def _walk_in(self) -> None:
        if self._meeting_id is None:
            return
        dialog = WalkInDialog(self.operations, self.window(), self._meeting_id)
        dialog.added.connect(self._land_on)
        dialog.start()

    def _land_on(self, attendance_id: Any) -> None:
        self.only_open.setChecked(False)
        self.table.land_on(attendance_id)
        self.first_focus().setFocus()

    def _make_claims(self) -> None:
        if self._meeting_id is None:
            return
        left = self._register.left if self._register else 0
        if left:
            ask(
                self.window(),
                ngettext("{n} person is not yet marked. Make claims for the others?",
                         "{n} people are not yet marked. Make claims for the others?",
                         left).format(n=left),
                _("You can make claims again when they are marked: nothing is added twice."),
                yes=_("Make claims"),
                no=_("Go back to the register"),
                then=self._make_now,
            )  # fmt: skip
        else:
            self._make_now()

    def _make_now(self) -> None:
        assert self._meeting_id is not None
        then = partial(self.asked.emit, "claims", self._meeting_id, "")
        self.operations.run(self.office.claims.make, self._meeting_id, then=lambda _change: then())

    def _begin(self) -> None:
        if row := self._current():
            begin_claim(self, row.person_id, row.name, self._meeting_id)

    def _remove(self) -> None:
        row = self._current()
        if row is None:
            return
        ask(
            self.window(),
            _("Take {name} off this register?").format(name=row.name),
            _("For somebody who was put here by mistake. Who did not come is marked so, with N."),
            yes=_("Take off"),
            no=_("Keep"),
            then=lambda: self.operations.run(self.office.attendance.remove, row.id),
        )

    def _sentence(self, row: AttendanceRow) -> str:
        """Return a person on the register as one sentence, the mark first."""
        return ", ".join(part for part in (self._marks.of(row.state), row.name, row.here) if part)
