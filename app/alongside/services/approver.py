"""Whether whoever is at the keyboard may approve a claim, and what they say to that."""

from collections.abc import Iterable

from alongside.domain.approval import Step, check_approver, is_named_like
from alongside.i18n import _
from alongside.services.claim_totals import paid_for
from alongside.store import line_hands
from alongside.store.tables import Claim
from alongside.store.work import Session


def approver_said(
    session: Session, claim: Claim, who: str, before: Iterable[Step], *, exception: str,
    not_own: str, deputy_for: str,
) -> tuple[bool, str]:  # fmt: skip
    """Return whether `who` approving is an exception, and the words that are kept with the step.

    Raise UserError if it is not for them to approve, or if they have to say something first.
    """
    names = names_of(claim)
    typed = line_hands.typed_by(session, claim)
    is_exception = check_approver(who, names, before, exception, typed=typed, not_own=not_own)
    said = []
    if deputy_for.strip():
        said.append(_("as deputy for {name}").format(name=deputy_for.strip()))
    if any(is_named_like(who, name) for name in names):
        said.append(_("not their own claim: {why}").format(why=not_own.strip()))
    if is_exception:
        said.append(exception.strip())
    return is_exception, ". ".join(said)


def names_of(claim: Claim) -> list[str]:
    """Return every name of those who are paid for a claim."""
    return [name for who in paid_for(claim) for name in (who.name, who.nickname) if name]
