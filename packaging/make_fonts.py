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
LAYOUT_TABLES = ["BASE", "GDEF", "GPOS", "GSUB", "STAT", "gasp", "prep", "vhea", "vmtx"]
"""Left out: with no kerning, ligatures or hints, paper and screen space a line alike."""
SHAPING_TABLES = {"GDEF", "GPOS", "GSUB"}
"""Kept where letters join or change places: names in those scripts are drawn as outlines."""
EAST_ASIA = ((0x3000, 0x30FF), (0x31F0, 0x31FF), (0x3400, 0x9FFF), (0xF900, 0xFAFF),
             (0xFF00, 0xFFEF), (0x20000, 0x3FFFF))  # fmt: skip
"""Chinese letters with the signs beside them, and Japanese kana."""
HANGUL = ((0x3130, 0x318F), (0xAC00, 0xD7A3))
SCRIPTS = ("arabic", "hebrew", "devanagari", "bengali", "gurmukhi", "gujarati", "tamil", "telugu",
           "kannada", "malayalam", "sinhala", "thai", "ethiopic", "armenian",
           "georgian")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Family:
    """One family: its npm package, how its files are called, and the alphabets that we take.

    Where the licence reserves the font's name, what we make of it `is_called` something else.
    Letters that it lacks come from `others`; only those in `blocks` are taken, if there are some.
    """

    package: str
    version: str
    name: str
    alphabets: tuple[str, ...]
    is_called: str = ""
    ending: str = "ttf"
    is_shaped: bool = False
    styles: tuple[str, ...] = ("Regular", "Bold")
    others: tuple[str, ...] = ()
    blocks: tuple[tuple[int, int], ...] = ()


def shaped(script: str) -> Family:
    """Return the family of a script whose letters join or change places, or just another one."""
    return Family(
        f"noto-sans-{script}", "5.3.0", f"NotoSans{script.title()}", (script,), is_shaped=True
    )


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
    *map(shaped, SCRIPTS),
    # The file of all of Chinese lacks a thousand letters of GB 2312; the numbered ones have them.
    Family(
        "noto-sans-sc", "5.3.0", "NotoSansCJK", ("[0-9]*",), styles=("Regular",),
        others=("noto-sans-tc", "noto-sans-jp"), blocks=EAST_ASIA,
    ),
    Family("noto-sans-kr", "5.3.0", "NotoSansKR", ("korean",), styles=("Regular",), blocks=HANGUL),
)  # fmt: skip


def fetch(package: str, version: str, place: Path) -> Path:
    """Return the folder that `npm pack` gives for `package`, unpacked under `place`."""
    npm = shutil.which("npm")
    if npm is None:
        sys.exit("npm is needed to fetch the fonts, and it is not here.")
    archive = place / f"fontsource-{package}-{version}.tgz"
    if not archive.exists():
        subprocess.run(
            [npm, "pack", "--silent", f"@fontsource/{package}@{version}"], cwd=place, check=True
        )
    with tarfile.open(archive) as packed:
        packed.extractall(place / package, filter="data")
    return place / package / "package"


def files_of(family: Family, style: str, place: Path) -> list[Path]:
    """Return the files that have the letters of `family`, the first choice first."""
    found: list[Path] = []
    for package in (family.package, *family.others):
        folder = fetch(package, family.version, place) / "files"
        for alphabet in family.alphabets:
            pattern = f"{package}-{alphabet}-{WEIGHTS[style]}-normal.woff2"
            found += sorted(folder.glob(pattern), key=lambda file: (len(file.name), file.name))
    return found


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


def merge(family: Family, files: list[Path], place: Path, made: Path) -> None:
    """Write one TrueType font, `made`, with each letter from the first of `files` that has it."""
    have: set[int] = set()
    parts: list[str] = []
    dropped = [each for each in LAYOUT_TABLES if not (family.is_shaped and each in SHAPING_TABLES)]
    for file in files:
        font = TTFont(file, recalcTimestamp=False)
        new = {letter for letter in font.getBestCmap() if is_wanted(letter, family)} - have
        if not new:
            continue
        have |= new
        options = subset.Options(
            layout_features=["*"] if family.is_shaped else [],
            drop_tables=dropped,
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
    if family.is_called:
        rename(whole, family.is_called, made.stem.rpartition("-")[2])
    first = TTFont(files[0])["head"]  # its dates, so that the same input makes the same bytes
    whole["head"].created, whole["head"].modified = first.created, first.modified
    whole["OS/2"].recalcUnicodeRanges(whole)
    whole.recalcTimestamp = False
    whole.save(made)
    is_latin = "latin" in family.alphabets
    missing = [each for each in MUST_HAVE if is_latin and ord(each) not in whole.getBestCmap()]
    if missing:
        sys.exit(f"{made.name} lacks {' '.join(missing)}")
    print(f"{made.name}: {len(have)} letters, {made.stat().st_size // 1024} kB")


def is_wanted(letter: int, family: Family) -> bool:
    """Return whether `family` takes this letter."""
    return not family.blocks or any(first <= letter <= last for first, last in family.blocks)


def main() -> None:
    """Make every font, or those of the families that are named, with its licence beside it."""
    FONTS.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        for family in FAMILIES:
            if sys.argv[1:] and family.name not in sys.argv[1:]:
                continue
            for style in family.styles:
                files = files_of(family, style, place)
                merge(family, files, place, FONTS / f"{family.name}-{style}.{family.ending}")
            licence = place / family.package / "package" / "LICENSE"
            shutil.copy(licence, FONTS / f"{family.name}-OFL.txt")


if __name__ == "__main__":
    main()
