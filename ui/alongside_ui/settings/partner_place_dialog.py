"""One field or place of a partner's form: which fact goes there, and for a place, where it is."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QWidget

from alongside.domain.errors import UserError
from alongside.domain.partner_facts import FIXED, MOST_LINES, facts
from alongside.domain.partner_map import (
    LEAST_LETTERS,
    MOST_LETTERS,
    FieldKind,
    MapEntry,
    PartnerPaper,
    PdfField,
    parse_length,
    say_length,
)
from alongside.i18n import _
from alongside_ui.operations import Operations
from alongside_ui.widgets.dialog import FormDialog, Verb


class PlaceDialog(FormDialog):
    """What goes there. Nothing is kept before the whole map is."""

    help = "printing#what-goes-where"

    def __init__(
        self, operations: Operations, parent: QWidget, entry: MapEntry, field: PdfField | None,
        paper: PartnerPaper, then: Callable[[MapEntry], object],
    ) -> None:  # fmt: skip
        title = (field.hint or field.name) if field else _("Place")
        super().__init__(operations, parent, title, save_words=_("Use it"))
        self._entry, self._field, self._paper, self._then = entry, field, paper, then
        self._facts = _facts_for(field)
        form = self.form
        box = form.choice("fact", _("What goes there"), self._facts, entry.fact,
                          _("Type the first letters to find it"))  # fmt: skip
        form.whole("number", _("Which one"), entry.number,
                   _("1 for the first, 2 for the second"),
                   is_wanted=_("Type a number, like 1."))  # fmt: skip
        form.text("text", _("The words"), entry.text, _("Needed. The same on every form"))
        if field is None:
            self._add_where(entry)
        box.currentIndexChanged.connect(self._show_what_matters)
        self._show_what_matters()

    def collect(self, values: dict[str, Any]) -> tuple[Verb, Any]:
        """Give the entry back as it is; what no map may have is refused here."""
        entry = replace(self._entry, **{"text": "", "number": 1} | values)
        if self._field is None and not entry.fact:
            raise UserError("fact", _("Choose what goes there."))
        if entry.fact == FIXED and not entry.text.strip():
            raise UserError("text", _("Type the words."))
        if not 1 <= entry.number <= MOST_LINES:
            words = _("Type a number from 1 to {most}.")
            raise UserError("number", words.format(most=MOST_LINES))
        if self._field is None:
            self._check_where(entry)
        return (lambda made: made), entry

    def saved(self, result: MapEntry) -> None:
        """Put it into the map, and close."""
        super().saved(result)
        self._then(result)

    def _add_where(self, entry: MapEntry) -> None:
        form, wanted = self.form, _("Type a number, like 40.")
        form.whole("page", _("Page"), entry.page, "", is_wanted=wanted)
        for name, label, value in (
            ("left", _("From the left"), entry.left), ("top", _("From the top"), entry.top),
            ("width", _("Width"), entry.width),
        ):  # fmt: skip
            form.parsed(name, label, say_length(value), parse_length,
                        _("Millimetres, like 40 or 40.5"), is_wanted=wanted)  # fmt: skip
        form.whole("letters", _("Size of the letters"), entry.letters,
                   _("Points. What is too wide is made smaller, down to {least}").format(
                       least=LEAST_LETTERS), is_wanted=wanted)  # fmt: skip

    def _check_where(self, entry: MapEntry) -> None:
        pages = self._paper.pages
        if not 1 <= entry.page <= len(pages):
            words = _("Type a page from 1 to {most}.")
            raise UserError("page", words.format(most=len(pages)))
        size = pages[entry.page - 1]
        for name, value, most in (
            ("left", entry.left, size.width), ("top", entry.top, size.height),
            ("width", entry.left + entry.width, size.width),
        ):  # fmt: skip
            if value > most:
                words = _("That is off the page, which is {width} mm wide and {height} mm high.")
                raise UserError(name, words.format(
                    width=say_length(size.width), height=say_length(size.height)))  # fmt: skip
        if not LEAST_LETTERS <= entry.letters <= MOST_LETTERS:
            words = _("Type a size from {least} to {most}.")
            raise UserError("letters", words.format(least=LEAST_LETTERS, most=MOST_LETTERS))

    def _show_what_matters(self) -> None:
        key = self._facts[self.form["fact"].currentIndex()][0]
        shown = []
        if key and facts()[key].part:
            shown.append("number")
        if key == FIXED:
            shown.append("text")
        self.form.show_only(*shown, among=("number", "text"))


def _facts_for(field: PdfField | None) -> list[tuple[str, str]]:
    """Return the facts that can go there, in words: ticks into boxes, all else into text."""
    if field is None:
        wanted = list(facts().values())
    else:
        is_box = field.kind is FieldKind.TICK
        wanted = [fact for fact in facts().values() if fact.is_tick is is_box]
    return [("", _("nothing")), *((fact.key, fact.words) for fact in wanted)]
