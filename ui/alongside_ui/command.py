"""What a command is: its words, its menu, its keys, its help, and its easy words."""

from dataclasses import dataclass
from enum import StrEnum

from alongside.i18n import _


class Section(StrEnum):
    """A menu, in the order of the menu bar."""

    FILE = "file"
    EDIT = "edit"
    GO = "go"
    MEETING = "meeting"
    REGISTER = "register"
    CLAIM = "claim"
    PAYMENT = "payment"
    VIEW = "view"
    HELP = "help"

    @property
    def words(self) -> str:
        """The menu's title."""
        return {
            Section.FILE: _("File"),
            Section.EDIT: _("Edit"),
            Section.GO: _("Go"),
            Section.MEETING: _("Meeting"),
            Section.REGISTER: _("Register"),
            Section.CLAIM: _("Claim"),
            Section.PAYMENT: _("Payment"),
            Section.VIEW: _("View"),
            Section.HELP: _("Help"),
        }[self]


@dataclass(frozen=True, slots=True)
class Easy:
    """Short everyday words for something, and the picture beside them: icons/`icon`.svg.

    Words of few letters, as people say them; one idea. Who chose easy words meets them instead of
    the usual ones, in menus, on buttons and aloud.
    """

    words: str
    icon: str = ""


@dataclass(frozen=True, slots=True)
class Command:
    """One command. `help` is a page of help, with an anchor after # where one fits.

    `is_local` commands have a single key, which counts only while their list has the focus.
    `says` are other words that people would type for it; `also` are keys beside the main one.
    `easy` are the words of those who chose easy words; without them the usual ones are easy.
    """

    id: str
    words: str
    section: Section
    shortcut: str = ""
    help: str = "index"
    is_local: bool = False
    says: str = ""
    also: tuple[str, ...] = ()
    easy: Easy | None = None
