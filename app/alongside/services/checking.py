"""Whether the records are whole and add up."""

from alongside.domain.claims import Section
from alongside.i18n import _
from alongside.services.claim_totals import lines_of, total_to_pay
from alongside.services.kept_sheets import read_totals
from alongside.store import checking, claims
from alongside.store.file import DataFile
from alongside.store.work import reading


def faults(store: DataFile) -> list[str]:
    """Return what is wrong with the records, a sentence each; empty if they are whole.

    The pages, links and tables of the file are looked at, and whether every issued claim adds up
    to what its form says.
    """
    return checking.faults(store) or _wrong_totals(store)


def _wrong_totals(store: DataFile) -> list[str]:
    wrong = []
    with reading(store) as session:
        for claim in claims.issued(session):
            lines = lines_of(claim)
            if read_totals(claim.issued_sheet or "") != tuple(
                total_to_pay(lines, section) for section in Section
            ):
                words = _("Claim {number} does not add up to what its form says.")
                wrong.append(words.format(number=claim.number))
    return wrong
