"""Letters for Alt: one for each label, the first letters of words first."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside_ui.widgets.mnemonics import Mnemonics, without_mnemonic


def test_the_first_letter_is_given_while_it_is_free():
    letters = Mnemonics()
    assert letters.give("Name") == "&Name"
    assert letters.give("Nickname") == "N&ickname"


def test_first_letters_of_words_come_before_letters_inside():
    letters = Mnemonics("r")
    assert letters.give("Role today") == "Role &today"


def test_letters_that_are_taken_are_never_given():
    assert Mnemonics("FEGMRCVH").give("Go") == "G&o"


def test_where_no_letter_is_left_the_words_stay_as_they_are():
    assert Mnemonics("go").give("Go") == "Go"


def test_letters_that_no_keyboard_has_are_passed_over():
    assert Mnemonics().give("Ŵyn") == "Ŵ&yn"


def test_an_ampersand_of_the_words_stays_one():
    assert Mnemonics().give("Bread & butter") == "&Bread && butter"
    assert Mnemonics("b").give("B & Q") == "B && &Q"


@given(st.lists(st.text(alphabet=st.sampled_from("abc AB&’-é"), max_size=12), max_size=6))
def test_no_letter_is_given_twice_and_the_words_can_be_had_back(labels: list[str]):
    letters = Mnemonics()
    given_out = []
    for words in labels:
        marked = letters.give(words)
        assert without_mnemonic(marked) == words
        given_out += [marked.replace("&&", "").partition("&")[2][:1].casefold()]
    used = [letter for letter in given_out if letter]
    assert len(used) == len(set(used))


@pytest.mark.parametrize(("marked", "words"), [("&Name", "Name"), ("A && B", "A & B")])
def test_words_are_read_without_their_marks(marked: str, words: str):
    assert without_mnemonic(marked) == words
