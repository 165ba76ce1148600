"""Claims from meeting to meeting: one for each person and budget, and the year that turns."""

from datetime import date, time, timedelta

import builders as b
from alongside.domain.claims import Category
from alongside.domain.meetings import State
from alongside.domain.money import Money
from stories.paper import printed

HMRC = """\
name = "Half day £75, HMRC miles"
summary = "£75 under 4 hours, and the mileage that HMRC allows."
mileage = "hmrc"

[[fee]]
from = 2020-01-01
shape = "half_and_full_day"
half = "75.00"
full = "150.00"
hours = "4:00"
"""


def test_the_second_meeting_goes_on_the_claim_that_is_still_open(office):
    ann = b.add_person(office)
    group = b.add_group(office, ann)
    for day in (date(2026, 5, 2), date(2026, 5, 9)):
        office.claims.make(b.add_marked_meeting(office, group, ann, day=day))
    (claim,) = b.claim_rows_of(office, ann)
    assert (claim.number, claim.fees) == ("2026-0001", Money(15000))
    form = printed(office, ann)
    assert "2 May 2026" in form
    assert "9 May 2026" in form
    assert "fees £150.00 and expenses £0.00" in form


def test_a_meeting_after_the_claim_was_issued_begins_another(office):
    ann = b.add_person(office)
    group = b.add_group(office, ann)
    office.claims.make(b.add_marked_meeting(office, group, ann, day=date(2026, 5, 2)))
    b.issue(office, ann)
    office.claims.make(b.add_marked_meeting(office, group, ann, day=date(2026, 5, 9)))
    newer, older = b.claim_rows_of(office, ann)
    assert (older.number, older.fees) == ("2026-0001", Money(7500))
    assert (newer.number, newer.fees) == ("2026-0002", Money(7500))


def test_two_groups_with_two_budgets_give_two_claims(office):
    """Different bodies pay, so nothing of one is ever on the paper of the other."""
    ann = b.add_person(office)
    trams = b.add_group(office, ann, name="Transport Design Group", budget_code="T-1")
    parks = b.add_group(office, ann, name="Parks Forum", budget_code="P-7")
    morning = b.add_meeting(office, trams, start=time(9), end=time(11))
    afternoon = b.add_meeting(office, parks, start=time(14), end=time(19))
    for meeting in (morning, afternoon):
        b.mark(office, meeting, ann)
        office.claims.make(meeting)
    claims = {row.budget_code: row for row in b.claim_rows_of(office, ann)}
    assert {code: row.fees for code, row in claims.items()} == {
        "T-1": Money(7500), "P-7": Money(15000),
    }  # fmt: skip
    form = office.forms.form(claims["P-7"].id).words
    assert "Parks Forum" in form
    assert "Transport Design Group" not in form


def test_someone_who_cancels_late_is_paid_by_the_band_of_the_policy(office, clock):
    ann, bo, devi = (b.add_person(office, name) for name in ("Ann Lee", "Bo Larsen", "Devi Rao"))
    group = b.add_group(office, ann, bo, devi)
    meeting = b.add_meeting(office, group)  # on Saturday 9 May
    told = {ann: date(2026, 5, 8), bo: date(2026, 5, 5)}
    for person, day in told.items():
        b.mark(office, meeting, person, State.CANCELLED_LATE, cancelled_on=day)
    b.mark(office, meeting, devi)
    office.claims.make(meeting)
    (line,) = b.claim_of(office, ann).fees
    assert (line.details.category, line.amount) == (Category.CANCELLATION, Money(3750))
    assert "50% of £75.00" in line.why
    assert "50% of £75.00" in printed(office, ann)
    assert not b.claim_rows_of(office, bo)  # four days of notice: more than the two of the policy
    assert b.claim_of(office, devi).row.fees == Money(7500)


def test_the_rate_for_a_mile_is_that_of_the_day_of_the_journey(office):
    """45p to 5 April 2026, 55p from 6 April, on one claim and on one page."""
    ann = b.add_person(office)
    b.add_usual_cost(office, ann, Category.CAR, tenths_of_mile=100)
    group = b.add_group(office, ann, policy=HMRC)
    for day in (date(2026, 4, 5), date(2026, 4, 6)):
        office.claims.make(b.add_marked_meeting(office, group, ann, day=day))
    claim = b.claim_of(office, ann)
    assert [line.amount for line in claim.expenses] == [Money(900), Money(1100)]
    form = printed(office, ann)
    assert "20 miles at £0.45 a mile" in form
    assert "20 miles at £0.55 a mile (rate from 6 April 2026)" in form


def test_ten_thousand_miles_are_counted_by_the_tax_year(office, clock):
    ann = b.add_person(office)
    b.add_usual_cost(office, ann, Category.CAR, tenths_of_mile=4000)  # 800 miles there and back
    group = b.add_group(office, ann, policy=HMRC)
    days = [date(2026, 4, 6) + timedelta(weeks=number) for number in range(13)]
    for day in days:
        office.claims.make(b.add_marked_meeting(office, group, ann, day=day))
    amounts = [line.amount for line in b.claim_of(office, ann).expenses]
    assert amounts[:12] == [Money(44000)] * 12
    assert amounts[12] == Money(400 * 55 + 400 * 25)
    assert "over 10,000 miles this tax year" in printed(office, ann)
    b.issue(office, ann)

    clock.time = clock.time.replace(2027, 4, 6)
    office.claims.make(b.add_marked_meeting(office, group, ann, day=date(2027, 4, 6)))
    assert b.claim_of(office, ann).row.expenses == Money(44000)


def test_claim_numbers_begin_again_with_the_year(office, clock):
    ann = b.add_person(office)
    group = b.add_group(office, ann)
    clock.time = clock.time.replace(2026, 12, 31)
    office.claims.make(b.add_marked_meeting(office, group, ann, day=date(2026, 12, 31)))
    b.issue(office, ann)
    clock.time = clock.time.replace(2027, 1, 4)
    office.claims.make(b.add_marked_meeting(office, group, ann, day=date(2027, 1, 4)))
    b.issue(office, ann)
    assert [row.number for row in b.claim_rows_of(office, ann)] == ["2027-0001", "2026-0001"]
    assert "2027-0001" in printed(office, ann)
