"""Crashes, power cuts and damaged disks: what was saved is there, or it is said that it is not."""

import shutil

import pytest

from faults import crash, damage, power
from faults.records import Records, look, make


@pytest.fixture
def records(tmp_path) -> Records:
    return make(tmp_path / "records")


def test_nothing_that_was_said_to_be_saved_is_lost_when_alongside_is_killed(records):
    toll = crash.run(records, 25)
    assert toll.rounds == 25
    assert toll.saved > 25
    assert (toll.lost, toll.damaged) == (0, 0)


@pytest.mark.parametrize("ending", ["", ".keys.json", ".saves"])
def test_damage_gives_no_wrong_answer(records, tmp_path, ending):
    whole = look(records.open).holds
    tries = 8 if ending == ".keys.json" else 25  # stretching the words is slow on purpose
    toll = damage.of_file(records, ending, tries, tmp_path, whole)
    assert toll.tries == tries
    assert toll.wrong == 0
    assert toll.refused if not ending else toll.unharmed


def test_a_damaged_log_gives_no_wrong_answer(records, tmp_path):
    crashed, whole = crash.leave_log(records, tmp_path)
    toll = damage.of_file(crashed, "-wal", 25, tmp_path, whole)
    assert (toll.tries, toll.wrong) == (25, 0)
    assert toll.refused


def test_a_damaged_backup_changes_nothing(records, tmp_path):
    toll = damage.of_backup(records, 25, tmp_path)
    assert toll.tries == 25
    assert toll.wrong == 0
    assert toll.refused


def test_a_power_cut_leaves_one_whole_save_or_the_next(records, tmp_path):
    cut = power.states(records, 60, tmp_path)
    assert cut.states == 60
    assert (cut.lost, cut.damaged) == (0, 0)


def test_a_fault_that_does_harm_would_be_seen(records, tmp_path):
    """Hold the harness itself to account: an older copy must count as a wrong answer."""
    older = look(records.open).holds
    copy = records.copy_to(tmp_path / "older")
    assert crash.once(records)
    newer = look(records.open).holds
    toll = damage.Damage("an older copy")
    toll.count(look(copy.open), newer)
    assert older != newer
    assert toll.wrong == 1
    shutil.rmtree(copy.folder)
