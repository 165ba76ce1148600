"""The first day: from nothing to a register that is ready, in one sitting."""

from datetime import date, time
from io import BytesIO
from uuid import UUID

from PIL import Image

import builders as b
from alongside import keys
from alongside.domain.claims import Category
from alongside.domain.meetings import Role, State
from alongside.domain.money import Money
from alongside.domain.people import Format, PayChoice
from alongside.office import Office
from alongside.services.attendance import RecordAttendance
from alongside.services.groups import GroupDetails
from alongside.services.meetings import AddMeeting, MeetingDetails
from alongside.services.members import MemberDetails
from alongside.services.organisation import OrganisationDetails
from conftest import MemoryKeyring
from stories.paper import printed

TODAY = date(2026, 5, 12)


def a_logo() -> bytes:
    drawn = BytesIO()
    Image.new("RGB", (60, 30), "navy").save(drawn, "PNG")
    return drawn.getvalue()


def test_an_organisation_sets_up_in_one_sitting_and_holds_its_first_meeting(tmp_path, clock):
    words = keys.new_words()
    file = tmp_path / "riverside.alongside"
    office = Office.create(file, words, MemoryKeyring(), clock=clock, who="Sam")
    try:
        # Who we are: it heads every form.
        assert office.organisation.find() is None
        riverside = OrganisationDetails(
            "Riverside Disabled People’s Network", "1 Weir Lane\nRiverside", "Sam Price",
            "0161 496 0000", "sam@riverside.example", logo=a_logo(),
        )  # fmt: skip
        change = office.organisation.correct(riverside)
        assert change.words == "Riverside Disabled People’s Network set up"

        # How people are paid: a template, read in words before it is chosen.
        template = next(row for row in office.policies.templates() if "Half day" in row.name)
        assert "£75" in template.summary
        policy = office.policies.add_template(template.id).id

        # One group, and the people in it.
        group = office.groups.add(
            GroupDetails("Transport Design Group", "Trams", "Riverside Transport", "T-1", policy)
        ).id
        ann = b.add_person(office, "Ann Lee", pay_choice=PayChoice.CASH, format=Format.LARGE_18)
        bo = b.add_person(office, "Bo Larsen", access_requirements="BSL interpreter")
        b.add_usual_cost(office, ann, Category.TAXI, amount=Money(920))
        office.members.add(MemberDetails(group, ann, Role.CHAIR, TODAY))
        office.members.add(MemberDetails(group, bo, Role.MEMBER, TODAY))

        # Today's meeting: its members are on the register, with what they require.
        details = MeetingDetails(group, TODAY, time(13), time(15, 30), place="Town Hall")
        meeting = office.meetings.add(AddMeeting(details)).id
        assert isinstance(meeting, UUID)
        register = office.attendance.list_for(meeting)
        assert [(row.name, row.role, row.requires) for row in register.rows] == [
            ("Ann Lee", Role.CHAIR, ""),
            ("Bo Larsen", Role.MEMBER, "BSL interpreter"),
        ]

        # And it works, all the way to paper.
        for row in register.rows:
            office.attendance.record(RecordAttendance(row.id, State.ATTENDED))
        office.claims.make(meeting)
        form = printed(office, ann)
        for fact in (
            "Riverside Disabled People’s Network", "1 Weir Lane", "Sam Price", "0161 496 0000",
            "Riverside Transport", "T-1", "large print, 18 point", "Town Hall", "chair",
            "fees £75.00 and expenses £9.20", "in cash",
        ):  # fmt: skip
            assert fact in form
    finally:
        office.close()

    # The words that were written down open it on any computer.
    again = Office.open(file, MemoryKeyring(), words=words, clock=clock)
    assert [row.name for row in again.people.list_()] == ["Ann Lee", "Bo Larsen"]
    again.close()


def test_what_was_set_up_by_mistake_is_taken_back_step_by_step(office):
    ann = b.add_person(office, "Ann Lee")
    group = b.add_group(office, ann)
    assert office.history.steps().undo == "Ann Lee joined Transport Design Group, member"
    while office.history.steps().undo:
        office.history.undo()
    assert not office.people.list_()
    assert not office.groups.list_()
    while office.history.steps().redo:
        office.history.redo()
    assert [row.name for row in office.members.list_for(group)] == ["Ann Lee"]
