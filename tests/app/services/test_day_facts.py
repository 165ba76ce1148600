"""What a policy asks of a day is noted on the register, and the drafts pay by it."""

from datetime import date, time
from uuid import UUID

import pytest

import builders as b
from alongside.domain.claims import Category, Handling
from alongside.domain.errors import UserError
from alongside.domain.meetings import Role, State
from alongside.domain.money import Money
from alongside.office import Office
from alongside.services.attendance import CorrectAttendance
from alongside.services.claim_lines import AddLine, CorrectLine
from alongside.services.groups import CorrectGroup
from alongside.services.line_rows import LineDetails, LineRow
from alongside.services.people import CorrectPerson, PersonDetails
from alongside.services.top_ups import LateRates


@pytest.fixture
def ann(office: Office) -> UUID:
    return b.add_person(office)


@pytest.fixture
def meeting(office: Office, ann: UUID) -> UUID:
    return b.add_marked_meeting(office, b.add_group(office, ann, policy=b.ASKS_OF_A_DAY), ann)


def note(office: Office, meeting: UUID, ann: UUID, **day: object) -> str:
    line = b.line_of(office, meeting, ann)
    request = CorrectAttendance(line, State.ATTENDED, Role.MEMBER, **day)
    return office.attendance.correct(request).words


def line(office: Office, ann: UUID, category: Category) -> LineRow:
    record = b.claim_of(office, ann)
    found = [row for row in (*record.fees, *record.expenses) if row.details.category is category]
    assert len(found) == 1
    return found[0]


def add(office: Office, ann: UUID, category: Category, pence: int, **more: object) -> str:
    details = LineDetails(category, b.MAY_9, category.words, Money(pence), **more)
    return office.claim_lines.add(AddLine(b.claim_of(office, ann).row.id, details)).words


def correct(office: Office, row: LineRow, **more: object) -> str:
    values = {name: getattr(row.details, name) for name in row.details.__slots__}
    return office.claim_lines.correct(CorrectLine(row.id, LineDetails(**values | more))).words


def test_only_what_the_policy_uses_is_asked(office, ann, meeting):
    asks = office.attendance.day(b.line_of(office, meeting, ann)).asks
    assert (asks.travel, asks.time_away, asks.nights) == (True, True, True)
    assert asks.regions == ("London", "elsewhere")
    plain = b.add_marked_meeting(office, b.add_group(office, ann, name="Health"), ann)
    asks = office.attendance.day(b.line_of(office, plain, ann)).asks
    assert (asks.travel, asks.time_away, asks.nights, asks.by_bus) == (False,) * 4


def test_time_on_the_way_is_paid_and_said(office, ann, meeting):
    said = note(office, meeting, ann, travel_minutes=90)
    assert said == "Ann Lee, attended, 1 hour 30 minutes on the way"
    office.claims.make(meeting)
    assert line(office, ann, Category.TRAVEL_TIME).amount == Money(1500)


def test_the_usual_time_on_the_way_is_there_by_itself_and_stays_with_the_day(office, ann, meeting):
    def usually(minutes: int) -> None:
        details = PersonDetails("Ann Lee", travel_minutes=minutes)
        office.people.correct(CorrectPerson(ann, details))

    usually(60)
    office.claims.make(meeting)
    assert line(office, ann, Category.TRAVEL_TIME).amount == Money(1000)
    usually(240)
    b.issue(office, ann)
    group = office.groups.list_()[0].id
    assert office.top_ups.plan(LateRates(group, date(2026, 1, 1))).rows == ()


def test_a_correction_brings_the_draft_up_to_date_by_itself(office, ann, meeting):
    office.claims.make(meeting)
    assert "brought up to date: claim" in note(office, meeting, ann, travel_minutes=30)
    assert line(office, ann, Category.TRAVEL_TIME).amount == Money(500)
    office.history.undo()
    assert len(b.claim_of(office, ann).fees) == 1


@pytest.mark.parametrize(
    ("left", "came", "pence", "said"),
    [
        (time(8), time(18), 1500, "at most £15.00 is paid for meals and drinks, 10 hours or more"),
        (time(10), time(17), 500, "at most £5.00 is paid for meals and drinks, 5 hours or more"),
        (time(12), time(16), 0, "nothing is paid for meals and drinks"),
    ],
)
def test_a_meal_is_paid_by_the_hours_away(office, ann, meeting, left, came, pence, said):
    b.add_usual_cost(office, ann, Category.MEALS, amount=Money(1800))
    note(office, meeting, ann, left_home=left, came_home=came)
    office.claims.make(meeting)
    meal = line(office, ann, Category.MEALS)
    assert meal.amount == Money(pence)
    assert f"£18.00 spent, {said}" in meal.why


def test_where_the_time_away_is_not_known_the_line_says_so(office, ann, meeting):
    b.add_usual_cost(office, ann, Category.MEALS, amount=Money(1800))
    office.claims.make(meeting)
    assert line(office, ann, Category.MEALS).why.endswith("the time away is not known: check")


def test_nights_are_paid_by_how_many_and_where(office, ann, meeting):
    note(office, meeting, ann, nights=2, night_region="elsewhere")
    office.claims.make(meeting)
    said = add(office, ann, Category.OVERNIGHT, 25000)
    assert line(office, ann, Category.OVERNIGHT).amount == Money(18000)
    assert "£180.00 is paid: added by Sam; £250.00 spent, at most £180.00" in said


