"""Which form claims are printed on, and how: ours, in one of its editions, or a partner's own."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any
from uuid import UUID

from alongside.domain.people import EDITIONS, Format
from alongside.domain.receipt_files import ReceiptPages
from alongside.domain.tints import Tint
from alongside.i18n import _
from alongside.office import Office
from alongside.services.form_rows import Form, Printed
from alongside.services.partner_papers import UseForm

Choice = Format | UUID | None
"""An edition of ours, None for each person's own, or the id of a partner's form."""


@dataclass(frozen=True, slots=True)
class Look:
    """How forms are wanted: on which form, and of ours in which colours and with what after it."""

    choice: Choice = None
    tint: Tint = Tint.WHITE
    is_completed: bool = False
    receipts: ReceiptPages = ReceiptPages.NONE
    has_cover: bool = False

    @property
    def is_theirs(self) -> bool:
        """Whether it is a partner's form, which has nothing after it and no list on top."""
        return isinstance(self.choice, UUID)

    @property
    def ours(self) -> dict[str, Any]:
        """What our own forms are asked with."""
        return {
            "edition": self.choice, "tint": self.tint, "is_completed": self.is_completed,
            "receipts": self.receipts,
        }  # fmt: skip


def choices(office: Office) -> list[tuple[Choice, str]]:
    """Return what can be chosen, with its words."""
    own: list[tuple[Choice, str]] = [(None, _("each person’s own"))]
    theirs = [
        (row.id, _("partner’s form: {name}, {day}").format(name=row.name, day=row.dated))
        for row in office.partner_forms.list_()
    ]
    return [*own, *((each, each.words) for each in EDITIONS), *theirs]


def maker(office: Office, look: Look) -> Callable[[UUID], Form]:
    """Return what makes the form of one claim, to look at or print."""
    if look.is_theirs:
        return partial(office.partner_papers.form, form_id=look.choice)
    return partial(office.forms.form, **look.ours)


def writer(office: Office, look: Look) -> Callable[..., Printed]:
    """Return what writes the forms of claims to a folder."""
    if look.is_theirs:
        return partial(office.partner_papers.to_folder, form_id=look.choice)
    return partial(office.forms.to_folder, **look.ours, has_cover=look.has_cover)


def use_of(choice: Choice, claim_ids: tuple[UUID, ...]) -> UseForm | None:
    """Return the request that notes what was printed; only a partner's form needs it noted."""
    return UseForm(choice, claim_ids) if isinstance(choice, UUID) and claim_ids else None
