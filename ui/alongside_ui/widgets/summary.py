"""What is wrong with a form, all of it at the top: how many things, and a way to each field."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from alongside.domain.errors import UserError
from alongside.i18n import _, ngettext
from alongside_ui.theme import HAIR
from alongside_ui.widgets.button import Button
from alongside_ui.widgets.headings import Heading


class Summary(QWidget):
    """A heading and a button for each problem; not there while there are fewer than two."""

    chosen = Signal(str)
    """The name of the field that a button leads to."""

    def __init__(self) -> None:
        super().__init__()
        self._heading = Heading()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, HAIR)
        self._column.setSpacing(HAIR)
        self._column.addWidget(self._heading)
        self.hide()

    @property
    def title(self) -> str:
        """How many things are to be put right, as a sentence."""
        return self._heading.text()

    def show_problems(self, problems: Sequence[tuple[UserError, str]]) -> None:
        """Show each problem with its field's label, as a button that goes there."""
        self.clear()
        self._heading.setText(
            ngettext("{n} thing to put right.", "{n} things to put right.", len(problems))
            .format(n=len(problems))
        )  # fmt: skip
        self.setAccessibleName(self._heading.text())
        for error, label in problems:
            words = _("{field}: {problem}").format(field=label, problem=error.words)
            button = Button(words.replace("&", "&&"))
            button.clicked.connect(lambda _on=False, name=error.field: self.chosen.emit(name))
            self._column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        self.show()

    def clear(self) -> None:
        """Take every problem away."""
        self.hide()
        while self._column.count() > 1:
            item = self._column.takeAt(1)
            if item and (button := item.widget()):
                button.hide()
                button.deleteLater()
