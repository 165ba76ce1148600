"""A folder to choose: its path can be typed, or looked for."""

from PySide6.QtWidgets import QFileDialog

from alongside_ui.widgets.file_field import FileField


class FolderField(FileField):
    """A line for a folder's path with a button under it."""

    def __init__(self, words: str, path: str) -> None:
        super().__init__(words, "")
        self.line.setText(path)

    def _choose(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, self._title, self.path)
        if chosen:
            self.line.setText(chosen)
