"""Questions about drafts: before they are issued, and before a line or an empty one goes."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from alongside.domain.claims import ClaimState
from alongside.i18n import _, ngettext
from alongside.services.claim_rows import ClaimRecord, ClaimRow, LookRow
from alongside.services.claims import IssueClaims
from alongside.services.line_rows import LineRow
from alongside_ui.operations import Operations
from alongside_ui.widgets.dialog import ask


def _say_looks(looks: Sequence[LookRow]) -> list[str]:
    """Return in a sentence on which drafts there is something to look at, if on any."""
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
    operations.run(
        operations.office.claims.to_look_at,
        [draft.id for draft in drafts],
        then=lambda looks: _ask_to_issue(operations, parent, looks),
    )


def _ask_to_issue(operations: Operations, parent: QWidget, drafts: Sequence[LookRow]) -> None:
    for_good = _("An issued claim never changes. It can be withdrawn and drafted anew, but not "
                 "undone.")  # fmt: skip
    question = ngettext("Issue {n} claim?", "Issue {n} claims?", len(drafts))
    ask(
        parent,
        question.format(n=len(drafts)),
        " ".join([*_say_looks(drafts), for_good]),
        yes=_("Issue"),
        no=_("Not yet"),
        then=lambda: operations.run(
            operations.office.claims.issue, IssueClaims(tuple(draft.id for draft in drafts))
        ),
    )


def ask_to_remove(
    operations: Operations, parent: QWidget, claim: ClaimRecord, line: LineRow | None
) -> None:
    """Ask before a line goes away, or a draft that has none; say why not if it is issued."""
    office = operations.office
    if line:
        ask(
            parent,
            _("Remove the line “{words}”?").format(words=line.words),
            _("Making claims from the register again does not bring it back. Undo does."),
            yes=_("Remove"),
            no=_("Keep"),
            then=lambda: operations.run(office.claim_lines.remove, line.id),
        )
    elif claim.row.state is not ClaimState.DRAFT:
        operations.say(_("This claim is issued, so it stays. It can be withdrawn."))
    elif claim.fees or claim.expenses:
        operations.say(_("This draft has lines. Only one without any can be removed."))
    else:
        ask(
            parent,
            _("Remove draft claim {number}?").format(number=claim.row.number),
            _("Nothing is on it. Making claims from the register begins it anew, with the lines "
              "that were removed from it. Undo brings it back as it is."),
            yes=_("Remove"),
            no=_("Keep"),
            then=lambda: operations.run(office.drafts.remove, claim.row.id),
        )  # fmt: skip
