"""The pages of a claim form: whole, apart, inside their margins, and saying only what they may."""

import re
from collections.abc import Iterator, Sequence
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from alongside.documents.fonts import ASCENT, DESCENT, width
from alongside.domain.errors import UserError
from alongside.domain.marks import Box, Mark, PageMarks, Picture, Rule, Text
from alongside.domain.money import Money
from alongside.i18n import PSEUDO
from app.documents.on_paper import lay_out, text_of
from app.documents.sheets import LONG_NAME, a_fee, a_logo, a_long_sheet, a_sheet, an_expense

MARGIN = 36.0
Rectangle = tuple[float, float, float, float]
PRINTABLE_LETTERS = "abcdefgWQÅŵŷłßéØñ£–’“”•…/-.,&{}%\\<> \t\n\u00a0\u200bẹ\u0301ễώЖ1234567890"


def rectangles(mark: Mark) -> Iterator[Rectangle]:
    """Yield what `mark` covers, as left, top, right, bottom; a box is its four sides."""
    match mark:
        case Text(x, baseline, words, font, size):
            yield (
                x,
                baseline - size * ASCENT,
                x + width(words, font, size),
                baseline + size * DESCENT,
            )
        case Rule(x1, y1, x2, y2, thick):
            half = thick / 2
            yield (
                min(x1, x2),
                min(y1, y2) - half * (y1 == y2),
                max(x1, x2),
                max(y1, y2) + half * (y1 == y2),
            )
        case Box(x, y, w, h, thick):
            for x1, y1, x2, y2 in (
                (x, y, x + w, y),
                (x, y + h, x + w, y + h),
                (x, y, x, y + h),
                (x + w, y, x + w, y + h),
            ):
                yield x1 - thick / 2, y1 - thick / 2, x2 + thick / 2, y2 + thick / 2
        case Picture(x, y, w, h):
            yield x, y, x + w, y + h


def overlaps(page: PageMarks) -> list[tuple[Mark, Mark]]:
    slack = 0.01
    placed = [(mark, list(rectangles(mark))) for mark in page.marks]
    return [
        (one, other)
        for (one, ones), (other, others) in combinations(placed, 2)
        for a in ones
        for b in others
        if a[0] + slack < b[2]
        and b[0] + slack < a[2]
        and a[1] + slack < b[3]
        and b[1] + slack < a[3]
    ]


def outside(page: PageMarks) -> list[Mark]:
    return [
        mark
        for mark in page.marks
        for left, top, right, bottom in rectangles(mark)
        if left < MARGIN
        or top < MARGIN
        or right > page.width - MARGIN
        or bottom > page.height - MARGIN
    ]


def lines_of(page: PageMarks) -> list[str]:
    """Return the texts of a page, those of one baseline joined."""
    lines: dict[float, list[Text]] = {}
    for mark in page.marks:
        if isinstance(mark, Text):
            lines.setdefault(round(mark.baseline, 2), []).append(mark)
    return [
        " ".join(" ".join(text.words for text in sorted(line, key=lambda text: text.x)).split())
        for _, line in sorted(lines.items())
    ]


def words_of(pages: Sequence[PageMarks]) -> str:
    return "\n".join(line for page in pages for line in lines_of(page))


@pytest.mark.parametrize(
    "sheet",
    [
        a_sheet(),
        a_sheet(logo=a_logo()),
        a_sheet(is_draft=True),
        a_long_sheet(),
        a_long_sheet(is_draft=True),
    ],
)
def test_nothing_overlaps_and_nothing_leaves_the_margins(sheet):
    for page in lay_out(sheet):
        assert overlaps(page) == []
        assert outside(page) == []


@settings(deadline=None, max_examples=40)
@given(
    names=st.lists(
        st.text(st.sampled_from(PRINTABLE_LETTERS), max_size=250), min_size=5, max_size=5
    ),
    lines=st.integers(0, 8),
    is_draft=st.booleans(),
    pence=st.integers(0, 10**11),
)
def test_odd_names_keep_inside_the_margins_and_apart(names, lines, is_draft, pence):
    names = [name.replace("\u0301", "n\u0301") for name in names]  # an accent wants a low letter
    person, group, organisation, words, why = names
    expense = an_expense(words=words, why=why, amount=Money(pence))
    sheet = a_sheet(
        person=person,
        group=group,
        organisation=organisation,
        number=f"2026-{person[:30]}",
        expenses=(expense,) * lines,
        is_draft=is_draft,
    )
    for page in lay_out(sheet):
        assert overlaps(page) == []
        assert outside(page) == []


@pytest.mark.parametrize("language", [PSEUDO, "cy"])
@pytest.mark.parametrize("make", [a_sheet, a_long_sheet])
@pytest.mark.parametrize("is_draft", [True, False])
def test_a_form_in_a_longer_language_is_whole(language, make, is_draft):
    """The pages are set, and no word of the form itself is cut to the room that it has."""
    sheet = make(language=language, is_draft=is_draft, person="Carys Ŵyn")
    pages = lay_out(sheet)
    for page in pages:
        assert overlaps(page) == []
        assert outside(page) == []
        assert not [line for line in lines_of(page) if "…" in line]
    title = "Hawliad am ffioedd" if language == "cy" else "Çlàïm för féés"
    assert title in words_of(pages)
    assert "Claim" not in words_of(pages)


def test_thirty_lines_flow_over_several_pages_and_none_is_lost():
    pages = lay_out(a_long_sheet(30))
    assert len(pages) > 2
    said = words_of(pages)
    for place in range(1, 31):
        assert re.search(rf"May 2026: Line {place}: ", said)


