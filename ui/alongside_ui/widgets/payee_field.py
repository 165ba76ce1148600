"""A choice of who is paid for a cost: the person who has it, or anybody else who is known."""

from uuid import UUID

from alongside.i18n import _
from alongside_ui.operations import Operations
from alongside_ui.widgets.fields import Fields


def add_payee(
    form: Fields, operations: Operations, known: UUID | None, person_id: UUID, nobody: str
) -> None:
    """Add the field `payee_id`: `nobody` are the words for who has the cost, `person_id`."""
    people = operations.office.people
    found = [(row.id, row.name) for row in people.list_(is_active_only=True)]
    if known and known not in {each for each, _name in found}:
        found.append((known, people.find(known).name))
    others = [(each, name) for each, name in found if each != person_id]
    form.choice("payee_id", _("Paid to"), [(None, nobody), *others], known,
                _("Somebody under People, where the cost is reimbursed"))  # fmt: skip
