"""The program that reads and draws PDFs from elsewhere, apart from the records and the window.

It has limits, knows no key, opens no file, and may die: `apart.py` starts it and listens. A first
line of JSON says what is asked, then come the bytes of the PDF; it answers in the same way.
"""

import json
import sys
from contextlib import suppress
from dataclasses import asdict
from typing import Any

from alongside.documents.partner.faults import BadPdfError, PdfFault
from alongside.documents.partner.reading import read_paper
from alongside.domain.partner_map import FieldKind, Filling, MapEntry, PartnerPaper

_MOST_MEMORY = 1_500_000_000
_MOST_SECONDS = 60


def main() -> None:
    """Answer one question."""
    _limit()
    asked = json.loads(sys.stdin.buffer.readline())
    data = sys.stdin.buffer.read()
    try:
        answer, made = _answer(asked, data)
    except BadPdfError as error:
        answer, made = {"fault": error.fault.value}, b""
    except MemoryError:
        answer, made = {"fault": PdfFault.DAMAGED.value}, b""
    sys.stdout.buffer.write(json.dumps(answer).encode() + b"\n" + made)
    sys.stdout.buffer.flush()


def _answer(asked: dict[str, Any], data: bytes) -> tuple[dict[str, Any], bytes]:
    from alongside.documents.partner.picture import draw

    if asked["verb"] == "draw":
        return {}, draw(data, asked["page"], asked["dots"])
    paper = read_paper(data)
    _try(data, paper)
    return asdict(paper), b""


def _try(data: bytes, paper: PartnerPaper) -> None:
    """Do everything once that will be done later, where it can do no harm."""
    from alongside.documents.partner.filling import fill
    from alongside.documents.partner.picture import draw

    takes = (FieldKind.TEXT, FieldKind.TICK)
    filled = [
        Filling(
            MapEntry("always", field=each.name, state=each.state),
            each.kind is FieldKind.TICK or "",
        )
        for each in paper.fields if each.kind in takes
    ]  # fmt: skip
    made = fill(data, filled, "")
    again = read_paper(made)
    for page in range(1, len(again.pages) + 1):
        draw(made, page, 36)


def _limit() -> None:
    """Take no more memory and time than a form can need; Windows has the clock of `apart` only."""
    with suppress(ImportError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (_MOST_MEMORY, _MOST_MEMORY))
        resource.setrlimit(resource.RLIMIT_CPU, (_MOST_SECONDS, _MOST_SECONDS))


if __name__ == "__main__":
    main()
