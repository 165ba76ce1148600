"""A fault in a rule of a policy file is one sentence that names the table, the key and the line."""

import pytest

from alongside.domain.errors import UserError
from alongside.domain.policy_rules import Region
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


def dated(kind: str, lines: str) -> str:
    return f"[[{kind}]]\nfrom = 2026-04-01\n{lines}\n"


def band(lines: str) -> str:
    return dated("cancellation", f'by = "person"\ndays = 7\npercent = 50\n{lines}')


@pytest.mark.parametrize(("lines", "words"), [
    ('shape = "block"\namout = "20.00"\nhours = 3',
     "In [[fee]] number 1, “amout” is not a key: did you mean “amount”? See line 6."),
    ('shape = "block"\nhours = 3', "In [[fee]] number 1, “amount” is missing. See line 3."),
    ('shape = "block"\namount = "20.00"',
     "In [[fee]] number 1, “hours” is missing. See line 3."),
    ('shape = "half_and_full_day"\nhalf = "75.00"\nfull = "150.00"',
     "In [[fee]] number 1, “hours” is missing. See line 3."),
    ('shape = "half_and_full_day"\nhalf = "75.00"\nhours = 4',
     "In [[fee]] number 1, “full” is missing. See line 3."),
    ('shape = "half_and_full_day"\nhalf = "75.00"\nfull = "70.00"\nhours = 4',
     "In [[fee]] number 1, “full” is less than “half”. See line 7."),
    ('shape = "block"\namount = "20.00"\nhours = 0',
     "In [[fee]] number 1, “hours” cannot be nothing. See line 7."),
    ('shape = "block"\namount = "20.00"\nhours = 1.5',
     ("In [[fee]] number 1, “hours” must be a length of time in quotes, like hours = \"1:30\". "
     "See line 7.")),
    ('shape = "hourly"\nrate = 15.00',
     ("In [[fee]] number 1, “rate” must be in quotes, with pounds and pence, like "
     "rate = \"75.00\". See line 6.")),
    ('shape = "hourly"\nrate = 15',
     ("In [[fee]] number 1, “rate” must be in quotes, with pounds and pence, like "
     "rate = \"75.00\". See line 6.")),
    ('shape = "hourly"\nrate = true',
     "In [[fee]] number 1, “rate” must be words in straight quotes. See line 6."),
    ('shape = "hourly"\nrate = "-15.00"',
     ("In [[fee]] number 1, “rate”: An amount cannot be less than nothing: type it without a "
     "minus. See line 6.")),
    ('shape = "hourly"\nrate = "15.005"',
     ("In [[fee]] number 1, “rate”: “15.005” has more than two figures after the point. "
     "Pounds and pence look like 12.50. See line 6.")),
    ('shape = "hourly"\nrate = "0"',
     ("In [[fee]] number 1, “rate” is nothing: if no fee is offered, say so with "
     "shape = \"nil\". See line 6.")),
    ('shape = "hourly"\nrate = ""', "In [[fee]] number 1, “rate” is empty. See line 6."),
    ('shape = "hourly"\nrate = "15.00"\nround_to = 61',
     ("In [[fee]] number 1, “round_to” must be a whole number from 0 to 60, without quotes. "
     "See line 7.")),
    ('shape = "hourly"\nrate = "15.00"\nhours = 2',
     "In [[fee]] number 1, “hours” has no meaning for the shape “hourly”. See line 7."),
    ('shape = "nil"\namount = "1.00"',
     "In [[fee]] number 1, “amount” has no meaning for the shape “nil”. See line 6."),
    ('shape = "hurly"\nrate = "15.00"',
     "In [[fee]] number 1, “hurly” cannot be “shape”: did you mean “hourly”? See line 5."),
    ('rate = "15.00"', "In [[fee]] number 1, “shape” is missing. See line 3."),
    ('shape = "nil"\nroles = "chair"',
     ("In [[fee]] number 1, “roles” must be a list in square brackets, like "
     "roles = [\"member\"]. See line 6.")),
    ('shape = "nil"\nroles = ["chiar"]',
     "In [[fee]] number 1, “chiar” cannot be “roles”: did you mean “chair”? See line 6."),
    ('shape = "nil"\nactivities = []',
     ("In [[fee]] number 1, “activities” must be a list in square brackets, like "
     "activities = [\"meeting\"]. See line 6.")),
    ('shape = "nil"\nwhere = "at home"',
     ("In [[fee]] number 1, “at home” cannot be “where”: it can be “any”, “in person”, "
     "“online”. See line 6.")),
    ('shape = "nil"\nmileage = "hmrc"',
     ("In [[fee]] number 1, “mileage” is not a key: it belongs at the top of the file, above the "
     "first [[table]]. See line 6.")),
])  # fmt: skip
def test_a_fault_in_a_fee_is_a_sentence_that_says_what_and_where(lines, words):
    assert fault(fee(lines)) == words


