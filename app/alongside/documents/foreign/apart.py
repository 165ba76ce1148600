"""Asks a program of its own to read and draw a PDF: what hangs or dies there harms nobody here."""

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from typing import Any

from alongside.documents.foreign.faults import BadPdfError, PdfFault, look_at_bytes
from alongside.domain.partner_map import PartnerPaper, paper_of

SECONDS = 30
"""How long a form may take: ordinary ones take less than one."""

_NO_WINDOW = getattr(subprocess, "CREATE_NO_WINDOW", 0)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page of a PDF: a PNG in shades of grey, and the words on it, "" where it has none."""

    picture: bytes
    words: str


@dataclass(frozen=True, slots=True)
class Sheets:
    """The first pages of a PDF that has `of` pages."""

    sheets: tuple[Sheet, ...]
    of: int


def look_at(data: bytes, seconds: float = SECONDS) -> PartnerPaper:
    """Return what a PDF has. Raise BadPdfError for one that cannot be a partner's form."""
    look_at_bytes(data)
    answer, _made = _ask({"verb": "look"}, data, seconds)
    return paper_of(answer)


def picture_of(data: bytes, page: int, dots_to_an_inch: int, seconds: float = SECONDS) -> bytes:
    """Return a page, counted from 1, as a PNG in shades of grey. Raise BadPdfError as `look_at`."""
    return _ask({"verb": "draw", "page": page, "dots": dots_to_an_inch}, data, seconds)[1]


def sheets_of(data: bytes, dots_to_an_inch: int, most: int, seconds: float = SECONDS) -> Sheets:
    """Return up to `most` pages of a PDF, drawn and read. Raise BadPdfError if it cannot be."""
    look_at_bytes(data)
    answer, made = _ask({"verb": "read", "dots": dots_to_an_inch, "most": most}, data, seconds)
    found, start = [], 0
    for size, words in zip(answer["sizes"], answer["words"], strict=True):
        found.append(Sheet(made[start : start + size], words))
        start += size
    return Sheets(tuple(found), answer["of"])


def _ask(asked: dict[str, Any], data: bytes, seconds: float) -> tuple[dict[str, Any], bytes]:
    told = os.environ | {"PYTHONPATH": os.pathsep.join(each for each in sys.path if each)}
    try:
        said = subprocess.run(
            [sys.executable, "-m", "alongside.documents.foreign.worker"],
            input=json.dumps(asked).encode() + b"\n" + data, env=told, check=False,
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, timeout=seconds,
            creationflags=_NO_WINDOW,
        )  # fmt: skip
    except subprocess.TimeoutExpired:
        raise BadPdfError(PdfFault.TOO_SLOW) from None
    line, _end, made = said.stdout.partition(b"\n")
    if said.returncode or not line:
        raise BadPdfError(PdfFault.DAMAGED)
    answer = json.loads(line)
    if "fault" in answer:
        raise BadPdfError(PdfFault(answer["fault"]))
    return answer, made
