"""Where recovery words are typed: to open records whose key this computer does not have."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from alongside import keys
from alongside.domain.errors import AlongsideError, UserError, WorldError
from alongside.i18n import _
from alongside_ui.widgets.dialog import Dialog
from alongside_ui.widgets.fields import Fields
from alongside_ui.widgets.mnemonics import Mnemonics
from alongside_ui.widgets.words_field import WordsField

Failed = Callable[[AlongsideError], None]
Try = Callable[[str, bool, Failed], None]
Choice = tuple[str, Callable[[], object]]


class TypeWordsDialog(Dialog):
    """One line for the seven words. A wrong try says so, keeps what was typed, and costs nothing.

    `try_words` gets the words, whether this computer is to remember the key, and whom to tell if
    they are wrong. `others` are the other ways from here; with `asks_to_remember` there is a box to
    tick.
    """

    help = "recovery-words#when-alongside-asks"

    def __init__(
        self, parent: QWidget | None, title: str, sentence: str, main: str, try_words: Try,
        others: Sequence[Choice], *, asks_to_remember: bool = True,
    ) -> None:  # fmt: skip
        super().__init__(parent, title, sentence)
        self._try = try_words
        self._pointed_out = ""
        self.letters = Mnemonics()
        self._main = self.add_button(main, self._open, is_main=True)
        self.others = [self.add_button(words, chosen) for words, chosen in others]
        taken = "".join(
            button.text().partition("&")[2][:1] for button in (self._main, *self.others)
        )
        self.form = Fields(letters=taken)
        self.field = WordsField()
        self.form.custom(
            "words", _("Recovery words"), self.field, lambda: self.field.text,
            _("Seven words. Capitals do not matter. Down chooses a word that fits; Enter takes "
              "it."),
        )  # fmt: skip
        self._remember = (
            self.form.tick(
                "remember",
                _("Remember the key here"),
                value=True,
                hint=_("Then this computer opens the records by itself."),
            )
            if asks_to_remember
            else None
        )
        self.body.addWidget(self.form)
        self.body.addStretch(1)
        self.take_room(72, 0)
        self.field.setFocus()

    def refused(self, error: AlongsideError) -> None:
        """Say under the words why they did not open anything."""
        self._main.setEnabled(True)
        remedy = error.remedy if isinstance(error, WorldError) else ""
        self.form.show_problems([UserError("words", f"{error.words} {remedy}".strip())])

    def _open(self) -> None:
        self.form.clear_problems()
        typed = self.field.text
        if not typed:
            self.form.show_problems([UserError("words", _("Type the seven words."))])
            return
        slips = keys.unknown(typed)
        if slips and typed != self._pointed_out:
            self._pointed_out = typed
            self.form.show_problems([UserError("words", said_of(slips))])
            return
        self._main.setEnabled(False)
        self._try(typed, self._remember is not None and self._remember.isChecked(), self.refused)


def said_of(slips: Sequence[str]) -> str:
    """Return a sentence for each word that is not in the list, with what was likely meant."""
    said = []
    for slip in slips:
        meant = keys.nearest(slip)
        words = _("“{slip}” is not in the list: did you mean “{meant}”?")
        said.append(
            words.format(slip=slip, meant=meant) if meant
            else _("“{slip}” is not in the list.").format(slip=slip)
        )  # fmt: skip
    return " ".join([*said, _("Press Enter again to try the words as they are.")])
