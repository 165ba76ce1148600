"""Which document is made of which sheet of a meeting."""

from alongside.documents.access_sheet import access_sheet
from alongside.documents.blank_claim_form import blank_claim_form
from alongside.documents.claims_summary import claims_summary
from alongside.documents.document import Document
from alongside.documents.invitation import invitation
from alongside.documents.sign_in_register import sign_in_register
from alongside.domain.meeting_sheets import (
    AccessSheet,
    InvitationSheet,
    Sheet,
    SignInSheet,
    SummarySheet,
)


def paper_of(sheet: Sheet) -> Document:
    """Return the paper of `sheet`; of a claim without lines, the form to fill in."""
    match sheet:
        case SignInSheet():
            return sign_in_register(sheet)
        case AccessSheet():
            return access_sheet(sheet)
        case InvitationSheet():
            return invitation(sheet)
        case SummarySheet():
            return claims_summary(sheet)
    return blank_claim_form(sheet)
