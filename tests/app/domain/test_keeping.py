"""Backups are made often and kept sparsely: all of late, few of long ago, none for ever."""

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.domain.keeping import LONGEST, Why, is_due, to_drop

NOW = datetime.fromisoformat("2026-05-12 16:40")
FIRST = datetime.fromisoformat("2023-01-01")
TIMES = st.lists(st.datetimes(min_value=FIRST, max_value=NOW), max_size=40)


def test_three_years_of_daily_backups_leave_about_forty():
    kept: set[datetime] = set()
    for day in range(3 * 365):
        now = NOW - timedelta(days=3 * 365 - day)
        kept.add(now)
        kept -= to_drop(kept, now)
    assert 38 <= len(kept) <= 44
    assert min(kept) >= now - LONGEST


def test_everything_of_two_days_is_kept():
    times = [NOW - timedelta(minutes=30 * n) for n in range(90)]
    assert to_drop(times, NOW) == set()


def test_of_an_older_day_the_last_is_kept():
    morning, evening = NOW.replace(day=5, hour=9), NOW.replace(day=5, hour=18)
    assert to_drop([NOW, morning, evening], NOW) == {morning}


def test_what_is_older_than_two_years_goes():
    old = NOW - timedelta(days=800)
    assert to_drop([NOW, old], NOW) == {old}


def test_the_only_backup_stays_however_old_it_is():
    assert to_drop([NOW - timedelta(days=4000)], NOW) == set()


@given(TIMES)
def test_the_newest_is_never_dropped_and_dropping_again_drops_nothing_more(times):
    dropped = to_drop(times, NOW)
    assert dropped <= set(times)
    left = set(times) - dropped
    assert not times or max(times) in left
    assert to_drop(left, NOW) == set()


@pytest.mark.parametrize(
    ("minutes", "is_so"), [(0, False), (29, False), (30, True), (-5, True), (60 * 20, True)]
)
def test_half_an_hour_of_changes_is_worth_a_backup(minutes, is_so):
    assert is_due(NOW - timedelta(minutes=minutes), NOW) is is_so


def test_the_first_backup_of_a_day_is_due_at_once():
    midnight = NOW.replace(hour=0, minute=1)
    assert is_due(midnight - timedelta(minutes=2), midnight)
    assert is_due(None, midnight)


def test_every_reason_has_its_words():
    assert len({why.words for why in Why}) == len(Why)
