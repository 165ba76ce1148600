"""What goes on a partner's form: facts of a claim, guesses, what has no room, maps as files."""

import json
from dataclasses import replace

import pytest

from alongside.domain.errors import UserError
from alongside.domain.money import Money
from alongside.domain.partner_facts import facts, known_keys, lines_of
from alongside.domain.partner_guess import guess
from alongside.domain.partner_map import (
    FieldKind,
    MapEntry,
    PartnerMap,
    PdfField,
    fillings,
    parse_length,
    say_length,
    what_does_not_fit,
)
from alongside.domain.partner_map_text import from_json, to_json
from alongside.i18n import set_language
from app.documents.sheets import a_fee, a_sheet, an_expense

THREE = a_sheet(expenses=tuple(an_expense(amount=Money(100 * n)) for n in (1, 2, 3)))


def said(sheet, *entries, **details):
    return [each.value for each in fillings(sheet, PartnerMap(entries, **details))]


@pytest.mark.parametrize(
    ("entry", "value"),
    [
        (MapEntry("person"), "Carys Ŵyn"),
        (MapEntry("number"), "2026-0147"),
        (MapEntry("phone"), "0161 496 0123"),
        (MapEntry("email"), ""),
        (MapEntry("account_name"), "Carys Ŵyn"),
        (MapEntry("meeting.date"), "12 May 2026"),
        (MapEntry("expense.amount", 1), "£18.40"),
        (MapEntry("expense.amount", 2), "£40.50"),
        (MapEntry("expense.amount", 3), ""),
        (MapEntry("fees_to_pay"), "£75.00"),
        (MapEntry("expenses_to_pay"), "£40.50"),
        (MapEntry("to_pay_sum"), "£115.50"),
        (MapEntry("has_fees"), True),
        (MapEntry("has_no_fees"), False),
        (MapEntry("fixed", text="Supplier 1234"), "Supplier 1234"),
    ],
    ids=lambda each: each.fact if isinstance(each, MapEntry) else None,
)
def test_each_fact_is_read_off_the_finished_sheet(entry, value):
    assert said(a_sheet(), entry) == [value]


def test_amounts_go_without_the_pound_sign_where_it_is_printed_already():
    assert said(a_sheet(), MapEntry("fees_to_pay"), has_pounds=False) == ["75.00"]


def test_no_fact_is_of_bank_details_or_of_what_somebody_requires():
    assert not [key for key in known_keys() if "sort" in key or "access" in key]


def test_facts_of_the_person_are_found_on_a_form_issued_in_another_language(welsh):
    set_language("cy")
    assert said(a_sheet(language="en"), MapEntry("phone")) == ["0161 496 0123"]


def test_lines_with_no_room_are_said_with_the_person_and_how_many():
    room = PartnerMap((MapEntry("expense.amount", 1), MapEntry("fees_to_pay")))
    assert what_does_not_fit(THREE, room) == ["Carys Ŵyn: 2 expenses have no room on the form."]


def test_a_line_between_others_that_has_no_room_counts_too():
    room = PartnerMap((
        MapEntry("expense.amount", 1), MapEntry("expense.amount", 3), MapEntry("fees_to_pay"),
    ))  # fmt: skip
    assert what_does_not_fit(THREE, room) == ["Carys Ŵyn: 1 expense has no room on the form."]


def test_a_form_of_sums_alone_leaves_nothing_out_and_one_without_fees_says_so():
    sums = PartnerMap((MapEntry("fees_to_pay"), MapEntry("expenses_to_pay")))
    assert what_does_not_fit(THREE, sums) == []
    only_expenses = PartnerMap((MapEntry("expenses_to_pay"),))
    two = a_sheet(fees=(a_fee(), a_fee()))
    assert what_does_not_fit(two, only_expenses) == ["Carys Ŵyn: 2 fees have no room on the form."]


def test_every_part_of_a_sheet_that_has_lines_has_facts():
    assert {fact.part for fact in facts().values()} - {""} == set(lines_of(a_sheet()))


