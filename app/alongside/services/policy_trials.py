"""Tries a policy on a meeting that was: what each person would get by it, and why."""

from dataclasses import dataclass
from uuid import UUID

from alongside.domain.claims import FEE_CATEGORIES
from alongside.domain.errors import UserError
from alongside.domain.money import Money
from alongside.i18n import ngettext
from alongside.services import meeting_words
from alongside.services.claim_drafts import Drafter
from alongside.services.policies import rules_of
from alongside.store.file import DataFile
from alongside.store.work import reading


@dataclass(frozen=True, slots=True)
class TryPolicy:
    """Ask what a policy's `text` would have paid for a meeting."""

    text: str
    meeting_id: UUID


@dataclass(frozen=True, slots=True)
class TrialRow:
    """A line that somebody would get; `id` is its place in the list."""

    id: int
    person_id: UUID
    person: str
    words: str
    amount: Money
    why: str


@dataclass(frozen=True, slots=True)
class Trial:
    """What a meeting would have come to, fees and expenses apart, and each line of it."""

    words: str
    rows: tuple[TrialRow, ...]


class PolicyTrialService:
    """Try policies on meetings."""

    def __init__(self, store: DataFile) -> None:
        self._store = store

    def try_on(self, request: TryPolicy) -> Trial:
        """Return what everybody on the register would get by the policy, with the reasons.

        What the person chose to do with a fee is left out: it is what is offered. Raise UserError
        on `text` for a policy with a fault, or without a rate for what somebody did.
        """
        try:
            rules = rules_of(request.text)
        except UserError as error:
            raise UserError("text", error.words, "policies") from None
        with reading(self._store) as session:
            meeting = meeting_words.fetch(session, request.meeting_id)
            try:
                found = Drafter(session, meeting, self._store.now().date(), rules).preview()
            except UserError as error:
                raise UserError("text", error.words, "policies") from None
            name = meeting_words.words(meeting)
            lines = [(who.id, who.name, want) for who, wanted in found for want in wanted]
        rows = tuple(
            TrialRow(number, person_id, person, want.words, want.amount, want.why)
            for number, (person_id, person, want) in enumerate(lines)
        )
        wants = [want for _id, _name, want in lines]
        fees = Money.total(want.amount for want in wants if want.category in FEE_CATEGORIES)
        people = len({row.person_id for row in rows})
        words = ngettext("{meeting}: {n} person, fees {fees}, expenses {expenses}.",
                         "{meeting}: {n} people, fees {fees}, expenses {expenses}.",
                         people)  # fmt: skip
        total = Money.total(want.amount for want in wants)
        return Trial(words.format(meeting=name, n=people, fees=fees, expenses=total - fees), rows)
