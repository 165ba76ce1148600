"""Which form claims are printed on: ours, in one of its editions, or a partner's own."""

from collections.abc import Callable
from functools import partial
from uuid import UUID

from alongside.domain.people import EDITIONS, Format
from alongside.domain.tints import Tint
from alongside.i18n import _
from alongside.office import Office
from alongside.services.forms import Form, Printed
from alongside.services.partner_papers import UseForm

Choice = Format | UUID | None
"""An edition of ours, None for each person's own, or the id of a partner's form."""


def choices(office: Office) -> list[tuple[Choice, str]]:
    """Return what can be chosen, with its words."""
    own: list[tuple[Choice, str]] = [(None, _("each person’s own"))]
    theirs = [
        (row.id, _("partner’s form: {name}, {day}").format(name=row.name, day=row.dated))
        for row in office.partner_forms.list_()
    ]
    return [*own, *((each, each.words) for each in EDITIONS), *theirs]


def maker(
    office: Office, choice: Choice, *, tint: Tint = Tint.WHITE, is_completed: bool = False
) -> Callable[[UUID], Form]:  # fmt: skip
    """Return what makes the form of one claim, to look at or print.

    Our own has the colours of `tint`, and can be `is_completed`: it ends in what the office did.
    """
    if isinstance(choice, UUID):
        return partial(office.partner_papers.form, form_id=choice)
    return partial(office.forms.form, edition=choice, tint=tint, is_completed=is_completed)


def writer(
    office: Office, choice: Choice, *, tint: Tint = Tint.WHITE, is_completed: bool = False
) -> Callable[..., Printed]:  # fmt: skip
    """Return what writes the forms of claims to a folder."""
    if isinstance(choice, UUID):
        return partial(office.partner_papers.to_folder, form_id=choice)
    return partial(office.forms.to_folder, edition=choice, tint=tint, is_completed=is_completed)


def use_of(choice: Choice, claim_ids: tuple[UUID, ...]) -> UseForm | None:
    """Return the request that notes what was printed; only a partner's form needs it noted."""
    return UseForm(choice, claim_ids) if isinstance(choice, UUID) and claim_ids else None
