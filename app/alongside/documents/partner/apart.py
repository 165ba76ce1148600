"""Asks a program of its own to read and draw a PDF: what hangs or dies there harms nobody here."""

import json
import os
import subprocess
import sys
from typing import Any

from alongside.documents.partner.faults import BadPdfError, PdfFault, look_at_bytes
from alongside.domain.partner_map import PartnerPaper, paper_of

SECONDS = 30
"""How long a form may take: ordinary ones take less than one."""

_NO_WINDOW = getattr(subprocess, "CREATE_NO_WINDOW", 0)


def look_at(data: bytes, seconds: float = SECONDS) -> PartnerPaper:
    """Return what a PDF has. Raise BadPdfError for one that cannot be a partner's form."""
    look_at_bytes(data)
    answer, _made = _ask({"verb": "look"}, data, seconds)
    return paper_of(answer)


def picture_of(data: bytes, page: int, dots_to_an_inch: int, seconds: float = SECONDS) -> bytes:
    """Return a page, counted from 1, as a PNG in shades of grey. Raise BadPdfError as `look_at`."""
    return _ask({"verb": "draw", "page": page, "dots": dots_to_an_inch}, data, seconds)[1]


def _ask(asked: dict[str, Any], data: bytes, seconds: float) -> tuple[dict[str, Any], bytes]:
    told = os.environ | {"PYTHONPATH": os.pathsep.join(each for each in sys.path if each)}
    try:
        said = subprocess.run(
            [sys.executable, "-m", "alongside.documents.partner.worker"],
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
