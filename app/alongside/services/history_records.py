"""Whose history is asked for: a record found by what people call it."""

from uuid import UUID

from alongside.domain.change import Kind
from alongside.domain.errors import UserError
from alongside.domain.search import plain
from alongside.i18n import _
from alongside.services import meeting_words
from alongside.services.history_wanted import Record, claim_record
from alongside.store import claims, groups, history_search, meetings, people
from alongside.store.work import Session


def find_record(session: Session, text: str) -> Record:
    """Return what `text` names: a claim's number, a meeting's id, a name of a person or a group.

    Raise UserError if it names nothing, or more than one thing.
    """
    found = _by_id(session, text.strip()) or _by_name(session, plain(text))
    if not found:
        raise UserError("record", _("There is no record “{text}”.").format(text=text))
    if len(found) > 1:
        words = _("“{text}” may be any of these: {names}. Type more of the name.")
        names = ", ".join(record.words for record in found[:5])
        raise UserError("record", words.format(text=text, names=names))
    return found[0]


def _by_id(session: Session, text: str) -> list[Record]:
    claim_id = claims.find_number(session, text)
    if claim_id:
        return [claim_record(claim_id, text)]
    try:
        row_id = UUID(text)
    except ValueError:
        return []
    meeting = meetings.find(session, row_id)
    if meeting:
        return [Record(Kind.MEETING, row_id, meeting_words.words(meeting))]
    kind = history_search.kind_of(session, row_id)
    return [Record(kind, row_id, text)] if kind else []


def _by_name(session: Session, text: str) -> list[Record]:
    """Return people and groups of this very name, or else those whose name holds all its words."""
    words = text.split()
    if not words:
        return []
    found = [
        Record(Kind.PERSON, person.id, person.name)
        for person in people.search(session, words, is_active_only=False)
    ]
    found += [
        Record(Kind.GROUP, group.id, group.name)
        for group in groups.list_all(session)
        if all(word in plain(group.name) for word in words)
    ]
    return [record for record in found if plain(record.words) == text] or found
