"""Usual costs are said in words, and what cannot be worked out later is refused at once."""

from datetime import date

import pytest

import builders as b
from alongside.domain.claims import Category, Handling
from alongside.domain.errors import UserError
from alongside.domain.money import Money
from alongside.services.usual_costs import AddUsualCost, UsualCostDetails


def test_a_journey_is_said_in_words(office):
    person = b.add_person(office)
    b.add_usual_cost(
        office, person, Category.TAXI, from_place="home", to_place="Town Hall",
        amount=Money(1840), handling=Handling.ON_ACCOUNT, agreed_until=date(2026, 9, 1),
    )  # fmt: skip
    (row,) = office.usual_costs.list_for(person)
    assert row.words == "taxi, home to Town Hall and back"
    assert (row.amount, row.handling, row.agreed_until) == (
        "£18.40",
        "on account",
        "1 September 2026",
    )


def test_who_agreed_a_cost_and_when_is_said(office):
    person = b.add_person(office)
    b.add_usual_cost(office, person, amount=Money(1840), agreed_by=" Sam  Okafor ",
                     agreed_on=date(2026, 2, 3), agreed_until=date(2026, 9, 1))  # fmt: skip
    (row,) = office.usual_costs.list_for(person)
    assert row.details.agreed_by == "Sam Okafor"
    assert row.agreed_by == "Sam Okafor, 3 February 2026"


@pytest.mark.parametrize(
    ("details", "amount"),
    [
        (UsualCostDetails(Category.CAR, tenths_of_mile=35), "3.5 miles each way"),
        (UsualCostDetails(Category.CAR, tenths_of_mile=10, is_return=False), "1 mile one way only"),
        (UsualCostDetails(Category.SUPPORT_WORKER, rate=Money(1350)), "£13.50 an hour"),
    ],
)
def test_amounts_are_said_as_they_are_counted(office, details, amount):
    person = b.add_person(office)
    office.usual_costs.add(AddUsualCost(person, details))
    assert office.usual_costs.list_for(person)[0].amount == amount


@pytest.mark.parametrize(
    ("field", "details"),
    [
        ("category", UsualCostDetails(Category.ATTENDANCE, amount=Money(1))),
        ("tenths_of_mile", UsualCostDetails(Category.CAR)),
        ("tenths_of_mile", UsualCostDetails(Category.CAR, tenths_of_mile=-5)),
        ("amount", UsualCostDetails(Category.TAXI)),
        ("amount", UsualCostDetails(Category.TAXI, amount=Money(-1))),
        ("rate", UsualCostDetails(Category.SUPPORT_WORKER)),
        ("rate", UsualCostDetails(Category.SUPPORT_WORKER, amount=Money(1), rate=Money(1))),
        (
            "agreed_until",
            UsualCostDetails(
                Category.TAXI,
                amount=Money(1),
                agreed_on=date(2026, 5, 3),
                agreed_until=date(2026, 5, 2),
            ),
        ),
        ("minutes", UsualCostDetails(Category.SUPPORT_WORKER, rate=Money(1), minutes=0)),
    ],
)
def test_what_cannot_be_kept_names_its_field(office, field, details):
    person = b.add_person(office)
    with pytest.raises(UserError) as raised:
        office.usual_costs.add(AddUsualCost(person, details))
    assert raised.value.field == field


def test_costs_keep_their_order_when_one_is_removed_and_another_added(office):
    person = b.add_person(office)
    taxi = b.add_usual_cost(office, person)
    b.add_usual_cost(office, person, Category.CAR, tenths_of_mile=62)
    office.usual_costs.remove(taxi)
    b.add_usual_cost(office, person, Category.PARKING, amount=Money(350))
    rows = office.usual_costs.list_for(person)
    assert [row.words for row in rows] == ["car mileage", "parking"]
