"""Make the TrueType fonts of resources/fonts from the web fonts that npm carries.

Run it only when the fonts should change: what it makes is kept with the code. It wants npm,
and Python with fonttools and brotli: `python packaging/make_fonts.py`.
"""

import shutil
import subprocess
import sys
import tarfile
import tempfile
from dataclasses import dataclass
from pathlib import Path

from fontTools import subset
from fontTools.merge import Merger
from fontTools.ttLib import TTFont

FONTS = Path(__file__).parents[1] / "resources" / "alongside_resources" / "fonts"
WEIGHTS = {"Regular": 400, "Bold": 700}
MUST_HAVE = "£ŵŴŷŶ–’‘“”•…−éñßøłőČžŞ0123456789"
LAYOUT_TABLES = ["BASE", "GDEF", "GPOS", "GSUB", "STAT", "gasp", "prep"]
"""Left out: with no kerning, ligatures or hints, paper and screen space a line alike."""


@dataclass(frozen=True, slots=True)
class Family:
    """One family: its npm package, how its files are called, and the alphabets that we take.

    Where the licence reserves the font's name, what we make of it `is_called` something else.
    """

    package: str
    version: str
    name: str
    alphabets: tuple[str, ...]
    is_called: str = ""
    ending: str = "ttf"


FAMILIES = (
    Family(
        "atkinson-hyperlegible-next", "5.3.0", "AtkinsonHyperlegibleNext", ("latin", "latin-ext")
    ),
    Family("lexend", "5.3.0", "Lexend", ("latin", "latin-ext")),
    Family("opendyslexic", "5.3.0", "AlongsideWeighted", ("latin",), "Alongside Weighted", "otf"),
    Family(
        "noto-sans",
        "5.3.0",
        "NotoSans",
        ("latin", "latin-ext", "vietnamese", "greek", "greek-ext", "cyrillic", "cyrillic-ext"),
    ),
)


def fetch(family: Family, place: Path) -> Path:
    """Return the folder that `npm pack` gives for `family`, unpacked under `place`."""
    npm = shutil.which("npm")
    if npm is None:
        sys.exit("npm is needed to fetch the fonts, and it is not here.")
    wanted = f"@fontsource/{family.package}@{family.version}"
    subprocess.run([npm, "pack", "--silent", wanted], cwd=place, check=True)
    (archive,) = place.glob(f"fontsource-{family.package}-*.tgz")
    with tarfile.open(archive) as packed:
        packed.extractall(place / family.package, filter="data")
    return place / family.package / "package"


def rename(font: TTFont, name: str, style: str) -> None:
    """Give a font another name, as its licence asks of whoever changes it; who made it stays."""
    table = font["name"]
    words = {1: name, 3: f"{name} {style}", 4: f"{name} {style}", 6: f"{name} {style}"}
    for number, text in words.items():
        table.setName(text.replace(" ", "-") if number == 6 else text, number, 3, 1, 0x409)
    kept = {0, 1, 2, 3, 4, 5, 6, 8, 9, 10, 11, 12, 13, 14}
    table.names = [
        n for n in table.names if n.nameID in kept and (n.nameID not in words or n.platformID == 3)
    ]
    if "CFF " in font:
        top = font["CFF "].cff
        top.fontNames = [f"{name} {style}".replace(" ", "-")]
        top[0].FamilyName, top[0].FullName = name, f"{name} {style}"


def merge(files: list[Path], place: Path, made: Path, is_called: str = "") -> None:
    """Write one TrueType font, `made`, with each letter from the first of `files` that has it."""
    have: set[int] = set()
    parts: list[str] = []
    for file in files:
        font = TTFont(file, recalcTimestamp=False)
        new = set(font.getBestCmap()) - have
        have |= new
        options = subset.Options(
            layout_features=[],
            drop_tables=LAYOUT_TABLES,
            notdef_outline=True,
            name_IDs=["*"],
            hinting=False,
        )
        chosen = subset.Subsetter(options)
        chosen.populate(unicodes=new)
        chosen.subset(font)
        font.flavor = None
        parts.append(str(place / f"{made.stem}-{len(parts)}.ttf"))
        font.save(parts[-1])
    whole = Merger().merge(parts) if len(parts) > 1 else TTFont(parts[0])
    if is_called:
        rename(whole, is_called, made.stem.rpartition("-")[2])
    first = TTFont(files[0])["head"]  # its dates, so that the same input makes the same bytes
    whole["head"].created, whole["head"].modified = first.created, first.modified
    whole["OS/2"].recalcUnicodeRanges(whole)
    whole.recalcTimestamp = False
    whole.save(made)
    missing = [letter for letter in MUST_HAVE if ord(letter) not in whole.getBestCmap()]
    if missing:
        sys.exit(f"{made.name} lacks {' '.join(missing)}")
    print(f"{made.name}: {len(have)} letters, {made.stat().st_size // 1024} kB")


def main() -> None:
    """Make every font, with its licence beside it."""
    FONTS.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        for family in FAMILIES:
            package = fetch(family, place)
            for style, weight in WEIGHTS.items():
                files = [
                    package / "files" / f"{family.package}-{alphabet}-{weight}-normal.woff2"
                    for alphabet in family.alphabets
                ]
                made = FONTS / f"{family.name}-{style}.{family.ending}"
                merge(files, place, made, family.is_called)
            shutil.copy(package / "LICENSE", FONTS / f"{family.name}-OFL.txt")


if __name__ == "__main__":
    main()
