"""What can go wrong, by what a person can do about it: put it right, or wait for the world."""

from collections.abc import Sequence
from typing import ClassVar


class AlongsideError(Exception):
    """Something a person may read. `words` is one plain sentence; `help` names a help page."""

    def __init__(self, words: str, help: str = "") -> None:  # noqa: A002  the house word
        super().__init__(words)
        self.words = words
        self.help = help


class UserError(AlongsideError):
    """Something typed that can be put right. `field` names the request's attribute that is wrong.

    An empty `field` means the whole request, not one entry in it.
    """

    def __init__(self, field: str, words: str, help: str = "") -> None:  # noqa: A002
        super().__init__(words, help)
        self.field = field


class ChangedMeanwhileError(AlongsideError):
    """Somebody changed what a person was working on, who has not seen it; nothing was saved.

    `theirs` and `yours` are what both changed, a sentence for each thing.
    """

    def __init__(self, who: str, words: str, theirs: Sequence[str], yours: Sequence[str]) -> None:
        super().__init__(words)
        self.who = who
        self.theirs = tuple(theirs)
        self.yours = tuple(yours)


class WorldError(AlongsideError):
    """The world got in the way: no room on disk, a locked file, a closed keyring.

    Raised at the boundary where it is met, with `remedy` saying what to try. `can_be_rescued` tells
    that the open file still has everything that was saved, and will not have it for long.
    """

    can_be_rescued: ClassVar[bool] = False

    def __init__(self, words: str, remedy: str = "", help: str = "") -> None:  # noqa: A002
        super().__init__(words, help)
        self.remedy = remedy


class SavesLostError(WorldError):
    """The data file lacks saves that this computer saw kept; whoever knows may open it as it is."""
