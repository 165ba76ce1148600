"""A line that was refused counts for nothing else: not for miles, not for a cap on fees."""

from datetime import date

from late_rates import approve, cap

import builders as b
from alongside.domain.claims import Category
from alongside.domain.money import Money
from alongside.domain.people import PayChoice
from alongside.services.usual_costs import CorrectUsualCost, UsualCostDetails

MAY_7 = date(2026, 5, 7)


def test_miles_that_were_refused_do_not_lower_the_rate_of_those_after_them(office):
    ann = b.add_person(office, "Ann Lee", pay_choice=PayChoice.BANK)
    cost = b.add_usual_cost(office, ann, Category.CAR, tenths_of_mile=60_000)
    group = b.add_group(office, ann)
    office.claims.make(b.add_marked_meeting(office, group, ann, day=MAY_7))
    claim = b.issue(office, ann)
    approve(office, claim, {office.claims.find(claim).expenses[0].id: "6 miles, not 6,000"})
    office.usual_costs.correct(
        CorrectUsualCost(cost, UsualCostDetails(Category.CAR, tenths_of_mile=60))
    )
    office.claims.make(b.add_marked_meeting(office, group, ann))
    (line,) = b.claim_of(office, ann).expenses
    assert line.amount == Money(540)


def test_a_fee_that_was_refused_uses_up_nothing_of_a_week(office):
    ann = b.add_person(office, "Ann Lee", pay_choice=PayChoice.BANK)
    b.add_usual_cost(office, ann)
    limit = cap("fees_week", "75.00", "stops = true")
    group = b.add_group(office, ann, policy=b.POLICY + limit)
    office.claims.make(b.add_marked_meeting(office, group, ann, day=MAY_7))
    claim = b.issue(office, ann)
    approve(office, claim, {office.claims.find(claim).fees[0].id: "was not there"})
    office.claims.make(b.add_marked_meeting(office, group, ann))
    (line,) = b.claim_of(office, ann).fees
    assert line.amount == Money(7500)
