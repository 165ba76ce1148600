"""Amounts in words: each amount has its own, and whoever reads them finds the amount again."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.domain.money import Money
from alongside.domain.number_words import amount_in_words, number_in_words, spelled_out
from alongside.i18n import speaking

ONES = [
    "", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
]  # fmt: skip
TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
PENCE = st.integers(0, 9_999_999)


def value_of(words: str) -> int:
    """Read a number back, as somebody would."""
    whole = part = 0
    for word in re.findall(r"[a-z]+", words):
        if word == "hundred":
            part *= 100
        elif word in ("thousand", "million"):
            whole += part * (1000 if word == "thousand" else 1_000_000)
            part = 0
        elif word in TENS:
            part += 10 * (TENS.index(word) + 2)
        elif word != "and":
            part += ONES.index(word)
    return whole + part


def pence_of(words: str) -> int:
    found = re.fullmatch(r"(?:(.+) pounds?)?(?: and )?(?:(.+) (?:pence|penny))?", words)
    assert found
    return 100 * value_of(found[1] or "") + value_of(found[2] or "")


@given(PENCE)
def test_whoever_reads_an_amount_in_words_finds_the_amount(pence):
    words = amount_in_words(Money(pence))
    assert words == "no money" if pence == 0 else pence_of(words) == pence
    assert re.fullmatch(r"[a-z]+(?:(?:-|, | )[a-z]+)*", words)


@given(st.integers(1, 999_999_999))
def test_whoever_reads_a_number_in_words_finds_the_number(number):
    assert value_of(number_in_words(number)) == number


@given(PENCE, PENCE)
def test_two_amounts_never_have_the_same_words_in_welsh(one, other):
    with speaking("cy"):
        first, second = amount_in_words(Money(one)), amount_in_words(Money(other))
    assert (first == second) == (one == other)
    assert not re.search(r"[\d{}]|\b(pounds?|pence|hundred|thousand|and)\b", first)


@pytest.mark.parametrize(
    ("amount", "words"),
    [
        ("£75.00", "seventy-five pounds"),
        ("£1.00", "one pound"),
        ("£0.01", "one penny"),
        ("£0.45", "forty-five pence"),
        ("£13.50", "thirteen pounds and fifty pence"),
        ("£105.10", "one hundred and five pounds and ten pence"),
        ("£1,005.00", "one thousand and five pounds"),
        ("£1,234.56", "one thousand, two hundred and thirty-four pounds and fifty-six pence"),
        ("£99,999.00", "ninety-nine thousand, nine hundred and ninety-nine pounds"),
        ("£2,000,017.00", "two million and seventeen pounds"),
        ("−£5.00", "minus five pounds"),
    ],
)  # fmt: skip
def test_an_amount_is_followed_by_its_words(amount, words):
    assert spelled_out(f"Of {amount}, no more.") == f"Of {amount} ({words}), no more."


def test_welsh_amounts_count_in_welsh():
    with speaking("cy"):
        assert spelled_out("£75.00") == "£75.00 (saith deg pump o bunnoedd)"
        assert amount_in_words(Money(200)) == "dwy bunt"


@pytest.mark.parametrize("words", ["", "12 May 2026", "45p a mile", "£", "£5,000,000,000.00"])
def test_what_is_no_amount_of_ours_is_left_alone(words):
    assert spelled_out(words) == words


@pytest.mark.parametrize("number", [0, -1, 1_000_000_000])
def test_a_number_that_has_no_words_is_refused(number):
    with pytest.raises(ValueError, match=str(number)):
        number_in_words(number)
