"""Who goes on a meeting's register: those who are invited, and those who walk in."""

from collections.abc import Iterable
from uuid import UUID

from alongside.domain.errors import UserError
from alongside.domain.meetings import Role
from alongside.domain.search import plain
from alongside.i18n import _
from alongside.services.people import PersonDetails, new_person
from alongside.services.people import fetch as fetch_person
from alongside.store import attendance, members
from alongside.store.tables import Attendance, Meeting, Person
from alongside.store.work import Session


def invite(session: Session, meeting: Meeting, person_ids: Iterable[UUID] | None) -> int:
    """Put people on the register, or the members of that day if None; return how many are new.

    Raise UserError if one of them is no longer there.
    """
    roles = members.roles_on(session, meeting.group_id, meeting.day)
    there = attendance.names_on(session, meeting.id)
    wanted = dict.fromkeys(roles if person_ids is None else person_ids)
    added = [person_id for person_id in wanted if person_id not in there]
    for person_id in added:
        person = fetch_person(session, person_id)
        role = roles.get(person_id, Role.OBSERVER)
        session.add(Attendance(meeting=meeting, person=person, role=role))
    return len(added)


def who_came(session: Session, meeting: Meeting, person_id: UUID | None, name: str) -> Person:
    """Return the person who walked in, known or new by `name`.

    Raise UserError if they are on the register already.
    """
    there = attendance.names_on(session, meeting.id)
    if person_id is not None:
        person = fetch_person(session, person_id)
        if person.id in there:
            raise UserError(
                "name", _("{name} is on this register already.").format(name=person.name)
            )
        return person
    person = new_person(PersonDetails(name))
    if plain(person.name) in map(plain, there.values()):
        raise UserError(
            "name",
            _("{name} is on this register already. For somebody else of that name, add a word "
              "that tells them apart.").format(name=person.name),
        )  # fmt: skip
    session.add(person)
    return person
