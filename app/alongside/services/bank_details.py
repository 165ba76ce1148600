"""Where a person is paid: apart from everything else, and changed only with a reason."""

import re
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from alongside.domain.change import Change, Kind
from alongside.domain.errors import UserError
from alongside.domain.people import AccountHolder, NameCheck
from alongside.i18n import _
from alongside.services.account_changes import say_waiting
from alongside.services.people import fetch as fetch_person
from alongside.store.file import DataFile
from alongside.store.tables import BankDetails
from alongside.store.work import work

_PERSON = frozenset({Kind.PERSON})


@dataclass(frozen=True, slots=True)
class BankAccount:
    """An account as it is typed; `reason` says why it was added or changed.

    It may not be the person's own: `holder_note` says who agreed to that, and how. `check_result`
    is what the bank said of the name on `checked_on`.

    The figures stay out of its own description, so that no log or message can show them.
    """

    person_id: UUID
    account_name: str = field(repr=False)
    sort_code: str = field(repr=False)
    account_number: str = field(repr=False)
    roll_number: str = field(default="", repr=False)
    reason: str = field(default="", repr=False)
    holder: AccountHolder = AccountHolder.OWN
    holder_note: str = field(default="", repr=False)
    checked_on: date | None = None
    check_result: NameCheck = NameCheck.NONE


class BankDetailsService:
    """Look at and correct the account that a person is paid into."""

    def __init__(self, store: DataFile) -> None:
        self._store = store

    def look(self, person_id: UUID) -> BankAccount | None:
        """Return a person's bank account in full, for the one dialog that asks for it.

        That somebody looked stands in the history.
        """
        with work(self._store) as w:
            person = fetch_person(w.session, person_id)
            bank = person.bank_details
            if bank is None:
                return None
            account = BankAccount(
                person_id, bank.account_name, bank.sort_code, bank.account_number,
                bank.roll_number, holder=bank.holder, holder_note=bank.holder_note,
                checked_on=bank.checked_on, check_result=bank.check_result,
            )  # fmt: skip
            words = _("Bank details of {name} looked at").format(name=person.name)
            w.note(Change(words, _PERSON, person.id))
            return account

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
            figures = (account.account_name.strip(), sort_code, number, account.roll_number.strip())
            were = (bank.account_name, bank.sort_code, bank.account_number, bank.roll_number)
            is_new = figures != were
            if is_new:
                bank.changed_on = self._store.now().date()
            bank.account_name, bank.sort_code, bank.account_number, bank.roll_number = figures
            bank.reason = account.reason.strip()
            bank.holder, bank.holder_note = account.holder, account.holder_note.strip()
            bank.checked_on, bank.check_result = account.checked_on, account.check_result
            said = [_("Bank details of {name} changed").format(name=person.name)]
            if is_new and (waiting := say_waiting(w.session, person)):
                said.append(waiting)
            return w.done(Change(". ".join(said), _PERSON, person.id))


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
    if account.check_result and account.checked_on is None:
        raise UserError("checked_on", _("Type the day on which the bank checked the name."))
    if account.holder is not AccountHolder.OWN and not account.holder_note.strip():
        words = _("Say whose account it is, and how the person agreed to that.")
        raise UserError("holder_note", words)
    if not account.reason.strip():
        raise UserError("reason", _("Say why the bank details are added or changed."))
    return sort_code, number.zfill(8)
