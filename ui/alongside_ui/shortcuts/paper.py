"""The keys of all commands on paper: large print, a table for each menu."""

from html import escape

from PySide6.QtGui import QFont, QTextDocument
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget

from alongside.i18n import _
from alongside_ui.actions import Section
from alongside_ui.announce import speak
from alongside_ui.theme import PRINT_POINTS
from alongside_ui.widgets.print_orders import PrintOrders
from alongside_ui.widgets.printer_dialog import ask_printer
from alongside_ui.window_actions import Actions


def print_keys(parent: QWidget, actions: Actions) -> None:
    """Ask for a printer, and print the list of keys there."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(_("Keys of Alongside"))
    ask_printer(
        parent, printer, lambda orders: _print(printer, actions, orders),
        remedy=_("The page “Keyboard” of help says the same keys."),
    )  # fmt: skip


def _print(printer: QPrinter, actions: Actions, orders: PrintOrders) -> None:
    if orders.last:
        printer.setPrintRange(QPrinter.PrintRange.PageRange)
        printer.setFromTo(orders.first, orders.last)
    page_of_keys(actions).print_(printer)
    speak(_("Printed the keys"))


def page_of_keys(actions: Actions) -> QTextDocument:
    """Return the list of keys as a document in large print, with headings and tables."""
    title = escape(_("Keys of Alongside"))
    parts = [f"<h1>{title}</h1>"]
    for section in Section:
        rows = [
            f"<tr><td>{escape(actions.keys_of(command.id))}</td>"
            f"<td>{escape(command.words.removesuffix('…'))}</td></tr>"
            for command in actions.commands.values()
            if command.section is section and actions.keys_of(command.id)
        ]
        parts.append(f"<h2>{escape(section.words)}</h2>")
        parts.append(f"<table width='100%' cellpadding='4'>{''.join(rows)}</table>")
    document = QTextDocument()
    font = QFont()
    font.setPointSizeF(PRINT_POINTS)
    document.setDefaultFont(font)
    document.setHtml("".join(parts))
    return document
