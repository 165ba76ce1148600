"""A policy file's own examples are worked out by the rules that pay people."""

import pytest

from alongside.domain.errors import UserError
from alongside.domain.policy_check import check_policy

POLICY = """
name = "Ours"
summary = "What we pay"
mileage = "hmrc"

[[fee]]
from = 2026-04-01
shape = "half_and_full_day"
half = "75.00"
full = "150.00"
hours = 4

[[preparation]]
from = 2026-04-01
rate = "10.00"

[[home_meeting]]
from = 2026-04-01
amount = "5.00"

[[part]]
from = 2026-04-01
pays = "by_time"

[[cancellation]]
from = 2026-04-01
by = "person"
days = 2
percent = 100

[[cancellation]]
from = 2026-04-01
by = "organisation"
days = 7
percent = 50
"""
MILEAGE = """
[[mileage]]
from = 2026-04-06
car = "0.55"
car_over_10000 = "0.25"
passenger = "0.05"
"""


def example(expect: str, *lines: str, day: str = "2026-05-09", end: str = "14:00") -> str:
    head = f'\n[[example]]\nname = "a day"\nday = {day}\nstart = "10:00"\nend = "{end}"\n'
    return head + "\n".join(lines) + f"\nexpect = [{expect}]\n"


def line(name: str, amount: str) -> str:
    return f'{{ line = "{name}", amount = "{amount}" }}, '


def report(*examples: str):
    return check_policy(POLICY + "".join(examples), MILEAGE)


@pytest.mark.parametrize(("expect", "lines"), [
    (line("attendance", "150.00"), []),
    (line("attendance", "75.00"), ['state = "attended part"', 'left = "13:59"']),
    (line("attendance", "75.00"), ['state = "attended_part"', 'arrived = "10:01"']),
    (line("attendance", "150.00") + line("home_meeting", "5"), ['state = "online"', 'car = "9"']),
    (line("attendance", "150.00") + line("preparation", "15"), ['preparation = "1:30"']),
    (line("attendance", "150.00") + line("car", "8.00"), ['car = "20"', 'miles_before = "9,990"']),
    (line("attendance", "150.00") + line("car", "11.00"), ['car = "20"', "miles_before = 9980.0"]),
    (line("car", "1.10") + line("passenger", "0.10") + line("attendance", "150"),
     ["car = 2", "passenger = 2"]),
    (line("cancellation", "150.00"), ['state = "cancelled late"', "notice_days = 2"]),
    ("", ['state = "cancelled late"', "notice_days = 3", 'car = "20"']),
    (line("cancellation", "75.00"), ['state = "meeting cancelled"', "notice_days = 7"]),
    ("", ['state = "apologies"']),
])  # fmt: skip
def test_an_example_is_right_when_every_line_is_as_expected(expect, lines):
    (result,) = report(example(expect, *lines)).results

    assert result.words == "Example 1, “a day”: right"
    assert result.is_right


def test_an_amount_that_differs_is_said_with_what_it_was_worked_out_from():
    right, wrong = example(line("attendance", "150.00")), example(line("attendance", "75.00"))

    found = report(right, wrong, right)

    assert not found.is_right
    assert [result.is_right for result in found.results] == [True, False, True]
    assert found.first_difference == (
        "Example 2, “a day”: expected attendance £75.00, worked out £150.00: "
        "full day: 4 hours or more (policy from 1 April 2026)"
    )
    assert found.words == "1 of 3 examples came out differently."


def test_a_line_that_did_not_come_and_one_that_nobody_expected_both_differ():
    found = report(example(line("preparation", "5.00")))

    assert found.first_difference == (
        "Example 1, “a day”: expected preparation £5.00, worked out no such line; "
        "expected no attendance, worked out £150.00: "
        "full day: 4 hours or more (policy from 1 April 2026)"
    )


def test_an_example_before_the_first_rule_differs_in_the_words_of_the_refusal():
    found = report(example(line("attendance", "75.00"), day="2026-03-31"))

    assert "The policy “Ours” has no fee for: meeting, member, 31 March 2026" in (
        found.first_difference
    )


def test_an_example_with_a_vehicle_that_has_no_rate_differs():
    found = report(example(line("attendance", "150.00"), 'bicycle = "5"'))

    assert "no rate for bicycle mileage on 9 May 2026" in found.first_difference


def test_examples_that_are_all_right_are_counted():
    right = example(line("attendance", "150.00"))

    assert report(right).words == "1 example, and it is right."
    assert report(right, right).words == "2 examples, and all are right."
    assert report(right).first_difference == ""


def test_a_file_without_examples_can_be_used_and_says_so():
    found = report()

    assert found.is_right
    assert "no examples" in found.words


