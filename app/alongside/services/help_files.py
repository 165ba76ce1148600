"""Help to keep, print or send: all of it in one file, as a web page or as a tagged PDF."""

from dataclasses import dataclass
from pathlib import Path

from alongside.domain.errors import UserError
from alongside.i18n import _

WEB_PAGE, PDF = ".html", ".pdf"


@dataclass(frozen=True, slots=True)
class SaveHelp:
    """All of help in `file`, whose ending says as what: .html or .pdf.

    `keyboard` is the page of keys, as Markdown: only the screen knows its commands.
    """

    file: Path
    keyboard: str


@dataclass(frozen=True, slots=True)
class SavedHelp:
    """Where help is now, and that in words."""

    file: Path
    words: str


def save_help(request: SaveHelp) -> SavedHelp:
    """Write help to the file, in the place of what was there: all of it or nothing.

    Raise UserError for another ending, WorldError if the disk does not take the file.
    """
    ending = request.file.suffix.casefold()
    if ending not in (WEB_PAGE, PDF):
        raise UserError("file", _("Give the file a name that ends in .html or .pdf."))
    from alongside.documents import folder  # paper is loaded when it is needed
    from alongside.documents.help_book.book import read_book

    book = read_book({"keyboard": request.keyboard})
    if ending == PDF:
        from alongside.documents.help_book.paper import draw_book

        made = draw_book(book)
    else:
        from alongside.documents.help_book.web_page import web_page

        made = web_page(book).encode("utf-8")
    folder.write(request.file, made)
    return SavedHelp(request.file, _("Help saved as {file}").format(file=request.file))
