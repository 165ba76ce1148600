"""Measures paper as an office meets it: one form, a thousand, and what LibreOffice would take."""

import json
import pickle
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from statistics import median

from alongside.documents import editions
from alongside.documents.document import Document
from alongside.documents.editions import standard
from alongside.documents.kept import keep
from alongside.domain.people import Format
from bench.measure import Row, milliseconds, seconds

COLD, OTHERS = 9, 20
FEW, MANY = 10, 1000
KILOBYTE = 1024


def measure(documents: Sequence[Document]) -> list[Row]:
    """Return the rows for these claim forms."""
    with tempfile.TemporaryDirectory(prefix="alongside-bench-") as made:
        place = Path(made)
        return [_largest(documents), *_cold(documents[0], place), _memory(documents[0], place),
                _libreoffice(documents[:OTHERS], place)]  # fmt: skip


def _largest(documents: Sequence[Document]) -> Row:
    sizes = [len(standard.draw(document)) / KILOBYTE for document in documents]
    said = f"median {median(sizes):.0f} KB"
    return Row(f"the largest of {len(sizes)} forms", said, max(sizes), 80.0, "KB")


def _cold(document: Document, place: Path) -> list[Row]:
    """Measure a program that starts, makes one form and ends, beside one with a bare canvas."""
    form, pages = place / "form.json", place / "pages.pickle"
    form.write_text(json.dumps(keep(document)))
    pages.write_bytes(pickle.dumps(standard.lay_out(document)))
    ours, theirs = [], []
    for _round in range(COLD):
        ours.append(seconds(lambda: _run("bench.one_form", form)))
        theirs.append(seconds(lambda: _run("bench.bare_canvas", pages)))
    mine, other = median(ours[1:]), median(theirs[1:])
    said = f"{milliseconds(mine)} against {milliseconds(other)}"
    what = "one form from cold, beside the same marks on a bare canvas"
    return [Row(what, said, mine / other, 1.5, "×")]


def _memory(document: Document, place: Path) -> Row:
    """Measure the most memory that a thousand forms take, beside ten."""
    form = place / "form.json"
    form.write_text(json.dumps(keep(document)))
    few, many = (int(_run("bench.one_form", form, number)) for number in (FEW, MANY))
    said = f"{many / KILOBYTE:.0f} MB against {few / KILOBYTE:.0f} MB"
    return Row(f"memory of {MANY:,} forms in a row, beside {FEW}", said, many / few, 1.2, "×")


def _libreoffice(documents: Sequence[Document], place: Path) -> Row:
    """Measure what offices do today: a Word file for each person, made into a PDF."""
    program = shutil.which("soffice")
    if program is None:
        raise SystemExit("LibreOffice is missing: install libreoffice-writer-nogui to measure it.")
    files = []
    for number, document in enumerate(documents):
        file = place / f"form {number}.docx"
        file.write_bytes(editions.write(document, Format.WORD_FILE))
        files.append(str(file))
    convert = [program, f"-env:UserInstallation={(place / 'profile').as_uri()}", "--headless",
               "--convert-to", "pdf", "--outdir", str(place)]  # fmt: skip

    def theirs(chosen: Sequence[str]) -> None:
        subprocess.run([*convert, *chosen], check=True, capture_output=True)

    theirs(files[:1])  # it sets itself up the first time
    other = seconds(lambda: theirs(files))
    assert all(Path(file).with_suffix(".pdf").exists() for file in files)

    def ours() -> None:
        for number, document in enumerate(documents):
            (place / f"ours {number}.pdf").write_bytes(standard.draw(document))

    mine = seconds(ours)
    said = f"{milliseconds(mine)} against {milliseconds(other)}"
    return Row(f"{len(files)} forms, beside LibreOffice with a Word file for each person", said,
               mine / other, 1 / 3, "×")  # fmt: skip


def _run(module: str, *words: object) -> str:
    command = [sys.executable, "-m", module, *map(str, words)]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout
