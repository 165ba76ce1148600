"""Asks which printer, which pages, how many copies, on which sides: with plain fields only.

Qt's own dialog on Linux has fields that say no name to a screen reader, and a tree of settings.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget

from alongside.domain.errors import UserError, WorldError
from alongside.i18n import _
from alongside_ui import errors
from alongside_ui.widgets.dialog import Dialog
from alongside_ui.widgets.fields import Fields
from alongside_ui.widgets.form import Problems
from alongside_ui.widgets.print_orders import (
    PrintChoice,
    PrinterFacts,
    PrintOrders,
    Sides,
    decide,
)
from alongside_ui.widgets.printer import facts_of, known_printers, tell

_ALL, _SOME = "all", "some"
_RANGE = ("first", "last")

Then = Callable[[PrintOrders], object]


class PrinterDialog(Dialog):
    """The fields; what was chosen is told to `printer`, then `then` hears of it."""

    help = "printing#choose-the-printer"

    def __init__(
        self, parent: QWidget | None, printer: QPrinter, then: Then, names: Sequence[str],
        facts: Callable[[str], PrinterFacts], *, is_wide: bool = False,
        has_pages: bool = True,
    ) -> None:  # fmt: skip
        super().__init__(parent, _("Printer"))
        self._printer, self._then, self._facts, self._is_wide = printer, then, facts, is_wide
        self.form = Fields(letters=self.letters)
        self.body.addWidget(self.form)
        self.body.addStretch(1)
        box = self.form.choice("printer", _("Printer"), [(name, name) for name in names])
        pages = [(_ALL, _("all pages")), (_SOME, _("only some"))]
        choice = self.form.choice("pages", _("Pages"), pages)
        needed = _("Type a number.")
        self.form.whole("first", _("From page"), 1, _("Of each paper"), is_wanted=needed)
        self.form.whole("last", _("To page"), 1, "", is_wanted=needed)
        self.form.whole("copies", _("Copies"), 1, "", is_wanted=needed)
        self.form.tick("both_sides", _("Print on both sides"))
        self.add_button(_("Print"), self._print, is_main=True)
        self.add_button(_("The system’s own settings…"), self._ask_system)
        self.add_button(_("Cancel"), self.reject)
        if not has_pages:
            self.form.show_only(among=("pages",))
        box.currentIndexChanged.connect(self._show_what_matters)
        choice.currentIndexChanged.connect(self._show_what_matters)
        self._show_what_matters()

    def start(self) -> None:
        """Open with the keyboard on the printer."""
        self.form["printer"].setFocus()
        self.open()

    def _show_what_matters(self) -> None:
        is_some = self.form["pages"].currentIndex() == 1
        self.form.show_only(*(_RANGE if is_some else ()), among=_RANGE)
        can_both = self._facts(self.form["printer"].currentText()).does_both_sides
        self.form.show_only(*(("both_sides",) if can_both else ()), among=("both_sides",))

    def _orders(self) -> PrintOrders | None:
        """Return what was chosen, or None, having said what is wrong with it."""
        self.form.clear_problems()
        try:
            values = self.form.values()
            choice = PrintChoice(
                values["copies"], values.get("first", 1), values.get("last", 0),
                is_both_sides=values.get("both_sides", False),
            )  # fmt: skip
            if values.get("pages") == _SOME and not choice.last:
                raise UserError("last", _("The first page is page 1."))
            return decide(choice, self._facts(values["printer"]), is_wide=self._is_wide)
        except Problems as problems:
            found = problems.errors
        except UserError as error:
            found = [error]
        self.form.show_problems(found)
        self.see(self.focusWidget())
        return None

    def _print(self) -> None:
        orders = self._orders()
        if orders is not None:
            tell(self._printer, orders)
            self.accept()
            self._then(orders)

    def _ask_system(self) -> None:
        """Let the system ask for what only it knows of: trays, kinds of paper."""
        orders = self._orders()
        if orders is None:
            return
        tell(self._printer, orders)
        dialog = QPrintDialog(self._printer, self)
        dialog.setOption(QAbstractPrintDialog.PrintDialogOption.PrintPageRange, False)
        dialog.setWindowTitle(_("Printer"))
        dialog.accepted.connect(lambda: self._as_system_says(orders))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _as_system_says(self, orders: PrintOrders) -> None:
        duplex = self._printer.duplex()
        is_one = duplex is QPrinter.DuplexMode.DuplexNone
        self.accept()
        self._then(replace(
            orders, printer=self._printer.printerName(), copies=self._printer.copyCount(),
            sides=Sides.ONE if is_one else Sides.LONG_EDGE,
        ))  # fmt: skip


def ask_printer(
    parent: QWidget | None, printer: QPrinter, then: Then, *, remedy: str = "",
    is_wide: bool = False, has_pages: bool = True,
) -> None:  # fmt: skip
    """Ask which printer; `remedy` says what else can be done where the system knows of none."""
    names = known_printers()
    if not names:
        errors.show(no_printer(remedy), parent)
        return
    PrinterDialog(
        parent, printer, then, names, facts_of, is_wide=is_wide, has_pages=has_pages
    ).start()


def no_printer(remedy: str) -> WorldError:
    """Return the sentence for a computer that knows no printer."""
    return WorldError(_("This computer knows of no printer."), remedy)
