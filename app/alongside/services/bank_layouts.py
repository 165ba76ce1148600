"""How each bank wants its file: layouts that come with Alongside, and those people make."""

from dataclasses import dataclass, replace
from uuid import UUID

from alongside.domain.bank_layout import Layout
from alongside.domain.bank_layout_text import from_json, to_json
from alongside.domain.bank_ready import ready_layouts
from alongside.domain.change import Change, Kind
from alongside.domain.errors import UserError
from alongside.i18n import _, ngettext
from alongside.store import bank_layouts
from alongside.store.file import DataFile
from alongside.store.tables import BankLayout
from alongside.store.work import Session, reading, work

_SETTINGS = frozenset({Kind.SETTINGS, Kind.PAYMENT})


@dataclass(frozen=True, slots=True)
class KeepLayout:
    """Ask for a layout to be kept: a new one, or in the place of `id`."""

    layout: Layout
    id: UUID | None = None


@dataclass(frozen=True, slots=True)
class LayoutRow:
    """A layout in a list; `id` is None for one that comes with Alongside."""

    id: UUID | None
    name: str
    layout: Layout
    words: str


class BankLayoutService:
    """List, keep and remove the layouts of bank files."""

    def __init__(self, store: DataFile) -> None:
        self._store = store

    def list_(self) -> list[LayoutRow]:
        """Return the organisation's own layouts, then those that come with Alongside."""
        with reading(self._store) as session:
            own = [_row(row.id, from_json(row.text)) for row in bank_layouts.list_all(session)]
        return [*own, *(_row(None, layout) for layout in ready_layouts())]

    def keep(self, request: KeepLayout) -> Change:
        """Keep a layout. Raise UserError on `layout` for a name that another one has."""
        layout = replace(request.layout, name=request.layout.name.strip())
        names = {each.name for each in ready_layouts()}
        with work(self._store) as w:
            same = bank_layouts.find_named(w.session, layout.name)
            if layout.name in names or (same is not None and same.id != request.id):
                words = _("There is a layout called “{name}” already. Choose another name.")
                raise UserError("layout", words.format(name=layout.name))
            row = _fetch(w.session, request.id) if request.id else BankLayout()
            row.name, row.text = layout.name, to_json(layout)
            w.session.add(row)
            words = _("Layout “{name}” kept").format(name=layout.name)
            return w.done(Change(words, _SETTINGS, row.id))

    def remove(self, layout_id: UUID) -> Change:
        """Remove a layout that the organisation made."""
        with work(self._store) as w:
            row = _fetch(w.session, layout_id)
            w.session.delete(row)
            return w.done(Change(_("Layout “{name}” removed").format(name=row.name), _SETTINGS))


def _fetch(session: Session, layout_id: UUID) -> BankLayout:
    row = bank_layouts.find(session, layout_id)
    if row is None:
        raise UserError("", _("That layout is no longer here."))
    return row


def _row(layout_id: UUID | None, layout: Layout) -> LayoutRow:
    words = ngettext("{n} column: {columns}", "{n} columns: {columns}", len(layout.columns))
    columns = ", ".join(column.words for column in layout.columns)
    return LayoutRow(
        layout_id, layout.name, layout, words.format(n=len(layout.columns), columns=columns)
    )
