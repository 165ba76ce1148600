"""Partners' own forms as lists and dialogs show them."""

import json
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from alongside.domain.dates import say_date
from alongside.domain.errors import UserError
from alongside.domain.partner_map import PartnerMap, PartnerPaper, paper_of
from alongside.domain.partner_map_text import from_json
from alongside.i18n import _, ngettext
from alongside.store import partner_forms
from alongside.store.tables import PartnerForm
from alongside.store.work import Session


@dataclass(frozen=True, slots=True)
class PartnerFormDetails:
    """What a form is called, whose it is, and the date that stands on it."""

    name: str
    partner: str
    dated: date


@dataclass(frozen=True, slots=True)
class PartnerFormRow:
    """A form in a list. `paper` and `mapped` say in words what it has, and what is filled in."""

    id: UUID
    name: str
    partner: str
    dated: str
    paper: str
    mapped: str


@dataclass(frozen=True, slots=True)
class PartnerFormRecord:
    """A form with its pages, fields and map. Once it was used, a change makes a new one."""

    row: PartnerFormRow
    details: PartnerFormDetails
    paper: PartnerPaper
    mapped: PartnerMap
    is_used: bool


def fetch(session: Session, form_id: UUID) -> PartnerForm:
    """Return the form, or raise UserError if it is no longer there."""
    form = partner_forms.find(session, form_id)
    if form is None:
        raise UserError("", _("That form is no longer here."))
    return form


def paper_in(form: PartnerForm) -> PartnerPaper:
    """Return the pages and fields of a form."""
    return paper_of(json.loads(form.paper))


def map_in(form: PartnerForm) -> PartnerMap:
    """Return the map of a form."""
    return from_json(form.mapped)


def row_of(form: PartnerForm) -> PartnerFormRow:
    """Return a form as a row."""
    fields = [each for each in paper_in(form).fields if each.kind.takes_facts]
    paper = ngettext("{n} field to fill", "{n} fields to fill", len(fields)).format(n=len(fields))
    n = len(map_in(form).entries)
    mapped = ngettext("{n} is filled in", "{n} are filled in", n).format(n=n)
    partner = form.partner.name if form.partner else ""
    return PartnerFormRow(
        form.id, form.name, partner, say_date(form.dated),
        paper if fields else _("no fields, places instead"), mapped,
    )  # fmt: skip
