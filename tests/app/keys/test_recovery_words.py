"""The seven words: finished while they are typed, spelled for who listens, slips pointed out."""

import pytest

from alongside.keys import completions, nearest, spelled, unknown
from alongside.keys.words import plain, word_list


def test_a_word_is_finished_from_the_list():
    assert completions("zon") == ["zone", "zoning"]
    assert completions(" ABDO") == ["abdomen", "abdominal"]
    assert len(completions("a")) == 8


@pytest.mark.parametrize("typed", ["", "  ", "zzz", "7"])
def test_nothing_is_offered_for_nothing(typed):
    assert completions(typed) == []


def test_words_are_spelled_letter_by_letter():
    assert spelled("oak zoom") == "oak: o, a, k. zoom: z, o, o, m"


def test_slips_are_pointed_out_once_all_seven_are_there():
    words = "abdomen drop-down zone zoning zookeeper zoom"
    assert unknown(f"{words} zomm") == ["zomm"]
    assert unknown(f"{words.upper()}, Abacus") == []
    assert unknown("zomm") == []


@pytest.mark.parametrize(("slip", "meant"), [("walnot", "walnut"), ("ZOMM", "zoom"), ("q9", "")])
def test_a_slip_is_told_what_was_likely_meant(slip, meant):
    assert nearest(slip) == meant


def test_hardly_two_words_of_the_list_have_the_same_letters():
    seen = {plain(word) for word in word_list()}
    assert len(word_list()) == 7776
    assert len(seen) == 7775, "yo-yo and yoyo, and no others"
