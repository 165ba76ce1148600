"""Undo and redo keep to the way people know them, whatever order they are asked for in."""

import random

import pytest

import builders as b
from alongside.services.organisation import OrganisationDetails


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
