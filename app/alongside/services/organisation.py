"""The organisation whose data file this is: who it is, and whom to ask for help with claims."""

import calendar
import re
from dataclasses import dataclass, field, replace

from alongside.domain.change import Change, Kind
from alongside.domain.errors import UserError
from alongside.domain.money import NOTHING, Money
from alongside.domain.paper_style import PaperFont, parse_colour
from alongside.domain.tints import BLACK
from alongside.i18n import _
from alongside.store import organisation
from alongside.store.file import DataFile
from alongside.store.tables import Organisation
from alongside.store.work import reading, work

LARGEST_LOGO = 2_000_000
"""Bytes. A picture from a phone is more; a logo for the head of a form need not be."""

MOST_DOTS = 25_000_000
"""Dots of a picture once unpacked: a small file can hide one that fills the memory."""


@dataclass(frozen=True, slots=True)
class OrganisationDetails:
    """What is known of the organisation. `logo` is a PNG or JPEG file's bytes, or None.

    `logo_words` say what it shows to who hears a paper; empty for its name.

    Two people approve a claim of more than `second_above`, and for `second_after_days` after
    somebody's bank details changed. `pays_from_…` is the account that payments come from. Papers
    are in `paper_font`, their headings in `colour`, typed like #1a4d8f.
    """

    name: str
    address: str = ""
    help_name: str = ""
    help_phone: str = ""
    help_email: str = ""
    logo: bytes | None = None
    year_start_day: int = 1
    year_start_month: int = 4
    claim_notes: str = ""
    second_above: Money | None = None
    second_after_days: int = 30
    pays_from_name: str = field(default="", repr=False)
    pays_from_sort_code: str = field(default="", repr=False)
    pays_from_account: str = field(default="", repr=False)
    logo_words: str = ""
    paper_font: PaperFont = PaperFont.ATKINSON
    colour: str = BLACK


class OrganisationService:
    """Find and correct the organisation's own details."""

    def __init__(self, store: DataFile) -> None:
        self._store = store

    def find(self) -> OrganisationDetails | None:
        """Return the details, or None while nothing has been set up."""
        with reading(self._store) as session:
            row = organisation.find(session)
            if row is None:
                return None
            return OrganisationDetails(
                **{name: getattr(row, name) for name in OrganisationDetails.__slots__}
            )

    def correct(self, details: OrganisationDetails) -> Change:
        """Keep `details`.

        Raise UserError for a missing name, a logo that is no picture, a day its month lacks, an
        amount or a number of days that cannot be, a colour that is none or too weak.
        """
        if not details.name.strip():
            raise UserError("name", _("Type the organisation’s name: it heads every form."))
        if not 1 <= details.year_start_month <= 12:
            raise UserError("year_start_month", _("Choose the month the financial year starts in."))
        # 29 February would be missing in three years of four.
        last = calendar.monthrange(2001, details.year_start_month)[1]
        if not 1 <= details.year_start_day <= last:
            raise UserError(
                "year_start_day",
                _("The financial year cannot start on that day: type 1 to {last}.").format(
                    last=last
                ),
            )
        if details.second_above is not None and details.second_above < NOTHING:
            raise UserError("second_above", _("An amount cannot be less than nothing."))
        if not 0 <= details.second_after_days <= 366:
            raise UserError("second_after_days", _("Type a number of days from 0 to 366."))
        details = replace(
            details, pays_from_sort_code=_figures("pays_from_sort_code", details, (0, 6)),
            pays_from_account=_figures("pays_from_account", details, (0, 8)),
            colour=parse_colour(details.colour, "colour"),
        )  # fmt: skip
        if details.logo is not None:
            check_picture("logo", details.logo)
        with work(self._store) as w:
            row = organisation.find(w.session)
            words = _("Details of {name} corrected")
            if row is None:
                row = Organisation(name=details.name)
                w.session.add(row)
                words = _("{name} set up")
            for name in OrganisationDetails.__slots__:
                value = getattr(details, name)
                setattr(row, name, value.strip() if type(value) is str else value)
            return w.done(
                Change(words.format(name=row.name), frozenset({Kind.ORGANISATION}), row.id)
            )


def _figures(field: str, details: OrganisationDetails, lengths: tuple[int, ...]) -> str:
    """Return a sort code or account number without what people put between its figures."""
    typed = re.sub(r"[\s\-–]", "", getattr(details, field))
    if len(typed) not in lengths or not (typed == "" or (typed.isascii() and typed.isdigit())):
        words = _("This needs {n} figures.").format(n=lengths[-1])
        raise UserError(field, words)
    return typed


def check_picture(field: str, data: bytes) -> None:
    """Raise UserError on `field` unless `data` is a PNG or JPEG picture of sensible size."""
    if len(data) > LARGEST_LOGO:
        raise UserError(field, _("The logo is larger than 2 megabytes. Choose a smaller picture."))
    from io import BytesIO  # Pillow is slow to load, and pictures are rare

    from PIL import Image

    try:
        with Image.open(BytesIO(data), formats=("PNG", "JPEG")) as picture:
            if picture.width * picture.height > MOST_DOTS:
                raise Image.DecompressionBombError
            picture.load()
    except (
        OSError, ValueError, SyntaxError, Image.DecompressionBombError,
        Image.DecompressionBombWarning,
    ):  # fmt: skip
        raise UserError(
            field, _("The logo is not a picture that can be printed. Choose a PNG or JPEG file.")
        ) from None
