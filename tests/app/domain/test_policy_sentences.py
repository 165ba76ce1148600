"""Each rule of a policy is one sentence; a mistake in one is said in the words of its form."""

from datetime import date

import pytest

from alongside.domain.policy_draft import DraftTable
from alongside.domain.policy_error import PolicyError
from alongside.domain.policy_form_check import mistake_of, read_table, say_table

FIRST = {"from": date(2026, 4, 1)}


@pytest.mark.parametrize(("kind", "values", "words"), [
    ("fee", {"shape": "hourly", "rate": "30", "round_to": 30, "activities": ["meeting"],
             "roles": ["member"], "where": "online"},
     "meeting, member, only online: £30.00 an hour, rounded up to 30 minutes, from 1 April 2026"),
    ("fee", {"shape": "hourly", "rate": "12", "round_to": 15, "rounding": "down",
             "least_hours": 2},
     "£12.00 an hour, rounded down to 15 minutes, for 2 hours at least, from 1 April 2026"),
    ("fee", {"shape": "half_and_full_day", "half": "75", "full": "150", "hours": 4},
     "£75.00 for half a day, £150.00 from 4 hours on, from 1 April 2026"),
    ("part", {"pays": "floor", "percent": 50},
     "part of a meeting is paid by the time, and 50% at least, from 1 April 2026"),
    ("preparation", {"rate": "10", "most_hours": "1:30"},
     "£10.00 an hour, for 1 hour 30 minutes at most, from 1 April 2026"),
    ("retainer", {"amount": "300", "each": "quarter", "roles": ["chair"]},
     "chair: £300.00 each quarter of a year, from 1 April 2026"),
    ("cancellation", {"by": "person", "days": 1, "percent": 50, "notice": "working",
                      "holidays": "wales"},
     ("the person cancels with 1 working day of notice or fewer: 50% of the fee, without the bank "
     "holidays of Wales, from 1 April 2026")),
    ("mileage", {"car": "0.45", "car_over_10000": "0.25", "passenger": "0.05"},
     ("car £0.45 a mile up to 10,000 miles a year, then £0.25; £0.05 for each passenger, from "
     "1 April 2026")),
    ("cap", {"on": "meal", "name": "lunch", "amount": "9", "hours_away": 4},
     "at most £9.00 for a meal, lunch, away for 4 hours at least, from 1 April 2026"),
    ("cap", {"on": "activities_week", "count": 2},
     "at most 2 paid activities for a person in a week, only a warning, from 1 April 2026"),
    ("receipt", {"above": "5", "instead": ["self_statement"], "own_statement_to": "10"},
     ("a receipt for all other costs above £5.00, or the person’s own signed statement; their own "
     "statement up to £10.00, from 1 April 2026")),
    ("receipt", {"lines": ["parking"], "needed": False},
     "no receipt for parking, from 1 April 2026"),
    ("deadline", {"months": 3, "second_approval": True},
     ("claims within 3 months; later ones with a reason; a second person approves them, from "
     "1 April 2026")),
    ("approval", {"second_above": "200", "bank_change_days": 30},
     ("a second person approves: for more than £200.00, in the 30 days after bank details changed, "
     "from 1 April 2026")),
])  # fmt: skip
def test_a_rule_is_said_in_one_sentence(kind, values, words):
    assert say_table(DraftTable(kind, FIRST | values)) == words


@pytest.mark.parametrize(("kind", "values", "key", "words"), [
    ("fee", {"shape": "hourly", "rate": "0"}, "rate",
     ("“Amount for an hour” is nothing: if no fee is offered, say so with “How it is worked out: "
     "no fee is offered”.")),
    ("fee", {"shape": "half_and_full_day", "half": "9", "full": "8", "hours": 4}, "full",
     "“A full day” is less than “Half a day”."),
    ("preparation", {}, "amount",
     ("Say either “Set amount”, the same each time, or “Amount for an hour”, for an hour of "
     "preparation.")),
    ("mileage", {"car": "45", "car_over_10000": "0.25"}, "car",
     '“A mile by car or van” is £45.00 for one mile. Write pounds and pence, like "0.45".'),
    ("example", {"name": "x", "day": date(2026, 5, 9), "start": "10:00", "end": "12:00",
                 "state": "cancelled_late", "expect": []}, "notice_days",
     "“Days of notice” is missing: a cancellation is paid by its notice."),
    ("example", {"name": "x", "day": date(2026, 5, 9), "start": "10:00", "end": "12:00",
                 "spent": [{"line": "taxi"}], "expect": []}, "spent", "“Amount” is missing."),
])  # fmt: skip
def test_a_mistake_is_said_in_the_words_of_the_form(kind, values, key, words):
    table = DraftTable(kind, values if kind == "example" else FIRST | values)
    with pytest.raises(PolicyError) as refused:
        read_table(table)
    assert (mistake_of(refused.value).key, mistake_of(refused.value).words) == (key, words)
