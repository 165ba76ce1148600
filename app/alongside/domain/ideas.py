"""What Easy Read says on one line: one idea in a short sentence, and the picture beside it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Idea:
    """A short sentence. `picture` names one of resources/easy_read; "" has that of its part."""

    words: str
    picture: str = ""
    is_bold: bool = False
