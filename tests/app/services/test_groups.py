"""Groups have one name each, and members with dates that do not overlap."""

from datetime import date

import pytest

import builders as b
from alongside.domain.errors import UserError
from alongside.domain.meetings import Role
from alongside.services.groups import CorrectGroup, GroupDetails
from alongside.services.members import CorrectMember, MemberDetails


def test_a_group_in_the_list_says_partner_policy_and_members_of_today(office):
    b.add_group(office, b.add_person(office, "Ann Lee"), b.add_person(office, "Bo Larsen"))
    (row,) = office.groups.list_()
    assert (row.partner, row.policy, row.members) == ("Riverside Transport", "Half day £75", 2)


@pytest.mark.parametrize("name", ["", "   ", "transport  design GROUP"])
def test_a_name_that_is_missing_or_taken_is_refused(office, name):
    b.add_group(office)
    with pytest.raises(UserError) as raised:
        office.groups.add(GroupDetails(name))
    assert raised.value.field == "name"


def test_a_group_may_keep_its_own_name(office):
    group = b.add_group(office)
    office.groups.correct(CorrectGroup(group, GroupDetails("Transport design group")))
    assert office.groups.find(group).name == "Transport design group"


def test_a_partner_typed_in_other_capitals_is_the_same_partner(office):
    b.add_group(office)
    office.groups.add(GroupDetails("Health Group", partner="riverside  transport"))
    assert office.groups.partners() == ["Riverside Transport"]


def test_a_group_that_met_stays(office):
    group = b.add_group(office)
    b.add_meeting(office, group)
    with pytest.raises(UserError, match="stays"):
        office.groups.remove(group)


def test_a_group_with_a_claim_stays_even_when_its_meeting_is_gone(office):
    ann = b.add_person(office)
    group = b.add_group(office, ann)
    meeting = b.add_marked_meeting(office, group, ann)
    office.claims.make(meeting)
    for line in b.claim_of(office, ann).fees:
        office.claim_lines.remove(line.id)
    with pytest.raises(UserError, match="stays"):
        office.groups.remove(group)


def test_nobody_is_in_a_group_twice_at_once(office):
    ann = b.add_person(office)
    group = b.add_group(office, ann)
    with pytest.raises(UserError) as raised:
        office.members.add(MemberDetails(group, ann, Role.CHAIR, date(2026, 1, 1)))
    assert raised.value.field == "person_id"
    assert raised.value.words == "Ann Lee is in Transport Design Group already."


def test_somebody_who_left_may_come_back_the_day_after(office):
    ann = b.add_person(office)
    group = b.add_group(office)
    office.members.add(MemberDetails(group, ann, Role.MEMBER, date(2020, 1, 1), date(2024, 5, 1)))
    office.members.add(MemberDetails(group, ann, Role.CHAIR, date(2024, 5, 2)))
    assert [row.is_member_now for row in office.members.list_for(group)] == [False, True]
    assert [row.role for row in office.members.list_for(group, is_now_only=True)] == ["chair"]


def test_a_last_day_before_the_first_is_refused(office):
    ann = b.add_person(office)
    group = b.add_group(office, ann)
    member = office.members.list_for(group)[0].id
    details = MemberDetails(group, ann, Role.MEMBER, date(2026, 2, 1), date(2026, 1, 1))
    with pytest.raises(UserError) as raised:
        office.members.correct(CorrectMember(member, details))
    assert raised.value.field == "last"


def test_today_is_the_last_day_of_whoever_leaves_today(office, clock):
    ann = b.add_person(office)
    group = b.add_group(office)
    today = clock().date()
    office.members.add(MemberDetails(group, ann, Role.MEMBER, date(2020, 1, 1), today))
    assert office.members.list_for(group)[0].is_member_now
    clock.set(date(2026, 5, 13))
    assert not office.members.list_for(group)[0].is_member_now
