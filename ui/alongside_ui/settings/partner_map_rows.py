"""The lines of the list that says what goes where on a partner's form."""

from dataclasses import dataclass

from alongside.domain.partner_map import MapEntry, PdfField, say_length
from alongside.i18n import _


@dataclass(frozen=True, slots=True)
class MapRow:
    """A field of the PDF, or a place, by its number on the picture; and what goes there."""

    id: int
    entry: MapEntry
    field: PdfField | None

    @property
    def name(self) -> str:
        """What it is called: its hint for screen readers, its name, or where it is."""
        if self.field is None:
            return _("{left} mm from the left, {top} mm from the top").format(
                left=say_length(self.entry.left), top=say_length(self.entry.top)
            )
        name = self.field.hint or self.field.name
        return f"{name}: {self.field.state}" if self.field.state else name

    @property
    def kind(self) -> str:
        """What it is, in words."""
        return self.field.kind.words if self.field else _("place")

    @property
    def page(self) -> int:
        """The page that it is on, counted from 1."""
        return self.field.page if self.field else self.entry.page

    @property
    def is_open(self) -> bool:
        """Whether anything can be put there."""
        return self.field is None or self.field.kind.takes_facts

    @property
    def fact(self) -> str:
        """What goes there, in words."""
        return self.entry.words if self.is_open else _("left to the person")

    @property
    def spoken(self) -> str:
        """The row as a sentence, what changes first."""
        return _("{fact}: {n}, {name}, {kind}, page {page}").format(
            fact=self.fact, n=self.id, name=self.name, kind=self.kind, page=self.page
        )
