"""The description of a policy file’s tables and its reader can never disagree."""

import re
from datetime import date

import pytest

from alongside.domain.policy_draft import DraftTable
from alongside.domain.policy_error import PolicyError
from alongside.domain.policy_file import KINDS
from alongside.domain.policy_form_check import read_table
from alongside.domain.policy_keys import LEFT_OUT, Holds, Key, table_kinds
from alongside.domain.policy_table import plain
from alongside_resources import path

DAY = date(2026, 4, 1)
FILLED = {
    Holds.WORDS: "lunch", Holds.MONEY: "1.00", Holds.LENGTH: "1:00", Holds.NUMBER: 1,
    Holds.MILES: "5", Holds.DAY: DAY, Holds.TIME: "10:00", Holds.DAYS: [DAY],
    Holds.NAMES: ["Bo"], Holds.TICK: True, Holds.TABLES: [],
}  # fmt: skip
ONE_OF = {
    "preparation": {"amount": "5.00"}, "travel_time": {"amount": "5.00"}, "deadline": {"days": 30},
    "approval": {"second_above": "200.00"}, "example": {"start": "10:00", "end": "12:00"},
}  # fmt: skip
"""What a table must have one of, though neither is needed."""
INSTEAD = {
    "rate": {"rate": "1.00"}, "most_hours": {"rate": "1.00", "most_hours": 1},
    "months": {"months": 3}, "second_approval": {"days": 30}, "rounding": {"round_to": 15},
    "own_statement_to": {"instead": ["self_statement"]},
}  # fmt: skip
"""For these keys, what goes with them in place of that."""


def filled(key: Key) -> object:
    if key.holds is Holds.CHOICE:
        return next(value for value, _words in key.choices if value != LEFT_OUT)
    return [key.choices[0][0]] if key.holds is Holds.SOME else FILLED[key.holds]


def cases():
    """Yield each kind with each of its deciding words, and the least that such a table has."""
    for kind in table_kinds():
        decider = kind.key(kind.decider)
        for decided in [value for value, _words in decider.choices] if decider else [None]:
            keys = kind.keys_for(decided)
            least = {key.name: filled(key) for key in keys if key.is_needed}
            if decider:
                least[decider.name] = decided
            yield pytest.param(kind, keys, least, id=f"{kind.name} {decided}")


CASES = list(cases())


def test_every_kind_of_table_is_described_and_no_other():
    assert {kind.name for kind in table_kinds()} == set(KINDS)


@pytest.mark.parametrize(("kind", "keys", "least"), CASES)
def test_the_reader_reads_every_key_that_is_described(kind, keys, least):
    read_table(DraftTable(kind.name, least | ONE_OF.get(kind.name, {})))
    for key in keys:
        beside = {} if key.name in INSTEAD and kind.name != "example" else ONE_OF.get(kind.name, {})
        more = {} if kind.name == "example" else INSTEAD.get(key.name, {})
        with pytest.raises(PolicyError) as refused:
            read_table(DraftTable(kind.name, least | beside | more | {key.name: {}}))
        assert refused.value.key == key.name


@pytest.mark.parametrize(("kind", "keys", "least"), CASES)
def test_what_is_needed_is_refused_without_and_the_rest_is_not(kind, keys, least):
    table = least | ONE_OF.get(kind.name, {})
    for key in keys:
        without = {name: value for name, value in table.items() if name != key.name}
        if key.is_needed:
            with pytest.raises(PolicyError) as refused:
                read_table(DraftTable(kind.name, without))
            assert refused.value.key == key.name
    read_table(DraftTable(kind.name, table))


@pytest.mark.parametrize(("kind", "keys", "least"), CASES)
def test_a_number_has_the_same_largest_in_both(kind, keys, least):
    for key in (key for key in keys if key.holds is Holds.NUMBER):
        more = {} if kind.name == "deadline" else ONE_OF.get(kind.name, {})
        read_table(DraftTable(kind.name, least | more | {key.name: key.most}))
        with pytest.raises(PolicyError):
            read_table(DraftTable(kind.name, least | more | {key.name: key.most + 1}))


@pytest.mark.parametrize(("kind", "keys", "least"), CASES)
def test_every_choice_of_the_reader_is_described_and_no_other(kind, keys, least):
    for key in keys:
        is_yes_or_no = any(value is True for value, _words in key.choices)
        if not key.choices or is_yes_or_no or key.name in {"lines", "warns"}:
            continue  # the last two are fewer than the reader knows: it refuses in other words
        wrong = {key.name: "#" if key.holds is Holds.CHOICE else ["#"]}
        more = ONE_OF.get(kind.name, {}) | ({"round_to": 15} if key.name == "rounding" else {})
        with pytest.raises(PolicyError) as refused:
            read_table(DraftTable(kind.name, more | least | wrong))
        known = re.findall("“([^”]+)”", refused.value.bare.partition("it can be")[2])
        described = {plain(value) for value, _words in key.choices if value != LEFT_OUT}
        assert {plain(each) for each in known} == described


def test_labels_of_a_table_are_all_different():
    for kind in table_kinds():
        labels = [key.label for key in kind.keys]
        assert len(labels) == len(set(labels)), kind.name


def test_help_tells_every_key_of_every_table():
    page = path("help/en/policies.md").read_text(encoding="utf-8")
    shared = page.partition("## Keys that many tables share")[2].partition("\n## ")[0]
    for kind in table_kinds():
        told = page.partition(f"\n## `[[{kind.name}]]`")[2].partition("\n## ")[0]
        inside = [each for key in kind.keys for each in key.keys]
        untold = [k.name for k in (*kind.keys, *inside) if f"`{k.name}`" not in shared + told]
        assert not untold, kind.name
