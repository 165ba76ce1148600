"""Claims on a partner's own form: what does not fit, the filled forms, as pages and as files."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from alongside.domain.change import Change, Kind
from alongside.domain.errors import AlongsideError, UserError, WorldError
from alongside.domain.partner_map import (
    Filling,
    PartnerMap,
    PartnerPaper,
    fillings,
    what_does_not_fit,
)
from alongside.domain.sheets import ClaimSheet
from alongside.i18n import _, ngettext
from alongside.services.form_rows import Form, Printed
from alongside.services.forms import FormService
from alongside.services.partner_form_rows import fetch, map_in, paper_in
from alongside.store import receipts
from alongside.store.file import DataFile
from alongside.store.work import reading, work

_FORMS = frozenset({Kind.SETTINGS, Kind.FILE})


@dataclass(frozen=True, slots=True)
class UseForm:
    """Ask for it to be noted that the form `form_id` was filled for these claims, on paper."""

    form_id: UUID
    claim_ids: tuple[UUID, ...]


@dataclass(frozen=True, slots=True)
class _Template:
    """A form read from the file once, to be filled for many."""

    name: str
    file_name: str
    data: bytes
    paper: PartnerPaper
    mapped: PartnerMap


class PartnerPaperService:
    """Fill partners' forms. Printing changes no claim; the first time, the form becomes fixed."""

    def __init__(self, store: DataFile) -> None:
        self._store = store
        self._sheets = FormService(store)

    def check(self, form_id: UUID, claim_ids: Sequence[UUID]) -> list[str]:
        """Return a sentence for each person and part whose lines have no room on the form.

        Raise UserError, naming the person and the fact, for what cannot be put there at all.
        """
        template = self._template(form_id)
        found = []
        for claim_id in claim_ids:
            sheet = self._sheets.sheet(claim_id)
            _fill(template, sheet)
            found += what_does_not_fit(sheet, template.mapped)
        return found

    def form(self, claim_id: UUID, form_id: UUID) -> Form:
        """Return one filled form as pages and as words. Raise UserError as `check`."""
        from alongside.documents.foreign.faults import BadPdfError
        from alongside.documents.partner import faults, paper

        template, sheet = self._template(form_id), self._sheets.sheet(claim_id)
        try:
            pages = paper.pages_of(_fill(template, sheet), template.paper.pages)
        except BadPdfError as error:
            raise faults.error_of(error.fault, template.file_name) from None
        said = [_say(each) for each in fillings(sheet, template.mapped)]
        words = "\n".join([template.name, *(line for line in said if line)])
        return Form(sheet.number, sheet.person, pages, words)

    def to_folder(
        self,
        claim_ids: Sequence[UUID],
        folder: Path,
        progress: Callable[[int, int, str], None] = lambda *_: None,
        is_cancelled: Callable[[], bool] = lambda: False,
        *,
        form_id: UUID,
    ) -> Printed:
        """Write a filled form for each claim to `folder`, made if need be. Fields stay fields.

        `progress` hears how many of how many are done, and the last form's number. Raise UserError
        as `check`, WorldError when the disk will not take a form; those written before stay.
        """
        from alongside.documents import folder as files

        template = self._template(form_id)
        files.make(folder)
        written: list[Path] = []
        done: list[UUID] = []
        try:
            for number, claim_id in enumerate(claim_ids, 1):
                if is_cancelled():
                    break
                sheet = self._sheets.sheet(claim_id)
                place = folder / files.pdf_name(_file_name(sheet, template))
                files.write(place, _fill(template, sheet))
                written.append(place)
                done.append(claim_id)
                progress(number, len(claim_ids), sheet.number)
        except AlongsideError:
            with suppress(WorldError):  # what stopped the forms is what has to be said
                self._note(form_id, done, str(folder))
            raise
        return Printed(written, len(claim_ids), self._note(form_id, done, str(folder)))

    def record_use(self, request: UseForm) -> Change:
        """Note that a form was filled for claims and printed. From the first time it is fixed."""
        change = self._note(request.form_id, request.claim_ids, "")
        assert change is not None
        return change

    def _note(self, form_id: UUID, claims: Sequence[UUID], folder: str) -> Change | None:
        """Leave a line that says what was filled; the first one fixes the form, for good.

        That is a barrier: what is in people’s hands cannot be undone.
        """
        if not claims:
            return None
        with work(self._store) as w:
            form = fetch(w.session, form_id)
            words = ngettext("Form “{name}” filled for {n} claim",
                             "Form “{name}” filled for {n} claims", len(claims))  # fmt: skip
            said = words.format(name=form.name, n=len(claims))
            if folder:
                said = _("{words}, in the folder {folder}").format(words=said, folder=folder)
            change = Change(said, _FORMS)
            if form.used_on is not None:
                return w.note(change)
            form.used_on = self._store.now().date()
            return w.done(change, is_barrier=True)

    def _template(self, form_id: UUID) -> _Template:
        with reading(self._store) as session:
            form = fetch(session, form_id)
            data = receipts.content(session, form.sha256)
            return _Template(form.name, form.file_name, data, paper_in(form), map_in(form))


def _fill(template: _Template, sheet: ClaimSheet) -> bytes:
    from alongside.documents.partner.filling import fill

    if not template.mapped.entries:
        words = _("Nothing is put on “{name}” yet. In Settings, say what goes where on it.")
        raise UserError("form_id", words.format(name=template.name))
    filled = fillings(sheet, template.mapped)
    return fill(template.data, filled, sheet.person, is_draft=sheet.is_draft)


def _file_name(sheet: ClaimSheet, template: _Template) -> str:
    """Return a name that tells claim and form. It names nobody: folders are looked over."""
    return _("Claim {number}, {form}").format(number=sheet.number, form=template.name)


def _say(filling: Filling) -> str:
    """Return a line that says what goes where, or "" if nothing goes there."""
    if isinstance(filling.value, bool):
        return _("{fact}: ticked").format(fact=filling.words) if filling.value else ""
    if not filling.value:
        return ""
    # translators: what something on a form is, and what is written there
    return _("{fact}: {value}").format(fact=filling.words, value=filling.value)
