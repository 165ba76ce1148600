"""Claim forms as they are given: ready to look at, printed to a folder, with a list on top."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from alongside.domain.change import Change
from alongside.domain.marks import PageMarks


@dataclass(frozen=True, slots=True)
class Printed:
    """What printing to a folder did. `is_whole` is false if it was stopped on the way.

    `left_out` says of each form that could not be made why. `cover` is the list on top, if one
    was asked for. `change` is its line in the history, if any form was written.
    """

    files: Sequence[Path]
    wanted: int
    change: Change | None = None
    left_out: Sequence[str] = ()
    cover: Path | None = None

    @property
    def is_whole(self) -> bool:
        """Whether it came to the end: nobody stopped it on the way."""
        return len(self.files) + len(self.left_out) == self.wanted


@dataclass(frozen=True, slots=True)
class Cover:
    """The list on top of many forms, as pages; and which of them can be made, by name."""

    pages: Sequence[PageMarks]
    claim_ids: Sequence[UUID]
    left_out: Sequence[str]


@dataclass(frozen=True, slots=True)
class Form:
    """A form ready to look at: its pages as marks, and the same in words.

    `page_words` are those of each page by itself.
    """

    number: str
    person: str
    pages: Sequence[PageMarks]
    words: str
    page_words: Sequence[str] = ()
