"""The recovery sheet: seven words at 24 points, on one page, and whole in whatever it is read."""

from datetime import date
from itertools import pairwise

import pytest

from alongside.documents.editions import standard
from alongside.documents.editions.plain_text import plain_text
from alongside.documents.recovery_sheet import recovery_sheet
from alongside.domain.errors import UserError
from alongside.domain.marks import Text
from alongside.services.recovery_sheet import make_sheet, recovery_paper, write_recovery_pdf

LONGEST = "zookeeper zoologist shrapnel unknotted boondocks overwrite scoundrel"
MARGIN = 54.0


def a_sheet(words=LONGEST, organisation="Riverside Disabled People’s Network", computer="pc, sam"):
    return make_sheet(
        words, organisation=organisation, computer=computer, file="records.alongside",
        day=date(2026, 5, 12),
    )  # fmt: skip


def lay_out(sheet):
    return standard.lay_out(recovery_sheet(sheet))


def texts(pages):
    return [mark for page in pages for mark in page.marks if isinstance(mark, Text)]


def test_it_is_one_page_and_the_words_are_large_and_numbered():
    pages = lay_out(a_sheet())
    assert len(pages) == 1
    large = [mark.words.strip() for mark in texts(pages) if mark.size == 24]
    assert large == [part for n, word in enumerate(LONGEST.split(), 1) for part in (str(n), word)]
    assert min(mark.size for mark in texts(pages)) == 14


def test_letters_stand_apart_beside_each_word():
    said = [mark.words for mark in texts(lay_out(a_sheet()))]
    assert ", ".join("zookeeper") in said


def test_nothing_leaves_the_page_or_stands_in_something_else():
    for page in lay_out(a_sheet()):
        rows = {}
        for mark in (m for m in page.marks if isinstance(m, Text)):
            assert MARGIN <= mark.x < page.width - MARGIN
            assert 0 < mark.baseline < page.height - 30
            rows.setdefault(round(mark.baseline, 2), []).append(mark)
        lines = sorted(rows)
        assert all(below - above > 10 for above, below in pairwise(lines))


def test_it_says_what_the_words_are_for_and_that_nobody_can_help_without_them():
    words = plain_text(recovery_sheet(a_sheet()))
    for said in (
        "Organisation: Riverside Disabled People’s Network", "Made on: pc, sam",
        "Date: 12 May 2026", "1, zookeeper: z, o, o, k", "nobody can help you",
        "Not beside the computer",
    ):  # fmt: skip
        assert said in words


def test_what_is_not_known_yet_is_left_out():
    assert "Organisation" not in plain_text(recovery_sheet(a_sheet(organisation="")))


def test_a_very_long_name_goes_over_to_a_second_page_and_nothing_is_lost():
    pages = lay_out(a_sheet(organisation="Riverside " * 120))
    assert len(pages) == 2
    assert sum(mark.words == "Riverside" or "Riverside" in mark.words for mark in texts(pages)) > 5


def test_a_name_that_cannot_be_printed_is_refused_in_a_sentence():
    with pytest.raises(UserError, match="cannot be printed"):
        lay_out(a_sheet(organisation="សុខា"))


def test_the_file_is_the_same_each_time_and_says_what_it_is(tmp_path):
    write_recovery_pdf(a_sheet(), tmp_path / "sheet.pdf")
    data = (tmp_path / "sheet.pdf").read_bytes()
    assert data == standard.draw(recovery_sheet(a_sheet()))
    assert data.count(b"/MediaBox") == 1
    assert b"/Title (Recovery words)" in data
    assert b"/Lang (en-GB)" in data


def test_what_is_looked_at_is_what_is_printed():
    paper = recovery_paper(a_sheet())
    assert list(paper.pages) == list(lay_out(a_sheet()))
    assert paper.words == plain_text(recovery_sheet(a_sheet()))
