"""What cannot be put on a partner's form, in a sentence that names the person and the fact."""

from alongside.domain.errors import UserError
from alongside.domain.partner_map import LEAST_LETTERS, Filling
from alongside.i18n import _


def too_wide(filling: Filling, whose: str) -> UserError:
    """Return the refusal of what does not fit into its place."""
    words = _("{person}: “{value}” is too long for its place on the form, even in {n} point "
              "({fact}).")  # fmt: skip
    return _refusal(words, filling, whose, LEAST_LETTERS)


def too_long(filling: Filling, whose: str, most: int) -> UserError:
    """Return the refusal of what has more letters than a field takes."""
    words = _("{person}: “{value}” has more than the {n} letters that its field takes ({fact}).")
    return _refusal(words, filling, whose, most)


def no_such_option(filling: Filling, whose: str) -> UserError:
    """Return the refusal of what is none of the options of a choice."""
    words = _("{person}: “{value}” is none of the options of its field ({fact}).")
    return _refusal(words, filling, whose, 0)


def _refusal(words: str, filling: Filling, whose: str, n: int) -> UserError:
    said = words.format(person=whose, value=filling.value, n=n, fact=filling.words)
    return UserError("", said, "printing#what-does-not-fit")
