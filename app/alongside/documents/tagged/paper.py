"""A tagged paper put together part by part, in letters as large as its reader wants them.

This is the look of large print: one thing under another, nothing in columns.
"""

from collections.abc import Sequence
from dataclasses import replace

from alongside.documents.parts import Table, Total
from alongside.documents.setting import STRONG, line_height
from alongside.documents.tagged.bands import MARGIN, Bands
from alongside.documents.tagged.ends import banner_marks
from alongside.documents.tagged.pages import Band
from alongside.documents.tagged.structure import Element
from alongside.documents.tagged.text import Field, Piece, Run, set_lines, whole_width
from alongside.domain.marks import Box, Picture
from alongside.i18n import _

GAP = 14.0
_SCALES = {1: 1.5, 2: 1.2, 3: 1.1}
_ABOVE = {1: 0.6, 2: 0.9, 3: 0.7}
"""How large a heading is, and the room above it, for each point of the text."""
_NARROW = 0.45
"""An amount stands beside its words where it leaves them more than this share of the line."""
TO_WRITE = 2.0
"""The room for writing by hand, for each point of the text."""
_FEW = 3
_COPIED = 1.7
"""How large letters are that people copy one by one, for each point of the text."""


class Paper(Bands):
    """Takes a paper part by part, then draws it (PDF/UA-1)."""

    def banner(self, words: str) -> None:
        """Add what is said at the head of every page, as the first page has it."""
        marks, high = banner_marks(words, self.size, MARGIN, self.room, self.bold)
        said = self.tree.root.inside("P")
        pieces = [Piece(mark, None if isinstance(mark, Box) else said) for mark in marks]
        self.bands.append(Band(high + self.size, pieces))

    def letterhead(self, organisation: str, address: str, logo: Picture | None, words: str) -> None:
        """Add whose paper it is, its logo above it; `words` say what that shows."""
        if logo:
            shown = self.tree.root.figure(words)
            self.bands.append(Band(logo.h + 4.0, [Piece(replace(logo, x=MARGIN), shown)]))
        start = len(self.bands)
        if organisation:
            self.paragraph(organisation, is_bold=True, is_kept=True)
            self.colour_from(start)
        if address:
            self.paragraph(address, is_kept=True)
        self.rule_of_letterhead()

    def heading(self, level: int, words: str) -> None:
        """Add a heading; what follows stays on its page."""
        size = self.size * _SCALES[level]
        self._about = words if level > 1 else ""
        runs = [self.run(words, self.tree.root.inside(f"H{level}"), self.bold)]
        above, start = self.size * _ABOVE[level], len(self.bands)
        for number, pieces in enumerate(set_lines(runs, size, MARGIN, self.room)):
            self.bands.append(Band(line_height(size), pieces, 0.0 if number else above, True))
        self.colour_from(start)

    def paragraph(self, words: str, *, is_bold: bool = False, is_kept: bool = False) -> None:
        """Add a sentence or some."""
        font = self.bold if is_bold else self.regular
        said = self.run(words, self.tree.root.inside("P"), font)
        self.lines([said], self.size * 0.5, is_kept=is_kept)

    def points(self, sentences: Sequence[str]) -> None:
        """Add a list of sentences; nothing if there are none."""
        whole = self.list_()
        for words in sentences:
            self.lines([self.run(words, item(whole))], self.size * 0.3)

    def facts(self, facts: Sequence[tuple[str, str]]) -> None:
        """Add a list of names and values."""
        whole = self.list_()
        for name, value in facts:
            body = item(whole)
            named = self.run(_("{name}:").format(name=name) + " ", body, self.bold)
            self.lines([named, self.run(value, body)], self.size * 0.2)

    def amounts(self, totals: Sequence[Total]) -> None:
        """Add a list of amounts, each after its words, at the end of their line; main ones bold.

        A main one stays with the line before it, and a few lines are never parted.
        """
        whole = self.list_()
        for number, each in enumerate(totals, 1):
            after = totals[number:]
            is_kept = bool(after) and (after[0].is_main or len(totals) <= _FEW)
            self._amount(each, item(whole), is_kept=is_kept)

    def entry(self, words: str, amount: str, details: Sequence[str], *, is_kept: bool) -> None:
        """Add one thing with what there is to say of it under it; as much as fits stays whole.

        One that `is_kept` stays with the next.
        """
        body = item(self.list_())
        said = [_("Amount: {amount}").format(amount=amount)] if amount else []
        under = [*said, *details]
        runs = [self.run(words, body, self.bold), *(self.run(each, body) for each in under)]
        for number, run in enumerate(runs, 1):
            lines = set_lines([run], self.size, MARGIN, self.room)
            above = self.size * (0.8 if number == 1 else 0.1)
            self.add(lines, above, is_kept=is_kept or number < len(runs), is_whole=True)

    def tick(self, words: str, *, is_kept: bool = False) -> None:
        """Add a sentence with an empty box before it; one that `is_kept` stays with the next."""
        box, start = self.size, MARGIN + self.size * 1.8
        element = self.tree.root.inside("P")
        lines = set_lines([self.run(words, element)], self.size, start, self.room + MARGIN - start)
        mark = Box(MARGIN, self.size * 0.2, box, box, STRONG)
        field = Field(words, element, is_tick=True)
        lines[0] = [Piece(mark, None, field=field), *lines[0]]
        self.add(lines, self.size * 0.6, is_kept=is_kept, is_whole=True)

    def blanks(self, labels: Sequence[str], *, is_kept: bool = False) -> None:
        """Add lines to write on, each under its label; what `is_kept` stays with the next."""
        for number, label in enumerate(labels, 1):
            element = self.tree.root.inside("P")
            self.lines([self.run(label, element)], self.size * 0.6, is_kept=True)
            down = self.size * TO_WRITE
            rule = self.to_write(label, element, MARGIN, self.room, down)
            holds = is_kept or number < len(labels)
            self.bands.append(Band(down + STRONG, [rule], is_kept=holds))

    def word(self, number: str, word: str, spelled: str) -> None:
        """Add a word to copy: large, its letters apart under it."""
        body = item(self.list_())
        large = self.size * _COPIED
        runs = [self.run(f"{number} ", body), self.run(word, body, self.bold)]
        for pieces in set_lines(runs, large, MARGIN, self.room):
            self.bands.append(Band(line_height(large), pieces, self.size * 0.4, True))
        self.lines([self.run(spelled, body)], 0.0)

    def table(self, table: Table) -> None:
        """Add rows one under another, each cell after the title of its column."""
        for row in table.titled():
            said = _("{name}: {value}")
            details = [said.format(name=title, value=cell) for title, cell in row.filled]
            self.entry(row.name, "", details, is_kept=bool(row.to_write))
            self._about = row.name
            if row.to_write:
                self.blanks(row.to_write)

    def _amount(self, each: Total, body: Element, *, is_kept: bool) -> None:
        font = self.bold if each.is_main else self.regular
        amount = Run(each.amount, self.bold, body)
        wide = whole_width([amount], self.size)
        words = self.run(_("{name}:").format(name=each.name) + " ", body, font)
        room = self.room - wide - GAP
        if room < self.room * _NARROW:
            self.lines([words, amount], self.size * 0.3, is_kept=is_kept)
            return
        lines = set_lines([words], self.size, MARGIN, room)
        at_end = set_lines([amount], self.size, MARGIN + self.room - wide, wide + 1.0)
        lines[-1] = [*lines[-1], *at_end[0]]
        self.add(lines, self.size * 0.3, is_kept=is_kept)


def item(whole: Element) -> Element:
    """Return the body of a new item of the list `whole`."""
    return whole.inside("LI").inside("LBody")
