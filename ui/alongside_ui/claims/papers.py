"""Which form claims are printed on, and how: ours, in one of its editions, or a partner's own."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from uuid import UUID

from alongside.domain.people import Format
from alongside.i18n import _
from alongside.office import Office
from alongside.services.form_rows import Form, Printed
from alongside.services.looks import USUAL_FORM, FormLook
from alongside.services.partner_papers import UseForm

Choice = Format | UUID | None
"""An edition of ours, None for each person's own, or the id of a partner's form."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """On which paper forms are wanted: ours with this `look`, or the partner's form `form_id`.

    A partner's form has nothing after it and no list on top.
    """

    look: FormLook = USUAL_FORM
    form_id: UUID | None = None


def choices_of_theirs(office: Office) -> list[tuple[UUID, str]]:
    """Return the partners' forms that can be chosen, each with its words."""
    words = _("partner’s form: {name}, {day}")
    found = office.partner_forms.list_()
    return [(row.id, words.format(name=row.name, day=row.dated)) for row in found]


def wanted(choice: Choice, look: FormLook) -> Wanted:
    """Return what was chosen; what is chosen besides holds for our own forms."""
    if isinstance(choice, UUID):
        return Wanted(form_id=choice)
    return Wanted(replace(look, edition=choice))


def maker(office: Office, asked: Wanted) -> Callable[[UUID], Form]:
    """Return what makes the form of one claim, to look at or print."""
    if asked.form_id:
        return partial(office.partner_papers.form, form_id=asked.form_id)
    return partial(office.forms.form, look=asked.look)


def writer(office: Office, asked: Wanted) -> Callable[..., Printed]:
    """Return what writes the forms of claims to a folder."""
    if asked.form_id:
        return partial(office.partner_papers.to_folder, form_id=asked.form_id)
    return partial(office.forms.to_folder, look=asked.look)


def use_of(form_id: UUID | None, claim_ids: tuple[UUID, ...]) -> UseForm | None:
    """Return the request that notes what was printed; only a partner's form needs it noted."""
    return UseForm(form_id, claim_ids) if form_id and claim_ids else None