@pytest.mark.parametrize(("day", "words"), [
    ('"2026-04-01"', "“from” must be a day without quotes, year first, like from = 2026-04-06."),
    ("2026-04-01T10:00:00", "“from” must be a day without quotes"),
    ("2026", "“from” must be a day without quotes"),
])  # fmt: skip
def test_a_day_is_a_toml_day_and_nothing_else(day, words):
    assert words in fault(f'[[fee]]\nfrom = {day}\nshape = "nil"\n')


@pytest.mark.parametrize(("table", "words"), [
    ('[[preparation]]\nfrom = 2026-04-01\n',
     "say either “amount”, the same each time, or “rate”"),
    ('[[preparation]]\nfrom = 2026-04-01\namount = "5"\nrate = "5"\n', "say either “amount”"),
    ('[[preparation]]\nfrom = 2026-04-01\namount = "5"\nmost_hours = 1\n',
     "“most_hours” goes with “rate”"),
    ('[[home_meeting]]\nfrom = 2026-04-01\n', "In [[home_meeting]] number 1, “amount” is missing"),
    ('[[home_meeting]]\nfrom = 2026-04-01\namount = "5"\nwhere = "online"\n',
     "“where” is not a key"),
    ('[[cancellation]]\nfrom = 2026-04-01\nby = "person"\ndays = 7\npercent = 101\n',
     "“percent” must be a whole number from 0 to 100, without quotes."),
    ('[[cancellation]]\nfrom = 2026-04-01\nby = "person"\ndays = -1\npercent = 50\n',
     "“days” must be a whole number from 0 to 366, without quotes."),
    ('[[cancellation]]\nfrom = 2026-04-01\nby = "us"\ndays = 7\npercent = 50\n',
     "“us” cannot be “by”: it can be “person”, “organisation”."),
    ('[[part]]\nfrom = 2026-04-01\n', "In [[part]] number 1, “pays” is missing"),
    ('[[mileage]]\nfrom = 2026-04-01\nbicycle = "0.20"\ncar_over_10000 = "0.25"\n',
     "“car” is missing"),
    ('[[mileage]]\nfrom = 2026-04-01\ncar = "0.45"\n', "“car_over_10000” is missing"),
    ('[[mileage]]\nfrom = 2026-04-01\ncar = "45"\ncar_over_10000 = "0.25"\n',
     "“car” is £45.00 for one mile."),
    ('[[mileage]]\nfrom = 2026-04-01\ncar = 0.45\ncar_over_10000 = "0.25"\n',
     "“car” must be in quotes"),
    (SHARED + SHARED, "In [[mileage]] number 2, “from” is the same day as in [[mileage]] number 1"),
    (SHARED + '[[mileage]]\nfrom = 2027-04-06\ncar = "0.6"\ncar_over_10000 = "0.25"\n'
     'bicycle = "0.20"\n', "“bicycle” must be in every [[mileage]] or in none"),
    ('mileage = "mine"\n', "“mileage” is not a key: it belongs at the top"),
    (fee('shape = "hourly"\nrate = "9"\nrounding = "down"'), "“rounding” needs “round_to”"),
    (fee('shape = "hourly"\nrate = "9"\nleast_hours = 0'), "“least_hours” cannot be nothing."),
    (fee('shape = "block"\namount = "9"\nhours = 1\nleast_hours = 1'),
     "“least_hours” has no meaning for the shape “block”."),
    (dated("part", 'pays = "floor"'), "“percent” is missing."),
    (dated("part", 'pays = "full"\npercent = 50'), "“percent” goes with pays = \"floor\" only."),
    (dated("travel_time", ""), "say either “amount”, the same each time, or “rate”"),
    (dated("travel_time", 'amount = "5"\nwhere = "online"'), "“where” is not a key"),
    (dated("online", 'amout = "5"'), "did you mean “amount”?"),
    (dated("debrief", ""), "In [[debrief]] number 1, “amount” is missing."),
    (dated("retainer", 'amount = "5"\neach = "week"'), "“week” cannot be “each”"),
    (dated("retainer", 'amount = "5"\neach = "year"\nactivities = ["meeting"]'),
     "“activities” is not a key"),
    (band('holidays = "england"'), "“holidays” needs notice = \"working\""),
    (band('notice = "working"\nholidays = "cornwall"'), "“cornwall” cannot be “holidays”"),
    (dated("mileage", 'car = "0.45"\ncar_over_10000 = "0.25"\nfull_rate_miles = "9"'),
     "“full_rate_miles” must be a whole number"),
    (dated("cap", 'on = "lunch"\namount = "5"'), "“lunch” cannot be “on”"),
    (dated("cap", 'on = "meal"\namount = "5"\nregion = "Leeds"'),
     "“region” has no meaning for a cap on “meal”."),
    (dated("cap", 'on = "meal"\namount = "5"\nstops = true'), "“stops” has no meaning"),
    (dated("cap", 'on = "activities_week"'), "“count” is missing."),
    (dated("cap", 'on = "fees_week"\namount = "5"\nstops = "yes"'),
     "“stops” must be true or false, without quotes."),
    (dated("cap", 'on = "claim"\namount = "5"\nlines = ["attendance"]'),
     "“attendance” is a fee, and this is about expenses."),
    (dated("cap", 'on = "night"\namount = "5"') + dated("cap", 'on = "night"\namount = "6"'),
     "[[cap]] number 1 and number 2 start on the same day and say different things"),
    (dated("receipt", 'needed = false\nabove = "5"'), "“above” has no meaning where no receipt"),
    (dated("receipt", 'own_statement_to = "5"'), "needs “self_statement” in “instead”"),
    (dated("receipt", 'lines = ["taxi"]') + dated("receipt", 'lines = ["taxi"]\nabove = "5"'),
     "[[receipt]] number 1 and number 2 start on the same day"),
    (dated("approval_before", ""), "“lines” is missing: which costs are agreed beforehand?"),
    (dated("deadline", ""), "say either “days” or “months”"),
    (dated("deadline", "days = 5\nmonths = 5"), "say either “days” or “months”"),
    (dated("deadline", "days = 0"), "a deadline of nothing would make every claim late."),
    (dated("deadline", "days = 5") + dated("deadline", "days = 6"), "start on the same day"),
    (dated("approval", ""), "say “second_above”, “bank_change_days” or both."),
    ("[deadline]\ndays = 5\n", "“deadline” must have a table for each rule"),
])  # fmt: skip
def test_a_fault_in_another_table_names_it(table, words):
    assert words in fault(HOURLY + table)


