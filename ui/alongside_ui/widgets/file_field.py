"""A file to choose: its path can be typed, or looked for."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QFileDialog, QLineEdit, QVBoxLayout, QWidget

from alongside.i18n import _
from alongside_ui.theme import HAIR
from alongside_ui.widgets.button import Button
from alongside_ui.widgets.mnemonics import Mnemonics, without_mnemonic


class FileField(QWidget):
    """A line for a path with a button under it; `is_there` offers to take away what is kept."""

    def __init__(
        self, words: str, kinds: str, letters: Mnemonics | None = None, *, is_there: bool = False
    ) -> None:
        super().__init__()
        self.kinds = kinds
        self._title = without_mnemonic(words)
        self.line = QLineEdit()
        self.button = Button(words)
        self.button.clicked.connect(self._choose)
        kept = _("Take away the one that is kept")
        self._remove = QCheckBox(letters.give(kept) if letters else kept)
        self._remove.setAccessibleName(kept)
        self._remove.setVisible(is_there)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(HAIR)
        column.addWidget(self.line)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._remove)
        self.setFocusProxy(self.line)

    @property
    def path(self) -> str:
        """What is typed or chosen, or ""."""
        return self.line.text().strip().strip('"')

    @property
    def is_removed(self) -> bool:
        """Whether what is kept is to be taken away."""
        return self._remove.isChecked() and not self.path

    def setAccessibleName(self, name: str) -> None:
        """Name the line: that is where the keyboard goes."""
        super().setAccessibleName(name)
        self.line.setAccessibleName(name)

    def setAccessibleDescription(self, words: str) -> None:
        """Describe the line."""
        super().setAccessibleDescription(words)
        self.line.setAccessibleDescription(words)

    def _choose(self) -> None:
        chosen, _kind = QFileDialog.getOpenFileName(self, self._title, self.path, self.kinds)
        if chosen:
            self.line.setText(chosen)
