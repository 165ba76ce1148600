"""A name is written in the letters that a bank's file has, and told where it cannot be."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.domain.bank_letters import BACS_LETTERS, Letters, spell, unwritable


@pytest.mark.parametrize(
    ("name", "spelled"),
    [
        ("Ann Lee", "ANN LEE"), ("Carys Ŵyn-Jones", "CARYS WYN-JONES"),
        ("José Núñez", "JOSE NUNEZ"),
        ("Siân  O’Brien\n", "SIAN OBRIEN"), ("Łukasz Żółć", "LUKASZ ZOLC"),
        ("Æsa Þór", "AESA THOR"),
        ("Strauß", "STRAUSS"), ("Lee, Ann (joint)", "LEE ANN JOINT"), ("A & B", "A & B"),
        ("Ann – Bo", "ANN - BO"), ("Ann\u200b Lee", "ANN LEE"), ("D'Arcy “Bo”", "DARCY BO"),
        ("ǅ ĳ ﬁ", "DZ IJ FI"), ("Işık İnan", "ISIK INAN"), ("Søren Ångström", "SOREN ANGSTROM"),
        ("a\u0301\u0323nn", "ANN"),
    ],
)  # fmt: skip
def test_bacs_has_capitals_without_accents(name, spelled):
    assert spell(name, Letters.BACS) == (spelled, "")


@pytest.mark.parametrize(
    ("name", "missing"), [("Ann + Bo", "+"), ("Оля", "ОЛЯ"), ("李安 Lee", "李安")]
)
def test_letters_that_bacs_has_no_likeness_of_are_told(name, missing):
    assert spell(name, Letters.BACS)[1] == missing


def test_windows_keeps_its_accents_and_takes_off_those_it_has_not():
    assert spell("José Ŵyn Łucja O’Brien", Letters.WINDOWS) == ("José Wyn Lucja O’Brien", "")
    assert spell("Оля", Letters.WINDOWS)[1] == "Оля"


@pytest.mark.parametrize("letters", [Letters.UTF_8, Letters.UTF_8_BOM])
def test_unicode_keeps_every_letter_but_orders_to_machines(letters):
    assert spell("Оля 李 Ŵyn", letters) == ("Оля 李 Ŵyn", "")
    assert spell("Ann\x00\x07", letters)[1] == "\x00\x07"


def test_a_heading_is_written_as_it_is_typed():
    assert unwritable("Sort_Code", Letters.BACS) == ""
    assert unwritable("Sort\ncode", Letters.BACS) == "\n"
    assert unwritable("Näme", Letters.BACS) == "ä"
    assert unwritable("Näme", Letters.WINDOWS) == ""


def test_every_choice_has_its_words():
    assert len({letters.words for letters in Letters}) == len(Letters)


@given(st.text(), st.sampled_from(Letters))
def test_what_is_spelled_can_always_be_written(text, letters):
    spelled, missing = spell(text, letters)
    spelled.encode(letters.codec)
    assert spelled == " ".join(spelled.split())
    assert spell(spelled, letters) == (spelled, "")
    if letters is Letters.BACS:
        assert set(spelled) <= BACS_LETTERS
    assert not missing or text
