"""How paper is set: its sizes and margins, and words as runs in a line.

Fourteen points is large print's lower end, lines are ragged right and well apart, nothing is
grey and no line is thinner than a photocopier can carry.
"""

from dataclasses import replace

from alongside.documents.fonts import ASCENT, shaped_run, split_runs, width
from alongside.documents.scripts import cut
from alongside.domain.marks import Font, Lettering, Text

PAGE_WIDTH, PAGE_HEIGHT = 595.28, 841.89
LEFT, RIGHT = 54.0, PAGE_WIDTH - 54.0
TEXT, HEADING, TITLE = 14.0, 18.0, 22.0

FINE, STRONG = 0.75, 1.5

_LEADING = 1.43


def line_height(size: float) -> float:
    """Return the room that one line of letters of `size` takes, in points."""
    return size * _LEADING


def line(words: str, font: Font, size: float, x: float, top: float = 0.0) -> list[Lettering]:
    """Return `words` as runs from `x`, in a line whose upper edge is at `top`."""
    marks: list[Lettering] = []
    baseline = top + size * ASCENT
    for script, part in cut(words):
        if script:
            shaped = shaped_run(part, script, font)
            marks.append(replace(shaped, x=x, baseline=baseline, size=size,
                                 width=shaped.width * size))  # fmt: skip
            x += shaped.width * size
            continue
        for run_font, run in split_runs(part, font):
            marks.append(Text(x, baseline, run, run_font, size))
            x += width(run, run_font, size)
    return marks


def line_to_right(
    words: str, font: Font, size: float, right: float, top: float = 0.0
) -> list[Lettering]:
    """Return `words` as runs that end at `right`."""
    return line(words, font, size, right - width(words, font, size), top)
