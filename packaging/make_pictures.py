"""Make the pictures of Easy Read, resources/easy_read, from the Material Symbols that npm carries.

Run it only when the pictures should change: what it makes is kept with the code, as outlines, so
that nothing has to read SVG when a paper is printed. It wants npm:
`python packaging/make_pictures.py`.
"""

import json
import re
import shutil
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Iterator
from pathlib import Path

PLACE = Path(__file__).parents[1] / "resources" / "alongside_resources" / "easy_read"
PACKAGE, VERSION = "@material-symbols/svg-400", "0.48.2"
LICENCE = "LICENCE-material-symbols.txt"
SYMBOLS = {
    "approve": "verified",
    "ask": "live_help",
    "bank": "account_balance",
    "choice": "ballot",
    "computer": "computer",
    "date": "calendar_month",
    "email": "mail",
    "form": "description",
    "gift": "volunteer_activism",
    "group": "groups",
    "help": "support_agent",
    "history": "history",
    "home": "home",
    "key": "key",
    "keep": "lock",
    "list": "list_alt",
    "money": "payments",
    "not-paid": "block",
    "number": "pin",
    "organisation": "apartment",
    "partner": "handshake",
    "person": "person",
    "phone": "call",
    "place": "location_on",
    "print": "print",
    "receipt": "receipt_long",
    "register": "checklist",
    "role": "badge",
    "sign": "signature",
    "spent": "shopping_bag",
    "tell": "chat",
    "time": "schedule",
    "tick": "check_box",
    "together": "calculate",
    "why": "lightbulb",
    "wrong": "error",
}
"""Our pictures, by the name that a part asks for, and theirs."""

_SIDE = 960
"""Each of theirs is a square of 960 units, from 0 to the right and from -960 down."""
_TOKENS = re.compile(r"([MLHVQTCZmlhvqtcz])|(-?\d*\.?\d+)")
_NUMBERS = {"M": 2, "L": 2, "H": 1, "V": 1, "Q": 4, "T": 2, "C": 6, "Z": 0}
Point = tuple[float, float]


def outline(path: str) -> str:
    """Return the data of an SVG path as M, L, C and Z with places from the upper left corner."""
    pieces: list[str] = []
    here = start = control = (0.0, 0.0)
    for command, numbers in _steps(path):
        kind = command.upper()
        at = here if command.islower() else (0.0, 0.0)
        if kind in "HV":
            axis = "HV".index(kind)
            moved = list(here)
            moved[axis] = at[axis] + numbers[0]
            points = [(moved[0], moved[1])]
        else:
            pairs = zip(numbers[::2], numbers[1::2], strict=True)
            points = [(at[0] + x, at[1] + y) for x, y in pairs]
        if kind == "Z":
            pieces.append("Z")
            here = control = start
            continue
        if kind == "T":
            points = [(2 * here[0] - control[0], 2 * here[1] - control[1]), *points]
        if kind in "QT":
            control = points[0]
            pieces.append(_said("C", *_cubic(here, *points)))
        else:
            pieces.append(_said("L" if kind in "HV" else kind, *points))
            control = points[-1]  # without a curve before it, T begins as a line
        here = points[-1]
        if kind == "M":
            start = here
    return " ".join(pieces)


def _steps(path: str) -> Iterator[tuple[str, list[float]]]:
    """Yield each command with its numbers; numbers that go on without one repeat the last."""
    command, numbers = "", list[float]()
    for letter, number in _TOKENS.findall(path):
        if letter:
            command = letter
            if letter in "Zz":
                yield letter, []
            continue
        numbers.append(float(number))
        if len(numbers) == _NUMBERS[command.upper()]:
            yield command, numbers
            numbers = []
            command = {"M": "L", "m": "l"}.get(command, command)


def _cubic(start: Point, control: Point, end: Point) -> tuple[Point, Point, Point]:
    """Return a curve over one point as the same curve over two."""
    first, second = (
        tuple(p + 2 / 3 * (c - p) for p, c in zip(point, control, strict=True))
        for point in (start, end)
    )
    return (first[0], first[1]), (second[0], second[1]), end


def _said(kind: str, *points: Point) -> str:
    numbers = (n for x, y in points for n in (x, y + _SIDE))
    return kind + " ".join(f"{number:.1f}".removesuffix(".0") for number in numbers)


def fetch(place: Path) -> Path:
    """Return the folder that `npm pack` gives, unpacked under `place`."""
    npm = shutil.which("npm")
    if npm is None:
        sys.exit("npm is needed to fetch the pictures, and it is not here.")
    subprocess.run([npm, "pack", "--silent", f"{PACKAGE}@{VERSION}"], cwd=place, check=True)
    (archive,) = place.glob("*.tgz")
    with tarfile.open(archive) as packed:
        packed.extractall(place, filter="data")
    return place / "package"


def main() -> None:
    """Make every picture, with the licence beside them."""
    PLACE.mkdir(parents=True, exist_ok=True)
    made = {}
    with tempfile.TemporaryDirectory() as folder:
        package = fetch(Path(folder))
        for name, symbol in sorted(SYMBOLS.items()):
            drawing = (package / "outlined" / f"{symbol}.svg").read_text(encoding="utf-8")
            (path,) = re.findall(r' d="([^"]*)"', drawing)
            made[name] = outline(path)
    text = json.dumps(made, indent=0, sort_keys=True) + "\n"
    (PLACE / "pictures.json").write_text(text, encoding="utf-8")
    shutil.copy(PLACE.parent / "icons" / LICENCE, PLACE / LICENCE)
    print(f"{len(made)} pictures, {len(text) // 1024} kB")


if __name__ == "__main__":
    main()
