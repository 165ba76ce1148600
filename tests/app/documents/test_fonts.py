"""Letters: which can be printed, in which font, how wide, and where a line breaks."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.documents.fonts import printable, split_runs, tidy, width
from alongside.documents.wrapping import shorten, wrap
from alongside.domain.errors import UserError
from alongside.domain.marks import Font

EVERYDAY = "".join(map(chr, range(32, 127))) + "£ŵŴŷŶ–’‘“”•…−éÅøßŁź"


def test_everyday_letters_are_all_in_the_main_fonts():
    for font in (Font.REGULAR, Font.BOLD):
        assert split_runs(EVERYDAY, font) == [(font, EVERYDAY)]


@pytest.mark.parametrize("name", ["Nguyễn", "Γιώργος", "Олександр", "Đặng"])
def test_a_word_with_a_letter_from_elsewhere_keeps_to_one_font(name):
    assert split_runs(f"Ann {name} Lee", Font.BOLD) == [
        (Font.BOLD, "Ann "),
        (Font.FALLBACK_BOLD, f"{name} "),
        (Font.BOLD, "Lee"),
    ]


@pytest.mark.parametrize("words", ["សុខា", "မြ", "李🙂", "☐", "𐤀", "E\u0329\u0300", "\ud800"])
def test_what_would_come_out_wrong_is_refused(words):
    with pytest.raises(UserError, match="cannot be printed"):
        printable(words)


def test_tone_marks_over_low_letters_are_printed():
    assert printable("Ọlọ́runtóbi") == unicodedata.normalize("NFC", "Ọlọ́runtóbi")


def test_accents_typed_apart_are_joined_to_their_letters():
    assert printable("W\u0302yn Jose\u0301") == "Ŵyn José"


def test_tabs_new_lines_and_unseen_signs_are_tidied_away():
    assert tidy("  Ann\t\n Lee\u200b\u00ad\u202e ") == "Ann Lee"


def test_a_bold_word_is_wider_and_twice_the_size_is_twice_as_wide():
    assert width("Riverside", Font.BOLD, 14) > width("Riverside", Font.REGULAR, 14)
    assert width("Ŵyn", Font.BOLD, 28) == pytest.approx(2 * width("Ŵyn", Font.BOLD, 14))


@given(
    words=st.text(st.sampled_from("abW -–/éễЖ\u0301 "), max_size=120),
    room=st.floats(40, 300),
)
def test_wrapped_lines_fit_and_lose_no_letter(words, room):
    words = tidy(words)
    lines = wrap(words, Font.REGULAR, 14, room)
    assert all(width(line, Font.REGULAR, 14) <= room for line in lines)
    assert "".join(lines).replace(" ", "") == words.replace(" ", "")


def test_two_hundred_letters_without_a_space_are_broken():
    assert len(wrap("a" * 200, Font.REGULAR, 14, 200)) > 5


def test_a_name_with_a_hyphen_breaks_after_it_and_a_number_does_not():
    room = width("Claim Featherstone-", Font.REGULAR, 14) + 1
    assert wrap("Claim Featherstone-Haugh", Font.REGULAR, 14, room) == [
        "Claim Featherstone-",
        "Haugh",
    ]
    room = width("Number of claim 2026-", Font.REGULAR, 14) + 1
    assert wrap("Number of claim 2026-0147", Font.REGULAR, 14, room)[1] == "2026-0147"


def test_no_words_are_no_lines():
    assert wrap("", Font.REGULAR, 14, 200) == []


def test_shortened_words_fit_and_say_that_they_are_shortened():
    short = shorten("Featherstonehaugh" * 9, Font.REGULAR, 14, 120)
    assert short.endswith("…")
    assert width(short, Font.REGULAR, 14) <= 120
    assert shorten("Ann Lee", Font.REGULAR, 14, 120) == "Ann Lee"
