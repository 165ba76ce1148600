"""Which style a paper has: the organisation's, in the font of the person whom it is for."""

from alongside.domain.paper_style import PLAIN, PaperStyle
from alongside.domain.tints import BLACK
from alongside.store.tables import Organisation, Person


def style_of(organisation: Organisation | None, person: Person | None = None) -> PaperStyle:
    """Return the style of a paper for `person`, or for the office if there is none.

    A font that somebody chose for themselves counts before the organisation's usual one.
    """
    own = person.paper_font if person else None
    if organisation is None:
        return PaperStyle(font=own) if own else PLAIN
    # One that stands in for none was never kept, and so has no colour yet.
    return PaperStyle(own or organisation.paper_font, organisation.colour or BLACK)
