"""The question before drafts are issued, with which of them there is something to look at on."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from alongside.domain.claims import ClaimState
from alongside.i18n import _, ngettext
from alongside.services.claim_rows import ClaimRow
from alongside.services.claims import IssueClaims
from alongside_ui.operations import Operations
from alongside_ui.widgets.dialog import ask


def _looks(operations: Operations, drafts: Sequence[ClaimRow]) -> list[str]:
    """Return in a sentence on which drafts there is something to look at, if on any."""
    looks = operations.office.claims.to_look_at([draft.id for draft in drafts])
    numbers = [row.number for row in looks if row.words]
    if not numbers:
        return []
    words = ngettext("There is something to look at on claim {numbers}: open it to read it.",
                     "There is something to look at on claims {numbers}: open them to read it.",
                     len(numbers))  # fmt: skip
    return [words.format(numbers=", ".join(numbers))]


def ask_to_issue(operations: Operations, parent: QWidget, claims: Sequence[ClaimRow]) -> None:
    """Ask before drafts are made final, since that cannot be undone."""
    drafts = [claim for claim in claims if claim.state is ClaimState.DRAFT]
    if not drafts:
        operations.say(_("There are no drafts to issue here."))
        return
    for_good = _("An issued claim never changes. It can be withdrawn and drafted anew, but not "
                 "undone.")  # fmt: skip
    question = ngettext("Issue {n} claim?", "Issue {n} claims?", len(drafts))
    ask(
        parent,
        question.format(n=len(drafts)),
        " ".join([*_looks(operations, drafts), for_good]),
        yes=_("Issue"),
        no=_("Not yet"),
        then=lambda: operations.run(
            operations.office.claims.issue, IssueClaims(tuple(draft.id for draft in drafts))
        ),
    )
