"""Undo and redo keep to the way people know them, whatever order they are asked for in."""

import random

import pytest

import builders as b
from alongside.domain.change import Change, Kind
from alongside.domain.people import PersonStatus
from alongside.services.organisation import OrganisationDetails
from alongside.store.column_types import new_id
from alongside.store.tables import Person
from alongside.store.work import work


@pytest.mark.parametrize("seed", range(6))
def test_any_mix_of_doing_undoing_and_redoing_ends_where_it_should(office, seed):
    chance = random.Random(seed)
    done: list[str] = []
    undone: list[str] = []
    for number in range(30):
        act = chance.choice(["do", "do", "undo", "undo", "redo"])
        if act == "do":
            b.add_person(office, f"Person {number:02}")
            done.append(f"Person {number:02}")
            undone.clear()
        elif act == "undo":
            office.history.undo()
            undone += [done.pop()] if done else []
        else:
            office.history.redo()
            done += [undone.pop()] if undone else []
        assert [row.name for row in office.people.list_()] == done
        steps = office.history.steps()
        assert steps.undo == (f"{done[-1]} added" if done else "")
        assert steps.redo == (f"{undone[-1]} added" if undone else "")


def test_a_picture_is_brought_back_byte_for_byte(office):
    from io import BytesIO

    from PIL import Image

    file = BytesIO()
    Image.effect_noise((40, 40), 90).save(file, "PNG")
    office.organisation.correct(OrganisationDetails("Riverside", logo=file.getvalue()))
    office.organisation.correct(OrganisationDetails("Riverside"))
    office.history.undo()
    assert office.organisation.find().logo == file.getvalue()


RENAMED = Change("Ann is Anna now", frozenset({Kind.PERSON}))


def test_what_is_written_past_the_session_is_seen_and_undone_like_anything_else(office):
    ann = b.add_person(office, "Ann Lee")
    with work(office.store) as w:
        w.change(Person, ann, {"name": "Anne Lee"})
        w.change(Person, ann, {"name": "Anna Lee", "status": PersonStatus.ON_A_BREAK})
        w.done(RENAMED)
    assert [(row.name, row.status) for row in office.people.list_()] == [
        ("Anna Lee", PersonStatus.ON_A_BREAK)
    ]
    assert office.history.undo().words == "Undone: Ann is Anna now"
    assert [row.name for row in office.people.list_()] == ["Ann Lee"]
    office.history.redo()
    assert [row.name for row in office.people.list_()] == ["Anna Lee"]


def test_nothing_is_written_past_the_session_where_there_is_no_row(office):
    with work(office.store) as w, pytest.raises(LookupError):
        w.change(Person, new_id(), {"name": "Nobody"})
    assert list(office.people.list_()) == []


def test_what_is_written_past_the_session_is_thrown_away_with_the_rest(office):
    ann = b.add_person(office, "Ann Lee")
    with work(office.store) as w:
        w.change(Person, ann, {"name": "Anna Lee"})
    assert [row.name for row in office.people.list_()] == ["Ann Lee"]
