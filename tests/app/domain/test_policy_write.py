"""What is written of a policy is read back the same, whatever stands in it."""

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.domain.policy_draft import DraftTable, PolicyDraft, open_draft
from alongside.domain.policy_error import PolicyError
from alongside.domain.policy_form_check import read_table, say_table
from alongside.domain.policy_keys import Holds, Key, kind_of, table_kinds
from alongside.domain.policy_text import read_policy
from alongside.domain.policy_values import chosen, read_value, say_value, without_empty
from alongside.domain.policy_write import write_policy
from alongside.services.policies import mileage_text, published_texts, template_text
from alongside_resources import path

TEMPLATES = [
    file.name.removesuffix(".toml")
    for file in path("policies").iterdir()
    if file.name.endswith(".toml") and not file.name.startswith("_")
]
TEXTS = published_texts() | {name: template_text(name) for name in TEMPLATES}


def values(key: Key) -> st.SearchStrategy:
    """Return what a key can hold, more wildly than anybody would fill it in."""
    words = [value for value, _words in key.choices if isinstance(value, str)]
    return {
        Holds.WORDS: st.text(),
        Holds.MONEY: st.integers(0, 10**7).map(lambda pence: f"{pence // 100}.{pence % 100:02}"),
        Holds.LENGTH: st.integers(0, 24) | st.just("1:30"),
        Holds.NUMBER: st.integers(0, 10**6),
        Holds.MILES: st.just("7.5") | st.integers(0, 99),
        Holds.DAY: st.dates(),
        Holds.TIME: st.times().map(lambda each: each.replace(microsecond=0)) | st.just("10:00"),
        Holds.DAYS: st.lists(st.dates()),
        Holds.NAMES: st.lists(st.text()),
        Holds.CHOICE: st.sampled_from(words or [""]) | st.booleans(),
        Holds.SOME: st.lists(st.sampled_from(words or [""])),
        Holds.TICK: st.booleans(),
        Holds.TABLES: st.lists(st.fixed_dictionaries({}, optional={
            each.name: values(each) for each in key.keys
        })),
    }[key.holds]  # fmt: skip


notes = st.lists(
    st.text(st.characters(exclude_categories=("Cc", "Cs", "Zl", "Zp"))).map(str.rstrip)
).map(tuple)
tables = st.sampled_from(table_kinds()).flatmap(
    lambda kind: st.builds(
        DraftTable,
        st.just(kind.name),
        st.fixed_dictionaries({}, optional={key.name: values(key) for key in kind.keys}),
        notes,
    )
)


@given(st.dictionaries(st.sampled_from(["name", "summary", "note"]), st.text(), min_size=1),
       st.lists(tables, max_size=6), notes)  # fmt: skip
def test_whatever_is_written_is_read_back_with_its_notes(top, drawn, above):
    draft = PolicyDraft(top, tuple(drawn), above)
    text = write_policy(draft)
    found = open_draft(text)
    assert found.top == top
    assert found.notes == above
    for kind in table_kinds():
        assert found.of(kind.name) == draft.of(kind.name)
    assert write_policy(found) == text


@pytest.mark.parametrize("name", sorted(TEXTS))
def test_every_policy_opened_and_written_again_is_the_same_policy(name):
    text = TEXTS[name]
    written = write_policy(open_draft(text))
    assert read_policy(written, mileage_text()) == read_policy(text, mileage_text())
    assert open_draft(written) == open_draft(text)
    assert [line for line in text.splitlines() if line.startswith("#")] == [
        line for line in written.splitlines() if line.startswith("#")
    ]


def through_the_fields(keys, table):
    """Return a table after its fields were filled with it and read back, with nothing changed."""
    found = {}
    for key in keys:
        value = table.get(key.name)
        if key.holds is Holds.TABLES:
            found[key.name] = [through_the_fields(key.keys, each) for each in value or []]
        elif key.holds is Holds.CHOICE:
            found[key.name] = chosen(key, value)
        elif key.holds is Holds.TICK:
            found[key.name] = bool(value)
        elif key.holds is Holds.SOME:
            found[key.name] = None if value is None else [chosen(key, each) for each in value]
        else:
            shown = say_value(key, value)
            found[key.name] = read_value(key, shown, key.name) if shown else None
    return without_empty({key.name: key for key in keys}, found)


@pytest.mark.parametrize("name", sorted(TEXTS))
def test_every_rule_and_example_goes_through_its_fields_unchanged(name):
    for table in open_draft(TEXTS[name]).tables:
        kind = kind_of(table.kind)
        decider = kind.key(kind.decider)
        decided = chosen(decider, table.values.get(decider.name)) if decider else None
        typed = through_the_fields(kind.keys_for(decided), table.values)
        assert read_table(DraftTable(table.kind, typed)) == read_table(table)
        assert say_table(table)


def test_notes_stay_above_the_rule_that_they_are_about():
    text = (
        '# Ours.\n#\n# Agreed in March.\n\nname = "Ours" # for now\nsummary = "# is no note"\n\n'
        '# Everybody:\n\n[[fee]] # the first\nfrom = 2026-04-01\nshape = "nil" # nothing\n\n'
        "# About the meal.\n[[cap]]\n"
    )
    draft = open_draft(text)
    assert draft.notes == ("Ours.", "", "Agreed in March.", "for now")
    assert [table.notes for table in draft.tables] == [
        ("Everybody:", "the first", "nothing"), ("About the meal.",),
    ]  # fmt: skip
    assert "# About the meal.\n[[cap]]\n" in write_policy(draft)


def test_a_text_is_always_written_in_one_way():
    fee = DraftTable("fee", {"from": date(2026, 4, 1), "roles": ["chair"], "shape": "nil"})
    cap = DraftTable("cap", {"on": "meal", "left_before": time(7), "stops": True})
    draft = PolicyDraft({"summary": "b", "name": 'a "quoted" name'}, (cap, fee), ("Ours.",))
    assert write_policy(draft) == (
        '# Ours.\n\nname = "a \\"quoted\\" name"\nsummary = "b"\n\n'
        '[[fee]]\nfrom = 2026-04-01\nroles = ["chair"]\nshape = "nil"\n\n'
        '[[cap]]\non = "meal"\nleft_before = 07:00:00\nstops = true\n'
    )


def test_shared_rates_for_miles_and_rates_of_its_own_are_not_written_together():
    draft = PolicyDraft({"mileage": "hmrc"}, (DraftTable("mileage", {}),))
    with pytest.raises(PolicyError) as refused:
        write_policy(draft)
    assert refused.value.key == "mileage"
