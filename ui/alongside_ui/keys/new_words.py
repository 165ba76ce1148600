"""Seven new words on their way to being kept: shown, written down, two of them typed back."""

import secrets
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QLabel, QWidget

from alongside import keys
from alongside.domain.errors import UserError
from alongside.i18n import _
from alongside.keys.words import plain
from alongside_ui.announce import speak
from alongside_ui.clipboard import copy_secret
from alongside_ui.widgets.dialog import Dialog
from alongside_ui.widgets.fields import Fields
from alongside_ui.widgets.mnemonics import Mnemonics
from alongside_ui.widgets.secret_line import said_of_copies
from alongside_ui.widgets.seven_words import SevenWords

_ASKED = 2


@dataclass(frozen=True, slots=True)
class SheetFacts:
    """What the sheet says beside the words: the file, and the organisation if it is known yet."""

    file: Path
    organisation: str = ""


@dataclass(frozen=True, slots=True)
class Occasion:
    """Why there are new words: the dialog's title, its sentences, and what the last button does."""

    title: str
    sentence: str
    done_words: str
    facts: SheetFacts


class NewWords:
    """Leads through both steps and back; `done` gets the words once two were typed rightly.

    Nothing is kept before that. Leaving either step leaves everything as it was.
    """

    def __init__(
        self, parent: QWidget, occasion: Occasion, done: Callable[[str], object], words: str = ""
    ) -> None:
        self._parent = parent
        self._occasion = occasion
        self._done = done
        self._words = words or keys.new_words()

    def show(self) -> None:
        """Show the words."""
        ShowWordsDialog(self._parent, self._occasion, self._words, self._ask).open()

    def _ask(self) -> None:
        AskWordsDialog(
            self._parent, self._occasion, self._words,
            then=lambda: self._done(self._words), back=self.show,
        ).open()  # fmt: skip


class ShowWordsDialog(Dialog):
    """The words, large; spelled and printed on request."""

    help = "recovery-words#write-them-down"

    def __init__(
        self, parent: QWidget, occasion: Occasion, words: str, go_on: Callable[[], None]
    ) -> None:
        super().__init__(parent, occasion.title, occasion.sentence)
        self._words, self._occasion, self._go_on = words, occasion, go_on
        self.list = SevenWords(words)
        self.body.addWidget(self.list)
        warning = QLabel(said_of_copies())
        warning.setWordWrap(True)
        self.body.addWidget(warning)
        self.add_button(_("Go on"), self._next, is_main=True)
        self.add_button(_("Spell the words out"), self._spell)
        self.add_button(_("Print the recovery sheet…"), self._print)
        copy = self.add_button(_("Copy the words"), self._copy)
        copy.setAccessibleDescription(warning.text())
        self.add_button(_("Cancel"), self.reject)
        self.take_room(72, 0)
        self.list.setCurrentRow(0)
        self.list.setFocus()

    def _spell(self) -> None:
        self.list.spell()
        speak(keys.spelled(self._words))

    def _print(self) -> None:
        from alongside_ui.keys.sheet import SheetDialog  # printing is loaded when it is wanted

        SheetDialog(self, self._words, self._occasion.facts).open()

    def _copy(self) -> None:
        copy_secret(self._words)

    def _next(self) -> None:
        self.accept()
        self._go_on()


class AskWordsDialog(Dialog):
    """Asks for two of the words, so that nobody goes on without having them."""

    help = "recovery-words#write-them-down"

    def __init__(
        self, parent: QWidget, occasion: Occasion, words: str, *, then: Callable[[], object],
        back: Callable[[], None],
    ) -> None:  # fmt: skip
        super().__init__(
            parent, occasion.title, _("To see that you have the words: type these two of them."),
        )  # fmt: skip
        self._then, self._back = then, back
        parts = words.split()
        places = sorted(secrets.SystemRandom().sample(range(len(parts)), _ASKED))
        self._wanted = {f"word{place}": (place + 1, parts[place]) for place in places}
        self.letters = Mnemonics()
        done = self.add_button(occasion.done_words, self._check, is_main=True)
        self.add_button(_("Show the words again"), self._again)
        self.add_button(_("Cancel"), self.reject)
        self.form = Fields(letters="".join(
            button.text().partition("&")[2][:1] for button in self.findChildren(type(done))
        ))  # fmt: skip
        for name, (number, _word) in self._wanted.items():
            self.form.text(name, _("Word {number}").format(number=number))
        self.body.addWidget(self.form)
        self.body.addStretch(1)
        first = self.form.first_field()
        assert first is not None
        first.setFocus()

    def _check(self) -> None:
        typed = self.form.values()
        wrong = [
            UserError(name, _("That is not word {number}.").format(number=number))
            for name, (number, word) in self._wanted.items()
            if plain(typed[name]) != plain(word)
        ]  # fmt: skip
        if wrong:
            self.form.show_problems(wrong)
            return
        self.accept()
        self._then()

    def _again(self) -> None:
        self.reject()
        self._back()
