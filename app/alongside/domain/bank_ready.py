"""Layouts that are ready to use, for banks whose own pages say what their file looks like.

Each says where it is from. A bank may change its file: send one small payment first.
"""

from alongside.domain.bank_layout import Column, DateForm, Layout, PayFact
from alongside.domain.bank_letters import Letters
from alongside.i18n import _

BACS_MOST = 18
"""Letters of a name or a reference in BACS, and of a reference in Faster Payments."""


def ready_layouts() -> tuple[Layout, ...]:
    """Return every ready layout, the usual one first."""
    return unity(), lloyds(), bacs(), paygate(), paid()


def unity() -> Layout:
    """Return Unity Trust Bank's Bulk Faster Payments: no headings, at most 100 payments.

    Source: unity.co.uk, “Bulk Faster Payments” and its formatting guide.
    """
    return Layout(
        _("Unity Trust Bank, Bulk Faster Payments"),
        (
            Column(PayFact.SORT_CODE),
            Column(PayFact.ACCOUNT_NUMBER),
            Column(PayFact.ACCOUNT_NAME),
            Column(PayFact.AMOUNT),
            Column(PayFact.REFERENCE, most=BACS_MOST),
        ),
        most_payments=100,
    )


def lloyds() -> Layout:
    """Return Lloyds' Bacs multiple: H, one debit D, a credit C for each payment, then T.

    Source: resources.lloydsbank.com, “Importing Bacs Multiple in a CSV file” (7 December 2015),
    which names the fields of D and does not show their order; at most 1,000 rows in a file
    (“I want to import payments”), of which three are not payments. Compare D with the bank's
    example file before the first run: a wrong one is refused there.
    """
    return Layout(
        _("Lloyds Bank, Bacs multiple"),
        (
            Column(PayFact.FIXED, text="C"),
            Column(PayFact.SORT_CODE),
            Column(PayFact.ACCOUNT_NUMBER),
            Column(PayFact.ACCOUNT_NAME, most=BACS_MOST),
            Column(PayFact.AMOUNT),
            Column(PayFact.REFERENCE, most=BACS_MOST),
        ),
        before=(
            (
                Column(PayFact.FIXED, text="H"),
                Column(PayFact.IMPORT_DATE),
                Column(PayFact.SEQUENCE),
            ),
            (
                Column(PayFact.FIXED, text="D"),
                Column(PayFact.PAYMENT_DATE),
                Column(PayFact.OWN_REFERENCE, most=BACS_MOST),
                Column(PayFact.OWN_ACCOUNT),
            ),
        ),
        after=((Column(PayFact.FIXED, text="T"),),),
        dates=DateForm.YEAR_FIRST,
        letters=Letters.BACS,
        most_payments=997,
    )


def bacs() -> Layout:
    """Return a plain BACS file as Allied Irish Bank and others read it.

    Account code 0 and transaction code 99, a credit. Source: studylib.net, “Creating a new Excel
    .csv file for BACS”; Paygate's “Legacy format” has the same columns.
    """
    return Layout(
        _("BACS, plain"),
        (
            Column(PayFact.ACCOUNT_NAME, most=BACS_MOST),
            Column(PayFact.REFERENCE, most=BACS_MOST),
            Column(PayFact.SORT_CODE),
            Column(PayFact.ACCOUNT_NUMBER),
            Column(PayFact.AMOUNT),
            Column(PayFact.FIXED, text="0"),
            Column(PayFact.FIXED, text="99"),
        ),
        letters=Letters.BACS,
    )


def paygate() -> Layout:
    """Return Paygate's BACS payments: no headings, CRLF, the paying account on every row.

    Source: portal.paygate.cloud, “BACS Payment Editor CSV Format”.
    """
    return Layout(
        _("Paygate, BACS payments"),
        (
            Column(PayFact.SORT_CODE),
            Column(PayFact.ACCOUNT_NUMBER),
            Column(PayFact.ACCOUNT_NAME, most=BACS_MOST),
            Column(PayFact.AMOUNT, most=12),
            Column(PayFact.FIXED, text="99"),
            Column(PayFact.OWN_SORT_CODE),
            Column(PayFact.OWN_NUMBER),
            Column(PayFact.OWN_NAME, most=BACS_MOST),
            Column(PayFact.REFERENCE, most=BACS_MOST),
            Column(PayFact.PAYMENT_DATE),
        ),
        letters=Letters.BACS,
    )


def paid() -> Layout:
    """Return Paid's bulk file: headings, pence, the year first; payees must be known there.

    Source: help.paid.co.uk, “How to upload payments in bulk”. “Optimise Clearing” is False: the
    payment goes as the day says.
    """
    return Layout(
        _("Paid, bulk payments"),
        (
            Column(PayFact.ACCOUNT_NAME, "Account Name"),
            Column(PayFact.ACCOUNT_NUMBER, "Account Number"),
            Column(PayFact.SORT_CODE, "Sort Code"),
            Column(PayFact.AMOUNT, "Amount"),
            Column(PayFact.FIXED, "Currency", "GBP"),
            Column(PayFact.REFERENCE, "Reference", most=BACS_MOST),
            Column(PayFact.PAYMENT_DATE, "Payment Date"),
            Column(PayFact.FIXED, "Optimise Clearing", "False"),
        ),
        has_headings=True,
        is_in_pence=True,
        dates=DateForm.YEAR_FIRST_DASHED,
    )
