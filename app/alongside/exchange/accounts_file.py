"""Writes claims as the files that Xero and Sage 50 import, fees and expenses always apart."""

import csv
import io
from collections.abc import Sequence

from alongside.domain.accounts import AccountLine, SageChoices, SageType, XeroChoices
from alongside.domain.bank_layout import DateForm
from alongside.domain.bank_letters import Letters, spell
from alongside.domain.errors import UserError
from alongside.domain.formulas import guarded
from alongside.domain.money import Money
from alongside.i18n import _

XERO_COLUMNS = (
    "*ContactName", "EmailAddress", "POAddressLine1", "POAddressLine2", "POAddressLine3",
    "POAddressLine4", "POCity", "PORegion", "POPostalCode", "POCountry", "*InvoiceNumber",
    "*InvoiceDate", "*DueDate", "Total", "InventoryItemCode", "Description", "*Quantity",
    "*UnitAmount", "*AccountCode", "*TaxType", "TaxAmount", "TrackingName1", "TrackingOption1",
    "TrackingName2", "TrackingOption2", "Currency",
)  # fmt: skip
"""The headings of Xero's bills; those with a star must be filled in."""

SAGE_COLUMNS = (
    "Type", "Account Reference", "Nominal A/C Ref", "Department Code", "Date", "Reference",
    "Details", "Net Amount", "Tax Code", "Tax Amount", "Exchange Rate", "Extra Reference",
    "User Name", "Project Refn", "Cost Code Refn",
)  # fmt: skip
"""The columns A to M of Sage's audit trail and two for projects (makingithappen.co.uk)."""

XERO_MOST_BILLS = 500
"""In one file (Xero's own guide to importing)."""

SAGE_ACCOUNT_MOST, SAGE_REFERENCE_MOST, SAGE_DETAILS_MOST = 8, 30, 60
"""Letters that Sage 50 has room for."""


def write_xero(lines: Sequence[AccountLine], choices: XeroChoices) -> bytes:
    """Return a file of bills for Xero: a bill for each claim, a line for each of `lines`.

    The contact is the member's reference, or the name if `choices` say so. Lines of nothing are
    left out. Raise UserError on `lines` for what Xero would refuse or take for another bill.
    """
    told = _told(lines)
    bills = {line.claim_number: (line.member_reference, line.claim_day) for line in told}
    if len(bills) > XERO_MOST_BILLS:
        words = _("Xero takes {most} claims in a file, and there are {count}. "
                  "Choose a shorter time.")  # fmt: skip
        raise _refused(words.format(most=XERO_MOST_BILLS, count=len(bills)))
    rows = []
    for line in told:
        if bills[line.claim_number] != (line.member_reference, line.claim_day):
            words = _("Claim {number} stands here for two people or two days.")
            raise _refused(words.format(number=line.claim_number))
        row = {
            "*ContactName": line.member_name if choices.tells_names else line.member_reference,
            "*InvoiceNumber": line.claim_number,
            "*InvoiceDate": DateForm.SLASHED.of(line.claim_day),
            "*DueDate": DateForm.SLASHED.of(line.due_day),
            "Description": line.words,
            "*Quantity": "1",
            "*UnitAmount": _amount(line.amount),
            "*AccountCode": line.account_code,
            "*TaxType": choices.tax_type,
            "Currency": "GBP",
        }
        if choices.group_tracking and line.group:
            row |= {"TrackingName1": choices.group_tracking, "TrackingOption1": line.group}
        if choices.budget_tracking and line.budget:
            row |= {"TrackingName2": choices.budget_tracking, "TrackingOption2": line.budget}
        for column in XERO_COLUMNS:
            if column.startswith("*"):
                _needed(line, column.removeprefix("*"), row[column])
        rows.append([row.get(column, "") for column in XERO_COLUMNS])
    return _file([list(XERO_COLUMNS)], rows, Letters.UTF_8)


def write_sage(lines: Sequence[AccountLine], choices: SageChoices) -> bytes:
    """Return a file for Sage 50's audit trail: a row for each of `lines`, in Windows-1252.

    An invoice is on the account that has the member's reference; a payment is from the bank
    account. Details that are too long are cut: they only remind. Lines of nothing are left out.
    Raise UserError on `lines`, or on `bank_account` if payments are wanted without one.
    """
    told = _told(lines)
    is_invoice = choices.kind is SageType.PURCHASE_INVOICE
    if not is_invoice and not choices.bank_account.strip():
        words = _("Say which nominal account in Sage the payments are made from.")
        raise UserError("bank_account", words)
    rows = []
    for line in told:
        account = line.member_reference if is_invoice else choices.bank_account
        details = f"{line.member_name}, {line.words}" if choices.tells_names else line.words
        _fitting(line, SAGE_COLUMNS[1], account, SAGE_ACCOUNT_MOST)
        _fitting(line, SAGE_COLUMNS[5], line.claim_number, SAGE_REFERENCE_MOST)
        _needed(line, SAGE_COLUMNS[2], line.account_code)
        rows.append([
            choices.kind.value, account, line.account_code, str(line.department),
            choices.dates.of(line.claim_day), line.claim_number,
            details[:SAGE_DETAILS_MOST].rstrip(), _amount(line.amount), choices.tax_code, "0.00",
            "", "" if is_invoice else line.member_reference, "", "", "",
        ])  # fmt: skip
    return _file([list(SAGE_COLUMNS)] if choices.has_headings else [], rows, Letters.WINDOWS)


def _told(lines: Sequence[AccountLine]) -> list[AccountLine]:
    """Return the lines that an accounts program has to book."""
    told = [line for line in lines if line.amount]
    if not told:
        raise _refused(_("There is nothing to book."))
    for line in told:
        if line.amount < Money(0):
            words = _("Claim {number} has a line of less than nothing: book it by hand.")
            raise _refused(words.format(number=line.claim_number))
    return told


def _needed(line: AccountLine, column: str, value: str) -> None:
    if not value.strip():
        words = _("Claim {number} has no “{column}”, and the accounts program needs it.")
        raise _refused(words.format(number=line.claim_number or "?", column=column))


def _fitting(line: AccountLine, column: str, value: str, most: int) -> None:
    _needed(line, column, value)
    if len(value) > most:
        words = _("Claim {number}: “{value}” is too long for “{column}” in Sage, "
                  "which has room for {most} letters.")  # fmt: skip
        raise _refused(
            words.format(number=line.claim_number, value=value, column=column, most=most)
        )


def _amount(amount: Money) -> str:
    pounds, pence = divmod(amount.pence, 100)
    return f"{pounds}.{pence:02}"


def _file(headings: list[list[str]], rows: list[list[str]], letters: Letters) -> bytes:
    """Return rows as text; what a spreadsheet would calculate has an apostrophe before it."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerows(headings)
    for row in rows:
        spelled = []
        for value in row:
            written, missing = spell(value, letters)
            if missing:
                words = _("“{value}” has “{letters}”, which the accounts program cannot read. "
                          "Write it in other letters.")  # fmt: skip
                raise _refused(words.format(value=value, letters=missing))
            spelled.append(guarded(written))
        writer.writerow(spelled)
    return text.getvalue().encode(letters.codec)


def _refused(words: str) -> UserError:
    return UserError("lines", words)
