"""A layout comes back from its text as it was; a text that is none is refused in a sentence."""

import json
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.domain.bank_layout import (
    NEEDED,
    OF_PAYEE,
    Column,
    DateForm,
    Layout,
    LineEnd,
    PayFact,
    Quoting,
    Separator,
)
from alongside.domain.bank_layout_text import from_json, to_json
from alongside.domain.bank_letters import Letters
from alongside.domain.bank_ready import ready_layouts
from alongside.domain.errors import UserError

LEAST = [{"fact": "sort code"}, {"fact": "account number"}, {"fact": "amount"}]


def text(**given_):
    return json.dumps({"name": "Ours", "columns": LEAST} | given_)


headings = st.text("ABCdef éŵ", max_size=10).map(str.strip)
columns = st.builds(
    Column,
    st.sampled_from(sorted(set(PayFact) - {PayFact.FIXED})),
    headings,
    most=st.sampled_from([0, 18, 255]),
    is_upper=st.booleans(),
)
fixed = st.builds(Column, st.just(PayFact.FIXED), headings, st.sampled_from(["99", "GBP"]))
once = (
    st.lists(columns.filter(lambda column: column.fact not in OF_PAYEE) | fixed, max_size=5)
    .map(lambda row: (*row, Column(PayFact.FIXED, text="H")))
)  # fmt: skip
layouts = st.builds(
    Layout,
    st.text("Ab ŵ’", min_size=1).filter(str.strip),
    st.lists(columns | fixed, max_size=8).map(lambda row: (*map(Column, NEEDED), *row)),
    st.lists(once, max_size=2).map(tuple),
    st.lists(once, max_size=2).map(tuple),
    st.just(False),
    st.booleans(),
    st.sampled_from(DateForm),
    st.sampled_from(Quoting),
    st.sampled_from(Separator),
    st.sampled_from(LineEnd),
    st.sampled_from([Letters.UTF_8, Letters.UTF_8_BOM]),
    st.booleans(),
    st.booleans(),
    st.integers(0, 10_000),
)


@given(layouts)
def test_a_layout_comes_back_from_its_text(layout):
    assert from_json(to_json(layout)) == layout


@pytest.mark.parametrize("layout", ready_layouts(), ids=lambda layout: layout.name)
def test_a_ready_layout_comes_back_from_its_text(layout):
    assert from_json(to_json(layout)) == layout


def test_what_a_text_does_not_say_is_as_usual():
    assert from_json(text()) == Layout("Ours", tuple(map(Column, NEEDED)))
    assert from_json("\ufeff" + text(dates="ddmmyy")).dates is DateForm.SHORT


@pytest.mark.parametrize(
    ("kept", "said"),
    [
        ("", "not written as one is on line 1"),
        ('{"name":\n}', "not written as one is on line 2"),
        ("[1]", "the layout must be in curly brackets"),
        ("null", "the layout must be in curly brackets"),
        ('{"name": "a", "name": "b"}', "a second time"),
        ("[" * 100_000, "no layout"),
        ("1" * 10_000, "no layout|curly brackets"),
        (" " * 200_001, "too long"),
        ('{"columns": []}', "In the layout, “name” is missing"),
        ('{"name": "Ours"}', "In the layout, “columns” is missing"),
        (text(quotes="always"), "“quotes” is not known: did you mean “quoting”"),
        (text(quoting="sometimes"), "“sometimes” cannot be “quoting”"),
        (text(quoting=1), "“1” cannot be “quoting”"),
        (text(name=5), "“name” must be words in quotes"),
        (text(name=None), "“name” must be words in quotes"),
        (text(is_in_pence="yes"), "“is_in_pence” must be true or false"),
        (text(is_in_pence=1), "“is_in_pence” must be true or false"),
        (text(most_payments=1.5), "“most_payments” must be a whole number"),
        (text(most_payments=True), "“most_payments” must be a whole number"),
        (text(most_payments=10**40), "“most_payments” must be a whole number"),
        (text(columns={}), "“columns” must be a list"),
        (text(before=[{}]), "“before” must be a list"),
        (text(columns=[[]]), "“columns”, column 1 must be in curly brackets"),
        (text(columns=[{}]), "In “columns”, column 1, “fact” is missing"),
        (text(columns=[{"fact": "sort cod"}]), "did you mean “sort code”"),
        (text(columns=[{"fact": "amount", "mots": 3}]), "did you mean “most”"),
        (text(after=[[{"fact": "empty"}, {"fact": 7}]]), "In “after”, column 2, “7” cannot"),
    ],
)
def test_a_text_that_is_no_layout_is_refused_in_a_sentence(kept, said):
    with pytest.raises(UserError, match=said) as refused:
        from_json(kept)
    assert refused.value.field == "layout"


def test_a_text_cannot_make_a_layout_that_may_not_be():
    with pytest.raises(UserError, match="no column for the amount") as refused:
        from_json(text(columns=LEAST[:2]))
    assert refused.value.field == "columns"


anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=10),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner),
    max_leaves=10,
)


@given(st.sampled_from(["name", "columns", "before", "dates", "most_payments", "x"]), anything)
def test_no_value_whatever_does_worse_than_be_refused(key, value):
    with suppress(UserError):
        assert from_json(text(**{key: value}))


@given(st.text())
def test_no_text_whatever_does_worse_than_be_refused(kept):
    with pytest.raises(UserError):
        from_json(kept)
