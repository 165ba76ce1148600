"""What a printer is told: decided from what was asked for and what it can do, on any system.

No Qt here, so that what Windows is told can be tested where there is no Windows.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto

from alongside.domain.errors import UserError
from alongside.i18n import _

MOST_COPIES = 99


class Sides(Enum):
    """On which sides of a sheet is printed, and which edge it is turned over."""

    ONE = auto()
    LONG_EDGE = auto()
    SHORT_EDGE = auto()


@dataclass(frozen=True, slots=True)
class PrinterFacts:
    """What a printer, called `name` by the system, can do by itself."""

    name: str
    does_both_sides: bool = False
    makes_copies: bool = True


@dataclass(frozen=True, slots=True)
class PrintChoice:
    """What a person asks for. Pages count from 1; a `last` of 0 is the end of the paper."""

    copies: int = 1
    first: int = 1
    last: int = 0
    is_both_sides: bool = False


@dataclass(frozen=True, slots=True)
class PrintOrders:
    """What is told to the printer, and what is left for us.

    The printer makes so many `copies`; papers are sent `repeats` times. `first` and `last` are the
    pages sent of each paper: nobody else is told, or a part would be taken of a part.
    """

    printer: str
    copies: int = 1
    repeats: int = 1
    sides: Sides = Sides.ONE
    first: int = 1
    last: int = 0

    def taken_of(self, pages: Sequence[object]) -> range:
        """Return which of a paper's `pages` are printed, counted from 0."""
        end = min(self.last, len(pages)) if self.last else len(pages)
        return range(self.first - 1, end)

    def needs_empty_page(self, printed: int) -> bool:
        """Whether a page stays empty before the next paper, `printed` pages having gone before.

        Nobody's form begins on the back of somebody else's.
        """
        return self.sides is not Sides.ONE and printed % 2 == 1


def decide(choice: PrintChoice, facts: PrinterFacts, *, is_wide: bool = False) -> PrintOrders:
    """Return what the printer is told. `is_wide` are pages with the long side across.

    Raise UserError for copies or pages that cannot be.
    """
    if not 1 <= choice.copies <= MOST_COPIES:
        words = _("Type a number of copies from 1 to {most}.")
        raise UserError("copies", words.format(most=MOST_COPIES))
    if choice.first < 1:
        raise UserError("first", _("The first page is page 1."))
    if choice.last and choice.last < choice.first:
        raise UserError("last", _("The last page cannot come before the first."))
    sides = Sides.ONE
    if choice.is_both_sides and facts.does_both_sides:
        sides = Sides.SHORT_EDGE if is_wide else Sides.LONG_EDGE
    copies, repeats = choice.copies, 1
    if not facts.makes_copies:
        copies, repeats = repeats, copies
    return PrintOrders(facts.name, copies, repeats, sides, choice.first, choice.last)
