"""A meeting whose office speaks Welsh: marks, history, paper; then it speaks English again."""

import re

import pytest

import builders as b
from alongside import i18n
from alongside.domain.marks import Text
from alongside.domain.meetings import State
from alongside.domain.people import PayChoice
from app.documents.on_paper import draw, lay_out, text_of
from conftest import snapshot
from stories.paper import printed

SAID = {"words", "why", "issued_sheet", "summary", "text"}
"""Columns that keep sentences as they were said; nothing is ever looked up by them."""


@pytest.fixture
def carys(office):
    return b.add_person(office, "Carys Ŵyn", pay_choice=PayChoice.BANK)


@pytest.fixture
def meeting(office, carys):
    b.add_usual_cost(office, carys)
    group = b.add_group(office, carys, name="Grŵp Trafnidiaeth Tŷ’r Ŵyl")
    return b.add_meeting(office, group, place="Neuadd y Dref")


def marked_and_claimed(office, meeting, person):
    b.mark(office, meeting, person)
    office.claims.make(meeting)


def test_the_form_speaks_welsh_and_prints_its_letters(welsh, office, carys, meeting):
    marked_and_claimed(office, meeting, carys)
    b.issue(office, carys)
    form = printed(office, carys)
    for words in (
        "Hawliad am ffioedd a threuliau", "Pwy sy’n hawlio", "Enw: Carys Ŵyn", "Ffioedd",
        "Ffioedd i’w talu", "Treuliau", "9 Mai 2026", "Cofrestr: yn bresennol; cadarnhawyd gan Sam",
        "Eich datganiad", "Llofnod, neu farc", "Nid fy hawliad i yw hwn.",
    ):  # fmt: skip
        assert words in form
    sheet = office.forms.sheet(b.claim_of(office, carys).row.id)
    letters = "".join(
        mark.words for page in lay_out(sheet) for mark in page.marks if isinstance(mark, Text)
    )
    assert {"Ŵ", "ŵ", "ŷ"} <= set(letters)
    assert b"/Lang (cy)" in draw(sheet)


def test_a_mark_and_what_takes_it_back_are_said_in_welsh(welsh, office, carys, meeting):
    assert b.mark(office, meeting, carys) == "Carys Ŵyn, yn bresennol"
    assert office.history.steps().undo == "Carys Ŵyn, yn bresennol"
    assert office.history.undo().words == "Dadwnaed: Carys Ŵyn, yn bresennol"
    assert office.history.redo().words == "Ailwnaed: Carys Ŵyn, yn bresennol"


def test_what_was_done_in_welsh_stays_as_it_was_and_can_be_undone_in_english(
    welsh, office, carys, meeting
):
    b.mark(office, meeting, carys)
    i18n.set_language("en")
    assert office.history.list_()[0].words == "Carys Ŵyn, yn bresennol"
    assert office.history.undo().words == "Undone: Carys Ŵyn, yn bresennol"
    assert office.attendance.list_for(meeting).rows[0].state is State.NOT_MARKED
    assert b.mark(office, meeting, carys) == "Carys Ŵyn, attended"


def test_an_issued_form_is_the_same_page_after_the_language_was_changed(
    welsh, office, carys, meeting
):
    marked_and_claimed(office, meeting, carys)
    claim = b.issue(office, carys)
    before = office.forms.sheet(claim)
    page, words = draw(before), text_of(before)
    i18n.set_language("en")
    assert draw(office.forms.sheet(claim)) == page
    assert text_of(office.forms.sheet(claim)) == words


def test_a_form_issued_before_sheets_had_a_language_is_in_english(welsh, office, carys, meeting):
    i18n.set_language("en")
    marked_and_claimed(office, meeting, carys)
    claim = b.issue(office, carys)
    page = draw(office.forms.sheet(claim))
    i18n.set_language("cy")
    assert draw(office.forms.sheet(claim)) == page
    assert b"/Lang (en-GB)" in page


def test_nothing_that_is_kept_depends_on_the_language(office, carys, meeting):
    """Each state, key and kind is the same in both; only sentences differ, and stand as said."""
    kept = []
    for code in ("en", "cy"):
        i18n.set_language(code)
        try:
            marked_and_claimed(office, meeting, carys)
            kept.append(_without_sentences(office))
        finally:
            i18n.set_language("en")
        office.history.undo()
        office.history.undo()
    assert kept[0] == kept[1]
    assert any(kept[0]["claim_line"])


def test_drafts_made_in_one_language_are_brought_up_to_date_in_another(office, carys, meeting):
    marked_and_claimed(office, meeting, carys)
    lines = len(b.claim_of(office, carys).expenses)
    i18n.set_language("cy")
    try:
        office.claims.make(meeting)
        assert len(b.claim_of(office, carys).expenses) == lines
        assert b.claim_of(office, carys).expenses[0].words == "tacsi"
    finally:
        i18n.set_language("en")


def _without_sentences(office):
    from alongside.store.tables import Table

    columns = {
        table.name: [c.name for c in table.columns] for table in Table.metadata.sorted_tables
    }
    return {
        table: sorted(  # of two rows made in one moment, either may come first
            [_steady(value) for name, value in zip(columns[table], row, strict=True)
             if name not in SAID]
            for row in rows
        )
        for table, rows in snapshot(office).items()
    }  # fmt: skip


def _steady(value):
    """Return a value without the ids, which are new each time."""
    return re.sub(r"[0-9a-f]{8}-[0-9a-f-]{27}", "id", str(value))
