"""What everybody may know of a meeting on paper, each fact with its picture for Easy Read."""

from collections.abc import Iterable, Iterator

from alongside.documents.parts import Named
from alongside.domain.sheets import Fact
from alongside.i18n import _


def with_pictures(facts: Iterable[Fact]) -> Iterator[Named]:
    """Yield `facts` as names and values; those that a meeting has know their picture."""
    pictures = {
        _("Group"): "group", _("Groups"): "group", _("Meeting"): "register", _("Day"): "date",
        _("Time"): "time", _("Place"): "place",
    }  # fmt: skip
    for fact in facts:
        yield Named(fact.name, fact.value, pictures.get(fact.name, ""))
