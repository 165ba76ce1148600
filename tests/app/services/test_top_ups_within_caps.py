"""A top-up never brings more than the policy's caps leave, and nothing where no rate changed."""

from datetime import date

from late_rates import NEW_FEES, Scene, adopt, cap

import builders as b
from alongside.domain.claims import Category
from alongside.domain.money import Money
from alongside.domain.people import PayChoice
from alongside.services.claim_lines import AddLine
from alongside.services.line_rows import LineDetails

NOTHING_CHANGES = "No issued claim comes out differently by the rates of today."
WEEK_OF_50 = cap("fees_week", "50.00", "stops = true")
MAY_7 = date(2026, 5, 7)


def test_a_journey_that_a_cap_limited_is_not_topped_up_while_no_rate_changes(office):
    scene = Scene(office, b.POLICY + cap("journey", "8.00"))
    assert scene.counted() == Money(800)
    assert scene.plan().words == NOTHING_CHANGES


def test_a_fee_that_a_cap_limited_is_not_topped_up_while_no_rate_changes(office):
    scene = Scene(office, b.POLICY + WEEK_OF_50)
    assert scene.counted(Category.ATTENDANCE) == Money(5000)
    assert scene.plan().words == NOTHING_CHANGES


def test_a_rate_that_rose_tops_a_journey_up_to_its_cap_and_no_further(office):
    limit = cap("journey", "10.00")
    scene = Scene(office, b.POLICY + limit)
    scene.adopt(b.CAR_RATE_OF_2026 + limit)
    assert [(row.was, row.now) for row in scene.plan().rows] == [(Money(900), Money(1000))]
    assert "£11.00 spent, at most £10.00 is paid" in scene.plan().rows[0].why


def test_two_journeys_of_one_claim_rise_to_what_one_claim_may_have_together(office):
    limit = cap("claim", "20.00")
    ann = b.add_person(office, "Ann Lee", pay_choice=PayChoice.BANK)
    b.add_usual_cost(office, ann, Category.CAR, tenths_of_mile=100)
    group = b.add_group(office, ann, policy=b.POLICY + limit)
    for day in (MAY_7, b.MAY_9):
        office.claims.make(b.add_marked_meeting(office, group, ann, day=day))
    scene = Scene.__new__(Scene)
    scene.office, scene.ann, scene.group, scene.claim = office, ann, group, b.issue(office, ann)
    assert scene.counted() == Money(1800)
    scene.adopt(b.CAR_RATE_OF_2026 + limit)
    scene.make()
    assert scene.counted() == Money(2000)
    assert scene.plan().words == NOTHING_CHANGES


def test_two_fees_of_one_week_rise_to_what_the_week_may_have_together(office):
    limit = cap("fees_week", "160.00", "stops = true")
    scene = Scene(office, b.POLICY + limit)
    office.claims.make(b.add_marked_meeting(office, scene.group, scene.ann, day=MAY_7))
    b.issue(office, scene.ann)
    scene.adopt(NEW_FEES + limit)
    scene.make()
    assert scene.counted(Category.ATTENDANCE) == Money(16000)
    assert scene.plan().words == NOTHING_CHANGES


def test_more_than_the_cap_that_was_agreed_with_a_reason_is_topped_up_in_full(office):
    limit = cap("journey", "8.00")
    ann = b.add_person(office, "Ann Lee", pay_choice=PayChoice.BANK)
    group = b.add_group(office, ann, policy=b.POLICY + limit)
    office.claims.make(b.add_marked_meeting(office, group, ann))
    drive = LineDetails(Category.CAR, b.MAY_9, "By car", None, tenths_of_mile=200,
                        above_cap="no step-free bus")  # fmt: skip
    office.claim_lines.add(AddLine(b.claim_of(office, ann).row.id, drive))
    b.issue(office, ann)
    adopt(office, group, b.CAR_RATE_OF_2026 + limit)
    scene = Scene.__new__(Scene)
    scene.office, scene.ann, scene.group = office, ann, group
    assert [(row.was, row.now) for row in scene.plan().rows] == [(Money(900), Money(1100))]


def test_a_top_up_uses_nothing_of_what_its_own_claim_may_have(office):
    limit = cap("claim", "12.00")
    scene = Scene(office, b.POLICY + limit)
    scene.adopt(b.CAR_RATE_OF_2026 + limit)
    scene.make()
    office.claims.make(b.add_marked_meeting(office, scene.group, scene.ann, day=MAY_7))
    drafted = b.claim_of(office, scene.ann).expenses
    assert {line.amount for line in drafted} == {Money(200), Money(1100)}
