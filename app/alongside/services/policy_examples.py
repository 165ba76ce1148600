"""Examples of a policy while it is written: from a meeting that was, and what came of them."""

from dataclasses import dataclass
from uuid import UUID

from alongside.domain.errors import UserError
from alongside.domain.policy_draft import DraftTable, PolicyDraft
from alongside.domain.policy_example_write import agreed, example_from
from alongside.i18n import _
from alongside.services.claim_facts import activity_of, usual_cost
from alongside.services.policies import rules_of
from alongside.services.policy_forms import PolicyFormService, TablesError
from alongside.store import attendance as registers
from alongside.store.file import DataFile
from alongside.store.work import reading


@dataclass(frozen=True, slots=True)
class ExampleFrom:
    """Ask for an example that is like one person's part in a meeting, by a policy's `text`."""

    text: str
    meeting_id: UUID
    person_id: UUID


@dataclass(frozen=True, slots=True)
class AgreeExample:
    """Ask for the example with this number to expect what the policy makes of it."""

    draft: PolicyDraft
    number: int


class PolicyExampleService:
    """Write examples, so that nobody has to work them out by hand."""

    def __init__(self, store: DataFile) -> None:
        self._store = store

    def from_meeting(self, request: ExampleFrom) -> DraftTable:
        """Return what happened, and what the policy makes of it, as an example that names nobody.

        Raise UserError if the person is not on the register, or the policy falls short.
        """
        rules = rules_of(request.text)
        with reading(self._store) as session:
            found = registers.list_for(session, request.meeting_id, has_usual_costs=True)
            line = next((row for row in found if row.person_id == request.person_id), None)
            if line is None:
                raise UserError("", _("That person is no longer on the register."))
            activity = activity_of(line, rules.holidays)
            costs = [usual_cost(cost) for cost in line.person.usual_costs]
            return agreed(rules, example_from(activity, line.arrived, line.left, costs))

    def agree(self, request: AgreeExample) -> PolicyDraft:
        """Return the policy with the example changed so that it is right.

        Raise UserError as the form does while the policy itself has a mistake.
        """
        rules = rules_of(PolicyFormService(self._store).text_of(request.draft))
        example = request.draft.of("example")[request.number - 1]
        try:
            right = agreed(rules, example)
        except UserError as error:
            raise TablesError("examples", error.words, ("example", request.number)) from None
        return request.draft.with_table(right, request.number)
