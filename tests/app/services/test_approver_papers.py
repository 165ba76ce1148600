"""Chosen claims on one paper for the approver: only those, in any format, nothing written over."""

from datetime import date

import pytest

import builders as b
from alongside.domain.errors import UserError
from alongside.domain.people import EDITIONS, Format
from alongside.services.approver_papers import PrintSummary, SaveSummary
from alongside.services.claims import WithdrawClaim
from alongside.services.looks import Look


@pytest.fixture
def claims(office):
    """Return the claims of Ann, Bo and Cy; Cy's is for another group."""
    people = [b.add_person(office, name) for name in ("Ann Lee", "Bo Larsen", "Cy Rao")]
    office.claims.make(b.add_marked_meeting(office, b.add_group(office, *people[:2]), *people[:2]))
    other = b.add_group(office, people[2], name="Health Access Group", budget_code="H-1")
    office.claims.make(b.add_marked_meeting(office, other, people[2], day=date(2026, 5, 8)))
    return [b.issue(office, person) for person in people]


def test_the_paper_has_the_chosen_claims_of_any_group_and_no_others(office, claims):
    sheet = office.approver_papers.sheet(PrintSummary((claims[2], claims[0])))
    assert [claim.person for claim in sheet.claims] == ["Ann Lee", "Cy Rao"]
    assert sheet.title == "2 claims"
    assert [(fact.name, fact.value) for fact in sheet.facts] == [
        ("Groups", "Health Access Group, Transport Design Group")
    ]
    assert str(sheet.total.fees) == "£150.00"
    words = office.approver_papers.pages(PrintSummary((claims[0],))).words
    assert "Bo Larsen" not in words


def test_claims_that_all_go_no_further_make_no_paper(office, claims):
    office.claims.withdraw(WithdrawClaim(claims[0], "wrong"))
    with pytest.raises(UserError, match="no claims to look at"):
        office.approver_papers.sheet(PrintSummary(claims[:1]))


@pytest.mark.parametrize("edition", [each for each in EDITIONS if each is not Format.BRAILLE])
def test_the_paper_is_a_file_in_any_format_and_leaves_a_line(office, claims, tmp_path, edition):
    look = Look(edition)
    file = tmp_path / f"new/list{look.ending_for(Format.STANDARD)}"
    request = SaveSummary(PrintSummary(tuple(claims), look), file)
    change = office.approver_papers.save(request)
    assert change.words == f"3 claims for the approver saved as {file}"
    assert office.history.list_()[0].words == change.words
    assert file.read_bytes()
    with pytest.raises(UserError, match="already"):
        office.approver_papers.save(request)
