"""A cap never changes an expense in silence: what was spent, what is paid and why stand beside."""

from datetime import date, time

import pytest

from alongside.domain.caps import ExpenseFacts, capped_expenses
from alongside.domain.claims import Category, Handling
from alongside.domain.expense_lines import ExpenseLine
from alongside.domain.money import Money
from alongside.domain.policy import Policy
from alongside.domain.policy_limits import Cap, CapOn

DAY, START = date(2026, 5, 9), date(2026, 4, 1)


def spent(category=Category.MEALS, pence=1200, words="lunch", **more) -> ExpenseLine:
    more = {"handling": Handling.REIMBURSE} | more
    return ExpenseLine(f"usual:{category}", category, words, Money(pence), "usual cost", **more)


def cap(on=CapOn.MEAL, pence=900, first=START, **more) -> Cap:
    return Cap(first, on, Money(pence), **more)


def capped(lines, *caps, **facts):
    policy = Policy("Ours", "What we pay", caps=caps)
    return capped_expenses(policy, lines, ExpenseFacts(DAY, **facts))


def one(line, *caps, **facts) -> ExpenseLine:
    return capped([line], *caps, **facts)[0]


def test_a_meal_over_its_cap_says_what_was_spent_and_what_is_paid():
    found = one(spent(), cap(name="lunch"))

    assert found.amount == Money(900)
    assert found.why == (
        "usual cost; £12.00 spent, at most £9.00 is paid for lunch (policy from 1 April 2026)"
    )


@pytest.mark.parametrize("line", [
    spent(pence=900), spent(words="supper"), spent(Category.PARKING), spent(words="lunchbox"),
    spent(handling=Handling.PAID_DIRECT), spent(handling=Handling.WAIVED), spent(pence=0),
])  # fmt: skip
def test_what_a_cap_is_not_about_stays_as_it_was(line):
    assert one(line, cap(name="lunch")) == line


def test_a_policy_without_caps_changes_nothing():
    assert capped([spent(), spent(Category.TAXI)]) == (spent(), spent(Category.TAXI))


def test_a_cap_before_its_day_does_not_hold_and_a_later_set_takes_the_place_of_the_earlier():
    later = cap(first=date(2026, 6, 1))
    old = [cap(pence=500, first=date(2020, 1, 1)), cap(pence=1100, first=date(2020, 1, 1),
                                                       minutes_away=300)]  # fmt: skip

    assert one(spent(), later) == spent()
    assert one(spent(), *old, cap(pence=700), minutes_away=600).amount == Money(700)


@pytest.mark.parametrize(("facts", "pence"), [
    ({"minutes_away": 299}, 0), ({"minutes_away": 300}, 500),
    ({"minutes_away": 900, "back": time(20, 1)}, 1200),
    ({"minutes_away": 900, "back": time(20)}, 500),
])  # fmt: skip
def test_the_dearest_step_that_was_reached_holds(facts, pence):
    steps = [cap(pence=500, minutes_away=300),
             cap(pence=2500, minutes_away=900, back_after=time(20))]  # fmt: skip

    assert one(spent(), *steps, **facts).amount == Money(pence)


def test_a_step_that_was_not_reached_says_what_it_needs():
    found = one(spent(), cap(minutes_away=300), minutes_away=60)

    assert found.why == (
        "usual cost; £12.00 spent, nothing is paid for meals and drinks: it needs 5 hours or more "
        "away (policy from 1 April 2026)"
    )


def test_where_the_time_away_is_not_known_the_most_is_paid_and_somebody_checks():
    found = one(spent(), cap(pence=500, minutes_away=300), cap(pence=2500, minutes_away=900))

    assert found.amount == Money(1200)
    assert found.why == "usual cost; the time away is not known: check"


@pytest.mark.parametrize(("region", "nights", "pence"), [
    ("London", 1, 9104), ("LONDON", 2, 18208), ("Leeds", 1, 7982), ("", 1, 9104),
])  # fmt: skip
def test_a_night_is_capped_by_its_place(region, nights, pence):
    caps = [cap(CapOn.NIGHT, 9104, region="London"), cap(CapOn.NIGHT, 7982, region="elsewhere")]

    found = one(spent(Category.OVERNIGHT, 30000), *caps, region=region, nights=nights)

    assert found.amount == Money(pence)
    assert ("the place of the night is not known: check" in found.why) is (not region)


def test_an_hour_of_care_is_capped_and_other_support_is_not():
    rule = cap(CapOn.CARE_HOUR, 700)

    found = one(spent(Category.CHILDCARE, 2700, minutes=180), rule)

    assert found.amount == Money(2100)
    assert "at most £7.00 an hour is paid for childcare: £21.00 for 3 hours" in found.why
    assert one(spent(Category.SUPPORT_WORKER, 2700, minutes=180), rule).amount == Money(2700)
    named = cap(CapOn.CARE_HOUR, 800, categories=frozenset({Category.SUPPORT_WORKER}))
    assert one(spent(Category.SUPPORT_WORKER, 2700, minutes=180), rule, named).amount == Money(2400)


def test_care_without_hours_is_left_and_somebody_checks():
    found = one(spent(Category.CHILDCARE, 2700), cap(CapOn.CARE_HOUR, 700))

    assert found.amount == Money(2700)
    assert found.why.endswith("and the hours are not known: check")


def test_one_journey_has_a_cap_of_its_own():
    taxi = cap(CapOn.JOURNEY, 1500, categories=frozenset({Category.TAXI}))

    assert one(spent(Category.TAXI, 2000), taxi).amount == Money(1500)
    assert one(spent(Category.BUS_TRAIN_TRAM, 2000), taxi).amount == Money(2000)
    assert one(spent(Category.BUS_TRAIN_TRAM, 2000), cap(CapOn.JOURNEY, 1500)).amount == Money(1500)


def test_a_claim_has_what_is_left_in_the_order_of_its_lines():
    lines = [spent(Category.TAXI, 3000), spent(Category.MEALS, 1000), spent(Category.OTHER, 500)]

    found = capped(lines, cap(CapOn.CLAIM, 5000), already={Category.PARKING: Money(1500)})

    assert [line.amount.pence for line in found] == [3000, 500, 0]
    assert "£5.00 is left of the £50.00 that one claim may have" in found[1].why


def test_a_cap_on_some_kinds_of_a_claim_counts_those_only():
    rule = cap(CapOn.CLAIM, 1000, categories=frozenset({Category.MEALS}))

    found = capped([spent(Category.TAXI, 3000), spent(pence=1200)], rule,
                   already={Category.MEALS: Money(400), Category.TAXI: Money(9000)})  # fmt: skip

    assert [line.amount.pence for line in found] == [3000, 600]
