"""Which language is spoken: the one that was chosen, else the system's if it has been checked."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from alongside import i18n
from alongside.domain.dates import parse_date, say_date, say_day, say_minutes
from alongside.domain.errors import UserError
from builders import MAY_9


@pytest.mark.parametrize("system", ["en_GB", "cy_GB.UTF-8", "cy-GB", "CY", "de_DE", "C", ""])
def test_without_a_choice_a_language_that_nobody_checked_never_comes_by_itself(system):
    assert i18n.language_for("", system) == "en"


@pytest.mark.parametrize(
    ("system", "spoken"),
    [("cy_GB.UTF-8", "cy"), ("cy-GB", "cy"), ("cy.UTF-8", "cy"), ("cyr", "en"), ("de", "en")],
)
def test_without_a_choice_a_checked_language_is_the_systems(monkeypatch, system, spoken):
    monkeypatch.setattr(i18n, "STARTERS", frozenset())
    assert i18n.language_for("", system) == spoken


def test_what_was_chosen_wins_over_the_system_and_nonsense_does_not():
    assert i18n.language_for("cy", "en_GB") == "cy"
    assert i18n.language_for("xx", "en_GB") == "en"


def test_linux_says_its_language_in_the_variables_that_other_programs_read():
    assert i18n.system_language({"LANG": "cy_GB.UTF-8"}) == "cy_GB.UTF-8"
    assert i18n.system_language({"LANG": "en_GB", "LC_ALL": "", "LC_MESSAGES": "cy"}) == "cy"
    assert i18n.system_language({}) == ""


def test_what_is_not_translated_stands_in_english(welsh):
    assert i18n._("Register") == "Cofrestr"
    assert i18n._("Stopped.") == "Stopped."
    assert i18n.language() == "cy"


def test_another_language_holds_for_a_while_and_on_its_own_thread_only():
    with i18n.speaking("cy"), ThreadPoolExecutor(1) as other:
        assert i18n._("Register") == "Cofrestr"
        assert other.submit(i18n._, "Register").result() == "Register"
        with i18n.speaking("en"):
            assert i18n._("Register") == "Register"
        assert i18n._("Register") == "Cofrestr"
    assert i18n._("Register") == "Register"


def test_days_are_said_in_welsh_and_read_as_they_are_said(welsh):
    assert say_date(MAY_9) == "9 Mai 2026"
    assert say_day(MAY_9) == "Dydd Sadwrn 9 Mai 2026"
    for typed in ("9 Mai 2026", "9 mai 26", "Dydd Sadwrn 9 Mai 2026", "9/5/2026"):
        assert parse_date(typed, "day") == MAY_9
    with pytest.raises(UserError, match="Nid yw “May” yn fis"):
        parse_date("9 May 2026", "day")


@pytest.mark.parametrize(
    ("minutes", "words"),
    [(1, "1 munud"), (2, "2 funud"), (3, "3 munud"), (150, "2 awr 30 munud"), (360, "6 awr")],
)
def test_lengths_are_counted_as_welsh_does(welsh, minutes, words):
    assert say_minutes(minutes) == words
