"""Who people are to the organisation: status, preferred format, how they choose to be rewarded."""

from enum import StrEnum

from alongside.i18n import _


class PersonStatus(StrEnum):
    """Where a person stands; letters and reminders go only to the first two."""

    ACTIVE = "active"
    ON_A_BREAK = "on_a_break"
    LEFT = "left"
    DIED = "died"

    @property
    def words(self) -> str:
        """The status as people say it."""
        return {
            PersonStatus.ACTIVE: _("active"),
            PersonStatus.ON_A_BREAK: _("on a break"),
            PersonStatus.LEFT: _("left"),
            PersonStatus.DIED: _("died"),
        }[self]


class Format(StrEnum):
    """How a person prefers what is sent or handed to them (Manchester guidelines: 14 and 18 pt)."""

    STANDARD = "standard"
    LARGE_18 = "large_18"
    LARGE_24 = "large_24"
    EASY_READ = "easy_read"
    PLAIN_TEXT = "plain_text"
    WEB_PAGE = "web_page"
    WORD_FILE = "word_file"
    BRAILLE = "braille"
    PHONE = "phone"

    @property
    def words(self) -> str:
        """The format as people say it."""
        return {
            Format.STANDARD: _("standard print, 14 point"),
            Format.LARGE_18: _("large print, 18 point"),
            Format.LARGE_24: _("large print, 24 point"),
            Format.EASY_READ: _("Easy Read"),
            Format.PLAIN_TEXT: _("plain text"),
            Format.WEB_PAGE: _("a web page, by email"),
            Format.WORD_FILE: _("a Word file, large print"),
            Format.BRAILLE: _("braille"),
            Format.PHONE: _("a phone call"),
        }[self]

    @property
    def is_large(self) -> bool:
        """Whether it is large print, which is read as a list and not in columns."""
        return self in (Format.LARGE_18, Format.LARGE_24)

    @property
    def points(self) -> float:
        """How large the letters of a paper for this person are, in points."""
        sizes = {Format.EASY_READ: 16.0, Format.LARGE_18: 18.0, Format.LARGE_24: 24.0}
        return sizes.get(self, 14.0)


EDITIONS = (
    Format.STANDARD, Format.LARGE_18, Format.LARGE_24, Format.EASY_READ, Format.PLAIN_TEXT,
    Format.WEB_PAGE, Format.WORD_FILE, Format.BRAILLE,
)  # fmt: skip
"""The formats that a claim form can be made in."""


class ContactWay(StrEnum):
    """How a person prefers to be contacted."""

    PHONE = "phone"
    TEXT = "text"
    EMAIL = "email"
    POST = "post"
    RELAY = "relay"

    @property
    def words(self) -> str:
        """The way as people say it."""
        return {
            ContactWay.PHONE: _("phone"),
            ContactWay.TEXT: _("text message"),
            ContactWay.EMAIL: _("email"),
            ContactWay.POST: _("post"),
            ContactWay.RELAY: _("relay call"),
        }[self]


class PayChoice(StrEnum):
    """How a person wants to be rewarded. Never why, and never which benefit they get."""

    BANK = "bank"
    CHEQUE = "cheque"
    CASH = "cash"
    VOUCHER = "voucher"
    IN_KIND = "in_kind"
    DONATION = "donation"
    LESS = "less"
    NOTHING = "nothing"
    ASK = "ask"

    @property
    def words(self) -> str:
        """The choice as people say it."""
        return {
            PayChoice.BANK: _("bank transfer"),
            PayChoice.CHEQUE: _("cheque"),
            PayChoice.CASH: _("cash"),
            PayChoice.VOUCHER: _("voucher"),
            PayChoice.IN_KIND: _("something in kind"),
            PayChoice.DONATION: _("give the fee away"),
            PayChoice.LESS: _("a smaller fee"),
            PayChoice.NOTHING: _("no fee"),
            PayChoice.ASK: _("ask me each time"),
        }[self]


class AccountHolder(StrEnum):
    """Whose account somebody is paid into; not always their own (domain 8.1)."""

    OWN = "own"
    JOINT = "joint"
    APPOINTEE = "appointee"
    SOMEBODY_ELSE = "somebody_else"

    @property
    def words(self) -> str:
        """The holder as people say it."""
        return {
            AccountHolder.OWN: _("their own"),
            AccountHolder.JOINT: _("joint, with somebody else"),
            AccountHolder.APPOINTEE: _("their appointee’s"),
            AccountHolder.SOMEBODY_ELSE: _("somebody else’s, as they asked"),
        }[self]


class NameCheck(StrEnum):
    """What the bank said when the name was checked against the account (Confirmation of Payee)."""

    NONE = ""
    MATCH = "match"
    CLOSE = "close"
    NO_MATCH = "no_match"
    IMPOSSIBLE = "impossible"

    @property
    def words(self) -> str:
        """The result as people say it."""
        return {
            NameCheck.NONE: _("not checked yet"),
            NameCheck.MATCH: _("the name matches"),
            NameCheck.CLOSE: _("a close match"),
            NameCheck.NO_MATCH: _("no match"),
            NameCheck.IMPOSSIBLE: _("could not be checked"),
        }[self]
