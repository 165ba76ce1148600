"""What one person has chosen for this computer; every default stands here."""

import json
import os
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path

from alongside.domain.errors import WorldError
from alongside.i18n import _

SMALLEST_TEXT, LARGEST_TEXT = 75, 400
"""Per cent: smaller cannot be read, and with larger no dialog would fit a screen."""


@dataclass(frozen=True, slots=True)
class Settings:
    """Choices of the person at the keyboard. `text_size` is in per cent; `theme` "system" follows.

    `large_targets` makes what is pressed larger; `is_still` wants nothing to move.
    `who` is the name that stands in the history; empty means the name they log in with. Where the
    login `is_shared`, the name is asked for each time the records are opened.
    `register_boxes` shows registers as boxes to tick; `shortcuts` are the keys this person gave to
    commands, by the command's id.
    """

    language: str = "en"
    theme: str = "system"
    text_size: int = 100
    font: str = "atkinson"
    large_targets: bool = False
    is_still: bool = False
    who: str = ""
    is_shared: bool = False
    last_folder: str = ""
    register_boxes: bool = False
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
