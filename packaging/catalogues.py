"""So that every word of the code can be said in another language: takes them out, and compiles.

The template (.pot) lists what the code says; each language has its .po, written by people, and
the .mo that the program reads. Run it by `dev.py words`, which brings Babel.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_file
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
LOCALE = ROOT / "resources" / "alongside_resources" / "locale"
TEMPLATE = LOCALE / "alongside.pot"
ROOMS = ("app", "ui")

_CALLS = {"_": None, "ngettext": (1, 2)}
_NOTE = "translators:"
_KEPT = ("Language", "Plural-Forms", "MIME-Version", "Content-Type", "Content-Transfer-Encoding")
_HEAD = """\
# Every word that people meet in Alongside. Written by `dev.py words`: do not change it here.
# What stands in {braces} is put in by the program: keep it as it is, wherever it goes."""


class _Quiet(Catalog):
    """A catalogue whose head says nothing of the day: nothing changes unless a word did."""

    @property
    def mime_headers(self) -> list[tuple[str, str]]:
        """The head: only what a program needs to read the file."""
        head = dict(Catalog.mime_headers.fget(self))
        head["Content-Transfer-Encoding"] += "\n"
        return [(name, head[name]) for name in _KEPT if name in head]

    @mime_headers.setter
    def mime_headers(self, headers: list[tuple[str, str]]) -> None:
        Catalog.mime_headers.fset(self, headers)


def template() -> Catalog:
    """Return what the code says now, in the order of its files, each text once."""
    found = _Quiet(header_comment=_HEAD)
    for room in ROOMS:
        for file in sorted((ROOT / room).rglob("*.py")):
            place = (file.relative_to(ROOT).as_posix(), 0)
            for _line, words, notes, _context in extract_from_file(
                "python", file, _CALLS, [_NOTE], strip_comment_tags=True
            ):
                found.add(words, None, [place], auto_comments=notes)
    return found


def languages() -> list[Path]:
    """Return the .po file of every language but English, which stands in the code."""
    return sorted(LOCALE.glob("*/LC_MESSAGES/alongside.po"))


def read(file: Path) -> Catalog:
    """Return the catalogue in a .po file."""
    found = _Quiet()
    with file.open("rb") as kept:
        code = file.parent.parent.name
        written = read_po(kept, locale=code)
    found.__dict__.update(written.__dict__)
    return found


def brought_up_to_date(file: Path, now: Catalog) -> Catalog:
    """Return a language's catalogue with the texts of `now`; translations of others are kept.

    Nothing is guessed from texts that are alike: a sentence that changed is translated anew, and
    the old one stands at the end of the file.
    """
    found = read(file)
    found.update(now, no_fuzzy_matching=True)
    return found


def written(catalogue: Catalog) -> bytes:
    """Return a catalogue as the text of its .pot or .po file."""
    made = io.BytesIO()
    write_po(made, catalogue, width=100, include_lineno=False)
    return made.getvalue()


def compiled(catalogue: Catalog) -> bytes:
    """Return the .mo file of a catalogue, with what still waits to be checked by a speaker.

    A text that is not translated is left out: gettext then says it in English, by English numbers.
    Babel would write the English many into each form of a plural, the one for 1 as well.
    """
    ready, made = deepcopy(catalogue), io.BytesIO()
    for message in ready:
        if not all(_forms(message.string)):
            message.string = ""
    write_mo(made, ready, use_fuzzy=True)
    return made.getvalue()


def _forms(words: str | tuple[str, ...]) -> tuple[str, ...]:
    return words if isinstance(words, tuple) else (words,)


def translated(catalogue: Catalog) -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
    """Yield the forms in English and in the language, of each text that is translated."""
    for message in catalogue:
        english, own = _forms(message.id), _forms(message.string)
        if message.id and any(own):
            yield english, own


def main() -> None:
    """Write the template, and each language's files; say how far each language is."""
    now = template()
    LOCALE.mkdir(exist_ok=True)
    TEMPLATE.write_bytes(written(now))
    print(f"{len(now)} texts in {TEMPLATE.relative_to(ROOT).as_posix()}.")
    for file in languages():
        catalogue = brought_up_to_date(file, now)
        file.write_bytes(written(catalogue))
        file.with_suffix(".mo").write_bytes(compiled(catalogue))
        done = len(list(translated(catalogue)))
        unchecked = sum(bool(message.id) and message.fuzzy for message in catalogue)
        print(f"{catalogue.locale.english_name}: {done} translated, {unchecked} to be checked.")


if __name__ == "__main__":
    main()
