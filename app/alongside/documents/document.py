"""A paper that is finished, part by part, before anybody asks in which edition it is wanted."""

from dataclasses import dataclass

from alongside.documents.parts import Part
from alongside.domain.paper_style import PLAIN, PaperStyle
from alongside.i18n import ENGLISH


@dataclass(frozen=True, slots=True)
class Document:
    """One paper: every edition is made from this, so all of them say the same in one order.

    `title` and `subject` are those of the file, `organisation` is who it is from. `banner` is said
    at the head of every page, `running` are the two ends of a later page's first line, `foot` says
    at the foot of each which paper it is. `language` is the code of its words' own. `is_wide` has
    the long side of its pages across. `style` is what it looks like, in every edition that shows.
    """

    title: str
    organisation: str
    parts: tuple[Part, ...]
    foot: str
    subject: str = ""
    running: tuple[str, str] = ("", "")
    banner: str = ""
    language: str = ENGLISH
    is_wide: bool = False
    style: PaperStyle = PLAIN
