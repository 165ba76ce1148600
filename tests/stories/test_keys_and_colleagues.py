"""A computer that forgets, and two people who share one: nobody is locked out, or let in."""

import pytest

import builders as b
from alongside import keys
from alongside.domain.errors import WorldError
from alongside.domain.meetings import State
from alongside.office import Office
from conftest import WORDS, MemoryKeyring


def test_the_keyring_is_lost_and_the_words_open_the_file(office, data_file, clock):
    b.add_person(office, "Ann Lee")
    office.close()

    # A new laptop: the files were copied, the key was not.
    laptop = MemoryKeyring()
    with pytest.raises(keys.WrongKeyError, match="does not have the key"):
        Office.open(data_file, laptop, clock=clock)
    with pytest.raises(keys.WrongKeyError, match="not the recovery words"):
        Office.open(data_file, laptop, words="walnut harbor kettle", clock=clock)

    # The words from the envelope, typed as people type them.
    typed = "  " + WORDS.upper().replace(" ", ",  ") + " "
    again = Office.open(data_file, laptop, words=typed, clock=clock)
    assert [row.name for row in again.people.list_()] == ["Ann Lee"]
    again.close()

    # From now on this laptop knows the key.
    Office.open(data_file, laptop, clock=clock).close()


def test_on_a_borrowed_computer_the_key_is_not_remembered(data_file, clock):
    borrowed = MemoryKeyring()
    Office.open(data_file, borrowed, words=WORDS, is_remembered=False, clock=clock).close()
    with pytest.raises(keys.WrongKeyError):
        Office.open(data_file, borrowed, clock=clock)


def test_two_people_share_the_laptop(office, data_file, keyring, clock):
    ann, bo = b.add_person(office, "Ann Lee"), b.add_person(office, "Bo Larsen")
    meeting = b.add_meeting(office, b.add_group(office, ann, bo))
    b.mark(office, meeting, ann)

    # Jo logs in while Sam's window is still open.
    with pytest.raises(WorldError, match="open in another Alongside") as refused:
        Office.open(data_file, keyring, clock=clock, who="Jo")
    assert "Close the other window" in refused.value.remedy
    office.close()

    # Then it is Jo's turn. Jo cannot undo what Sam did, only correct it; the history tells both.
    clock.time = clock.time.replace(hour=17, minute=30)
    jo = Office.open(data_file, keyring, clock=clock, who="Jo")
    assert jo.history.steps().undo == ""
    assert b.mark(jo, meeting, ann, State.APOLOGIES) == "Ann Lee, apologies"
    b.mark(jo, meeting, bo)
    lines = [(line.who, line.words) for line in jo.history.list_()]
    assert lines[:3] == [
        ("Jo", "Bo Larsen, attended"),
        ("Jo", "Ann Lee, apologies"),
        ("Sam", "Ann Lee, attended"),
    ]
    jo.claims.make(meeting)
    claim = b.claim_of(jo, bo)
    assert "confirmed by Jo on 12 May 2026 at 17:30" in jo.forms.form(claim.row.id).words
    jo.close()
