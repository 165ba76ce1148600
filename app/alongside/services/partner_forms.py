"""Partners' own forms: added from a PDF, with the map of what goes where, corrected, withdrawn."""

import hashlib
import json
from dataclasses import asdict, dataclass
from pathlib import Path
from uuid import UUID

from alongside.domain.change import Change, Kind
from alongside.domain.errors import UserError
from alongside.domain.partner_guess import guess
from alongside.domain.partner_map import PartnerMap
from alongside.domain.partner_map_text import LONGEST, from_json, to_json
from alongside.domain.search import plain
from alongside.i18n import _, ngettext
from alongside.services.groups import partner_named
from alongside.services.partner_form_files import look_at, picture, read
from alongside.services.partner_form_rows import (
    PartnerFormDetails,
    PartnerFormRecord,
    PartnerFormRow,
    fetch,
    map_in,
    paper_in,
    row_of,
)
from alongside.store import partner_forms, receipts
from alongside.store.file import DataFile
from alongside.store.tables import PartnerForm
from alongside.store.work import Session, reading, work

_SETTINGS = frozenset({Kind.SETTINGS})


@dataclass(frozen=True, slots=True)
class AddPartnerForm:
    """Ask for the PDF at `file` to be kept as a form."""

    details: PartnerFormDetails
    file: Path


@dataclass(frozen=True, slots=True)
class CorrectPartnerForm:
    """Ask for the form `id` to be as `details` says."""

    id: UUID
    details: PartnerFormDetails


@dataclass(frozen=True, slots=True)
class KeepMap:
    """Ask for the map of the form `id` to be this one."""

    id: UUID
    mapped: PartnerMap


@dataclass(frozen=True, slots=True)
class SaveMap:
    """Ask for a map to be written to `file`, for others to use."""

    mapped: PartnerMap
    file: Path


class PartnerFormService:
    """List, add, correct and withdraw partners' forms, and keep their maps."""

    def __init__(self, store: DataFile) -> None:
        self._store = store

    def list_(self) -> list[PartnerFormRow]:
        """Return the forms that can be used, by name, the newest of a name first."""
        with reading(self._store) as session:
            return [row_of(form) for form in partner_forms.list_current(session)]

    def find(self, form_id: UUID) -> PartnerFormRecord:
        """Return a form. Raise UserError if it is gone."""
        with reading(self._store) as session:
            form = fetch(session, form_id)
            partner = form.partner.name if form.partner else ""
            details = PartnerFormDetails(form.name, partner, form.dated)
            paper, mapped = paper_in(form), map_in(form)
            return PartnerFormRecord(row_of(form), details, paper, mapped, form.used_on is not None)

    def picture(self, form_id: UUID, page: int) -> bytes:
        """Return a page of a form, counted from 1, as a PNG. Raise UserError if it is gone."""
        with reading(self._store) as session:
            form = fetch(session, form_id)
            name, data = form.file_name, receipts.content(session, form.sha256)
        return picture(data, name, page)

    def add(self, request: AddPartnerForm) -> Change:
        """Add a form with a first map, guessed from the names of its fields.

        Raise UserError, on the field, for what is missing, a form that is there already, or a file
        that cannot be filled; then nothing is kept.
        """
        name, data = request.file.name, read(request.file)
        paper = look_at(data, name)
        mapped = guess(paper.fields)
        sha256, today = hashlib.sha256(data).hexdigest(), self._store.now().date()
        with work(self._store) as w:
            form = PartnerForm(
                file_name=name, size=len(data), sha256=sha256, added_on=today,
                paper=json.dumps(asdict(paper), ensure_ascii=False), mapped=to_json(mapped),
            )  # fmt: skip
            with w.session.no_autoflush:
                _fill(w.session, form, request.details)
            receipts.keep(w.session, sha256, data)
            w.session.add(form)
            w.session.flush()
            words = _added(len(mapped.entries)).format(name=form.name, n=len(mapped.entries))
            return w.done(Change(words, _SETTINGS, form.id))

    def correct(self, request: CorrectPartnerForm) -> Change:
        """Correct a form; once used, a new one takes its place. Raise UserError as `add`."""
        with work(self._store) as w:
            form = self._to_change(w.session, request.id)
            with w.session.no_autoflush:
                _fill(w.session, form, request.details)
            w.session.flush()
            words = _("Form “{name}” corrected").format(name=form.name)
            return w.done(Change(words, _SETTINGS, form.id))

    def keep_map(self, request: KeepMap) -> Change:
        """Keep the map of a form; once it was used, a new form with this map takes its place."""
        with work(self._store) as w:
            form = self._to_change(w.session, request.id)
            form.mapped = to_json(request.mapped)
            w.session.flush()
            words = _("What goes where on “{name}” kept").format(name=form.name)
            return w.done(Change(words, _SETTINGS, form.id))

    def withdraw(self, form_id: UUID) -> Change:
        """Withdraw a form: it is not offered any more. Its file stays here."""
        with work(self._store) as w:
            form = fetch(w.session, form_id)
            form.withdrawn_on = self._store.now().date()
            return w.done(Change(_("Form “{name}” withdrawn").format(name=form.name), _SETTINGS))

    def guess(self, form_id: UUID) -> PartnerMap:
        """Return a map guessed from what the fields of a form are called."""
        return guess(self.find(form_id).paper.fields)

    def read_map(self, file: Path) -> PartnerMap:
        """Return the map that is in a file. Raise UserError on `file` for one that is none."""
        try:
            with file.open(encoding="utf-8") as opened:
                return from_json(opened.read(LONGEST + 1))
        except (OSError, ValueError):
            words = _("“{name}” could not be read.")
            raise UserError("file", words.format(name=file.name)) from None

    def save_map(self, request: SaveMap) -> Change:
        """Write a map to a file, which names nobody. Raise UserError if there is one already."""
        from alongside.documents import folder

        folder.check_free(request.file, "file")
        folder.write(request.file, to_json(request.mapped).encode())
        with work(self._store) as w:
            words = _("Map of a form saved as {file}").format(file=request.file.name)
            return w.note(Change(words, _SETTINGS))

    def _to_change(self, session: Session, form_id: UUID) -> PartnerForm:
        """Return the form itself, or once it was used a copy that takes its place."""
        form = fetch(session, form_id)
        if form.used_on is None:
            return form
        today = self._store.now().date()
        form.withdrawn_on = today
        copy = PartnerForm(
            name=form.name, partner_id=form.partner_id, dated=form.dated, size=form.size,
            file_name=form.file_name, sha256=form.sha256, paper=form.paper, mapped=form.mapped,
            added_on=today,
        )  # fmt: skip
        session.add(copy)
        session.flush()
        return copy


def _added(guessed: int) -> str:
    if not guessed:
        return _("Form “{name}” added. Nothing could be guessed: say what goes where")
    return ngettext("Form “{name}” added. {n} field was guessed: look it through",
                    "Form “{name}” added. {n} fields were guessed: look them through",
                    guessed)  # fmt: skip


def _fill(session: Session, form: PartnerForm, details: PartnerFormDetails) -> None:
    name = " ".join(details.name.split())
    if not name:
        raise UserError("name", _("Type what the form is called."))
    for other in partner_forms.list_current(session):
        is_same = plain(other.name) == plain(name) and other.dated == details.dated
        if is_same and other.id != form.id:
            words = _("There is a form called {name} with this date already.")
            raise UserError("name", words.format(name=name))
    form.name, form.dated = name, details.dated
    form.partner = partner_named(session, " ".join(details.partner.split()))