def test_every_page_says_which_of_how_many_it_is():
    pages = lay_out(a_long_sheet(30))
    assert [(page.number, page.of) for page in pages] == [
        (number, len(pages)) for number in range(1, len(pages) + 1)
    ]
    for page in pages:
        foot = lines_of(page)[-1]
        assert "Claim 2026-0147, form version 1" in foot
        assert f"Page {page.number} of {page.of}" in foot


def test_later_pages_begin_with_the_claim_and_the_person():
    for page in lay_out(a_sheet())[1:]:
        assert lines_of(page)[0] == "Claim 2026-0147 Carys Ŵyn"


def test_an_entry_stays_on_one_page():
    for page in lay_out(a_long_sheet(30)):
        said = lines_of(page)
        starts = sum(": Line " in line for line in said)
        ends = sum(line.startswith("Why: ") and "half day" not in line for line in said)
        assert starts == ends


def test_an_entry_longer_than_a_page_goes_on_over_the_next():
    sheet = a_sheet(fees=(a_fee(why=f"{LONG_NAME} " * 30),))
    pages = lay_out(sheet)
    assert all(not overlaps(page) and not outside(page) for page in pages)
    letters = re.sub(r"\s", "", words_of(pages))
    assert letters.count("haugh") > 300


@pytest.mark.parametrize("lines", range(12))
def test_a_heading_is_never_left_alone_at_the_foot(lines):
    for page in lay_out(a_long_sheet(lines)):
        texts = [mark for mark in page.marks if isinstance(mark, Text)]
        last = max((text for text in texts if text.baseline < 770), key=lambda t: t.baseline)
        assert last.size == 14


def test_all_letters_are_at_least_fourteen_points_and_no_line_is_faint():
    for page in [*lay_out(a_long_sheet()), *lay_out(a_sheet(is_draft=True))]:
        for mark in page.marks:
            if isinstance(mark, Text):
                assert mark.size >= 14
            elif isinstance(mark, Rule | Box):
                assert mark.width >= 0.75


def test_a_draft_says_so_on_every_page_and_has_no_place_to_sign():
    pages = lay_out(a_long_sheet(is_draft=True))
    for page in pages:
        assert lines_of(page)[0] == "Draft: not for signing"
    said = words_of(pages)
    assert "Signature" not in said
    assert "recorded by" not in said


def test_a_form_to_sign_has_places_for_claimant_and_approver_and_empty_boxes():
    pages = lay_out(a_sheet())
    said = words_of(pages)
    assert "Draft" not in said
    assert "Signature, or a mark" in said
    assert "Or agreed by phone or in BSL, recorded by" in said
    assert said.count("Signature") == 2
    boxes = [mark for page in pages for mark in page.marks if isinstance(mark, Box)]
    assert len(boxes) == 5  # three of the claimant's declaration, two of the approver's


def test_a_declaration_and_its_signature_share_a_page():
    for lines in range(10):
        (signed,) = [
            lines_of(page)
            for page in lay_out(a_long_sheet(lines))
            if "Your declaration" in lines_of(page)
        ]
        assert any(line.startswith("Signature, or a mark") for line in signed)


def test_fees_and_expenses_have_totals_apart():
    said = words_of(lay_out(a_sheet())).splitlines()
    for line in (
        "Fees offered: £75.00",
        "Fees to pay: £75.00",
        "Expenses: £58.90",
        "of which on account: £18.40",
        "of which to pay to you: £40.50",
    ):
        assert line in said
    assert "£115.50" not in "".join(said)
    assert "£133.90" not in "".join(said)


def test_it_says_of_an_account_only_what_the_sheet_says():
    said = words_of(lay_out(a_sheet()))
    assert "to the account ending ••34." in said.replace("\n", " ")
    assert not re.search(r"\b\d{8}\b|\b\d\d-\d\d-\d\d\b|sort code", said, re.IGNORECASE)


def test_the_words_carry_every_amount_and_sentence_that_the_pages_do():
    for sheet in (a_sheet(), a_long_sheet(), a_sheet(is_draft=True)):
        text = text_of(sheet)
        amounts = re.findall(r"£[\d,]+\.\d\d", words_of(lay_out(sheet)))
        assert amounts
        assert sorted(set(amounts)) == sorted(set(re.findall(r"£[\d,]+\.\d\d", text)))


def test_a_letter_that_cannot_be_printed_is_refused_with_the_words_it_stands_in():
    with pytest.raises(UserError, match="“ស” in “សុខា Rao”"):
        lay_out(a_sheet(person="សុខា Rao"))
    with pytest.raises(UserError, match="cannot be printed"):
        lay_out(a_sheet(expenses=(an_expense(why="အမည်"),)))


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_a_logo_stands_in_its_corner_in_its_own_proportion(kind):
    pages = lay_out(a_sheet(logo=a_logo(size=(4000, 1000), kind=kind)))
    (logo,) = [mark for page in pages for mark in page.marks if isinstance(mark, Picture)]
    assert logo.w == pytest.approx(logo.h * 4, rel=0.02)
    assert logo.h <= 64


def test_an_organisation_and_claim_with_nothing_in_them_still_make_a_page():
    empty = a_sheet(
        organisation="", organisation_address=(), help_with_claims=(), group="", partner="",
        budget_code="", person_facts=(), activities=(), fees=(), expenses=(), met_otherwise=(),
        how_to_pay="", declaration=(), approver_declaration=(), notes=(),
    )  # fmt: skip
    for sheet in (empty, a_sheet(organisation="", organisation_address=(), logo=a_logo())):
        for page in lay_out(sheet):
            assert overlaps(page) == []
            assert outside(page) == []
