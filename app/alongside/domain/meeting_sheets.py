"""What the papers of a meeting say, decided and totalled, in words ready to draw."""

from dataclasses import dataclass
from enum import StrEnum

from alongside.domain.paper_style import PLAIN, PaperStyle
from alongside.domain.payments import Sum
from alongside.domain.people import Format
from alongside.domain.sheets import ClaimSheet, Fact
from alongside.i18n import ENGLISH, _


class MeetingPaper(StrEnum):
    """A kind of paper that a meeting needs."""

    SIGN_IN = "sign_in"
    ACCESS = "access"
    INVITATIONS = "invitations"
    BLANK_FORM = "blank_form"
    SUMMARY = "summary"

    @property
    def words(self) -> str:
        """The paper as people say it."""
        return {
            MeetingPaper.SIGN_IN: _("sign-in register"),
            MeetingPaper.ACCESS: _("access sheet for the day"),
            MeetingPaper.INVITATIONS: _("invitations"),
            MeetingPaper.BLANK_FORM: _("blank claim form"),
            MeetingPaper.SUMMARY: _("claims for the approver"),
        }[self]

    @property
    def is_for_each_person(self) -> bool:
        """Whether everybody gets their own, in their own format."""
        return self is MeetingPaper.INVITATIONS


@dataclass(frozen=True, slots=True)
class SignInLine:
    """One person who is expected. Nothing that they require: others read this list."""

    person: str
    role: str


@dataclass(frozen=True, slots=True)
class SignInSheet:
    """The register to sign: who is expected, by name, and how many empty lines for `visitors`.

    `asks_times` adds places for times in and out, `asks_journey` one for whether the journey was
    as usual.
    """

    organisation: str
    meeting: str
    facts: tuple[Fact, ...]
    lines: tuple[SignInLine, ...]
    visitors: int
    asks_times: bool
    asks_journey: bool
    printed_on: str
    language: str = ENGLISH
    style: PaperStyle = PLAIN


@dataclass(frozen=True, slots=True)
class AccessEntry:
    """What one person requires that day. `facts` are what is known, never why."""

    person: str
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class AccessSheet:
    """What the room and the people in it need; `ready` are totals that name nobody.

    `in_charge` is who may have it, `destroy_after` the day it is of no more use.
    """

    organisation: str
    meeting: str
    facts: tuple[Fact, ...]
    in_charge: str
    destroy_after: str
    ready: tuple[str, ...]
    entries: tuple[AccessEntry, ...]
    printed_on: str
    language: str = ENGLISH
    style: PaperStyle = PLAIN


@dataclass(frozen=True, slots=True)
class InvitationSheet:
    """A meeting's invitation for one person, in their `edition`.

    `what` says which meeting it is, `about` the group's purpose, `facts` when and where; `fees` and
    `costs` are sentences about what is offered and what will be paid; `more` is what the
    organisation adds in its own words. `reply_by` is a day in words, "" if there is none.
    `logo_words` say what the logo shows.
    """

    organisation: str
    address: str
    logo: bytes | None
    person: str
    meeting: str
    what: tuple[Fact, ...]
    about: str
    facts: tuple[Fact, ...]
    more: tuple[str, ...]
    fees: tuple[str, ...]
    costs: tuple[str, ...]
    reply_by: str
    is_online: bool
    is_in_a_room: bool
    ask: str
    edition: Format
    printed_on: str
    language: str = ENGLISH
    logo_words: str = ""
    style: PaperStyle = PLAIN


@dataclass(frozen=True, slots=True)
class ClaimToApprove:
    """One claim in a summary: fees and expenses apart, and what there `is_to_look_at`."""

    number: str
    person: str
    state: str
    due: Sum
    otherwise: str
    to_look_at: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SummarySheet:
    """Claims for whoever approves them: each with its notes, all of them added up.

    `budgets` are sentences about what is left; `title` is what the claims are of.
    """

    organisation: str
    title: str
    facts: tuple[Fact, ...]
    claims: tuple[ClaimToApprove, ...]
    total: Sum
    otherwise: str
    budgets: tuple[str, ...]
    declaration: tuple[str, ...]
    printed_on: str
    language: str = ENGLISH
    style: PaperStyle = PLAIN


Sheet = SignInSheet | AccessSheet | InvitationSheet | SummarySheet | ClaimSheet
