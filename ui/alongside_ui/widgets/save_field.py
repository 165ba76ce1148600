"""A file to be written: its path can be typed, or a place chosen."""

from PySide6.QtWidgets import QFileDialog

from alongside_ui.widgets.file_field import FileField


class SaveField(FileField):
    """A line for the path of a new file with a button under it."""

    def __init__(self, words: str, kinds: str, path: str) -> None:
        super().__init__(words, kinds)
        self.line.setText(path)

    def _choose(self) -> None:
        # The dialog that saves asks before it writes over anything: once is enough.
        once = QFileDialog.Option.DontConfirmOverwrite
        chosen, _kind = QFileDialog.getSaveFileName(
            self, self._title, self.path, self.kinds, options=once
        )
        if chosen:
            self.line.setText(chosen)
