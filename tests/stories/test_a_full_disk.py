"""The disk is full in the middle of it all: nobody loses anything, and everybody is told."""

from contextlib import contextmanager

import pytest

import builders as b
from alongside.domain.errors import WorldError
from alongside.domain.meetings import State
from alongside.domain.money import Money
from alongside.office import Office
from alongside.services.checking import faults
from alongside.services.people import PersonDetails
from stories.paper import print_all

ENDLESS = 4294967294


@contextmanager
def no_room_for_records(office):
    """Let the data file grow no further, as on a full disk."""
    pages = ask(office, "PRAGMA page_count")
    ask(office, f"PRAGMA max_page_count = {pages}")
    yield
    ask(office, f"PRAGMA max_page_count = {ENDLESS}")


def ask(office, pragma):
    connection = office.store.engine.raw_connection()
    try:
        return connection.cursor().execute(pragma).fetchone()[0]
    finally:
        connection.close()


@contextmanager
def no_file_larger_than(size):
    """Let no file grow beyond `size` bytes, as on a disk with just that much room."""
    resource = pytest.importorskip("resource", reason="Windows has no such limit")
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def mark_until_full(office, meeting, people):
    """Mark people one by one; return who was marked, and the first error."""
    marked = []
    for person in people:
        try:
            b.mark(office, meeting, person)
        except WorldError as error:
            return marked, error
        marked.append(person)
    return marked, None


def test_the_disk_is_full_in_the_middle_of_the_register(office, data_file, keyring, clock):
    people = [b.add_person(office, f"Person {number:02}") for number in range(40)]
    meeting = b.add_meeting(office, b.add_group(office, *people))
    with no_room_for_records(office):
        marked, error = mark_until_full(office, meeting, people * 3)
        if error is None:  # there was room on pages that had been begun
            with pytest.raises(WorldError) as raised:
                office.people.add(PersonDetails("Zed", address="Weir Lane\n" * 5000))
            error = raised.value
    assert "no room left on the disk" in error.words
    assert "This was not saved" in error.remedy

    # Every mark that was said to be saved is there, and no other; the file is whole.
    rows = office.attendance.list_for(meeting).rows
    there = {row.person_id for row in rows if row.state is State.ATTENDED}
    assert there == set(marked)
    assert faults(office.store) == []
    assert not office.people.list_("Zed")

    # With room made, work goes on where it stopped, and after closing nothing is missing.
    left = [person for person in people if person not in marked]
    assert mark_until_full(office, meeting, left) == (left, None)
    office.close()
    again = Office.open(data_file, keyring, clock=clock)
    assert again.attendance.list_for(meeting).attended == 40
    assert faults(again.store) == []
    again.close()


def test_the_disk_is_full_in_the_middle_of_printing(office, tmp_path):
    ann, bo = b.add_person(office, "Ann Lee"), b.add_person(office, "Bo Larsen")
    group = b.add_group(office, ann, bo)
    office.claims.make(b.add_marked_meeting(office, group, ann, bo))
    for number in range(12):  # a longer form than Ann's
        words = f"taxi number {number}, the long way round the river"
        b.add_usual_cost(office, bo, words=words, amount=Money(900 + number))
    meeting = office.meetings.list_()[0].id
    office.claims.make(meeting)
    claims = [b.claim_of(office, ann).row.id, b.claim_of(office, bo).row.id]
    room = print_all(office, claims, tmp_path / "with room")
    short, long = sorted(map(len, room.values()))
    assert short < long

    folder = tmp_path / "full"
    with no_file_larger_than(short), pytest.raises(WorldError) as raised:
        office.forms.to_folder(claims, folder)
    assert "no room left" in raised.value.words
    assert "try again" in raised.value.remedy

    # The form before it is whole, the one that failed left nothing behind, no claim changed.
    (whole,) = folder.iterdir()
    assert office.history.list_()[0].words.endswith(str(tmp_path / "with room"))
    assert whole.read_bytes() == room[whole.name]
    assert print_all(office, claims, folder) == room
