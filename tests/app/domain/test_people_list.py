"""What a list of people says is taken as it stands; what is not understood is kept and told."""

import pytest

from alongside.domain.people import ContactWay, Format
from alongside.domain.people_list import Fact, guess, read_person

ALL = [Fact.NAME, Fact.PHONE, Fact.EMAIL, Fact.CONTACT_WAY, Fact.FORMAT, Fact.ACCESS]


def person(facts, *cells):
    return read_person(facts, cells)


@pytest.mark.parametrize(
    ("heading", "fact"),
    [
        ("Name", Fact.NAME), ("FULL NAME", Fact.NAME), ("First_name", Fact.FIRST_NAME),
        ("Surname ", Fact.SURNAME), ("Known as", Fact.NICKNAME), ("E-mail", Fact.EMAIL),
        ("Email address:", Fact.EMAIL), ("Tel. no.", Fact.PHONE), ("Mobile", Fact.PHONE),
        ("Post code", Fact.ADDRESS), ("Access needs", Fact.ACCESS), ("Shoe size", None), ("", None),
    ],
)  # fmt: skip
def test_a_heading_says_what_its_column_holds(heading, fact):
    assert guess([heading]) == (fact,)


def test_only_one_column_is_taken_for_what_there_is_one_of():
    assert guess(["Phone", "Mobile", "Town", "Postcode"]) == (
        Fact.PHONE, None, Fact.ADDRESS, Fact.ADDRESS,
    )  # fmt: skip


def test_a_name_in_two_columns_becomes_one():
    assert person([Fact.SURNAME, Fact.FIRST_NAME], "Lee", " Ann  Mai ").name == "Ann Mai Lee"


def test_the_lines_of_an_address_stay_lines():
    found = person([Fact.NAME, Fact.ADDRESS, Fact.ADDRESS], "Ann", "1 High Street", "NG1 1AA")
    assert found.address == "1 High Street\nNG1 1AA"


@pytest.mark.parametrize(
    ("said", "format_"),
    [
        ("Easy read", Format.EASY_READ), ("easyread please", Format.EASY_READ),
        ("Large print", Format.LARGE_18), ("18pt", Format.LARGE_18), ("18 pt", Format.LARGE_18),
        ("large print 24 point", Format.LARGE_24), ("Braille", Format.BRAILLE),
        ("Plain text", Format.PLAIN_TEXT), ("phone call", Format.PHONE), ("", Format.STANDARD),
        ("Standard", Format.STANDARD),
    ],
)  # fmt: skip
def test_formats_are_known_by_the_words_that_people_use(said, format_):
    assert person([Fact.NAME, Fact.FORMAT], "Ann", said).format == format_


@pytest.mark.parametrize(
    ("said", "way"),
    [
        ("E-mail", ContactWay.EMAIL),
        ("Text", ContactWay.TEXT),
        ("text relay", ContactWay.RELAY),
        ("by post", ContactWay.POST),
        ("Mobile", ContactWay.PHONE),
    ],
)
def test_ways_of_contact_are_known_by_the_words_that_people_use(said, way):
    assert person([Fact.NAME, Fact.CONTACT_WAY], "Ann", said).contact_way == way


def test_without_a_preference_a_way_is_taken_that_there_is():
    assert person([Fact.NAME, Fact.EMAIL], "Ann", "a@example.org").contact_way == ContactWay.EMAIL
    assert person([Fact.NAME, Fact.TEXT_PHONE], "Ann", "07700").contact_way == ContactWay.TEXT


def test_what_is_not_understood_is_kept_and_told():
    found = person(ALL, "Ann", "0115", "ann at home", "pigeon", "audio tape", "ramp")
    assert found.contact_note == "ann at home. pigeon"
    assert found.access_requirements == "ramp\naudio tape"
    assert len(found.doubts) == 3
    assert all(text in " ".join(found.doubts) for text in ("ann at home", "pigeon", "audio tape"))


@pytest.mark.parametrize(
    ("kept", "number"),
    [("7700900123", "07700900123"), ("1154960001", "01154960001"), ("07700 900123", "07700 900123"),
     ("+44 7700 900123", "+44 7700 900123"), ("496 0001", "496 0001")],
)  # fmt: skip
def test_a_number_gets_back_the_nought_that_a_spreadsheet_took(kept, number):
    found = person([Fact.NAME, Fact.PHONE], "Ann", kept)
    assert found.phone == number
    assert bool(found.doubts) == (kept != number)


@pytest.mark.parametrize(
    ("mine", "theirs", "is_same"),
    [
        (("0115 496 0001", "", ""), ("+44 115 4960001", "", ""), True),
        (("", "ANN@example.org", ""), ("1", "ann@example.org", ""), True),
        (("", "", "1 High St\nng1 1aa"), ("", "", "High Street NG11AA"), True),
        (("0115 496 0001", "", ""), ("0115 496 0002", "", ""), False),
        (("", "", ""), ("", "", ""), False),
    ],
)
def test_two_are_the_same_if_they_are_reached_the_same_way(mine, theirs, is_same):
    facts = [Fact.NAME, Fact.PHONE, Fact.EMAIL, Fact.ADDRESS]
    ann, other = person(facts, "Ann", *mine), person(facts, "Ann", *theirs)
    assert ann.is_reached_like(other) is is_same
