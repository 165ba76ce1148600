"""Ids come in order of making, and every value of the house survives the file."""

import time

import pytest

from alongside.domain.meetings import State
from alongside.store.column_types import WordColumn, new_id


def test_an_id_is_of_version_7_and_no_two_are_the_same():
    ids = [new_id() for _number in range(1000)]
    assert {(made.version, made.variant) for made in ids} == {(7, "specified in RFC 4122")}
    assert len(set(ids)) == len(ids)


def test_ids_are_in_order_of_making():
    first = new_id()
    time.sleep(0.002)
    assert first < new_id()


def test_a_word_that_is_not_in_the_list_is_a_mistake_of_ours():
    with pytest.raises(ValueError, match="not a valid State"):
        WordColumn(State).process_bind_param("asleep", None)
