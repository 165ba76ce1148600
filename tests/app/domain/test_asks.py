"""A policy says by its rules which facts of a day it wants: all of them, some, or none."""

from datetime import date

import pytest

import builders as b
from alongside.domain.agreements import Agreement
from alongside.domain.asks import Asks, asks_for, together
from alongside.domain.claims import Category
from alongside.domain.expense_lines import read_names
from alongside.services.policies import rules_of

DAY = b.MAY_9


def asked(rules: str, day: date = DAY) -> Asks:
    return asks_for(rules_of(f"{b.POLICY}\n{rules}"), day)


def cap(on: str, more: str = "", first: str = "2020-01-01") -> str:
    return f'[[cap]]\nfrom = {first}\non = "{on}"\namount = "10.00"\n{more}\n'


def test_a_plain_policy_asks_for_passengers_at_most():
    assert asked("") == Asks(passengers=True)


@pytest.mark.parametrize(
    ("rule", "is_asked"),
    [
        ('[[travel_time]]\nfrom = 2020-01-01\nrate = "10.00"', True),
        ('[[travel_time]]\nfrom = 2020-01-01\namount = "10.00"', False),
        ('[[travel_time]]\nfrom = 2027-01-01\nrate = "10.00"', False),
    ],
)
def test_the_time_on_the_way_is_asked_where_it_is_paid_by_the_hour(rule, is_asked):
    assert asked(rule).travel is is_asked


@pytest.mark.parametrize(
    ("more", "is_asked"), [('hours_away = "5"', True), ('left_before = "07:00"', True), ("", False)]
)
def test_the_time_away_is_asked_where_a_meal_depends_on_it(more, is_asked):
    assert asked(cap("meal", more)).time_away is is_asked


def test_regions_of_nights_are_those_that_the_policy_names():
    rules = cap("night", 'region = "London"') + cap("night", 'region = "elsewhere"')
    found = asked(rules)
    assert (found.nights, found.regions) == (True, ("London", "elsewhere"))
    assert asked(cap("night")).regions == ()


def test_a_rule_that_starts_later_asks_nothing_yet():
    assert not asked(cap("night", first="2027-01-01")).nights


def test_capped_are_the_expenses_that_a_cap_is_about():
    assert asked(cap("meal")).capped == {Category.MEALS}
    assert asked(cap("journey", 'lines = ["taxi"]')).capped == {Category.TAXI}
    assert Category.PARKING in asked(cap("claim")).capped
    assert Category.ATTENDANCE not in asked(cap("claim")).capped


def test_several_policies_ask_for_what_any_of_them_wants():
    one = Asks(travel=True, regions=("London",), capped=frozenset({Category.MEALS}))
    other = Asks(by_bus=True, regions=("London", "abroad"), capped=frozenset({Category.TAXI}))
    assert together([one, other]) == Asks(
        travel=True, by_bus=True, regions=("London", "abroad"),
        capped=frozenset({Category.MEALS, Category.TAXI}),
    )  # fmt: skip
    assert together([]) == Asks()


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("Jo Hart", ("Jo Hart",)),
        (" Jo  Hart ,Bo, jo hart,, ", ("Jo Hart", "Bo")),
        ("", ()),
    ],
)
def test_names_with_commas_between_them_count_once_each(typed, names):
    assert read_names(typed) == names


@pytest.mark.parametrize(
    ("agreed", "words"),
    [
        (Agreement(), ""),
        (Agreement("Jo {Hart}"), "agreed beforehand by Jo {Hart}"),
        (
            Agreement("Jo", date(2026, 5, 3), date(2026, 9, 1)),
            "agreed beforehand by Jo on 3 May 2026, until 1 September 2026",
        ),
        (Agreement(until=date(2026, 9, 1)), "agreed beforehand, until 1 September 2026"),
    ],
)
def test_an_agreement_is_said_in_one_line(agreed, words):
    assert agreed.words == words


@pytest.mark.parametrize(
    ("day", "is_soon"),
    [(date(2026, 8, 1), False), (date(2026, 8, 2), True), (DAY, False), (date(2026, 9, 2), False)],
)
def test_an_agreement_ends_soon_in_its_last_thirty_days(day, is_soon):
    assert Agreement(until=date(2026, 9, 1)).ends_soon(day) is is_soon
