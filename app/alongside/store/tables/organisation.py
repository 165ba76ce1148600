"""The organisation's own drawer."""

from sqlalchemy import LargeBinary, Text
from sqlalchemy.orm import Mapped, mapped_column

from alongside.domain.money import Money
from alongside.domain.paper_style import PaperFont
from alongside.domain.tints import BLACK
from alongside.store.tables.base import Table


class Organisation(Table):
    """The disabled people's organisation whose data file this is: one row."""

    __tablename__ = "organisation"

    name: Mapped[str]
    address: Mapped[str] = mapped_column(Text, default="")
    help_name: Mapped[str] = mapped_column(default="")
    help_phone: Mapped[str] = mapped_column(default="")
    help_email: Mapped[str] = mapped_column(default="")
    logo: Mapped[bytes | None] = mapped_column(LargeBinary)
    year_start_day: Mapped[int] = mapped_column(default=1)
    year_start_month: Mapped[int] = mapped_column(default=4)
    claim_notes: Mapped[str] = mapped_column(Text, default="")
    second_above: Mapped[Money | None]
    second_after_days: Mapped[int] = mapped_column(default=30, server_default="30")
    pays_from_name: Mapped[str] = mapped_column(default="", server_default="")
    pays_from_sort_code: Mapped[str] = mapped_column(default="", server_default="")
    pays_from_account: Mapped[str] = mapped_column(default="", server_default="")
    logo_words: Mapped[str] = mapped_column(default="", server_default="")
    paper_font: Mapped[PaperFont] = mapped_column(
        default=PaperFont.ATKINSON, server_default=PaperFont.ATKINSON.value
    )
    colour: Mapped[str] = mapped_column(default=BLACK, server_default=BLACK)
