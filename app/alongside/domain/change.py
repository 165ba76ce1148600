"""The receipt that every verb returns: what was done, in words, and what moved because of it."""

from dataclasses import dataclass, field
from enum import StrEnum
from uuid import UUID

from alongside.i18n import _


class Kind(StrEnum):
    """A kind of thing that a page may be showing; pages refresh when one of theirs moved."""

    ORGANISATION = "organisation"
    PERSON = "person"
    GROUP = "group"
    MEETING = "meeting"
    ATTENDANCE = "attendance"
    CLAIM = "claim"
    PAYMENT = "payment"
    POLICY = "policy"
    SETTINGS = "settings"
    BACKUP = "backup"
    FILE = "file"

    @property
    def words(self) -> str:
        """The kind as the history has it to choose from; `FILE` is what concerns the whole file."""
        return {
            Kind.ORGANISATION: _("organisation"),
            Kind.PERSON: _("people"),
            Kind.GROUP: _("groups"),
            Kind.MEETING: _("meetings"),
            Kind.ATTENDANCE: _("registers"),
            Kind.CLAIM: _("claims"),
            Kind.PAYMENT: _("payments"),
            Kind.POLICY: _("pay policies"),
            Kind.SETTINGS: _("settings"),
            Kind.BACKUP: _("backups"),
            Kind.FILE: _("data file"),
        }[self]


@dataclass(frozen=True, slots=True)
class Change:
    """What was done. `words` is spoken and stands in the history ("Ann Lee attended").

    `kinds` are the kinds of thing that moved; `id` is the thing to land on, if there is one.
    """

    words: str
    kinds: frozenset[Kind] = field(default_factory=frozenset)
    id: UUID | None = None
