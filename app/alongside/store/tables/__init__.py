"""The drawers of the filing cabinet: one class for each kind of thing that is kept.

Mapped classes never leave `services/`: pages and paper get rows and sheets.
"""

from alongside.store.tables.base import Table
from alongside.store.tables.budgets import Budget, LineShare
from alongside.store.tables.claims import GUARDS, Claim, ClaimLine, PayAnswer
from alongside.store.tables.groups import Group, Membership, Partner, Policy
from alongside.store.tables.history import HISTORY_TABLES, Piece, PieceRow
from alongside.store.tables.meetings import Attendance, Meeting
from alongside.store.tables.organisation import Organisation
from alongside.store.tables.partner_forms import PartnerForm
from alongside.store.tables.payments import (
    AccountsChoices,
    BankLayout,
    CashAdvance,
    ClaimStep,
    GiftMade,
    LineRefusal,
    ModulusTables,
    Payment,
    PaymentRun,
)
from alongside.store.tables.people import BankDetails, Person, UsualCost
from alongside.store.tables.receipts import CONTENT_TABLES, Receipt, ReceiptFile
from alongside.store.tables.words import Noun, nouns

__all__ = [
    "CONTENT_TABLES", "GUARDS", "HISTORY_TABLES", "AccountsChoices", "Attendance", "BankDetails",
    "BankLayout", "Budget", "CashAdvance", "Claim", "ClaimLine", "ClaimStep", "GiftMade", "Group",
    "LineRefusal", "LineShare", "Meeting", "Membership", "ModulusTables", "Noun", "Organisation",
    "Partner", "PartnerForm", "PayAnswer", "Payment", "PaymentRun", "Person", "Piece", "PieceRow",
    "Policy", "Receipt", "ReceiptFile", "Table", "UsualCost", "nouns",
]  # fmt: skip
