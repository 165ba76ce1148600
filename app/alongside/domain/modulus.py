"""Tells whether a sort code and an account number could belong together, to warn of a slip.

The rules are those that Pay.UK publishes (Vocalink, “Validating account numbers – UK modulus
checking”), with all of its exceptions. A pass says that the account could exist, not that it does.
Nothing here ever keeps anybody from being paid: the table grows old, and banks change.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from alongside.domain.errors import UserError
from alongside.i18n import _

A, B, C, G, H = 6, 7, 8, 12, 13
"""Where these figures stand in uvwxyz-abcdefgh, as the specification calls them."""

_FIRST_WEIGHTS = (0, 0, 1, 2, 5, 3, 6, 4, 8, 7, 10, 9, 3, 1)
_LAST_WEIGHTS = (0, 0, 0, 0, 0, 0, 0, 0, 8, 7, 10, 9, 3, 1)
"""What exception 2 puts in the place of the row's own weights where a is not 0."""

_EITHER = frozenset({(2, 9), (10, 11), (12, 13)})
"""Pairs of exceptions of which one check that passes is enough."""

_EUROS, _SHARED = "309634", "090126"
"""Sort codes that exceptions 9 and 8 put in the place of the account's own."""

_SANTANDER = (("090000", "091999"), ("720000", "729999"), ("890000", "892999"))
_COOPERATIVE = (("080000", "082999"), ("084000", "089999"))
_NATWEST = (("010000", "019999"), ("500000", "669999"))
"""Whose longer account numbers the specification tells how to shorten.

It names the banks only; the ranges are those that the bank-modulus library for PHP took.
"""


class Fit(StrEnum):
    """What the check of a sort code and an account number came to."""

    COULD_EXIST = "could_exist"
    DOES_NOT_FIT = "does_not_fit"
    CANNOT_BE_CHECKED = "cannot_be_checked"

    @property
    def words(self) -> str:
        """What is said of it, in one or two sentences."""
        return {
            Fit.COULD_EXIST: _(
                "The sort code and the account number fit together. "
                "That does not say whose account it is."
            ),
            Fit.DOES_NOT_FIT: _(
                "The sort code and the account number do not seem to fit together. "
                "Look for a slip of the finger, or ask the person. You can keep them all the same."
            ),
            Fit.CANNOT_BE_CHECKED: _(
                "Nothing is known of this sort code here, so the account number cannot be checked."
            ),
        }[self]


class Method(StrEnum):
    """How the figures are added up: each table calls them so."""

    MOD10 = "MOD10"
    MOD11 = "MOD11"
    DBLAL = "DBLAL"


class Account(NamedTuple):
    """A sort code of six figures and an account number of eight."""

    sort_code: str
    number: str


@dataclass(frozen=True, slots=True)
class Weights:
    """A row of the table of weights: a range of sort codes, both ends included, and its check."""

    first: str
    last: str
    method: Method
    weights: tuple[int, ...]
    exception: int = 0

    def passes(self, account: Account, substitutes: Mapping[str, str]) -> bool:
        """Return whether this one check passes; `substitutes` is what exception 5 exchanges."""
        if self.exception == 14:
            return self._passes_coutts(account)
        return self._passes(self._figures(account, substitutes))

    def _figures(self, account: Account, substitutes: Mapping[str, str]) -> str:
        sort_code = account.sort_code
        if self.exception == 5:
            sort_code = substitutes.get(sort_code, sort_code)
        elif self.exception == 8:
            sort_code = _SHARED
        elif self.exception == 9:
            sort_code = _EUROS
        return sort_code + account.number

    def _passes(self, figures: str) -> bool:
        if self.exception == 3 and figures[C] in "69":
            return True  # the double alternate check is then not made
        total = self._total(figures, self._weights(figures))
        if self.exception == 1:
            total += 27
        modulus = 11 if self.method is Method.MOD11 else 10
        rest = total % modulus
        if self.exception == 4:
            return rest == int(figures[G:])
        if self.exception == 5:
            check = figures[G] if self.method is Method.MOD11 else figures[H]
            return (modulus - rest) % modulus == int(check)
        return rest == 0

    def _weights(self, figures: str) -> tuple[int, ...]:
        if self.exception == 2 and figures[A] != "0":
            return _LAST_WEIGHTS if figures[G] == "9" else _FIRST_WEIGHTS
        is_ninety_nine = figures[A] in "09" and figures[B] == "9"
        if figures[G] == "9" and (self.exception == 7 or (self.exception == 10 and is_ninety_nine)):
            return (*[0] * C, *self.weights[C:])
        return self.weights

    def _total(self, figures: str, weights: tuple[int, ...]) -> int:
        parts = [int(figure) * weight for figure, weight in zip(figures, weights, strict=True)]
        if self.method is Method.DBLAL:
            return sum(sum(map(int, str(abs(part)))) for part in parts)
        return sum(parts)

    def _passes_coutts(self, account: Account) -> bool:
        """Check as it stands; else, without a last figure of 0, 1 or 9, with a 0 before."""
        if self._passes(account.sort_code + account.number):
            return True
        last = account.number[-1]
        return last in "019" and self._passes(f"{account.sort_code}0{account.number[:-1]}")


