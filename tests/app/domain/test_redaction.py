"""A name goes, wherever it stands; what only looks like it stays."""

import unicodedata

import pytest

from alongside.domain.redaction import Redactor, parts_of, small_words

GONE = "Redacted person 3F2A"


def redactor(*names, **known):
    return Redactor(GONE, names=names, **known)


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Ann Lee, attended", f"{GONE}, attended"),
        ("undone: ann  lee added", f"undone: {GONE} added"),
        ("ANN LEE", GONE),
        ("Ann’s taxi", f"{GONE}’s taxi"),
        ("Ann's taxi", f"{GONE}'s taxi"),
        ("“Ann”, (Lee).", f"“{GONE}”, ({GONE})."),
        ("rang Ann\nand LEE", f"rang {GONE}\nand {GONE}"),
        ("Annual report, Joanne and Annie Leeson of Fleet", None),
        ("Ann-Marie, Mary-Ann, O’Ann, and d'Ann", None),
        ("an ann of lee", None),
        ("Anna_Ann Lee2", None),
    ],
)
def test_a_name_is_no_part_of_other_words(text, left):
    assert redactor("Ann Lee").elsewhere(text) == (text if left is None else left)


def test_what_others_are_called_too_is_taken_out_only_of_what_is_about_the_person():
    found = redactor("Ann Lee", others=["Ann Larsen", "3 Lee Street", "Bo Lee"])
    text = "Ann rang Ann Larsen and Lee, at 3 Lee Street"
    assert found.elsewhere(text) == text
    assert found.about(text) == f"{GONE} rang Ann Larsen and {GONE}, at 3 Lee Street"
    assert found.elsewhere("Ann Lee, attended") == f"{GONE}, attended"


def test_somebody_of_the_very_same_name_keeps_theirs():
    found = redactor("Ann Lee", others=["Ann Lee"])
    assert found.elsewhere("Ann Lee, attended") == "Ann Lee, attended"
    assert found.about("Ann Lee, attended") == f"{GONE}, attended"
    assert found.signature("Ann Lee") == "Ann Lee"


def test_what_is_named_after_the_person_is_no_other_name():
    found = redactor("Ann Lee", others=["Ann Lee, the office", "Ann Lee’s flat"])
    assert found.elsewhere("Ann Lee’s flat") == f"{GONE}’s flat"
    assert found.elsewhere("Ann") == GONE


def test_ordinary_words_and_days_stay():
    found = redactor("May Park", ordinary={"park"})
    assert found.elsewhere("Park and ride") == "Park and ride"
    assert found.about("May rang on 9 May 2026; Park too") == (
        f"{GONE} rang on 9 May 2026; {GONE} too"
    )
    assert redactor("Rose Bank").about("Bank details of Rose changed") == (
        f"Bank details of {GONE} changed"
    )


def test_titles_and_initials_are_no_names():
    found = redactor("Dr A van Dyke")
    assert found.elsewhere("A doctor, Dr Who, rode in a van") == "A doctor, Dr Who, rode in a van"
    assert found.elsewhere("Dyke") == GONE


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_accents_may_be_kept_in_either_way_or_left_out(form):
    text = unicodedata.normalize(form, "Carys Ŵyn and Ŵyn")
    assert redactor("Carys Ŵyn").elsewhere(text) == f"{GONE} and {GONE}"
    assert redactor("Carys Ŵyn").elsewhere("carys wyn") == GONE


def test_marks_go_whole_and_are_no_names():
    found = redactor("Ann Lee", marks=["0161 496 0000", "a.lee@example.org", "MISS A LEE"])
    assert found.elsewhere("ring 0161 496 0000, a.lee@example.org") == f"ring {GONE}, {GONE}"
    assert found.elsewhere("0161 496 0001") == "0161 496 0001"
    assert found.elsewhere("MISS A LEE") == GONE


def test_a_signature_is_theirs_only_in_full():
    found = redactor("Ann Lee", "Annie")
    assert found.signature("Ann Lee") == GONE
    assert [found.signature(who) for who in ("Ann", "Annie", "Jo")] == ["Ann", "Annie", "Jo"]


def test_what_stands_in_its_place_is_never_redacted_itself():
    assert redactor(GONE).about(f"{GONE} added") == f"{GONE} added"


def test_parts_of_a_name():
    assert parts_of("Ann (Annie) Lee-Hart") == ["Ann", "Annie", "Lee-Hart", "Lee", "Hart"]
    assert small_words(["Park the car", "Rose"]) == {"the", "car"}
