"""The marks of a register as this person wants them called: each by the command that sets it."""

from PySide6.QtGui import QIcon

from alongside.domain.meetings import State
from alongside_ui.desk import Desk

MARKS = {
    "mark_attended": State.ATTENDED,
    "mark_online": State.ONLINE,
    "mark_apologies": State.APOLOGIES,
    "mark_did_not_come": State.DID_NOT_COME,
    "mark_cancelled": State.CANCELLED_LATE,
    "mark_none": State.NOT_MARKED,
}
"""Commands that set a mark at once; “attended part” and “left early” ask for a time first."""

BUTTONS = (
    "mark_attended", "mark_online", "mark_part", "mark_left", "mark_apologies",
    "mark_did_not_come", "mark_cancelled", "mark_none",
)  # fmt: skip
"""Every command that sets a mark, in the order that they stand in."""

_SET_BY = {state: name for name, state in MARKS.items()} | {State.ATTENDED_PART: "mark_part"}
_NOT_BY_HAND = "cancel_meeting"


class MarkWords:
    """What each mark is called: “attended”, or “Came” with a picture for easy words."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def of(self, state: State) -> str:
        """Return a mark in words."""
        by = _SET_BY.get(state)
        easy = self._desk.actions.wording(by).words if by else state.words
        return self._desk.words(state.words, easy=easy)

    def picture(self, state: State) -> QIcon | None:
        """Return the picture beside a mark; None beside the usual words."""
        easy = self._desk.actions.wording(_SET_BY.get(state, _NOT_BY_HAND))
        return self._desk.picture(easy.icon) if easy.icon else None
