"""Settings: the organisation, its pay policies, and how Alongside looks to you."""

from typing import ClassVar

from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QWidget

from alongside.domain.change import Kind
from alongside.i18n import LANGUAGES, STARTERS, _, language, ngettext
from alongside.services.policies import PolicyRow
from alongside.settings import LOCK_AFTER, LOCK_WARNING
from alongside_ui.desk import Desk
from alongside_ui.settings.backups import BackupPart
from alongside_ui.settings.dialog import AddPolicyDialog, OrganisationDialog
from alongside_ui.settings.policy_dialog import PolicyDialog
from alongside_ui.settings.policy_start import StartDialog
from alongside_ui.theme import MEDIUM, TEXT_SIZES, fonts, names
from alongside_ui.widgets.button import ActionButton
from alongside_ui.widgets.headings import Heading
from alongside_ui.widgets.page import Page
from alongside_ui.widgets.rows import Column
from alongside_ui.widgets.table import Table
from alongside_ui.window_actions import Handler


class SettingsPage(Page):
    """Its parts under headings; what is chosen for yourself is used at once."""

    kinds: ClassVar = frozenset({Kind.ORGANISATION, Kind.POLICY, Kind.BACKUP, Kind.SETTINGS})
    help = "settings"

    def __init__(self, desk: Desk) -> None:
        super().__init__(
            desk, _("Settings"),
            _("The organisation and its policies are kept with the records; the rest is yours."),
        )  # fmt: skip
        self.body.addWidget(Heading(_("Organisation")))
        self._organisation = QLabel()
        self._organisation.setWordWrap(True)
        self.body.addWidget(self._organisation)
        self._correct = ActionButton(
            self.actions["correct"], self.letters.give(_("Organisation…")), is_main=True
        )
        self.add_row(self._correct)
        self.body.addSpacing(MEDIUM)
        self.body.addWidget(Heading(_("Pay policies")))
        self.table: Table[PolicyRow] = Table(
            _("Pay policies"),
            [
                Column(
                    _("Policy"),
                    lambda row: row.name,
                    lambda row: f"{row.name}: {row.summary}",
                    is_whole=True,
                ),
                Column(_("Added on"), lambda row: row.added_on),
                Column(_("What it pays"), lambda row: row.summary),
            ],
            empty=_("No policies yet. Add a template, or a file of your own."),
        )
        self.table.opened.connect(self._open)
        self.body.addWidget(self.table, 1)
        self.add_row(
            ActionButton(self.actions["add"], self.letters.give(_("Add a policy…"))),
            ActionButton(self.actions["write_policy"], self.letters.give(_("Write a policy…"))),
        )
        self.body.addSpacing(MEDIUM)
        self.body.addWidget(Heading(_("Partners’ forms")))
        words = self.letters.give(_("Partners’ forms…"))
        self.add_row(ActionButton(self.actions["partner_forms"], words))
        self.body.addSpacing(MEDIUM)
        self._backups = BackupPart(desk, self)
        self.body.addWidget(self._backups)
        self.body.addSpacing(MEDIUM)
        self.body.addWidget(Heading(_("You, on this computer")))
        self._theme = QComboBox()
        for name, words in names():
            self._theme.addItem(words, name)
        self._size = QComboBox()
        for size in TEXT_SIZES:
            self._size.addItem(_("{size} per cent").format(size=size), size)
        self._who = QLineEdit()
        self._who.setMinimumWidth(self.fontMetrics().averageCharWidth() * 16)
        self._font = QComboBox()
        for name, words in fonts():
            self._font.addItem(words, name)
        self._language = QComboBox()
        for code, name in LANGUAGES.items():
            unchecked = _("{language}, a start, not yet checked").format(language=name)
            self._language.addItem(unchecked if code in STARTERS else name, code)
        for box in (self._theme, self._size, self._font, self._language):
            box.setSizeAdjustPolicy(box.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(14)
        self._easy = self.tick("easy_words", _("Easy words"))
        self._targets = self.tick("large_targets", _("Large targets"))
        self._still = self.tick("is_still", _("Keep everything still"))
        self._shared = self.tick("is_shared", _("Several people use this login"))
        self.add_row(
            self.labelled(_("Your name in the history"), self._who),
            self._shared,
            self.labelled(_("Theme"), self._theme),
            self.labelled(_("Font"), self._font),
            self.labelled(_("Text size"), self._size),
            self._easy,
            self.labelled(_("Language"), self._language),
            self._targets,
            self._still,
        )
        note = QLabel(
            _("A language counts from the next start. Welsh is a start: a Welsh speaker must "
              "still check it. What it lacks is in English, and so is help.")
        )  # fmt: skip
        note.setWordWrap(True)
        self._language.setAccessibleDescription(note.text())
        self.body.addWidget(note)
        self._language.activated.connect(self._choose_language)
        self._font.activated.connect(
            lambda _row: desk.preferences.change(font=self._font.currentData())
        )
        self._who.editingFinished.connect(self._sign)
        self._theme.activated.connect(
            lambda _row: desk.preferences.change(theme=self._theme.currentData())
        )
        self._size.activated.connect(
            lambda _row: desk.preferences.change(text_size=self._size.currentData())
        )
        self.body.addSpacing(MEDIUM)
        self._add_locking()

    def _choose_language(self) -> None:
        chosen = self._language.currentData()
        if chosen != (self.desk.preferences.settings.language or language()):
            self.desk.preferences.change(language=chosen)
            self.operations.say(_("The language changes when Alongside starts again"))

    def _add_locking(self) -> None:
        self.body.addWidget(Heading(_("Locking")))
        self._lock_after, self._lock_warning = QComboBox(), QComboBox()
        for minutes in LOCK_AFTER:
            words = ngettext("{n} minute", "{n} minutes", minutes).format(n=minutes)
            self._lock_after.addItem(words if minutes else _("never"), minutes)
        for seconds in LOCK_WARNING:
            words = ngettext("{n} second before", "{n} seconds before", seconds)
            self._lock_warning.addItem(words.format(n=seconds), seconds)
        for box, name in ((self._lock_after, "lock_after"), (self._lock_warning, "lock_warning")):
            box.setSizeAdjustPolicy(box.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(14)
            box.activated.connect(
                lambda _row, box=box, name=name: self.desk.preferences.change(
                    **{name: box.currentData()}
                )
            )
        self._asks_words = self.tick("asks_words", _("Ask for the words to unlock"))
        self.add_row(
            self.labelled(_("Lock when nobody is there for"), self._lock_after),
            self.labelled(_("Warn"), self._lock_warning),
            self._asks_words,
        )
        words = self.letters.give(_("Who can open these records…"))
        self.add_row(ActionButton(self.actions["keys"], words))

    def _sign(self) -> None:
        who = " ".join(self._who.text().split())
        if who != self.desk.preferences.settings.who:
            self.desk.preferences.change(who=who)
            self.operations.run(self.office.sign_as, who)

    def answers(self) -> dict[str, Handler]:
        """Return the commands of this page."""
        return {"correct": self._organisation_dialog, "add": self._add_policy,
                "write_policy": self._write_policy}  # fmt: skip

    def refresh(self) -> None:
        """Read the organisation, the policies and what is chosen."""
        details = self.office.organisation.find()
        self._organisation.setText(
            ", ".join([details.name, *details.address.splitlines()])
            if details
            else _("Not set up yet: its name heads every claim form.")
        )
        self.table.set_rows(self.office.policies.list_())
        self._backups.refresh()
        chosen = self.desk.preferences.settings
        self._who.setText(chosen.who)
        self._theme.setCurrentIndex(max(0, self._theme.findData(chosen.theme)))
        self._font.setCurrentIndex(max(0, self._font.findData(chosen.font)))
        self._targets.setChecked(chosen.large_targets)
        self._still.setChecked(chosen.is_still)
        self._asks_words.setChecked(chosen.asks_words)
        self._lock_after.setCurrentIndex(self._lock_after.findData(chosen.lock_after))
        self._lock_warning.setCurrentIndex(self._lock_warning.findData(chosen.lock_warning))
        self._shared.setChecked(chosen.is_shared)
        self._size.setCurrentIndex(max(0, self._size.findData(chosen.text_size)))
        spoken = chosen.language or language()
        self._language.setCurrentIndex(max(0, self._language.findData(spoken)))

    def first_focus(self) -> QWidget:
        """Start at the organisation."""
        return self._correct

    def _organisation_dialog(self) -> None:
        OrganisationDialog(self.operations, self.window()).start()

    def _add_policy(self) -> None:
        AddPolicyDialog(self.operations, self.window()).start()

    def _open(self, row: PolicyRow) -> None:
        text = self.office.policies.text_of(row.id)
        PolicyDialog(self.operations, self.window(), row.name, row.summary, text).start()

    def _write_policy(self) -> None:
        StartDialog(self.operations, self.window()).start()
