"""How it looks: palettes from themes/*.toml, one scale of spacing, three sizes of type.

A system that asks for more contrast wins: then its own colours stand, and ours step back.
"""

import tomllib
from dataclasses import dataclass
from tempfile import TemporaryDirectory

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory

from alongside.i18n import _
from alongside_resources import path
from alongside_ui.icons import write_recoloured

HAIR, SMALL, MEDIUM, LARGE, HUGE = 4, 8, 16, 24, 32
"""The one scale of spacing, in pixels."""

TEXT_SIZES = (100, 115, 130, 150, 175, 200, 250)
"""Sizes of text to choose from, in per cent of the system's own."""

SMALLEST_POINTS = 11
PRINT_POINTS = 16
"""Large print, as UKAAF has it, for lists that the screen itself prints."""

_TARGET = 32
_PARTS = ("arrow-down", "tick", "dot")


@dataclass(frozen=True, slots=True)
class Theme:
    """The colours of one theme, as #rrggbb."""

    name: str
    is_dark: bool
    window: str
    base: str
    text: str
    quiet: str
    edge: str
    line: str
    button: str
    accent: str
    on_accent: str
    selected: str
    on_selected: str
    error: str
    focus: str
    focus_halo: str


def names() -> list[tuple[str, str]]:
    """Return the themes to choose from: what settings keep, and its words."""
    return [
        ("system", _("as this computer is set")),
        ("light", _("light")),
        ("dark", _("dark")),
        ("contrast", _("high contrast, white on black")),
    ]


def read(name: str) -> Theme:
    """Return the theme in themes/`name`.toml."""
    with path(f"themes/{name}.toml").open("rb") as file:
        return Theme(**tomllib.load(file))


