"""What goes where on a partner's form: a list of its fields and places, and the page beside it."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from alongside.domain.errors import UserError
from alongside.domain.partner_map import MapEntry, PartnerMap
from alongside.i18n import _, ngettext
from alongside.services.partner_form_rows import PartnerFormRecord
from alongside.services.partner_forms import KeepMap
from alongside_ui.announce import speak
from alongside_ui.operations import Operations
from alongside_ui.settings.partner_map_files import ReadMapDialog, SaveMapDialog
from alongside_ui.settings.partner_map_rows import MapRow
from alongside_ui.settings.partner_page_view import Mark, PartnerPageView
from alongside_ui.settings.partner_place_dialog import PlaceDialog
from alongside_ui.theme import NARROW
from alongside_ui.widgets.dialog import FormDialog, Verb
from alongside_ui.widgets.picture_view import read_picture
from alongside_ui.widgets.rows import Column
from alongside_ui.widgets.table import Table


class PartnerMapDialog(FormDialog):
    """The map of a form: Enter on a row says what goes there; nothing is kept before Save."""

    help = "printing#what-goes-where"

    def __init__(self, operations: Operations, parent: QWidget, record: PartnerFormRecord) -> None:
        super().__init__(
            operations, parent, _("What goes where on {name}").format(name=record.row.name),
            _("Press Enter on a line to say what goes there. The numbers stand on the picture.")
            if record.paper.fields else
            _("This PDF has no fields. Add places: in the picture, arrow keys move the place that "
              "the list is on."),
        )  # fmt: skip
        self._record = record
        self._pictures: dict[int, QImage] = {}
        self.table: Table[MapRow] = Table(
            _("Fields and places"),
            [
                Column(_("What goes there"), lambda row: row.fact, lambda row: row.spoken,
                       is_whole=True),
                Column(_("Number"), lambda row: str(row.id), is_amount=True),
                Column(_("Field or place"), lambda row: row.name),
                Column(_("Kind"), lambda row: row.kind),
                Column(_("Page"), lambda row: str(row.page), is_amount=True),
            ],
            empty=_("No places yet. Add one with the button below."),
        )  # fmt: skip
        self.form.custom("mapped", _("Fields and places"), self.table, self._entries)
        self.form.tick("has_pounds", _("Amounts with the pound sign"),
                       value=record.mapped.has_pounds)  # fmt: skip
        self.view = PartnerPageView(_("The page as a picture"))
        self._add_view()
        for words, do in (
            (_("Change…"), self._change), (_("Add a place…"), self._add),
            (_("Take out"), self._take_out), (_("Read a map…"), self._read_map),
            (_("Save the map…"), self._save_map),
        ):  # fmt: skip
            self.add_button(words, do)
        self.table.opened.connect(lambda _row: self._change())
        self.table.moved.connect(self._show_page)
        self.view.moved.connect(self._move)
        self._set(record.mapped.entries)
        if self.table.rows.rows:
            self.table.land_on(1)

    def start(self) -> None:
        """Open, with the keyboard in the list and the page beside it."""
        super().start()
        self._show_page()

    def collect(self, values: dict[str, Any]) -> tuple[Verb, Any]:
        """Ask for the map to be kept."""
        mapped = PartnerMap(values["mapped"], values["has_pounds"])
        return self.operations.office.partner_forms.keep_map, KeepMap(self._record.row.id, mapped)

    def _add_view(self) -> None:
        letters = self.fontMetrics().averageCharWidth()
        is_wide = self.screen().availableSize().width() > 2 * NARROW * letters
        row = QHBoxLayout() if is_wide else QVBoxLayout()
        self.body.removeWidget(self.form)
        self.body.takeAt(self.body.count() - 1)  # the picture takes what room is left
        row.addWidget(self.form, 3)
        row.addWidget(self.view, 3)
        self.body.addLayout(row, 1)
        self.take_room(150, 40)

    def _entries(self) -> tuple[MapEntry, ...]:
        return tuple(row.entry for row in self.table.rows.rows if row.entry.fact)

    def _set(self, entries: Sequence[MapEntry]) -> int:
        """Show these entries; return how many are for fields that this PDF does not have."""
        by_field = {(each.field, each.state): each for each in entries if each.field}
        rows = []
        for field in self._record.paper.fields:
            usual = MapEntry(field=field.name, state=field.state, page=field.page)
            entry = by_field.pop((field.name, field.state), usual)
            rows.append(MapRow(len(rows) + 1, entry, field))
        places = [e for e in entries if not e.field and e.page <= len(self._record.paper.pages)]
        for place in places:
            rows.append(MapRow(len(rows) + 1, place, None))
        self.table.set_rows(rows)
        return len(by_field)

    def _put(self, number: int, entry: MapEntry) -> None:
        rows = [
            replace(row, entry=entry) if row.id == number else row for row in self.table.rows.rows
        ]
        self.table.set_rows(rows)
        self._show_page()

    def _change(self) -> None:
        row = self.table.current
        if row is None:
            return
        if not row.is_open:
            speak(_("Nothing can be put there: it is left to the person."))
            return
        then = partial(self._put, row.id)
        PlaceDialog(self.operations, self, row.entry, row.field, self._record.paper, then).start()

    def _add(self) -> None:
        current = self.table.current
        page = current.page if current else 1
        made = MapEntry(page=page, left=200, top=200, width=600)

        def put(entry: MapEntry) -> None:
            number = len(self.table.rows.rows) + 1
            self.table.set_rows([*self.table.rows.rows, MapRow(number, entry, None)])
            self.table.land_on(number)
            self.table.setFocus()
            self._show_page()

        PlaceDialog(self.operations, self, made, None, self._record.paper, put).start()

    def _take_out(self) -> None:
        row = self.table.current
        if row is None:
            return
        if row.field is None:
            left = [each for each in self.table.rows.rows if each.id != row.id]
            self.table.set_rows([replace(each, id=n) for n, each in enumerate(left, 1)])
        else:
            self._put(row.id, replace(row.entry, fact="", text=""))
        self._show_page()
        self.table.setFocus()

    def _move(self, right: int, down: int) -> None:
        """Move the place that the list is on, and say where it is."""
        row = self.table.current
        if row is None or row.field is not None:
            speak(_("Fields stay where they are. Only places can be moved."))
            return
        size = self._record.paper.pages[row.page - 1]
        left = min(max(0, row.entry.left + right), size.width - 10)
        top = min(max(0, row.entry.top + down), size.height - 10)
        moved = replace(row.entry, left=left, top=top)
        self._put(row.id, moved)
        speak(moved.place_words)

    def _read_map(self) -> None:
        ReadMapDialog(self.operations, self, self._take_map).start()

    def _take_map(self, mapped: PartnerMap) -> None:
        lost = self._set(mapped.entries)
        self.form["has_pounds"].setChecked(mapped.has_pounds)
        self._show_page()
        words = _("The map is read. Look it through, then save.")
        if lost:
            words = ngettext(
                "The map is read. {n} field of it is not on this PDF.",
                "The map is read. {n} fields of it are not on this PDF.", lost,
            )  # fmt: skip
        self.operations.say(words.format(n=lost))
        self.table.setFocus()

    def _save_map(self) -> None:
        mapped = PartnerMap(self._entries(), self.form["has_pounds"].isChecked())
        SaveMapDialog(self.operations, self, mapped).start()

    def _show_page(self) -> None:
        """Show the page that the list is on, drawn once, with its marks."""
        row = self.table.current
        page = row.page if row else 1
        if page in self._pictures:
            self._paint(page)
            return
        ask = partial(self.operations.office.partner_forms.picture, self._record.row.id)

        def show(picture: bytes) -> None:
            self._pictures[page] = read_picture(picture)
            self._paint(page)

        self.operations.run(ask, page, then=show, failed=lambda error: self.show_problems(
            [UserError("mapped", error.words)]))  # fmt: skip

    def _paint(self, page: int) -> None:
        current = self.table.current
        marks = [
            Mark(row.id, row.fact if row.entry.fact else "", row.field or row.entry,
                 is_current=row is current)
            for row in self.table.rows.rows if row.page == page
        ]  # fmt: skip
        paper = self._record.paper
        self.view.show_page(self._pictures[page], paper.pages[page - 1], marks)
        where = _("page {page} of {of}").format(page=page, of=len(paper.pages))
        self.view.say_which(where if current is None else f"{where}. {current.spoken}")
