"""What one person has chosen for this computer; every default stands here."""

import json
import os
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path

from alongside.domain.errors import WorldError
from alongside.i18n import _

LOCK_AFTER = (0, 5, 10, 15, 30, 60)
"""Minutes without a key after which the records lock themselves; 0 is never."""

LOCK_WARNING = (60, 120, 180)
"""Seconds that the warning before it stays: WCAG 2.2 asks for 20 at least (2.2.1)."""

SMALLEST_TEXT, LARGEST_TEXT = 75, 400
"""Per cent: smaller cannot be read, and with larger no dialog would fit a screen."""


@dataclass(frozen=True, slots=True)
class Settings:
    """Choices of the person at the keyboard. `text_size` is in per cent; `theme` "system" follows.

    `language` is a code; empty means the system's, where we have it.
    `large_targets` makes what is pressed larger; `is_still` wants nothing to move.
    `easy_words` wants short everyday words with pictures.
    `who` is the name that stands in the history; empty means the name they log in with. Where the
    login `is_shared`, the name is asked for each time the records are opened.
    `scan_folder` is where a scanner or telephone puts its files; empty means not chosen yet.
    `backup_folder` is the second place for backups, on another disk; empty means none.
    `tint` is the colours of the paper that was printed to a folder last; empty is black on white.
    `register_boxes` shows registers as boxes to tick; `shortcuts` are the keys this person gave to
    commands, by the command's id. The records lock after `lock_after` minutes without a key, with a
    warning `lock_warning` seconds before; `asks_words` wants the recovery words to unlock.
    """

    language: str = ""
    theme: str = "system"
    text_size: int = 100
    font: str = "atkinson"
    large_targets: bool = False
    is_still: bool = False
    easy_words: bool = False
    who: str = ""
    is_shared: bool = False
    last_folder: str = ""
    tint: str = ""
    register_boxes: bool = False
    backup_folder: str = ""
    scan_folder: str = ""
    lock_after: int = 10
    lock_warning: int = 60
    asks_words: bool = False
    shortcuts: dict[str, str] = field(default_factory=dict)


def load(file: Path) -> Settings:
    """Return the settings in `file`; what is missing or cannot be read has its default.

    A text size beyond what can be used is brought back to the nearest that can.
    """
    try:
        kept = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return Settings()
    if not isinstance(kept, dict):
        return Settings()
    usual = asdict(Settings())
    usable = {
        name: kept[name] for name, value in usual.items() if type(kept.get(name)) is type(value)
    }
    if not all(isinstance(keys, str) for keys in usable.get("shortcuts", {}).values()):
        del usable["shortcuts"]
    for name, choices in (("lock_after", LOCK_AFTER), ("lock_warning", LOCK_WARNING)):
        if usable.get(name) not in choices:
            usable.pop(name, None)
    settings = Settings(**usable)
    return replace(settings, text_size=usable_size(settings.text_size))


def usable_size(text_size: int) -> int:
    """Return the nearest text size, in per cent, that can be used."""
    return max(SMALLEST_TEXT, min(LARGEST_TEXT, text_size))


def save(file: Path, settings: Settings) -> None:
    """Write the settings whole, or leave those that are there and raise WorldError."""
    fresh = file.with_suffix(".new")
    try:
        fresh.write_text(json.dumps(asdict(settings), indent=1), encoding="utf-8")
        os.replace(fresh, file)
    except OSError:
        raise WorldError(
            _("Your settings could not be saved to {file}.").format(file=file),
            _("They hold until Alongside is closed."),
        ) from None
