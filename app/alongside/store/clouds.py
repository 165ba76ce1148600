"""Folders that a program copies to other computers by itself: who keeps them, told by their signs.

The signs are the settings of the programs, what they leave in their folders, and their names.
"""

import json
import os
import re
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePath

_NAMES = {
    "onedrive": "OneDrive", "dropbox": "Dropbox", "nextcloud": "Nextcloud", "owncloud": "ownCloud",
    "google drive": "Google Drive", "googledrive": "Google Drive", "my drive": "Google Drive",
    "iclouddrive": "iCloud Drive", "icloud drive": "iCloud Drive", "mobile documents": "iCloud",
    "megasync": "MEGA", "box sync": "Box", "pclouddrive": "pCloud",
    "proton drive": "Proton Drive", "synologydrive": "Synology Drive", "seafile": "Seafile",
}  # fmt: skip
"""What these programs call their folders, in small letters."""

_NAMED_MORE = re.compile(r"(onedrive|dropbox)( - .+| \(.+\))|.+ (dropbox)|(nextcloud|owncloud)\d")
"""Two accounts on one computer: “OneDrive - Riverside”, “Dropbox (Riverside)”, “Nextcloud2”."""

_LOCAL_PATH = re.compile(r"^[^=\n]*localPath=(.+)$", re.MULTILINE)


def cloud_of(path: PurePath, told: Mapping[str, str], home: Path) -> str | None:
    """Return who copies `path`, links followed, to other computers; None if nobody is told of.

    `told` are the environment's variables; `home` is the person's own folder.
    """
    around = [path, *path.parents]
    for kept, who in _kept(told, home):
        if PurePath(os.path.realpath(kept)) in around:
            return who
    for folder in around:
        if found := _by_name(folder.name):
            return found
        if os.path.exists(os.path.join(folder, ".stfolder")):
            return "Syncthing"
    return None


def _by_name(name: str) -> str | None:
    small = name.casefold()
    more = _NAMED_MORE.fullmatch(small)
    return _NAMES.get(small) or (_NAMES[next(filter(None, more.group(1, 3, 4)))] if more else None)


def _kept(told: Mapping[str, str], home: Path) -> Iterator[tuple[str, str]]:
    """Yield the folders that the programs' own settings name, and who."""
    for name in ("OneDrive", "OneDriveConsumer", "OneDriveCommercial"):
        if folder := told.get(name) or told.get(name.upper()):  # Windows has them all in capitals
            yield folder, "OneDrive"
    settings = [Path(told[name]) for name in ("APPDATA", "LOCALAPPDATA") if told.get(name)]
    for place in (home / ".dropbox", *(each / "Dropbox" for each in settings)):
        for folder in _in_dropbox(_text_of(place / "info.json")):
            yield folder, "Dropbox"
    own = Path(told.get("XDG_CONFIG_HOME") or home / ".config")
    for place in (own, *settings):
        for who in ("Nextcloud", "ownCloud"):
            text = _text_of(place / who / f"{who.casefold()}.cfg")
            for folder in _LOCAL_PATH.findall(text):
                yield folder.strip(), who


def _in_dropbox(text: str) -> list[str]:
    try:
        accounts = json.loads(text) if text else {}
        return [str(account["path"]) for account in accounts.values()]
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return []


def _text_of(file: Path) -> str:
    try:
        with open(file, encoding="utf-8", errors="replace") as opened:
            return opened.read(100_000)
    except OSError:
        return ""
