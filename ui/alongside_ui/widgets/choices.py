"""Things that can be done next, as buttons under one another; the first has the keyboard."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from alongside_ui.theme import SMALL
from alongside_ui.widgets.button import Button
from alongside_ui.widgets.mnemonics import Mnemonics

Choice = tuple[str, Callable[[], object]]
"""The words of a button, and what it does."""


class Choices(QWidget):
    """Buttons that are offered anew, each time something else can be done."""

    def __init__(self) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(SMALL)

    def offer(self, choices: Sequence[Choice], why: str, taken: str) -> None:
        """Show these in place of the last ones. The first is the main one, described by `why`.

        Letters `taken` are not given to any of them.
        """
        while item := self._column.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        letters = Mnemonics(taken)
        for number, (words, chosen) in enumerate(choices):
            button = Button(letters.give(words), is_main=number == 0)
            button.clicked.connect(lambda _checked=False, each=chosen: each())
            self._column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
            if number == 0:
                button.setAccessibleDescription(why)
                button.setFocus()
