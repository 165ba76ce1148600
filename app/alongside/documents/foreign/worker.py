"""The program that reads and draws PDFs from elsewhere, apart from the records and the window.

It has limits, knows no key, opens no file, and may die: `apart.py` starts it and listens. A first
line of JSON says what is asked, then come the bytes of the PDF; it answers in the same way.
"""

import json
import sys
from contextlib import suppress
from typing import Any

from alongside.documents.foreign import picture
from alongside.documents.foreign.faults import BadPdfError, PdfFault

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
    if asked["verb"] == "draw":
        return {}, picture.draw(data, asked["page"], asked["dots"])
    if asked["verb"] == "read":
        pictures, words, of = picture.read(data, asked["dots"], asked["most"])
        sizes = [len(each) for each in pictures]
        return {"sizes": sizes, "words": words, "of": of}, b"".join(pictures)
    from alongside.documents.partner.trial import looked_at  # only forms are filled

    return looked_at(data), b""


def _limit() -> None:
    """Take no more memory and time than a PDF can need; Windows has the clock of `apart` only."""
    with suppress(ImportError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (_MOST_MEMORY, _MOST_MEMORY))
        resource.setrlimit(resource.RLIMIT_CPU, (_MOST_SECONDS, _MOST_SECONDS))


if __name__ == "__main__":
    main()
