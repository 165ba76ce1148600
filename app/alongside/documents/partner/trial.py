"""Does once, where it can do no harm, all that will be done with a partner's form later."""

from dataclasses import asdict
from typing import Any

from alongside.documents.foreign.picture import draw
from alongside.documents.partner.filling import fill
from alongside.documents.partner.reading import read_paper
from alongside.domain.partner_map import FieldKind, Filling, MapEntry


def looked_at(data: bytes) -> dict[str, Any]:
    """Return what a PDF has, having filled and drawn it. Raise BadPdfError if it cannot be used.

    What is damaged may raise anything, and take for ever: this runs apart.
    """
    paper = read_paper(data)
    takes = (FieldKind.TEXT, FieldKind.TICK)
    filled = [
        Filling(
            MapEntry("always", field=each.name, state=each.state),
            each.kind is FieldKind.TICK or "",
        )
        for each in paper.fields if each.kind in takes
    ]  # fmt: skip
    made = fill(data, filled, "")
    for page in range(1, len(read_paper(made).pages) + 1):
        draw(made, page, 36)
    return asdict(paper)
