"""The style sheet and the palette of a theme: edges that can be seen, targets that can be hit."""

from PySide6.QtGui import QColor, QPalette

from alongside_ui.icons import write_recoloured
from alongside_ui.theme import HAIR, LARGE, MEDIUM, SMALL, Theme

_PARTS = ("arrow-down", "tick", "dot")
_EDGES = 2 * (HAIR + 1)
"""Pixels of padding and border that come on top of a control's own height."""


def sheet(t: Theme, size: int, target: int, folder: str) -> str:
    """Return the style sheet of a theme, text at `size` per cent, targets `target` pixels high.

    Marks that style sheets want as files are written to `folder`.
    """
    files = write_recoloured(_PARTS, t.text, folder, t.name)
    arrow, tick, dot = (files[part] for part in _PARTS)
    mark, point = 18 * size // 100, 14 * size // 100
    high, bar = target - _EDGES, max(16, target // 2)
    return f"""
QLineEdit, QPlainTextEdit, QTextBrowser, QComboBox, QAbstractScrollArea#list {{
  border: 1px solid {t.edge}; border-radius: 4px; background: {t.base}; color: {t.text};
  selection-background-color: {t.accent}; selection-color: {t.on_accent}; }}
QLineEdit, QComboBox {{ padding: {HAIR}px {SMALL}px; min-height: {high}px; }}
QLineEdit, QPlainTextEdit {{ placeholder-text-color: {t.quiet}; }}
QComboBox::drop-down {{ border: 0; width: {2 * point}px; }}
QComboBox::down-arrow {{ image: url("{arrow}"); width: {point}px; height: {point}px; }}
QComboBox QAbstractItemView {{ border: 1px solid {t.edge}; background: {t.base};
  color: {t.text}; selection-background-color: {t.selected};
  selection-color: {t.on_selected}; }}
QPushButton {{ border: 1px solid {t.edge}; border-radius: 4px; background: {t.button};
  color: {t.text}; padding: {HAIR}px {MEDIUM}px; min-height: {high}px; }}
QPushButton:hover {{ border-color: {t.text}; }}
QPushButton:pressed {{ background: {t.selected}; color: {t.on_selected}; }}
QPushButton:disabled {{ color: {t.quiet}; border: 1px dashed {t.edge}; }}
QPushButton[is_main="true"] {{ background: {t.accent}; color: {t.on_accent};
  border-color: {t.accent}; font-weight: bold; }}
QPushButton[is_main="true"]:disabled {{ background: {t.button}; color: {t.quiet};
  border: 1px dashed {t.edge}; }}
QCheckBox, QRadioButton {{ spacing: {SMALL}px; min-height: {target}px; color: {t.text}; }}
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
QListWidget#ways::item {{ padding: {SMALL}px; border-radius: 4px;
  min-height: {target - 2 * SMALL}px; }}
QListWidget::item {{ min-height: {target - SMALL}px; }}
QComboBox QAbstractItemView::item {{ min-height: {target - SMALL}px; }}
QMenuBar {{ background: {t.window}; color: {t.text}; }}
QMenuBar::item {{ padding: {max(HAIR, (target - LARGE) // 2)}px {SMALL}px; }}
QMenuBar::item:selected, QMenu::item:selected {{ background: {t.accent};
  color: {t.on_accent}; }}
QMenu {{ background: {t.base}; color: {t.text}; border: 1px solid {t.edge}; }}
QMenu::item {{ padding: {max(HAIR, (target - LARGE) // 2)}px {LARGE}px; }}
QMenu::item:disabled {{ color: {t.quiet}; font-style: italic; }}
QProgressBar {{ border: 1px solid {t.edge}; border-radius: 4px; text-align: center;
  background: {t.base}; color: {t.text}; min-height: 24px; }}
QProgressBar::chunk {{ background: {t.selected}; }}
QLabel[is_error="true"] {{ color: {t.error}; font-weight: bold; }}
QLabel[is_quiet="true"] {{ color: {t.quiet}; }}
QScrollBar:vertical {{ background: {t.window}; width: {bar}px; margin: 0; }}
QScrollBar:horizontal {{ background: {t.window}; height: {bar}px; margin: 0; }}
QScrollBar::handle {{ background: {t.edge}; border: 2px solid {t.window}; border-radius: 6px;
  min-width: {target}px; min-height: {target}px; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QToolTip {{ background: {t.base}; color: {t.text}; border: 1px solid {t.edge}; }}
"""


def bare_sheet(target: int) -> str:
    """Return what is asked of targets where the system's own colours stand."""
    high = target - _EDGES
    return (
        f"QPushButton, QLineEdit, QComboBox {{ min-height: {high}px; }}"
        f"QCheckBox, QRadioButton {{ min-height: {target}px; }}"
    )


def palette(theme: Theme) -> QPalette:
    """Return the palette of a theme, for what no style sheet reaches."""
    role = QPalette.ColorRole
    colours = {
        role.Window: theme.window, role.WindowText: theme.text, role.Base: theme.base,
        role.AlternateBase: theme.window, role.Text: theme.text, role.Button: theme.button,
        role.ButtonText: theme.text, role.BrightText: theme.error, role.Link: theme.accent,
        role.LinkVisited: theme.accent, role.Highlight: theme.selected,
        role.HighlightedText: theme.on_selected, role.PlaceholderText: theme.quiet,
        role.ToolTipBase: theme.base, role.ToolTipText: theme.text,
    }  # fmt: skip
    made = QPalette()
    for each, colour in colours.items():
        made.setColor(each, QColor(colour))
    for each in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, each, QColor(theme.quiet))
    return made
