"""A policy file is read exactly, or refused in one sentence that says what and where."""

from datetime import date
from fractions import Fraction

import pytest

from alongside.domain.claims import Category
from alongside.domain.errors import UserError
from alongside.domain.meetings import ActivityKind, Role
from alongside.domain.money import Money
from alongside.domain.policy_rules import CancelledBy, Notice, PartPays, Shape, Where
from alongside.domain.policy_text import read_policy

TOP = 'name = "Ours"\nsummary = "What we pay"\n'
HOURLY = '[[fee]]\nfrom = 2026-04-01\nshape = "hourly"\nrate = "15.00"\n'
SHARED = '[[mileage]]\nfrom = 2026-04-06\ncar = "0.55"\ncar_over_10000 = "0.25"\n'


def read(text: str, top: str = TOP):
    return read_policy(top + text, SHARED)


def fault(text: str, top: str = TOP) -> str:
    with pytest.raises(UserError) as caught:
        read(text, top)
    assert (caught.value.field, caught.value.help) == ("file", "policies")
    return caught.value.words


def fee(lines: str) -> str:
    return f"[[fee]]\nfrom = 2026-04-01\n{lines}\n"


def test_a_whole_policy_is_read_as_it_is_written():
    policy = read("""
note = "Ask us"
[[fee]]
from = 2026-04-01
shape = "half_and_full_day"
half = "75.00"
full = "150"
hours = 4
activities = ["meeting", "site visit"]
roles = ["chair", "co-chair"]
where = "in person"

[[fee]]
from = 2026-04-01
shape = "hourly"
rate = "£15"
round_to = 30

[[preparation]]
from = 2026-04-01
rate = "12.50"
most_hours = "1:30"

[[home_meeting]]
from = 2026-04-01
amount = "5.00"

[[cancellation]]
from = 2026-04-01
by = "organisation"
days = 7
percent = 50
notice = "working"

[[part]]
from = 2026-04-01
pays = "by time"

[[mileage]]
from = 2026-04-01
car = "0.40"
car_over_10000 = "0.25"
bicycle = "0.20"
""")

    day, hourly = policy.fees
    assert (policy.name, policy.summary, policy.note) == ("Ours", "What we pay", "Ask us")
    assert (day.shape, day.amount, day.full, day.hours) == (
        Shape.HALF_AND_FULL_DAY, Money(7500), Money(15000), 4,
    )  # fmt: skip
    assert day.matter.first == date(2026, 4, 1)
    assert day.matter.activities == {ActivityKind.MEETING, ActivityKind.SITE_VISIT}
    assert day.matter.roles == {Role.CHAIR, Role.CO_CHAIR}
    assert day.matter.where is Where.IN_PERSON
    assert (hourly.amount, hourly.round_to) == (Money(1500), 30)
    assert policy.preparation[0].most_hours == Fraction(3, 2)
    assert policy.home_meetings[0].amount == Money(500)
    band = policy.cancellations[0]
    assert (band.by, band.days, band.percent, band.notice) == (
        CancelledBy.ORGANISATION, 7, 50, Notice.WORKING,
    )  # fmt: skip
    assert policy.parts[0].pays is PartPays.BY_TIME
    assert policy.mileage[0].rates == {Category.CAR: Money(40), Category.BICYCLE: Money(20)}
    assert policy.mileage[0].car_over_10000 == Money(25)


def test_mileage_rates_can_be_shared():
    assert read('mileage = "hmrc"\n' + HOURLY).mileage[0].rates == {Category.CAR: Money(55)}


def test_a_policy_may_have_no_mileage():
    assert read(HOURLY).mileage == ()


def test_a_file_from_windows_notepad_is_read_like_any_other():
    text = "\ufeff" + (TOP + HOURLY).replace("\n", "\r\n")

    assert read_policy(text, SHARED).name == "Ours"


@pytest.mark.parametrize(("top", "words"), [
    ('summary = "x"\n', "In the top of the file, “name” is missing."),
    ('name = "Ours"\n', "In the top of the file, “summary” is missing."),
    ('name = ""\nsummary = "x"\n', "In the top of the file, “name” is empty. See line 1."),
    (TOP + 'nmae = "Ours"\n',
     "In the top of the file, “nmae” is not a key or a table: did you mean “name”? See line 3."),
    (TOP + 'mileage = "hrmc"\n',
     "In the top of the file, “hrmc” cannot be “mileage”: did you mean “hmrc”? See line 3."),
    (TOP + '[[fees]]\nfrom = 2026-04-01\n',
     "In the top of the file, “fees” is not a key or a table: did you mean “fee”? See line 3."),
    (TOP + '[part]\nfrom = 2026-04-01\n',
     ("In the top of the file, “part” must have a table for each rule, that starts with "
     "[[part]]. See line 3.")),
    (TOP + 'part = "full"\n', "“part” must have a table for each rule"),
])  # fmt: skip
def test_a_fault_at_the_top_of_the_file_is_a_sentence(top, words):
    assert words in fault(HOURLY, top)


def test_a_file_without_a_fee_is_refused():
    assert fault("") == 'The file has no [[fee]]. If no fee is offered, say so with shape = "nil".'


@pytest.mark.parametrize(("text", "words"), [
    ("[[fee]\n", "Line 3 is not written as a policy file is"),
    ("from 2026\n", "Line 3 is not written as a policy file is"),
    ("note = “Ask us”\n", "Line 3 has curly quotes"),
    ("note = 'one'\nnote = 'two'\n", "Line 4 says something a second time"),
    ("[[fee]]\nfrom = 2026-02-30\n", "Line 4 has a day that does not exist."),
    ('mileage = "hmrc"\n' + SHARED, "Line 4 says something a second time"),
    ("deep = { one = 1, one = 2 }", "Line 3 says something a second time"),
    ('note = "never closed', "Line 3 is not written"),
    ("deep = " + "[" * 100_000, "is not written as a policy file is"),
    ("long = " + "1" * 5_000, "is not written as a policy file is"),
])  # fmt: skip
def test_a_slip_in_the_writing_names_its_line(text, words):
    assert words in fault(text)


def test_the_line_is_right_after_text_that_looks_like_a_table():
    text = 'note = """\n[[fee]]\nrate = "9"\n"""\n' + fee('shape = "hourly"\nrate = 1.5')

    assert "See line 10." in fault(text)


def test_tables_written_inline_are_faulted_without_a_wrong_line():
    words = fault('fee = [{ from = 2026-04-01, shape = "nil", rate = "1" }]\n')

    assert words == "In [[fee]] number 1, “rate” has no meaning for the shape “nil”."


def test_more_tables_than_any_policy_has_are_refused():
    assert "More than 100 of [[fee]]" in fault(fee('shape = "nil"') * 101)


def test_two_fees_that_say_different_things_for_the_same_day_are_refused():
    other = fee('shape = "hourly"\nrate = "16.00"')

    assert fault(HOURLY + other) == (
        "[[fee]] number 1 and number 2 say different things about the same matter: "
        "meeting, member. Change one, or write one for just that."
    )


def test_two_bands_for_the_same_days_of_notice_are_refused():
    band = '[[cancellation]]\nfrom = 2026-04-01\nby = "{by}"\ndays = 7\npercent = {percent}\n'
    ours, theirs = band.format(by="organisation", percent=99), band.format(by="person", percent=1)

    read(HOURLY + ours + theirs)
    assert "[[cancellation]] number 2 and number 3" in fault(
        HOURLY + ours + theirs + band.format(by="person", percent=50)
    )