@dataclass(frozen=True, slots=True)
class ModulusTable:
    """Both tables as they were read. `edition` is what is known of their day or number, or "".

    `substitutes` has a sort code for each that exception 5 exchanges.
    """

    rows: tuple[Weights, ...]
    substitutes: Mapping[str, str] = field(default_factory=dict, hash=False)
    edition: str = ""

    @property
    def row_count(self) -> int:
        """How many rows of weights there are (some 1,150 in the real table)."""
        return len(self.rows)

    def check(self, sort_code: str, account: str) -> Fit:
        """Return whether an account number could exist under a sort code.

        Spaces and dashes are passed over. Six or seven figures get noughts before them; nine and
        ten are shortened as the specification says for Santander, the Co-operative Bank and
        NatWest, and cannot be checked elsewhere. Raise UserError on `sort_code` unless it has six
        figures, on `account_number` unless it has six to ten.
        """
        code, number = (re.sub(r"[\s\-–]", "", each) for each in (sort_code, account))
        if not re.fullmatch(r"[0-9]{6}", code):
            raise UserError("sort_code", _("A sort code is six figures, like 01-02-03."))
        if not re.fullmatch(r"[0-9]{6,10}", number):
            words = _("An account number has six to ten figures.")
            raise UserError("account_number", words)
        standard = _standard(code, number)
        if standard is None:
            return Fit.CANNOT_BE_CHECKED
        rows = [row for row in self.rows if row.first <= standard.sort_code <= row.last]
        if not rows:
            return Fit.CANNOT_BE_CHECKED
        return Fit.COULD_EXIST if self._passes(rows, standard) else Fit.DOES_NOT_FIT

    def _passes(self, rows: list[Weights], account: Account) -> bool:
        exceptions = tuple(row.exception for row in rows)
        if 6 in exceptions and _is_foreign(account.number):
            return True
        passed = (row.passes(account, self.substitutes) for row in rows)
        return any(passed) if exceptions in _EITHER else all(passed)


def _is_foreign(number: str) -> bool:
    """Return whether exception 6 takes it for an account in foreign money: none is checked."""
    return number[0] in "45678" and number[-1] == number[-2]


def _standard(sort_code: str, number: str) -> Account | None:
    """Return a sort code and eight figures, or None where no rule tells which eight."""

    def is_of(ranges: tuple[tuple[str, str], ...]) -> bool:
        return any(first <= sort_code <= last for first, last in ranges)

    if len(number) <= 8:
        return Account(sort_code, number.zfill(8))
    if len(number) == 9 and is_of(_SANTANDER):
        return Account(sort_code[:-1] + number[0], number[1:])
    if len(number) == 10 and is_of(_COOPERATIVE):
        return Account(sort_code, number[:8])
    if len(number) == 10 and is_of(_NATWEST):
        return Account(sort_code, number[2:])
    return None