GUESSES = {
    "Full name": ("person", 1), "claimant_name": ("person", 1), "Claimant's name": ("person", 1),
    "Date of claim": ("printed_on", 1), "Account name": ("account_name", 1),
    "Telephone no": ("phone", 1), "E-mail address": ("email", 1), "Amount3": ("expense.amount", 3),
    "Description 1": ("expense.words", 1), "expense.amount.4": ("expense.amount", 4),
    "Meeting date": ("meeting.date", 1), "MeetingDate2": ("meeting.date", 2),
    "Total expenses": ("expenses_to_pay", 1), "Grand total": ("to_pay_sum", 1),
    "Sort code": None, "Account number": None, "Signature": None, "topmost[0].Text1[0]": None,
    "NI number": None, "Date": None, "": None,
}  # fmt: skip


@pytest.mark.parametrize("name", GUESSES)
def test_a_first_map_is_guessed_from_what_fields_are_called(name):
    field = PdfField(name, FieldKind.TEXT, 1, 0, 0, 100, 50)
    found = guess((field,)).entries
    assert [(entry.fact, entry.number) for entry in found] == [GUESSES[name]] * bool(GUESSES[name])


def test_the_hint_for_screen_readers_tells_more_than_the_name():
    field = PdfField("Text7", FieldKind.TEXT, 1, 0, 0, 100, 50, hint="Your name")
    assert [entry.fact for entry in guess((field,)).entries] == ["person"]


MAP = PartnerMap(
    (
        MapEntry("person", field="Full name"),
        MapEntry("has_fees", field="Paid by", state="BACS"),
        MapEntry("expense.amount", 3, page=2, left=405, top=1200, width=300, letters=10),
        MapEntry("fixed", text="ŵ “£”", page=1, left=0, top=0, width=50),
    ),
    has_pounds=False,
)


def test_a_map_read_from_its_own_text_is_the_same():
    assert from_json(to_json(MAP)) == MAP
    assert from_json("\ufeff" + to_json(MAP)) == MAP


GOOD = json.loads(to_json(MAP))


def changed(place: int, **values: object) -> str:
    entries = [dict(each) for each in GOOD["entries"]]
    entries[place].update(values)
    return json.dumps(GOOD | {"entries": entries})


@pytest.mark.parametrize(
    "text",
    [
        "", "[]", "null", "{", "[" * 100_000, '{"alongside": "other"}',
        json.dumps({"alongside": "partner-form-map", "entries": 3}),
        json.dumps({"alongside": "partner-form-map", "entries": [3]}),
        changed(0, fact="bank"), changed(0, fact=[]), changed(0, field=7),
        changed(2, number=0), changed(2, number=True), changed(2, number=41),
        changed(2, left_mm=-1), changed(2, left_mm="4"), changed(2, top_mm=1e9),
        changed(2, points=7), changed(2, page=21), changed(3, text=""),
        changed(2, left_mm=float("nan")), "x" * 500_001,
    ],
    ids=range(22),
)  # fmt: skip
def test_a_text_that_is_no_map_is_refused_in_a_sentence(text):
    with pytest.raises(UserError) as refused:
        from_json(text)
    assert refused.value.field == "file"
    assert refused.value.words.endswith((".", "”."))


def test_lengths_are_said_and_typed_in_millimetres():
    assert [say_length(each) for each in (400, 405, 5)] == ["40", "40.5", "0.5"]
    assert [parse_length(each, "left") for each in ("40", " 40.5 mm", "40,5")] == [400, 405, 405]
    for wrong in ("", "x", "-3", "1e3", "40.55", "٤"):
        with pytest.raises(UserError):
            parse_length(wrong, "left")


def test_an_entry_says_what_goes_there_and_where():
    assert replace(MAP.entries[2]).words == "Expense 3: amount"
    assert MAP.entries[2].place_words == "page 2, 40.5 mm from the left, 120 mm from the top"
    assert MAP.entries[3].words == "“ŵ “£””"