class Look(QObject):
    """The look of the whole application: theme and size of text, changed as soon as chosen."""

    changed = Signal()

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        self._application = application
        self._base = QFont(application.font())
        self._folder = TemporaryDirectory(prefix="alongside-look-", ignore_cleanup_errors=True)
        self._chosen, self._size = "system", 100
        self.theme = read("light")
        self.asks_for_contrast = False
        application.setStyle(QStyleFactory.create("Fusion"))
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(self._refresh)
        hints.accessibility().contrastPreferenceChanged.connect(self._refresh)

    @classmethod
    def of(cls, application: QApplication) -> "Look":
        """Return the look of `application`, made the first time."""
        return application.findChild(cls) or cls(application)

    def choose(self, theme: str, text_size: int) -> None:
        """Use `theme` ("system" follows the computer) and text at `text_size` per cent."""
        self._chosen, self._size = theme, text_size
        self._refresh()

    def _refresh(self) -> None:
        hints = QGuiApplication.styleHints()
        preference = hints.accessibility().contrastPreference()
        self.asks_for_contrast = (
            self._chosen == "system" and preference == Qt.ContrastPreference.HighContrast
        )
        is_dark = hints.colorScheme() == Qt.ColorScheme.Dark
        system = "dark" if is_dark else "light"
        known = {name for name, _words in names()} - {"system"}
        self.theme = read(self._chosen if self._chosen in known else system)
        font = QFont(self._base)
        points = max(SMALLEST_POINTS, self._base.pointSizeF())
        font.setPointSizeF(points * self._size / 100)
        self._application.setFont(font)
        if self.asks_for_contrast:
            self._application.setPalette(QPalette())
            self._application.setStyleSheet("")
        else:
            self._application.setPalette(_palette(self.theme))
            self._application.setStyleSheet(self._sheet())
        self.changed.emit()

    def _sheet(self) -> str:
        """Return the style sheet: edges that can be seen, targets that can be hit."""
        t = self.theme
        files = write_recoloured(_PARTS, t.text, self._folder.name, t.name)
        arrow, tick, dot = (files[part] for part in _PARTS)
        mark, point = 18 * self._size // 100, 14 * self._size // 100
        return f"""
QLineEdit, QPlainTextEdit, QTextBrowser, QComboBox, QAbstractScrollArea#list {{
  border: 1px solid {t.edge}; border-radius: 4px; background: {t.base}; color: {t.text};
  selection-background-color: {t.accent}; selection-color: {t.on_accent}; }}
QLineEdit, QComboBox {{ padding: {HAIR}px {SMALL}px; min-height: {_TARGET - 12}px; }}
QLineEdit, QPlainTextEdit {{ placeholder-text-color: {t.quiet}; }}
QComboBox::drop-down {{ border: 0; width: {2 * point}px; }}
QComboBox::down-arrow {{ image: url("{arrow}"); width: {point}px; height: {point}px; }}
QComboBox QAbstractItemView {{ border: 1px solid {t.edge}; background: {t.base};
  color: {t.text}; selection-background-color: {t.selected};
  selection-color: {t.on_selected}; }}
QPushButton {{ border: 1px solid {t.edge}; border-radius: 4px; background: {t.button};
  color: {t.text}; padding: {HAIR}px {MEDIUM}px; min-height: {_TARGET - 12}px; }}
QPushButton:hover {{ border-color: {t.text}; }}
QPushButton:pressed {{ background: {t.selected}; color: {t.on_selected}; }}
QPushButton:disabled {{ color: {t.quiet}; border: 1px dashed {t.edge}; }}
QPushButton[is_main="true"] {{ background: {t.accent}; color: {t.on_accent};
  border-color: {t.accent}; font-weight: bold; }}
QPushButton[is_main="true"]:disabled {{ background: {t.button}; color: {t.quiet};
  border: 1px dashed {t.edge}; }}
QCheckBox, QRadioButton {{ spacing: {SMALL}px; min-height: 24px; color: {t.text}; }}
QCheckBox::indicator, QRadioButton::indicator {{ width: {mark}px; height: {mark}px;
  border: 2px solid {t.edge}; background: {t.base}; }}
QCheckBox::indicator {{ border-radius: 3px; }}
QRadioButton::indicator {{ border-radius: {mark // 2 + 2}px; }}
QCheckBox::indicator:checked {{ image: url("{tick}"); }}
QRadioButton::indicator:checked {{ image: url("{dot}"); }}
QTableView, QListWidget {{ border: 1px solid {t.edge}; border-radius: 4px;
  background: {t.base}; color: {t.text}; gridline-color: {t.line};
  selection-background-color: {t.selected}; selection-color: {t.on_selected}; outline: 0; }}
QTableView::item {{ padding: {HAIR}px {SMALL}px; border-bottom: 1px solid {t.line}; }}
QTableView::item:selected, QListWidget::item:selected {{ background: {t.selected};
  color: {t.on_selected}; }}
QHeaderView::section {{ background: {t.window}; color: {t.text}; border: 0;
  border-bottom: 2px solid {t.edge}; padding: {HAIR}px {SMALL}px; font-weight: bold; }}
QListWidget#ways {{ border: 0; background: {t.window}; }}
QListWidget#ways::item {{ padding: {SMALL}px; border-radius: 4px; }}
QMenuBar {{ background: {t.window}; color: {t.text}; }}
QMenuBar::item {{ padding: {HAIR}px {SMALL}px; }}
QMenuBar::item:selected, QMenu::item:selected {{ background: {t.accent};
  color: {t.on_accent}; }}
QMenu {{ background: {t.base}; color: {t.text}; border: 1px solid {t.edge}; }}
QMenu::item {{ padding: {HAIR}px {LARGE}px; }}
QMenu::item:disabled {{ color: {t.quiet}; font-style: italic; }}
QProgressBar {{ border: 1px solid {t.edge}; border-radius: 4px; text-align: center;
  background: {t.base}; color: {t.text}; min-height: 24px; }}
QProgressBar::chunk {{ background: {t.selected}; }}
QLabel[is_error="true"] {{ color: {t.error}; font-weight: bold; }}
QLabel[is_quiet="true"] {{ color: {t.quiet}; }}
QToolTip {{ background: {t.base}; color: {t.text}; border: 1px solid {t.edge}; }}
"""


def _palette(theme: Theme) -> QPalette:
    role = QPalette.ColorRole
    colours = {
        role.Window: theme.window, role.WindowText: theme.text, role.Base: theme.base,
        role.AlternateBase: theme.window, role.Text: theme.text, role.Button: theme.button,
        role.ButtonText: theme.text, role.BrightText: theme.error, role.Link: theme.accent,
        role.LinkVisited: theme.accent, role.Highlight: theme.selected,
        role.HighlightedText: theme.on_selected, role.PlaceholderText: theme.quiet,
        role.ToolTipBase: theme.base, role.ToolTipText: theme.text,
    }  # fmt: skip
    palette = QPalette()
    for each, colour in colours.items():
        palette.setColor(each, QColor(colour))
    for each in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, each, QColor(theme.quiet))
    return palette
