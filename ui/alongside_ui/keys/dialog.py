"""Who can open these records: the computers, the recovery words, and a new key after a theft."""

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QLabel, QWidget

from alongside.domain.errors import AlongsideError
from alongside.i18n import _
from alongside.services.keys import ComputerRow
from alongside_ui import errors
from alongside_ui.announce import speak
from alongside_ui.keys.new_words import NewWords, Occasion, SheetFacts
from alongside_ui.operations import Operations
from alongside_ui.widgets.dialog import Dialog, ask
from alongside_ui.widgets.rows import Column
from alongside_ui.widgets.table import Table


class KeysDialog(Dialog):
    """The list of computers, and what can be done about keys and words."""

    help = "recovery-words#who-can-open-these-records"

    def __init__(self, operations: Operations, parent: QWidget) -> None:
        super().__init__(
            parent, _("Who can open these records"),
            _("These computers open the records by themselves. Anybody else needs the recovery "
              "words."),
        )  # fmt: skip
        self._operations = operations
        self._is_waiting = False
        self.table: Table[ComputerRow] = Table(
            _("Computers"),
            [
                Column(
                    _("Computer"),
                    lambda row: row.named,
                    lambda row: _("{name}, since {day}").format(name=row.named, day=row.since),
                    is_whole=True,
                ),
                Column(_("Since"), lambda row: row.since),
            ],
            empty=_("No computer: the words are asked for each time."),
        )
        self._state = QLabel()
        self._state.setWordWrap(True)
        self._state.hide()
        self.body.addWidget(self.table, 1)
        self.body.addWidget(self._state)
        self._buttons = [
            self.add_button(_("Remove from the list…"), self._remove),
            self.add_button(_("Change the recovery words…"), self._change_words),
            self.add_button(_("Lock anew…"), self._lock_anew),
            self.add_button(_("Close"), self.accept, is_main=True),
        ]
        self.table.moved.connect(self._enable)
        self.take_room(80, 20)
        self._read()
        self.table.setFocus()

    def reject(self) -> None:
        """Leave, but not in the middle of locking anew."""
        if not self._is_waiting:
            super().reject()

    def _read(self) -> None:
        office = self._operations.office
        self._operations.run(lambda _request: office.keys.computers(), None, then=self._fill)

    def _fill(self, rows: list[ComputerRow]) -> None:
        self.table.set_rows(rows)
        self._enable()

    def _enable(self) -> None:
        for button in self._buttons:
            button.setEnabled(not self._is_waiting)
        self._buttons[0].setEnabled(not self._is_waiting and self.table.current is not None)

    def _remove(self) -> None:
        row = self.table.current
        if row is None:
            return
        detail = _("It asks for the recovery words the next time it opens the records.")
        ask(
            self, _("Remove {name} from the list?").format(name=row.named), detail,
            yes=_("Remove"), no=_("Keep"), then=lambda: self._do_remove(row),
        )  # fmt: skip

    def _do_remove(self, row: ComputerRow) -> None:
        def removed(_change: object) -> None:
            self._read()
            self.table.setFocus()
            if not row.is_this:
                ask(
                    self, _("Was {name} lost or stolen?").format(name=row.name),
                    _("Then lock the records anew. Whoever has an old copy of them and their key "
                      "file, and finds the old words, can open that copy. Records that are locked "
                      "anew, they cannot."),
                    yes=_("Lock anew…"), no=_("It is safe"), then=self._lock_anew,
                )  # fmt: skip

        self._operations.run(
            self._operations.office.keys.remove, row.id, then=removed, failed=self._failed
        )

    def _change_words(self) -> None:
        self._with_new_words(
            _("Change the recovery words"),
            _("From now on these seven words open your records. The old ones do not any more. "
              "Write the new ones down, and destroy the old sheet."),
            _("Change the words"),
            lambda words: self._wait(self._operations.office.keys.change_words, words,
                                     _("Changing the words…")),
        )  # fmt: skip

    def _lock_anew(self) -> None:
        self._with_new_words(
            _("Lock anew"),
            _("For when a computer or a copy was stolen. The records get a new key and these new "
              "words. Other computers ask for the new words once. Write them down, and destroy "
              "the old sheet."),
            _("Lock anew"),
            lambda words: self._wait(self._operations.office.keys.lock_anew, words,
                                     _("Locking anew. This can take some minutes…")),
        )  # fmt: skip

    def _with_new_words(
        self, title: str, sentence: str, done_words: str, done: Callable[[str], None]
    ) -> None:
        office = self._operations.office
        known = office.organisation.find()
        facts = SheetFacts(office.path, known.name if known else "")
        NewWords(self, Occasion(title, sentence, done_words, facts), done).show()

    def _wait(self, verb: Callable[[str], Any], words: str, said: str) -> None:
        """Do what takes a moment, and say so; nothing else can be done meanwhile."""
        self._is_waiting = True
        self._enable()
        self._state.setText(said)
        self._state.show()
        speak(said)
        self._operations.run(verb, words, then=self._done, failed=self._failed)

    def _done(self, _change: object) -> None:
        self._go_on()
        self._read()

    def _failed(self, error: AlongsideError) -> None:
        self._go_on()
        errors.show(error, self)

    def _go_on(self) -> None:
        self._is_waiting = False
        self._state.hide()
        self._enable()
        self.table.setFocus()
