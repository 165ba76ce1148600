"""Whole pennies, because a claim must add up to the penny on every screen, form and file."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from typing import Self

from alongside.domain.errors import UserError
from alongside.i18n import _

_SHAPE = re.compile(r"£?\s*(\d{1,3}(?:,\d{3})+|\d+)?(?:\.(\d{1,2}))?")
LARGEST_PENCE = 99_999_999
"""A single amount stays under a million pounds: more is a slip of the finger."""


@dataclass(frozen=True, order=True, slots=True)
class Money:
    """An amount in whole pennies. It may be negative only as the outcome of a sum."""

    pence: int = 0

    @classmethod
    def parse(cls, text: str, field: str) -> Self:
        """Read what a person typed: "£12.50", "12.5", "1,200". Raise UserError on `field`."""
        typed = text.strip()
        match = _SHAPE.fullmatch(typed)
        if typed.startswith(("-", "−", "£-", "£−")):
            raise UserError(
                field, _("An amount cannot be less than nothing: type it without a minus.")
            )
        if not match or (match[1] is None and match[2] is None):
            if re.fullmatch(r"£?\s*[\d,]*\.\d{3,}", typed):
                raise UserError(
                    field,
                    _(
                        "“{text}” has more than two figures after the point. "
                        "Pounds and pence look like 12.50."
                    ).format(text=typed),
                )
            raise UserError(
                field,
                _("“{text}” is not an amount. Type pounds and pence, like 12.50.").format(
                    text=typed
                ),
            )
        pence = int((match[1] or "0").replace(",", "")) * 100 + int((match[2] or "0").ljust(2, "0"))
        if pence > LARGEST_PENCE:
            raise UserError(field, _("An amount of a million pounds or more cannot be right."))
        return cls(pence)

    @classmethod
    def total(cls, amounts: Iterable["Money"]) -> Self:
        """Return the sum of `amounts`, £0.00 for none."""
        return cls(sum(amount.pence for amount in amounts))

    def times(self, quantity: Fraction | int) -> "Money":
        """Return this rate for `quantity` miles or hours, rounded once, half a penny up.

        The one place in Alongside where money is rounded.
        """
        exact = self.pence * Fraction(quantity)
        return Money((2 * exact.numerator + exact.denominator) // (2 * exact.denominator))

    def __add__(self, other: "Money") -> "Money":
        return Money(self.pence + other.pence)

    def __sub__(self, other: "Money") -> "Money":
        return Money(self.pence - other.pence)

    def __bool__(self) -> bool:
        return self.pence != 0

    def __str__(self) -> str:
        sign = "−" if self.pence < 0 else ""
        pounds, pence = divmod(abs(self.pence), 100)
        return f"{sign}£{pounds:,}.{pence:02}"


NOTHING = Money(0)