def test_hours_of_care_count_for_what_is_paid_of_it(office, ann, meeting):
    office.claims.make(meeting)
    add(office, ann, Category.CHILDCARE, 8000, minutes=240)
    care = line(office, ann, Category.CHILDCARE)
    assert care.amount == Money(5600)
    correct(office, care, amount=Money(8000), minutes=360)
    assert line(office, ann, Category.CHILDCARE).amount == Money(8000)


def test_more_than_the_most_is_paid_for_a_reason_and_the_approver_hears_it(office, ann, meeting):
    note(office, meeting, ann, left_home=time(10), came_home=time(17))
    office.claims.make(meeting)
    add(office, ann, Category.MEALS, 1200, above_cap="nothing else was gluten free")
    meal = line(office, ann, Category.MEALS)
    assert meal.amount == Money(1200)
    assert meal.why.endswith("all of it is paid, because: nothing else was gluten free")
    assert b.claim_of(office, ann).to_look_at[-1] == (
        "meals and drinks, £12.00: more than the policy’s most, because: "
        "nothing else was gluten free."
    )
    correct(office, meal, receipt="4")
    assert line(office, ann, Category.MEALS).why == meal.why
    correct(office, line(office, ann, Category.MEALS), above_cap="")
    assert line(office, ann, Category.MEALS).amount == Money(500)


def test_what_we_paid_ourselves_has_no_cap(office, ann, meeting):
    office.claims.make(meeting)
    add(office, ann, Category.OVERNIGHT, 25000, handling=Handling.PAID_DIRECT)
    assert line(office, ann, Category.OVERNIGHT).amount == Money(25000)


def test_each_passenger_is_paid_for_once_in_a_line_beside_the_car(office, ann, meeting):
    b.add_usual_cost(
        office, ann, Category.CAR, tenths_of_mile=50, passengers="Jo Hart, Bo Larsen, jo hart"
    )
    office.claims.make(meeting)
    assert line(office, ann, Category.CAR).amount == Money(450)
    carried = line(office, ann, Category.PASSENGER)
    assert carried.amount == Money(100)
    assert carried.why.endswith("for 2 passengers: Jo Hart, Bo Larsen")
    correct(office, carried, passengers="Jo Hart")
    assert line(office, ann, Category.PASSENGER).amount == Money(50)


def test_a_policy_without_a_rate_for_passengers_pays_the_car_alone(office, ann):
    policy = b.POLICY.replace('passenger = "0.05"\n', "")
    meeting = b.add_marked_meeting(office, b.add_group(office, ann, policy=policy), ann)
    b.add_usual_cost(office, ann, Category.CAR, tenths_of_mile=50, passengers="Jo Hart")
    office.claims.make(meeting)
    assert [row.details.category for row in b.claim_of(office, ann).expenses] == [Category.CAR]


def test_a_car_where_a_bus_would_suit_too_has_the_lower_rate_and_keeps_it(office, ann, meeting):
    b.add_usual_cost(office, ann, Category.CAR, tenths_of_mile=50, could_go_by_bus=True)
    office.claims.make(meeting)
    car = line(office, ann, Category.CAR)
    assert car.amount == Money(250)
    correct(office, car, tenths_of_mile=200)
    assert line(office, ann, Category.CAR).amount == Money(500)
    b.issue(office, ann)
    group = office.groups.list_()[0].id
    assert office.top_ups.plan(LateRates(group, date(2026, 1, 1))).rows == ()


def test_making_claims_again_adds_nothing(office, ann, meeting):
    note(office, meeting, ann, travel_minutes=90, left_home=time(8), came_home=time(18))
    for category in (Category.MEALS, Category.OVERNIGHT):
        b.add_usual_cost(office, ann, category, amount=Money(9900))
    b.add_usual_cost(office, ann, Category.CAR, tenths_of_mile=50, passengers="Jo Hart")
    office.claims.make(meeting)
    once = b.claim_of(office, ann)
    assert "nothing new" in office.claims.make(meeting).words
    assert b.claim_of(office, ann) == once


@pytest.mark.parametrize(
    ("day", "field"),
    [
        ({"travel_minutes": 1441}, "travel_minutes"),
        ({"nights": 31}, "nights"),
        ({"left_home": time(18), "came_home": time(8)}, "came_home"),
    ],
)
def test_what_cannot_be_is_said_at_its_field(office, ann, meeting, day, field):
    with pytest.raises(UserError) as raised:
        note(office, meeting, ann, **day)
    assert raised.value.field == field
    assert office.attendance.day(b.line_of(office, meeting, ann)).left_home is None


def test_after_a_night_away_somebody_may_come_home_earlier_than_they_left(office, ann, meeting):
    said = note(office, meeting, ann, left_home=time(18), came_home=time(8), nights=1)
    assert said.endswith("left home at 18:00, came home at 08:00, 1 night away")


def test_a_policy_that_asks_no_more_forgets_nothing(office, ann, meeting):
    note(office, meeting, ann, nights=2, night_region="London")
    group = office.groups.list_()[0].id
    details = office.groups.find(group)
    values = {name: getattr(details, name) for name in details.__slots__}
    values["policy_id"] = b.add_policy(office, b.POLICY)
    office.groups.correct(CorrectGroup(group, type(details)(**values)))
    assert office.attendance.day(b.line_of(office, meeting, ann)).night_region == "London"
