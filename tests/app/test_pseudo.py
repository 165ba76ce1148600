"""The language that nobody speaks: longer than any, and what stands in braces is left alone."""

import pytest

from alongside import i18n
from alongside.pseudo import lengthen


@pytest.mark.parametrize("words", ["Save", "Add a walk-in…", "{n} people are not yet marked.", "X"])
def test_it_is_longer_by_40_per_cent(words):
    assert len(lengthen(words)) >= 1.4 * len(words)


def test_what_stands_in_braces_is_left_alone():
    assert lengthen("{name}, saved on {day}").startswith("{name}, sàvéd öñ {day}")


def test_it_can_be_chosen_and_left_again():
    i18n.set_language(i18n.PSEUDO)
    try:
        assert i18n._("Save").startswith("Sàvé")
        assert i18n.ngettext("{n} person", "{n} people", 2).startswith("{n} péöplé")
    finally:
        i18n.set_language("en")
    assert i18n._("Save") == "Save"
