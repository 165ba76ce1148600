"""Where a person is paid: apart from everything else, and changed only with a reason."""

import re
from dataclasses import dataclass, field
from uuid import UUID

from alongside.domain.change import Change, Kind
from alongside.domain.errors import UserError
from alongside.i18n import _
from alongside.services.people import fetch as fetch_person
from alongside.store.file import DataFile
from alongside.store.tables import BankDetails
from alongside.store.work import reading, work


@dataclass(frozen=True, slots=True)
class BankAccount:
    """An account as it is typed; `reason` says why it was added or changed.

    The figures stay out of its own description, so that no log or message can show them.
    """

    person_id: UUID
    account_name: str = field(repr=False)
    sort_code: str = field(repr=False)
    account_number: str = field(repr=False)
    roll_number: str = field(default="", repr=False)
    reason: str = field(default="", repr=False)


class BankDetailsService:
    """Find and correct the account that a person is paid into."""

    def __init__(self, store: DataFile) -> None:
        self._store = store

    def find(self, person_id: UUID) -> BankAccount | None:
        """Return a person's bank account in full, for the one dialog that asks for it."""
        with reading(self._store) as session:
            bank = fetch_person(session, person_id).bank_details
            if bank is None:
                return None
            return BankAccount(
                person_id, bank.account_name, bank.sort_code, bank.account_number, bank.roll_number
            )

    def correct(self, account: BankAccount) -> Change:
        """Keep a person's bank account; the history says that it changed, never to what.

        Sort code: six figures. Account: six to eight figures, kept with leading zeros to eight
        (as uk_modulus pads them). Raise UserError otherwise, or when no reason is given.
        """
        sort_code, number = _checked(account)
        with work(self._store) as w:
            person = fetch_person(w.session, account.person_id)
            bank = person.bank_details
            if bank is None:
                bank = BankDetails()
                person.bank_details = bank
            bank.account_name = account.account_name.strip()
            bank.sort_code, bank.account_number = sort_code, number
            bank.roll_number = account.roll_number.strip()
            bank.reason = account.reason.strip()
            words = _("Bank details of {name} changed").format(name=person.name)
            return w.done(Change(words, frozenset({Kind.PERSON}), person.id))


def _checked(account: BankAccount) -> tuple[str, str]:
    """Return the sort code and the account number as they are kept."""
    sort_code = re.sub(r"[\s\-–]", "", account.sort_code)
    number = re.sub(r"\s", "", account.account_number)
    if not account.account_name.strip():
        raise UserError("account_name", _("Type the name exactly as it is on the account."))
    if not re.fullmatch(r"[0-9]{6}", sort_code):
        raise UserError("sort_code", _("A sort code is six figures, like 01-02-03."))
    if not re.fullmatch(r"[0-9]{6,8}", number):
        raise UserError("account_number", _("An account number is six to eight figures."))
    if not account.reason.strip():
        raise UserError("reason", _("Say why the bank details are added or changed."))
    return sort_code, number.zfill(8)
