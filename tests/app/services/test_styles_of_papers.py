"""Whose font and colour a paper has: the organisation's, and each person's own font before it."""

from dataclasses import replace

import pytest
from paid_claims import approved, make_run, set_up

import builders as b
from alongside.domain.meeting_sheets import MeetingPaper
from alongside.domain.paper_style import PLAIN, PaperFont, PaperStyle
from alongside.domain.payments import PayMethod
from alongside.domain.people import PayChoice
from alongside.domain.years import tax_year_of
from alongside.services.claims import WithdrawClaim
from alongside.services.history_wanted import HistoryFilter
from alongside.services.meeting_paper_requests import PrintPaper
from alongside.services.paper_styles import style_of
from alongside.services.people import CorrectPerson
from alongside.store.tables import Organisation, Person

BLUE = "#1a4d8f"
USUAL = PaperStyle(PaperFont.LEXEND, BLUE)
OWN = PaperStyle(PaperFont.NOTO, BLUE)


@pytest.fixture(autouse=True)
def organisation(office):
    """Give the office an organisation whose papers are in Lexend with blue headings."""
    set_up(office)
    known = office.organisation.find()
    office.organisation.correct(replace(known, paper_font=PaperFont.LEXEND, colour="1A4D8F"))


def choose(office, person, font):
    details = replace(office.people.find(person), paper_font=font)
    return office.people.correct(CorrectPerson(person, details))


@pytest.fixture
def claim(office):
    """Return the draft of Bo Larsen, who has chosen no font."""
    bo = b.add_person(office, "Bo Larsen")
    office.claims.make(b.add_marked_meeting(office, b.add_group(office, bo), bo))
    return b.claim_of(office, bo)


def fonts_of(form):
    return {mark.font for page in form.pages for mark in page.marks if hasattr(mark, "font")}


def test_a_form_is_in_the_organisation_s_font_until_its_person_has_one(office, claim):
    person = claim.row.person_id
    assert office.forms.sheet(claim.row.id).style == USUAL
    choose(office, person, PaperFont.NOTO)
    assert office.forms.sheet(claim.row.id).style == OWN
    choose(office, person, None)
    form = office.forms.form(claim.row.id)
    assert fonts_of(form) == {PaperFont.LEXEND.regular, PaperFont.LEXEND.bold}
    assert {page.colour for page in form.pages} == {BLUE}


def test_an_issued_form_keeps_the_style_that_it_was_issued_in(office, claim):
    office.claims.issue(b.IssueClaims([claim.row.id]))
    before = office.forms.form(claim.row.id)
    choose(office, claim.row.person_id, PaperFont.NOTO)
    known = office.organisation.find()
    office.organisation.correct(replace(known, paper_font=PaperFont.ATKINSON, colour=""))
    assert office.forms.form(claim.row.id).pages == before.pages
    assert office.forms.sheet(claim.row.id).style == USUAL
    office.claims.withdraw(WithdrawClaim(claim.row.id, "a new letterhead"))
    (draft,) = [row for row in office.claims.list_() if row.id != claim.row.id]
    assert office.forms.sheet(draft.id).style == PaperStyle(PaperFont.NOTO)


def test_papers_of_a_meeting_have_it_and_each_invitation_its_person_s(office):
    ann, bo = b.add_person(office, "Ann Lee"), b.add_person(office, "Bo Larsen")
    choose(office, ann, PaperFont.NOTO)
    meeting = b.add_meeting(office, b.add_group(office, ann, bo), b.MAY_9)
    invited = office.meeting_papers.sheets(PrintPaper(meeting, MeetingPaper.INVITATIONS))
    assert {sheet.person: sheet.style for sheet in invited} == {"Ann Lee": OWN, "Bo Larsen": USUAL}
    for paper in (MeetingPaper.SIGN_IN, MeetingPaper.ACCESS, MeetingPaper.BLANK_FORM):
        (sheet,) = office.meeting_papers.sheets(PrintPaper(meeting, paper, in_charge="Sam"))
        assert sheet.style == USUAL


def test_papers_about_money_are_in_the_font_of_who_is_paid_and_lists_in_the_office_s(office):
    ann = approved(office, pay_choice=PayChoice.CHEQUE)
    choose(office, ann, PaperFont.NOTO)
    run = make_run(office, PayMethod.CHEQUE)
    (advice,) = office.payment_papers.remittances(run)
    assert advice.style == OWN
    assert office.payment_papers.list_sheet(run).style == USUAL
    year = tax_year_of(office.now().date())
    assert office.statements.sheet(ann, year).style == OWN
    assert office.history.sheet(HistoryFilter()).style == USUAL


def test_the_list_on_top_of_many_forms_is_in_the_office_s_font(office, claim):
    choose(office, claim.row.person_id, PaperFont.NOTO)
    cover = office.forms.cover([claim.row.id])
    assert fonts_of(cover) == {PaperFont.LEXEND.regular, PaperFont.LEXEND.bold}


def test_the_history_says_which_font_and_colour_it_was_before(office, claim):
    choose(office, claim.row.person_id, PaperFont.NOTO)
    known = office.organisation.find()
    office.organisation.correct(replace(known, colour="#5b2a86"))
    newest, before = office.history.list_()[:2]
    (colour,) = [each.words for each in office.history.details(newest.id)]
    assert colour == "Colour of headings: was #1a4d8f, now #5b2a86"
    (font,) = [each.words for each in office.history.details(before.id)]
    assert font.startswith("Font on paper: ")
    assert "Noto Sans" in font


def test_before_there_is_an_organisation_papers_are_plain():
    assert style_of(None) == style_of(Organisation(name="")) == PLAIN
    assert style_of(None, Person(paper_font=PaperFont.NOTO)) == PaperStyle(PaperFont.NOTO)
