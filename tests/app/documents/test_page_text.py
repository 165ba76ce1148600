"""The form in words: complete, in order, and easy to move through by line."""

from app.documents.on_paper import text_of
from app.documents.sheets import a_sheet

HEADINGS = (
    "Claim for fees and expenses",
    "Who is claiming",
    "Help with this form",
    "What you took part in",
    "Fees",
    "Expenses",
    "To pay",
    "Good to know",
    "Your declaration",
    "For the person who approves",
)


def test_headings_stand_on_lines_of_their_own_in_reading_order():
    lines = text_of(a_sheet()).splitlines()
    places = [lines.index(heading) for heading in HEADINGS]
    assert places == sorted(places)


def test_everything_the_sheet_says_is_in_the_words():
    text = text_of(a_sheet())
    for words in (
        "Riverside Disabled People’s Network",
        "The Old Library, 4 Quay Street, Riverside RV1 2AB",
        "Claim number: 2026-0147",
        "Budget code: TDG-26",
        "Name: Carys Ŵyn",
        "Ask: Sam Pereira",
        "Offered: £75.00. Choice: accepted",
        "Why: standing approval, to 1 September 2026",
        "How it is met: on account. Receipt: 1",
        "How it is met: reimburse, paid to you. Receipt: 2",
        "To pay: fees £75.00 and expenses £40.50, by bank transfer, to the account ending ••34.",
        "Box to tick: It is not my own claim.",
        "Line to write on: Signature, or a mark",
    ):
        assert words in text.splitlines()


def test_a_draft_begins_by_saying_so_and_asks_nobody_to_sign():
    text = text_of(a_sheet(is_draft=True))
    assert text.startswith("Draft: not for signing\n")
    assert "Signature" not in text


def test_names_in_any_script_can_be_read_in_words():
    assert "अमित" in text_of(a_sheet(person="अमित"))


def test_curly_brackets_in_a_name_are_only_letters():
    assert "Name: {amount} {0}" in text_of(a_sheet(person="{amount} {0}"))