@pytest.mark.parametrize(("written", "words"), [
    (example("", 'stat = "online"'),
     "In [[example]] number 1, “stat” is not a key: did you mean “state”?"),
    (example("", end="10:00"), "“end” is not after the start."),
    (example("", 'left = "09:00"'), "“left” is not after the start."),
    (example("", 'arrived = "ten"'), "“arrived”: “ten” is not a time."),
    (example("", 'state = "cancelled late"'), "“notice_days” is missing"),
    (example("", 'state = "late"'), "“late” cannot be “state”"),
    (example("", 'car = "many"'), "“car”: “many” is not a number of miles."),
    (example("", 'miles_before = "lots"'), "“miles_before”: “lots” is not a number of miles."),
    (example("", 'preparation = "long"'), "“preparation”: “long” is not a length of time."),
    (example('"attendance"'), "“expect” must be a list of curly brackets"),
    (example(line("atendance", "1")),
     ("In [[example]] number 1, expect number 1, “atendance” cannot be “line”: "
     "did you mean “attendance”?")),
    (example('{ line = "attendance" }'), "expect number 1, “amount” is missing."),
    (example('{ line = "attendance", amount = 75.0 }'), "“amount” must be in quotes"),
    (example(line("car", "1") * 2), "expect number 2, “car” is there a second time."),
    (example("", "holidays = [1]"), "“holidays” must be a list of days"),
    (example("", 'passengers = "Bo"'), "“passengers” must be a list of words in quotes"),
    (example("", "public_transport = 1"), "“public_transport” must be true or false"),
    (example("", 'spent = [{ line = "car", amount = "5" }]'), "“car” is not something that is"),
    (example("", 'spent = [{ line = "task", amount = "5" }]'), "“task” is not something that is"),
    (example("", 'spent = [{ line = "taxi" }]'), "spent number 1, “amount” is missing."),
    (example("", 'spent = [{ line = "taxi", amount = "5" }, { line = "taxi", amount = "6" }]'),
     "spent number 2, “taxi” is there a second time."),
    (example("", 'warns = ["fee_week"]'), "did you mean “fees_week”?"),
    (example("", 'receipts = ["txi"]'), "did you mean “taxi”?"),
    ('\n[[example]]\nname = "a day"\nday = 2026-05-09\nstart = "10:00"\nexpect = []\n',
     "“end” is missing."),
    ('\n[[example]]\nname = "a day"\nday = 2026-05-09\nstart = "10:00"\nend = "11:00"\n',
     "“expect” is missing."),
])  # fmt: skip
def test_an_example_that_is_wrongly_written_is_a_fault_of_the_file(written, words):
    with pytest.raises(UserError) as caught:
        report(written)

    assert caught.value.field == "file"
    assert words in caught.value.words
    assert "See line" in caught.value.words


def test_a_policy_that_is_wrongly_written_is_refused_before_its_examples():
    with pytest.raises(UserError, match="hours"):
        check_policy(POLICY.replace("hours = 4", ""), MILEAGE)


LIMITS = """
[[cap]]
from = 2026-04-01
on = "fees_week"
amount = "100.00"

[[receipt]]
from = 2026-04-01

[[approval_before]]
from = 2026-04-01
lines = ["taxi"]

[[deadline]]
from = 2026-04-01
days = 30

[[approval]]
from = 2026-04-01
second_above = "200.00"
"""
TAXI = 'spent = [{ line = "taxi", amount = "9.00" }]'


@pytest.mark.parametrize(("asked", "words"), [
    ("receipts = []", "Lines that need a receipt: expected no line, worked out taxi"),
    ('receipts = ["meals", "taxi"]',
     "Lines that need a receipt: expected taxi, meals and drinks, worked out taxi"),
    ("agree_first = []", "Lines to agree beforehand: expected no line, worked out taxi"),
    ('warns = ["fees_year"]',
     "Caps that warn: expected fees in a tax year, worked out fees in a week"),
    ("warns = []", "Caps that warn: expected no cap, worked out fees in a week"),
    ('claimed_on = 2026-06-09\ndays_late = 0',
     "Days that the claim is late: expected 0, worked out 1"),
    ("days_late = 1", "Days that the claim is late: expected 1, worked out 0"),
    ("second_approval = true", "expected a second approval, worked out that none is needed"),
])  # fmt: skip
def test_what_differs_beside_the_lines_is_said(asked, words):
    lines = line("attendance", "150.00") + line("taxi", "9.00")

    found = check_policy(POLICY + LIMITS + example(lines, TAXI, asked), MILEAGE)

    assert words in found.first_difference


def test_what_differs_beside_the_lines_is_never_in_the_words_of_the_file():
    asked = 'receipts = ["taxi", "support_worker"]\nagree_first = ["replacement_care"]\nwarns = []'
    lines = line("attendance", "150.00") + line("taxi", "9.00")

    found = check_policy(POLICY + LIMITS + example(lines, TAXI, asked), MILEAGE)

    assert not set("[]_") & set(found.first_difference)


def test_what_an_example_does_not_ask_is_not_compared():
    lines = line("attendance", "150.00") + line("taxi", "9.00")

    assert check_policy(POLICY + LIMITS + example(lines, TAXI), MILEAGE).is_right
