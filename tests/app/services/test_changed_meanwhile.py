"""What somebody else changed is never saved over unseen: both versions are told."""

from functools import partial

import pytest

import builders as b
from alongside.domain.claims import Category
from alongside.domain.errors import ChangedMeanwhileError
from alongside.domain.money import Money
from alongside.services.claim_lines import CorrectLine
from alongside.services.line_rows import LineDetails
from alongside.services.people import CorrectPerson, PersonDetails


def as_somebody(office, who: str, act):
    """Do `act` while `who` is at the keyboard, and Sam again after it."""
    office.sign_as(who)
    act()
    office.sign_as("Sam")


@pytest.fixture
def ann(office):
    return b.add_person(office, "Ann Lee")


def call_her(office, ann, phone: str, pronouns: str = ""):
    details = PersonDetails("Ann Lee", phone=phone, pronouns=pronouns)
    return partial(office.people.correct, CorrectPerson(ann, details))


def test_a_change_that_nobody_else_touched_is_saved(office, ann):
    seen = office.history.newest()
    b.add_person(office, "Bo Larsen")
    change = office.history.unless_changed(seen, office.people.correct)(
        CorrectPerson(ann, PersonDetails("Ann Leigh"))
    )
    assert change.words == "Ann Leigh corrected"


def test_what_somebody_else_saved_since_is_told_with_both_versions_and_nothing_is_saved(
    office, ann
):
    call_her(office, ann, "0161 496 0000")()
    seen = office.history.newest()
    as_somebody(office, "Kim", call_her(office, ann, "0161 496 0001"))
    verb = office.history.unless_changed(seen, office.people.correct)
    with pytest.raises(ChangedMeanwhileError) as raised:
        verb(CorrectPerson(ann, PersonDetails("Ann Lee", phone="", pronouns="she/her")))
    assert raised.value.words == "Kim changed this since you opened it."
    assert raised.value.theirs == ("Telephone: was 0161 496 0000, now 0161 496 0001",)
    assert set(raised.value.yours) == {
        "Pronouns: she/her", "Telephone: was 0161 496 0000, now empty",
    }  # fmt: skip
    assert office.people.find(ann).phone == "0161 496 0001"
    assert office.history.newest() == seen + 1


def test_what_was_changed_and_changed_back_is_no_conflict(office, ann):
    call_her(office, ann, "0161 496 0000")()
    seen = office.history.newest()
    as_somebody(office, "Kim", call_her(office, ann, "0161 496 0001"))
    as_somebody(office, "Kim", call_her(office, ann, "0161 496 0000"))
    office.history.unless_changed(seen, office.people.correct)(
        CorrectPerson(ann, PersonDetails("Ann Lee", phone="0161 496 0002"))
    )
    assert office.people.find(ann).phone == "0161 496 0002"


def test_what_an_undo_took_away_counts_too(office, ann):
    call_her(office, ann, "0161 496 0000")()
    seen = office.history.newest()
    as_somebody(office, "Kim", office.history.undo)
    verb = office.history.unless_changed(seen, office.people.correct)
    with pytest.raises(ChangedMeanwhileError, match="Kim"):
        verb(CorrectPerson(ann, PersonDetails("Ann Lee", phone="0161 496 0002")))


def test_each_who_changed_it_is_named_once(office, ann):
    seen = office.history.newest()
    as_somebody(office, "Kim", call_her(office, ann, "1"))
    as_somebody(office, "Jo", call_her(office, ann, "2"))
    as_somebody(office, "Kim", call_her(office, ann, "3"))
    verb = office.history.unless_changed(seen, office.people.correct)
    with pytest.raises(ChangedMeanwhileError) as raised:
        verb(CorrectPerson(ann, PersonDetails("Ann Lee", phone="4")))
    assert raised.value.words == "Kim, Jo changed this since you opened it."


def test_a_line_of_a_claim_is_guarded_like_anything_else(office, ann):
    b.add_usual_cost(office, ann)
    group = b.add_group(office, ann)
    office.claims.make(b.add_marked_meeting(office, group, ann))
    fare = b.claim_of(office, ann).expenses[0]

    def costs(pence: int) -> CorrectLine:
        details = LineDetails(Category.TAXI, b.MAY_9, "taxi", Money(pence))
        return CorrectLine(fare.id, details)

    seen = office.history.newest()
    as_somebody(office, "Kim", lambda: office.claim_lines.correct(costs(1000)))
    verb = office.history.unless_changed(seen, office.claim_lines.correct)
    with pytest.raises(ChangedMeanwhileError) as raised:
        verb(costs(2000))
    assert any("£10.00" in words for words in raised.value.theirs)
    assert any("£20.00" in words for words in raised.value.yours)
    assert b.claim_of(office, ann).expenses[0].amount == Money(1000)
