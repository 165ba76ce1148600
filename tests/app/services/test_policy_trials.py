"""A policy is tried on a meeting that was, and leaves everything as it is."""

import pytest

import builders as b
from alongside.domain.claims import Category
from alongside.domain.errors import UserError
from alongside.domain.meetings import State
from alongside.office import Office
from alongside.services.policy_trials import TryPolicy


@pytest.fixture
def meeting(office: Office):
    """A meeting that Ann attended, with a taxi, and Bo sent apologies for."""
    ann, bo = b.add_person(office), b.add_person(office, "Bo Larsen")
    b.add_usual_cost(office, ann)
    meeting = b.add_marked_meeting(office, b.add_group(office, ann, bo), ann, bo)
    b.mark(office, meeting, bo, State.APOLOGIES)
    return meeting


def test_each_line_says_who_would_get_what_and_why(office, meeting):
    trial = office.policy_trials.try_on(TryPolicy(b.POLICY, meeting))
    assert [(row.person, str(row.amount)) for row in trial.rows] == [
        ("Ann Lee", "£75.00"), ("Ann Lee", "£9.20"),
    ]  # fmt: skip
    assert "half day: under 4 hours" in trial.rows[0].why
    assert "1 person, fees £75.00, expenses £9.20." in trial.words


def test_another_policy_gives_other_amounts_and_nothing_is_drafted(office, meeting):
    dearer = b.POLICY.replace('"75.00"', '"82.50"')
    trial = office.policy_trials.try_on(TryPolicy(dearer, meeting))
    assert str(trial.rows[0].amount) == "£82.50"
    assert office.claims.list_() == []


def test_a_claim_that_is_issued_is_tried_as_if_it_were_not(office, meeting):
    office.claims.make(meeting)
    b.issue(office, next(p.id for p in office.people.list_("ann")))
    assert office.policy_trials.try_on(TryPolicy(b.POLICY, meeting)).rows


def test_a_fault_is_said_on_the_text(office, meeting):
    for text in ("name = 1", b.POLICY.replace("2020-01-01", "2030-01-01")):
        with pytest.raises(UserError) as refused:
            office.policy_trials.try_on(TryPolicy(text, meeting))
        assert refused.value.field == "text"


def test_miles_of_the_meeting_that_is_tried_do_not_count_as_driven_before(office, meeting):
    ann = next(p.id for p in office.people.list_("ann"))
    b.add_usual_cost(office, ann, Category.CAR, tenths_of_mile=60_000, is_return=True)
    office.claims.make(meeting)
    drafted = office.claims.list_()[0].expenses
    trial = office.policy_trials.try_on(TryPolicy(b.POLICY, meeting))
    miles = next(row for row in trial.rows if row.words.startswith("car"))
    assert str(miles.amount) == "£5,000.00"  # 10,000 at 45p, and 2,000 at 25p
    assert f"expenses {drafted}" in trial.words
    b.issue(office, ann)
    again = office.policy_trials.try_on(TryPolicy(b.POLICY, meeting))
    assert [row.amount for row in again.rows] == [row.amount for row in trial.rows]


def test_a_rate_that_one_person_lacks_is_said_with_their_name(office, meeting):
    ann = next(p.id for p in office.people.list_("ann"))
    b.add_usual_cost(office, ann, Category.CAR, tenths_of_mile=62)
    text = b.POLICY[: b.POLICY.index("[[mileage]]")]
    with pytest.raises(UserError, match=r"Ann Lee: .* has no rate for car mileage") as refused:
        office.policy_trials.try_on(TryPolicy(text, meeting))
    assert refused.value.field == "text"
