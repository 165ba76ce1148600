"""A claim begun by hand: for one of somebody's meetings, or for a group and no meeting."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from alongside.domain.change import Change
from alongside.domain.money import NOTHING
from alongside.i18n import _
from alongside.services.drafts import BeginClaim, BegunClaim, PlaceRow
from alongside_ui.operations import Operations
from alongside_ui.widgets.dialog import FormDialog, Verb
from alongside_ui.widgets.page import Page


def begin_claim(
    page: Page, person_id: UUID, person: str, meeting_id: UUID | None = None
) -> None:  # fmt: skip
    """Ask what a claim of somebody is for, begin it and go there; it may be for `meeting_id`."""
    places = page.office.drafts.places(person_id)
    if not places:
        words = _("{name} is in no group and on no register. Put them into a group first.")
        page.operations.say(words.format(name=person))
        return
    dialog = BeginClaimDialog(page.operations, page.window(), person_id, person, places, meeting_id)
    dialog.begun.connect(lambda begun: page.asked.emit("claim", begun, ""))
    dialog.start()


class BeginClaimDialog(FormDialog):
    """What a claim is for; and the fee that was offered, where it was not taken then."""

    help = "claims#begin-a-claim-by-hand"
    begun = Signal(object)
    """The BegunClaim to look at next."""

    def __init__(
        self, operations: Operations, parent: QWidget, person_id: UUID, person: str,
        places: Sequence[PlaceRow], meeting_id: UUID | None,
    ) -> None:  # fmt: skip
        super().__init__(
            operations, parent, _("Begin a claim for {name}").format(name=person),
            _("For what no register pays: a ticket that was bought, a receipt that came later. You "
              "add its lines on the next page."),
            _("Begin"),
        )  # fmt: skip
        self._person_id, self._places = person_id, places
        today = operations.office.now().date()
        first = next((row for row in places if row.day and row.day <= today), places[0])
        here = next((row for row in places if meeting_id and row.meeting_id == meeting_id), first)
        kinds = [(row, row.words) for row in places]
        self._place = self.form.choice("place", _("What it is for"), kinds, here)
        self.form.tick(
            "is_fee_wanted",
            _("They want the fee after all"),
            hint=_("It was offered for that meeting, and they chose not to take it"),
        )
        self._place.currentIndexChanged.connect(self._show_what_matters)
        self._show_what_matters()

    def collect(self, values: dict[str, Any]) -> tuple[Verb, Any]:
        """Ask for the claim to be begun."""
        place = values["place"]
        self._meeting_id = place.meeting_id
        request = BeginClaim(
            self._person_id, place.group_id, place.meeting_id, values.get("is_fee_wanted", False)
        )
        return self.operations.office.drafts.begin, request

    def saved(self, result: Change) -> None:
        """Tell which claim was begun, and close."""
        super().saved(result)
        if result.id:
            self.begun.emit(BegunClaim(result.id, self._meeting_id))

    def _show_what_matters(self) -> None:
        place = self._places[self._place.currentIndex()]
        shown = ("is_fee_wanted",) if place.not_taken > NOTHING else ()
        self.form.show_only(*shown, among=("is_fee_wanted",))
