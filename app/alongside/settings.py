"""What one person has chosen for this computer; every default stands here."""

import json
import os
from dataclasses import asdict, dataclass, fields
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Settings:
    """Choices of the person at the keyboard. `text_size` is in per cent; `theme` "system" follows.

    `who` is the name that stands in the history; empty means the name they log in with.
    """

    language: str = "en"
    theme: str = "system"
    text_size: int = 100
    who: str = ""
    last_folder: str = ""


def load(file: Path) -> Settings:
    """Return the settings in `file`; what is missing or cannot be read has its default."""
    try:
        kept = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return Settings()
    if not isinstance(kept, dict):
        return Settings()
    usable = {
        field.name: kept[field.name]
        for field in fields(Settings)
        if type(kept.get(field.name)) is type(field.default)
    }
    return Settings(**usable)


def save(file: Path, settings: Settings) -> None:
    """Write the settings whole, or leave those that are there."""
    fresh = file.with_suffix(".new")
    fresh.write_text(json.dumps(asdict(settings), indent=1), encoding="utf-8")
    os.replace(fresh, file)
