"""A fee that was offered, and what the person made of it: nothing is lost between the two."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.domain.choices import Choice, choose_of
from alongside.domain.claims import Decision
from alongside.domain.errors import UserError
from alongside.domain.money import NOTHING, Money

OFFERED = Money(7500)


def said(choice: Choice) -> str:
    return choose_of(OFFERED, choice).words(OFFERED)


def test_forty_paid_twenty_to_a_charity_and_the_rest_declined():
    choice = Choice(Decision.LESS, Money(4000), Money(2000), "the Food Bank")
    assert said(choice) == ("chose a smaller fee: £20.00 to the Food Bank, £15.00 declined")
    assert choose_of(OFFERED, choice).paid == Money(4000)


@pytest.mark.parametrize(
    ("choice", "kept", "words"),
    [
        (Choice(Decision.ACCEPT, OFFERED, Money(5), "x"), (7500, 0, 0), "accepted"),
        (Choice(Decision.LESS, Money(4000)), (4000, 0, 0), "chose a smaller fee"),
        (Choice(Decision.DECLINE, OFFERED), (0, 0, 0), "chose no fee"),
        (Choice(Decision.DONATE, OFFERED), (0, 7500, 0),
         "gave the fee away"),
        (Choice(Decision.DONATE, NOTHING, Money(5000), "Mind"), (0, 5000, 0),
         "gave the fee away: £50.00 to Mind, £25.00 declined"),
        (Choice(Decision.IN_KIND, NOTHING, in_kind_words="a voucher"), (0, 0, 7500),
         "chose something in kind: a voucher worth £75.00"),
        (Choice(Decision.LESS, Money(2500), NOTHING, "", Money(5000), "a train pass"),
         (2500, 0, 5000), "chose a smaller fee: a train pass worth £50.00"),
    ],
)  # fmt: skip
def test_each_choice_keeps_its_parts_and_says_them(choice, kept, words):
    found = choose_of(OFFERED, choice)
    assert (found.paid.pence, found.given.pence, found.in_kind.pence) == kept
    assert said(choice) == words


@pytest.mark.parametrize(
    ("choice", "field"),
    [
        (Choice(Decision.ACCEPT, Money(7499)), "decision"),
        (Choice(Decision.ACCEPT, Money(7501)), "amount"),
        (Choice(Decision.LESS, Money(4000), Money(4000), "x"), "given"),
        (Choice(Decision.LESS, Money(-1)), "amount"),
        (Choice(Decision.LESS, NOTHING, Money(-1)), "given"),
        (Choice(Decision.LESS, NOTHING, NOTHING, "", Money(-1)), "in_kind"),
        (Choice(Decision.IN_KIND, NOTHING, NOTHING, "", Money(7501)), "given"),
    ],
)
def test_what_does_not_fit_the_offer_is_refused_where_it_is_typed(choice, field):
    with pytest.raises(UserError) as refused:
        choose_of(OFFERED, choice)
    assert refused.value.field == field


amounts = st.integers(0, 9000).map(Money)


@given(st.sampled_from(Decision), amounts, amounts, amounts, amounts)
def test_the_parts_never_come_to_more_than_was_offered(decision, offered, paid, gave, kind):
    try:
        found = choose_of(offered, Choice(decision, paid, gave, "x", kind, "y"))
    except UserError:
        return
    assert found.paid + found.given + found.in_kind <= offered
    assert choose_of(offered, found) == found
