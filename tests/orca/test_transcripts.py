"""What a screen reader says in seven jobs is kept, whole, and costs no more than was promised."""

import pytest

from orca.tasks import Task, cost, kept, lacks, tasks

JOBS = {"add-person", "claim", "lock", "print", "register", "undo", "unlock"}


def test_the_seven_jobs_are_there():
    assert {task.name for task in tasks()} == JOBS


@pytest.mark.parametrize("task", tasks(), ids=lambda task: task.name)
def test_every_sentence_that_must_be_heard_is_in_every_transcript(task: Task):
    readers = kept()
    assert readers
    for reader, transcripts in readers.items():
        assert list(lacks(task, transcripts[task.name])) == [], reader


@pytest.mark.parametrize(("name", "most"), [("register", 45), ("claim", 25)])
def test_a_job_takes_no_more_keys_than_was_promised(name: str, most: int):
    task = next(task for task in tasks() if task.name == name)
    assert task.limit <= most
    assert cost(task) <= most


def test_marking_twenty_people_is_all_of_it():
    task = next(task for task in tasks() if task.name == "register")
    assert sum(step.keys == "A" for step in task.steps) == 20


def test_that_the_records_will_lock_is_heard_once_each_time():
    for transcripts in kept().values():
        waited = [said for line, said in transcripts["lock"].parts if line.startswith("wait")]
        assert [len(said) for said in waited] == [1, 1, 1]
