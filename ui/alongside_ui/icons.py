"""Pictures beside words, drawn as lines and recoloured to the theme; never instead of words."""

from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap

from alongside_resources import path

_SIZES = (20, 32, 48, 96)


@lru_cache(maxsize=256)
def icon(name: str, colour: str, selected: str, disabled: str = "") -> QIcon:
    """Return icons/`name`.svg in `colour` (#rrggbb), and in `selected` where its row is so.

    `disabled` is for what cannot be pressed now.
    """
    from PySide6.QtSvg import QSvgRenderer  # the first window can do without

    made = QIcon()
    inks = {QIcon.Mode.Normal: colour, QIcon.Mode.Selected: selected}
    if disabled:
        inks[QIcon.Mode.Disabled] = disabled
    for mode, ink in inks.items():
        drawing = QSvgRenderer(QByteArray(_recoloured(name, ink).encode()))
        for size in _SIZES:
            pixmap = QPixmap(size, size)
            pixmap.fill(Qt.GlobalColor.transparent)
            painter = QPainter(pixmap)
            drawing.render(painter)
            painter.end()
            made.addPixmap(pixmap, mode)
    return made


def write_recoloured(names: Iterable[str], colour: str, folder: str, ending: str) -> dict[str, str]:
    """Write icons in `colour` to `folder`, for style sheets, which want files; return where."""
    written = {}
    for name in names:
        file = Path(folder) / f"{name}-{ending.replace(' ', '-')}.svg"
        file.write_text(_recoloured(name, colour), encoding="utf-8")
        written[name] = file.as_posix()
    return written


def _recoloured(name: str, colour: str) -> str:
    return path(f"icons/{name}.svg").read_text(encoding="utf-8").replace("currentColor", colour)
