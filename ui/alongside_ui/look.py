"""Makes the application look as a person chose: theme, font, size of text, targets, stillness.

A system that asks for more contrast wins: then its own colours stand, and ours step back.
"""

from tempfile import TemporaryDirectory

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory

from alongside import private
from alongside_resources import path
from alongside_ui import windows
from alongside_ui.style import bare_sheet, palette, sheet
from alongside_ui.theme import LARGE_TARGET, SMALLEST_POINTS, TARGET, Choice, names, read

_FILES = {
    "atkinson": ("AtkinsonHyperlegibleNext-Regular.ttf", "AtkinsonHyperlegibleNext-Bold.ttf"),
    "lexend": ("Lexend-Regular.ttf", "Lexend-Bold.ttf"),
    "weighted": ("AlongsideWeighted-Regular.otf", "AlongsideWeighted-Bold.otf"),
}
_EFFECTS = (
    Qt.UIEffect.UI_AnimateMenu, Qt.UIEffect.UI_FadeMenu, Qt.UIEffect.UI_AnimateCombo,
    Qt.UIEffect.UI_AnimateTooltip, Qt.UIEffect.UI_FadeTooltip,
)  # fmt: skip


class Look(QObject):
    """The look of the whole application, changed as soon as something else is chosen."""

    changed = Signal()

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        self._application = application
        self._base = QFont(application.font())
        self._families: dict[str, str] = {}
        self._folder = TemporaryDirectory(
            prefix="look-", dir=private.folder(), ignore_cleanup_errors=True
        )
        self._blink = application.cursorFlashTime()
        self._chosen = Choice()
        self.theme = read("light")
        self.target = TARGET
        self.asks_for_contrast = False
        application.setStyle(QStyleFactory.create("Fusion"))
        for effect in _EFFECTS:
            application.setEffectEnabled(effect, False)
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(self._refresh)
        hints.accessibility().contrastPreferenceChanged.connect(self._refresh)
        hints.accessibility().motionPreferenceChanged.connect(self._refresh)

    @classmethod
    def of(cls, application: QApplication) -> "Look":
        """Return the look of `application`, made the first time."""
        return application.findChild(cls) or cls(application)

    def choose(self, choice: Choice) -> None:
        """Look as `choice` says."""
        self._chosen = choice
        self._refresh()

    def _refresh(self) -> None:
        hints = QGuiApplication.styleHints()
        preference = hints.accessibility().contrastPreference()
        self.asks_for_contrast = (
            self._chosen.theme == "system" and preference == Qt.ContrastPreference.HighContrast
        )
        is_dark = hints.colorScheme() == Qt.ColorScheme.Dark
        system = "dark" if is_dark else "light"
        known = {name for name, _words in names()} - {"system"}
        self.theme = read(self._chosen.theme if self._chosen.theme in known else system)
        self.target = LARGE_TARGET if self._chosen.large_targets else TARGET
        self._application.setFont(self._font())
        if self.asks_for_contrast:
            self._application.setPalette(QPalette())
            self._application.setStyleSheet(bare_sheet(self.target))
        else:
            size = self._chosen.text_size
            self._application.setPalette(palette(self.theme))
            self._application.setStyleSheet(sheet(self.theme, size, self.target, self._folder.name))
        asks_still = hints.accessibility().motionPreference() == Qt.MotionPreference.ReducedMotion
        is_still = self._chosen.is_still or asks_still
        self._application.setCursorFlashTime(0 if is_still else self._blink)
        self.changed.emit()

    def _font(self) -> QFont:
        """Return the font that was chosen, at the size that was chosen."""
        font = QFont(self._base)
        family = self._family(self._chosen.font)
        if family:
            font.setFamily(family)
        points = max(SMALLEST_POINTS, self._base.pointSizeF()) * windows.text_scale() / 100
        font.setPointSizeF(points * self._chosen.text_size / 100)
        return font

    def _family(self, name: str) -> str:
        """Return what Qt calls one of our fonts, loaded the first time; empty for the system's."""
        if name in _FILES and name not in self._families:
            for file in _FILES[name]:
                number = QFontDatabase.addApplicationFont(str(path(f"fonts/{file}")))
                self._families[name] = next(iter(QFontDatabase.applicationFontFamilies(number)), "")
        return self._families.get(name, "")
