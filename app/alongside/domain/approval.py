"""Who may do what to a claim, and after what: from the signature to the payment.

Source: domain list (b) 14 and (d) 13; CC8, internal financial controls for charities (duties are
split where there are people to split them; where there are none, the exception is recorded).
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from alongside.domain.claims import ClaimState
from alongside.domain.errors import UserError
from alongside.domain.search import plain
from alongside.i18n import _, ngettext


class Act(StrEnum):
    """Something that was done to a claim after it was drafted."""

    ISSUED = "issued"
    SIGNED = "signed"
    APPROVED = "approved"
    RETURNED = "returned"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"
    PUT_IN_RUN = "put_in_run"
    TAKEN_OUT = "taken_out"
    PAID = "paid"
    PART_PAID = "part_paid"
    BOUNCED = "bounced"

    @property
    def words(self) -> str:
        """Say it, before the name of who did it."""
        return {
            Act.ISSUED: _("made ready"),
            Act.SIGNED: _("signed"),
            Act.APPROVED: _("approved"),
            Act.RETURNED: _("returned"),
            Act.REFUSED: _("refused"),
            Act.WITHDRAWN: _("withdrawn"),
            Act.PUT_IN_RUN: _("put into a payment run"),
            Act.TAKEN_OUT: _("taken out of a payment run"),
            Act.PAID: _("paid"),
            Act.PART_PAID: _("paid in part"),
            Act.BOUNCED: _("payment came back"),
        }[self]


class Agreed(StrEnum):
    """How a person agreed to their claim: not everybody signs with a pen (domain list (a) 12)."""

    SIGNATURE = "signature"
    MARK = "mark"
    PHONE = "phone"
    BSL = "bsl"
    EMAIL = "email"

    @property
    def words(self) -> str:
        """Say it, after "agreed"."""
        return {
            Agreed.SIGNATURE: _("by signature"),
            Agreed.MARK: _("by a mark"),
            Agreed.PHONE: _("by phone"),
            Agreed.BSL: _("in BSL"),
            Agreed.EMAIL: _("by email"),
        }[self]


_AFTER = {
    Act.SIGNED: {ClaimState.READY},
    Act.APPROVED: {ClaimState.SIGNED},
    Act.RETURNED: {ClaimState.READY, ClaimState.SIGNED, ClaimState.APPROVED},
    Act.REFUSED: {ClaimState.READY, ClaimState.SIGNED, ClaimState.APPROVED},
    Act.WITHDRAWN: {ClaimState.READY, ClaimState.SIGNED, ClaimState.APPROVED},
    Act.PUT_IN_RUN: {ClaimState.APPROVED, ClaimState.IN_RUN},
}
"""What a claim must be before something is done to it."""


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that was done to a claim: what, when, by whom, and why if that was asked.

    `is_exception` says that nobody else could do it, and that the reason for it was written down.
    """

    act: Act
    day: date
    who: str
    how: str = ""
    words: str = ""
    is_exception: bool = False

    @property
    def said(self) -> str:
        """The step in a sentence."""
        words = _("{act} by {who}").format(act=self.act.words, who=self.who)
        if self.act is Act.SIGNED and self.how:
            # translators: {how} like “by phone” or “in BSL”; {who} wrote it down
            words = _("agreed {how}, noted by {who}").format(
                how=Agreed(self.how).words, who=self.who
            )
        if self.is_exception:
            return _("{step}, as an exception: {why}").format(step=words, why=self.words)
        return f"{words}: {self.words}" if self.words else words


def check_may(act: Act, state: ClaimState, number: str) -> None:
    """Raise UserError unless `act` may follow what the claim `number` is now."""
    if state in _AFTER[act]:
        return
    words = {
        Act.SIGNED: _("Claim {number} is {state}: only a claim that is ready is signed."),
        Act.APPROVED: _("Claim {number} is {state}: only a signed claim is approved."),
        Act.PUT_IN_RUN: _("Claim {number} is {state}: only an approved claim is paid."),
    }.get(act, _("Claim {number} is {state}: it cannot be taken back now."))
    raise UserError("", words.format(number=number, state=state.words))


def check_approver(
    who: str,
    claimant: Collection[str],
    before: Iterable[Step],
    exception: str,
    *,
    typed: Collection[str] = (),
    not_own: str = "",
) -> bool:
    """Return whether `who` approving is an exception that has to be recorded.

    Nobody approves their own claim, with or without a reason: `claimant` are the names the person
    goes by. Somebody whose name is like one of these says in words that it is `not_own`. Whoever
    made the claim ready, or is among those who `typed` its lines, approves it only with an
    `exception`, a reason. Raise UserError else.
    """
    name = plain(who)
    if name in {plain(each) for each in claimant}:
        raise UserError("", _("Nobody approves their own claim. Somebody else has to."))
    like = next((each for each in claimant if is_named_like(who, each)), "")
    if like and not not_own.strip():
        words = _("Your name is like {name}. If this is not your own claim, say so here in words. "
                  "If it is, somebody else has to approve it.")  # fmt: skip
        raise UserError("not_own", words.format(name=like))
    steps = list(before)
    if any(step.act is Act.APPROVED and plain(step.who) == name for step in approvals(steps)):
        raise UserError("", _("You approved this already. Somebody else has to approve it too."))
    prepared = {plain(step.who) for step in steps if step.act in {Act.ISSUED, Act.SIGNED}}
    has_typed = name in {plain(each) for each in typed}
    if name not in prepared and not has_typed:
        return False
    if not exception.strip():
        words = _("You made this claim ready yourself. Somebody else should approve it; if nobody "
                  "else can, say why.")  # fmt: skip
        if name not in prepared:
            words = _("You typed or changed lines of this claim. Somebody else should approve it; "
                      "if nobody else can, say why.")  # fmt: skip
        raise UserError("exception", words)
    return True


def is_named_like(who: str, name: str) -> bool:
    """Return whether two names share a word, like Sam and Sam Okafor; initials are no word.

    A name that is typed says little about who typed it, so such names are asked about.
    """
    return bool(_words_of(who) & _words_of(name))


def _words_of(name: str) -> set[str]:
    letters = "".join(each if each.isalnum() else " " for each in plain(name).replace("'", ""))
    return {word for word in letters.split() if len(word) > 1 or not word.isascii()}


def approvals(steps: Iterable[Step]) -> list[Step]:
    """Return the approvals that hold: those since the claim was last signed or came back."""
    found: list[Step] = []
    for step in steps:
        if step.act in {Act.SIGNED, Act.BOUNCED}:
            found.clear()
        elif step.act is Act.APPROVED:
            found.append(step)
    return found


def say_age(days: int) -> str:
    """Return how long a claim has stood where it is."""
    if days <= 0:
        return _("today")
    return ngettext("{n} day", "{n} days", days).format(n=days)
