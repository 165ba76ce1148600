"""What is wrong with a policy, for those who see its file and for those who see its form."""

from collections.abc import Sequence

from alongside.domain.errors import UserError


class PolicyError(UserError):
    """A UserError on `file` that also tells where it is.

    `at` are the tables it is about, each as its kind and its number among them, `key` is the key of
    it, and `bare` are the words without the place.
    """

    def __init__(
        self, words: str, at: Sequence[tuple[str, int]] = (), key: str = "", bare: str = ""
    ) -> None:
        super().__init__("file", words, "policies")
        self.at = tuple(at)
        self.key = key
        self.bare = bare or words