def test_a_policy_has_the_bank_holidays_of_one_nation():
    ours = band('notice = "working"\nholidays = "wales"')
    theirs = ours.replace("wales", "scotland").replace("person", "organisation")

    assert read(HOURLY + ours).holidays is Region.WALES
    assert read(HOURLY).holidays is None
    assert fault(HOURLY + ours + theirs) == (
        "The file has bank holidays of Wales, Scotland: a policy can have those of one only."
    )


def test_bands_of_one_set_count_holidays_alike():
    plain = dated("cancellation", 'by = "person"\ndays = 2\npercent = 99\nnotice = "working"')

    assert "say different things" in fault(
        HOURLY + band('notice = "working"\nholidays = "wales"') + plain
    )


def test_caps_about_different_things_or_steps_stand_side_by_side():
    caps = [
        dated("cap", f'on = "meal"\namount = "{amount}"\n{lines}')
        for amount, lines in (
            (5, "hours_away = 5"), (9, "hours_away = 10"), (3, 'name = "tea"'),
            (4, 'name = "dinner"\nback_after = "20:30"'),
        )
    ]  # fmt: skip

    assert len(read(HOURLY + "".join(caps)).caps) == 4


def test_saying_the_same_twice_is_no_fault():
    twice = dated("deadline", "days = 5") * 2

    assert len(read(HOURLY + twice).deadlines) == 2
