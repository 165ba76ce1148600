"""Shares come to the whole to the penny, whatever they are parts of."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.domain.budgets import (
    WHOLE,
    Cost,
    Stage,
    Use,
    apportion,
    check_parts,
    parse_percent,
    percent,
    say_percent,
    warning,
)
from alongside.domain.errors import UserError
from alongside.domain.money import NOTHING, Money

PENCE = st.integers(0, 10_000_000)
WEIGHTS = st.lists(st.integers(0, 10_000_000), min_size=1, max_size=8)


@given(PENCE, WEIGHTS)
def test_shares_are_the_line_to_the_penny(pence, weights):
    parts = apportion(Money(pence), weights)
    assert Money.total(parts) == Money(pence)
    assert min(parts) >= NOTHING


@given(PENCE, WEIGHTS)
def test_no_share_is_a_penny_or_more_away_from_its_exact_part(pence, weights):
    whole = sum(weights)
    for part, weight in zip(apportion(Money(pence), weights), weights, strict=True):
        if whole:
            assert abs(part.pence * whole - pence * weight) < whole


@given(WEIGHTS, st.data())
def test_what_was_paid_of_a_line_is_never_more_than_a_share_of_it(weights, data):
    paid = data.draw(st.integers(0, sum(weights)))
    parts = apportion(Money(paid), weights)
    assert all(part.pence <= weight for part, weight in zip(parts, weights, strict=True)
               if sum(weights))  # fmt: skip


def test_of_equal_remainders_the_first_gets_the_penny():
    assert apportion(Money(100), [1, 1, 1]) == [Money(34), Money(33), Money(33)]
    assert apportion(Money(5), [1, 2, 2]) == [Money(1), Money(2), Money(2)]
    assert apportion(Money(7), [0, 0]) == [Money(7), NOTHING]
    assert apportion(NOTHING, []) == []


@given(st.lists(st.integers(1, 3000), min_size=1, max_size=3))
def test_one_share_may_be_left_empty_and_gets_the_rest(parts):
    assert check_parts([*parts, None], WHOLE) == [*parts, WHOLE - sum(parts)]


@pytest.mark.parametrize("parts", [[9999], [5000, 5001], [0, WHOLE], [WHOLE, None], [None, None]])
def test_shares_that_are_not_the_whole_are_refused(parts):
    with pytest.raises(UserError) as refused:
        check_parts(parts, WHOLE)
    assert refused.value.field == "shares"


@pytest.mark.parametrize(
    ("n", "words"), [(5000, "50 %"), (3333, "33.33 %"), (1250, "12.5 %"), (10_000, "100 %")]
)
def test_per_cent_has_no_noughts_at_its_end(n, words):
    assert say_percent(n) == words


@pytest.mark.parametrize("text", ["", "half", "-5", "50,5", "1000", "33.333", "5 % %"])
def test_what_is_not_per_cent_is_refused_at_its_field(text):
    with pytest.raises(UserError) as refused:
        parse_percent(text, "share_1")
    assert refused.value.field == "share_1"


@given(st.integers(0, WHOLE))
def test_per_cent_is_read_as_it_is_written(hundredths):
    assert parse_percent(say_percent(hundredths), "share_1") == hundredths


def test_what_is_waived_is_no_part_of_what_is_used():
    use = Use()
    use.add(Cost.FEES, Stage.PAID, Money(5))
    use.add(Cost.WAIVED, Stage.PAID, Money(7))
    assert (use.at(Stage.PAID), use.all, use.of(Cost.WAIVED, Stage.PAID)) == (
        Money(5), Money(5), Money(7),
    )  # fmt: skip


@given(PENCE, PENCE, st.integers(1, 100))
def test_a_budget_warns_from_its_per_cent_on_and_not_before(amount, used, warn_at):
    words = warning(Money(amount), Money(used), warn_at)
    is_near = used > 0 and used * 100 >= amount * warn_at
    assert bool(words) == is_near
    assert ("over-spent" in words) == (used > amount)


def test_per_cent_used_is_rounded_down_so_that_all_means_all():
    assert percent(Money(9999), Money(10_000)) == 99
    assert percent(Money(0), Money(0)) == 0
    assert percent(Money(1), Money(0)) == 100
