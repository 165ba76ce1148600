"""A policy that is written in a form is kept once it is right, and says where it is not."""

from datetime import date, time

import pytest

import builders as b
from alongside.domain.errors import UserError
from alongside.domain.meetings import State
from alongside.domain.policy_draft import DraftTable, PolicyDraft
from alongside.services.policies import published_texts, rules_of
from alongside.services.policy_examples import AgreeExample, ExampleFrom
from alongside.services.policy_forms import CheckTable, KeepPolicy, StartFrom, TablesError

FIRST = {"from": date(2026, 4, 1)}
HOURLY = DraftTable("fee", {**FIRST, "shape": "hourly", "rate": "15.00"})
TOP = {"name": "Ours", "summary": "£15 an hour"}
HOURS = {
    "name": "two hours", "day": b.MAY_9, "start": "10:00", "end": "12:00",
    "expect": [{"line": "attendance", "amount": "30.00"}],
}  # fmt: skip


def test_one_starts_from_nothing_from_a_template_or_from_a_policy_of_ours(office):
    policy = b.add_policy(office)
    first, own, *templates = office.policy_forms.starts()
    assert first.id == StartFrom()
    assert own.id == StartFrom(policy_id=policy)
    assert len(templates) == len(office.policies.templates())
    for row in (own, *templates):
        draft = office.policy_forms.open(row.id)
        assert office.policy_forms.text_of(draft)
    assert office.policy_forms.open(StartFrom()) == PolicyDraft()


@pytest.mark.parametrize("name", sorted(published_texts()))
def test_every_published_policy_is_kept_from_its_form_as_the_same_rules(office, name):
    text = published_texts()[name]
    draft = office.policy_forms.open_text(text)
    kept = office.policy_forms.keep(KeepPolicy(draft)).id
    assert rules_of(office.policies.text_of(kept)) == rules_of(text)
    view = office.policy_forms.look(draft)
    assert view.examples
    assert {row.words for row in view.examples} == {"right"}


def test_a_rule_is_refused_at_its_field_in_the_words_of_the_form(office):
    with pytest.raises(UserError) as refused:
        office.policy_forms.check(CheckTable("fee", {**HOURLY.values, "rate": "0"}))
    assert refused.value.field == "rate"
    assert refused.value.words.startswith("“Amount for an hour” is nothing")


@pytest.mark.parametrize(("draft", "field"), [
    (PolicyDraft(TOP), "rules"),
    (PolicyDraft(TOP | {"name": ""}, (HOURLY,)), "name"),
    (PolicyDraft(TOP | {"summary": ""}, (HOURLY,)), "summary"),
    (PolicyDraft(TOP | {"mileage": "hmrc"}, (HOURLY, DraftTable("mileage", {
        **FIRST, "car": "0.45", "car_over_10000": "0.25"}))), "mileage"),
])  # fmt: skip
def test_what_is_missing_is_said_at_its_field_and_nothing_is_kept(office, draft, field):
    with pytest.raises(UserError) as refused:
        office.policy_forms.keep(KeepPolicy(draft))
    assert refused.value.field == field
    assert "[[" not in refused.value.words
    assert office.policies.list_() == []


def test_rules_that_contradict_each_other_are_named_as_the_list_names_them(office):
    dearer = DraftTable("fee", {**HOURLY.values, "rate": "16.00"})
    with pytest.raises(TablesError) as refused:
        office.policy_forms.text_of(PolicyDraft(TOP, (HOURLY, dearer)))
    assert (refused.value.field, refused.value.at) == ("rules", ("fee", 2))
    assert refused.value.words.startswith("“Fee” number 1 and number 2 say different things")


def test_rates_for_miles_that_lack_a_vehicle_are_said_at_their_rule(office):
    one = DraftTable("mileage", {**FIRST, "car": "0.45", "car_over_10000": "0.25"})
    values = {**one.values, "from": date(2027, 4, 6), "bicycle": "0.20"}
    draft = PolicyDraft(TOP, (HOURLY, one, DraftTable("mileage", values)))
    with pytest.raises(TablesError) as refused:
        office.policy_forms.text_of(draft)
    assert refused.value.at == ("mileage", 2)
    assert "“A mile by bicycle” must be in every “Miles” or in none" in refused.value.words


def test_an_example_that_differs_is_said_before_and_refuses_the_policy(office):
    wrong = DraftTable("example", HOURS | {"expect": [{"line": "attendance", "amount": "31.00"}]})
    draft = PolicyDraft(TOP, (HOURLY, wrong))
    (row,) = office.policy_forms.look(draft).examples
    assert row.words.startswith("differs: expected attendance £31.00, worked out £30.00")
    with pytest.raises(TablesError) as refused:
        office.policy_forms.keep(KeepPolicy(draft))
    assert (refused.value.field, refused.value.at) == ("examples", ("example", 1))
    right = office.policy_examples.agree(AgreeExample(draft, 1))
    assert right.of("example") == [DraftTable("example", HOURS)]
    assert office.policy_forms.keep(KeepPolicy(right)).id


def test_what_an_example_asks_beside_its_lines_is_agreed_to_as_well(office):
    rules = (HOURLY, DraftTable("approval_before", {**FIRST, "lines": ["taxi"]}))
    spent = [{"line": "taxi", "amount": "9.20"}]
    asked = {"agree_first": [], "days_late": 3, "second_approval": True, "spent": spent}
    draft = PolicyDraft(TOP, (*rules, DraftTable("example", HOURS | asked)))
    values = office.policy_examples.agree(AgreeExample(draft, 1)).of("example")[0].values
    assert (values["agree_first"], values["days_late"], values["second_approval"]) == (
        ["taxi"], 0, False,
    )  # fmt: skip
    assert "receipts" not in values


def test_another_policy_with_the_same_name_is_refused(office):
    office.policy_forms.keep(KeepPolicy(PolicyDraft(TOP, (HOURLY,))))
    dearer = DraftTable("fee", {**HOURLY.values, "rate": "16.00"})
    with pytest.raises(UserError) as refused:
        office.policy_forms.keep(KeepPolicy(PolicyDraft(TOP, (dearer,))))
    assert refused.value.field == "name"


def test_a_text_whose_example_is_wrongly_written_does_not_come_into_the_form(office):
    text = b.POLICY + '\n[[example]]\nname = "x"\n'
    with pytest.raises(UserError) as refused:
        office.policy_forms.open_text(text)
    assert refused.value.field == "text"


def test_part_of_a_meeting_becomes_an_example_with_its_times(office):
    ann = b.add_person(office)
    b.add_usual_cost(office, ann)
    meeting = b.add_marked_meeting(office, b.add_group(office, ann), ann)
    b.mark(office, meeting, ann, State.ATTENDED_PART, arrived=time(13, 30))
    example = office.policy_examples.from_meeting(ExampleFrom(b.POLICY, meeting, ann))
    assert example.values["state"] == "attended_part"
    assert example.values["arrived"] == "13:30"
    assert [row["line"] for row in example.values["expect"]] == ["attendance", "taxi"]
    assert "Ann" not in str(example.values)
    draft = office.policy_forms.open_text(b.POLICY).with_table(example)
    assert {row.words for row in office.policy_forms.look(draft).examples} == {"right"}
