"""Distances as people type and say them: miles, with at most one figure after the point."""

import re

from alongside.domain.errors import UserError
from alongside.i18n import _, ngettext


def parse_miles(text: str, field: str) -> int:
    """Read miles with at most one figure after the point, as tenths. Raise UserError on `field`."""
    typed = text.strip().removesuffix("miles").removesuffix("mile").strip()
    if typed.startswith(("-", "−")):
        raise UserError(field, _("Miles cannot be less than nothing."))
    match = re.fullmatch(r"([0-9]{1,4})(?:\.([0-9]))?", typed)
    if not match:
        raise UserError(
            field, _("“{text}” is not a number of miles. Type it like 12.5.").format(text=typed)
        )
    tenths = int(match[1]) * 10 + int(match[2] or 0)
    if tenths > 10_000:
        raise UserError(field, _("A journey of more than 1,000 miles cannot be right."))
    return tenths


def say_miles(tenths: int) -> str:
    """Return "12.5 miles", "1 mile"."""
    whole, tenth = divmod(tenths, 10)
    number = f"{whole:,}.{tenth}" if tenth else f"{whole:,}"
    return ngettext("{n} mile", "{n} miles", 1 if tenths == 10 else 2).format(n=number)
