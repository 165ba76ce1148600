"""Measures a hundred claim forms beside drawing the very same marks on a bare canvas."""

from alongside.documents.editions import standard
from alongside.office import Office
from bench import bare_canvas, paper
from bench.measure import Row, milliseconds, side_by_side
from bench.records import claims_to_print

FORMS, ROUNDS = 100, 5


def measure(office: Office) -> list[Row]:
    """Return the rows for `FORMS` forms, from the record to the bytes of each PDF."""
    chosen = claims_to_print(office, FORMS)
    read = office.forms._ready  # what printing reads of a record
    documents = [read(claim).document for claim in chosen]
    pages = [standard.lay_out(document) for document in documents]

    def ours(_round: int) -> None:
        for claim in chosen:
            standard.draw(read(claim).document)

    def theirs(_round: int) -> None:
        for form in pages:
            bare_canvas.draw(form)

    mine, other = side_by_side(ours, theirs, ROUNDS)
    what = f"{len(chosen)} claim forms, tagged and with fields, beside a bare canvas"
    row = Row(what, f"{milliseconds(mine)} against {milliseconds(other)}",
              mine / other, 2.5, "×")  # fmt: skip
    return [row, *paper.measure(documents)]
