"""Papers of a meeting in every edition: all facts in order, room to write, no words on others."""

import re
from dataclasses import replace
from io import BytesIO

import docx
import pytest
from help_files import poppler, squeezed

from alongside.documents.claim_form import claim_form
from alongside.documents.completed_form import completed
from alongside.documents.easy_pictures import picture
from alongside.documents.editions import pages_of, write
from alongside.documents.editions.easy_ideas import easy_parts
from alongside.documents.editions.plain_text import plain_text
from alongside.documents.meeting_papers import paper_of
from alongside.documents.parts import Heading
from alongside.domain.marks import Drawing
from alongside.domain.meeting_sheets import (
    AccessEntry,
    AccessSheet,
    ClaimToApprove,
    InvitationSheet,
    SignInLine,
    SignInSheet,
    SummarySheet,
)
from alongside.domain.money import Money
from alongside.domain.payments import Sum
from alongside.domain.people import Format
from alongside.domain.sheets import ClaimOutcome, Fact, PaymentMade
from app.documents.read_paper import check, heard
from app.documents.sheets import LONG_NAME, a_sheet, an_activity

OFFICE, MEETING = "Riverside Network", "Transport Design Group, 9 June 2026"
FACTS = (
    Fact("Group", "Transport Design Group"), Fact("Day", "Tuesday 9 June 2026"),
    Fact("Time", "13:00 to 15:30"), Fact("Place", "Town Hall, Room 2 and online"),
)  # fmt: skip
NAMES = ("Ann Lee", "Carys Ŵyn-Ŷnyr", f"Bo {LONG_NAME}", "Nguyễn Thị Ánh", "Zoë O’Brien")
PRINTED = (Format.STANDARD, Format.LARGE_18, Format.LARGE_24)


def a_register(*names: str, asks: bool = True, visitors: int = 6) -> SignInSheet:
    lines = tuple(SignInLine(name, "organisation’s representative") for name in names)
    return SignInSheet(OFFICE, MEETING, FACTS, lines, visitors, asks, asks, "12 May 2026")


def an_access_sheet(*names: str, in_charge: str = "Sam Okafor") -> AccessSheet:
    facts = (Fact("Requires", "a hearing loop; breaks"), Fact("Comes with", "PA: Jo Hart"),
             Fact("Papers", "large print, 18 point"))  # fmt: skip
    return AccessSheet(
        OFFICE, MEETING, FACTS, in_charge, "9 June 2026",
        ("A hearing loop: for 2 people", "Papers in large print, 18 point: for 1 person"),
        tuple(AccessEntry(name, facts) for name in names), "12 May 2026",
    )  # fmt: skip


def an_invitation(person: str = "Ann Lee", **changes: object) -> InvitationSheet:
    sheet = InvitationSheet(
        OFFICE, "4 Quay Street, Riverside", None, person, MEETING, FACTS[:1],
        "Trams and stops", FACTS[1:], ("Breaks at 13:45 and 14:30.",),
        ("We offer you £75.00 for: Transport Design Group.",),
        ("We pay what it costs you to take part.",), "Tuesday 2 June 2026", True, True,
        "Ask: Sam Okafor, 0161 496 0000", Format.STANDARD, "12 May 2026",
    )  # fmt: skip
    return replace(sheet, **changes)


def a_summary(*names: str) -> SummarySheet:
    due = Sum(Money(7500), Money(920))
    claims = tuple(
        ClaimToApprove(f"2026-{n:04}", name, "ready to sign", due, "£18.40",
                       ("Taxi, £9.20: no receipt yet.",) if n % 2 else ())
        for n, name in enumerate(names, 1)
    )  # fmt: skip
    return SummarySheet(
        OFFICE, MEETING, FACTS, claims, Sum.of([due for _claim in claims]), "£36.80",
        ("Budget T-1: £400.00 is left of £5,000.00.",), ("It is not my own claim.",),
        "12 May 2026",
    )  # fmt: skip


BLANK = a_sheet(
    number="", person="", person_facts=(), fees=(), expenses=(),
    activities=(an_activity(role="", confirmed=""),),
)  # fmt: skip
OUTCOME = ClaimOutcome(
    "20 May 2026", "paid", ("12 May 2026: approved by Sam P.", "15 May 2026: paid by Sam P."),
    (PaymentMade("Carys Ŵyn", "bank transfer, account ending ••34", Money(7500), Money(4050),
                 "P2026-001", "paid, 15 May 2026"),
     PaymentMade(f"Jo {LONG_NAME}", "cheque", Money(0), Money(4050), "P2026-002",
                 "came back, 15 May 2026: no such account")),
)  # fmt: skip
PAPERS = {
    "a register to sign": paper_of(a_register(*NAMES)),
    "a short register": paper_of(a_register("Ann Lee", asks=False)),
    "a register of nobody": paper_of(a_register()),
    "an access sheet": paper_of(an_access_sheet(*NAMES)),
    "an access sheet of nobody": paper_of(replace(an_access_sheet(), ready=())),
    "an invitation": paper_of(an_invitation()),
    "an invitation of a long name": paper_of(an_invitation(f"Bo {LONG_NAME}")),
    "an invitation without a last day": paper_of(
        an_invitation(reply_by="", ask="", more=(), about="", is_online=False)),
    "a summary": paper_of(a_summary(*NAMES)),
    "a summary of forty": paper_of(a_summary(*(f"Person {n}" for n in range(40)))),
    "a blank claim form": paper_of(BLANK),
    "a blank claim form of no day": paper_of(replace(BLANK, activities=(), help_with_claims=())),
    "a claim form with its outcome": completed(claim_form(a_sheet()), OUTCOME),
}  # fmt: skip
EACH = [
    pytest.param(paper, edition, id=f"{name}, {edition}")
    for name, paper in PAPERS.items() for edition in PRINTED
]  # fmt: skip


@pytest.mark.parametrize(("paper", "edition"), EACH)
def test_a_paper_keeps_to_pdf_ua_and_no_words_lie_on_others(paper, edition, tmp_path):
    check(write(paper, edition), tmp_path)


@pytest.mark.parametrize(("paper", "edition"), EACH)
def test_whoever_hears_a_paper_hears_every_fact_in_the_order_of_the_plain_text(
    paper, edition, tmp_path
):
    said = heard(write(paper, edition), tmp_path).replace(" ", "")
    is_table = paper.is_wide and not edition.is_large  # there titles stand once, above the rows
    at = 0
    for line in plain_text(paper).splitlines()[:-1]:
        fact = re.sub("^(Box to tick|Line to write on|Amount): ", "", line)
        if paper.banner == fact:
            continue  # it stands on every page and is no part of the words between
        fact = fact.partition(": ")[2] or fact if is_table else fact
        found = said.find(fact.replace(" ", ""), 0 if is_table else at)
        assert found >= 0, line
        at = found + len(fact.replace(" ", ""))


@pytest.mark.parametrize("name", PAPERS)
def test_a_web_page_of_a_paper_says_all_of_the_plain_text(name):
    text = re.sub(r"<style.*?</style>|<[^>]+>", "", write(PAPERS[name], Format.WEB_PAGE).decode(),
                  flags=re.DOTALL)  # fmt: skip
    heard = re.sub(r"[\s:]", "", text)
    for line in plain_text(PAPERS[name]).splitlines():
        assert re.sub(r"[\s:]", "", line) in heard, line


def test_the_register_to_sign_says_nothing_that_anybody_requires_and_has_room_for_visitors():
    words = plain_text(PAPERS["a register to sign"])
    for name in NAMES:
        assert name in words
    assert words.count("Line to write on: Signature, or a mark") == len(NAMES) + 6
    assert words.count("Line to write on: Usual journey?") == len(NAMES)
    assert "Time in" not in plain_text(PAPERS["a short register"])


def test_every_page_of_an_access_sheet_says_for_whom_it_is_and_until_when(tmp_path):
    place = tmp_path / "access.pdf"
    place.write_bytes(write(PAPERS["an access sheet"], Format.LARGE_24))
    *pages, _end = poppler("pdftotext", str(place), "-").split("\f")
    assert len(pages) > 1
    for each in pages:
        assert "Confidential: for Sam Okafor only." in squeezed(each)
        assert "Destroy it after 9 June 2026." in squeezed(each)


def test_things_to_have_ready_name_nobody():
    words = plain_text(PAPERS["an access sheet"])
    ready = words[words.index("To have ready") : words.index("Who is expected")]
    assert not [name for name in NAMES if name in ready]


def test_an_invitation_asks_for_what_can_be_and_offers_no_room_online_where_there_is_none():
    both = plain_text(PAPERS["an invitation"])
    assert both.index("I will come.") < both.index("I will take part online.")
    only_there = plain_text(PAPERS["an invitation without a last day"])
    assert "online." not in only_there
    assert "Please answer by" not in only_there


def test_a_blank_form_has_a_line_for_each_thing_and_no_place_for_bank_details():
    words = plain_text(PAPERS["a blank claim form"])
    for asked in ("Name", "Fee 1: what for", "Expense 5: what for, from where to where",
                  "5: amount in £", "Signature, or a mark"):  # fmt: skip
        assert f"Line to write on: {asked}" in words
    assert "Sort code" not in words
    assert "Day: 12 May 2026" in words


def test_what_the_office_did_comes_after_a_form_that_stays_as_it_was():
    form, done = (
        plain_text(claim_form(a_sheet())),
        plain_text(completed(claim_form(a_sheet()), OUTCOME)),
    )
    foot = form.splitlines()[-1]
    assert done.startswith(form.removesuffix(f"{foot}\n").rstrip())
    added = done[len(form.removesuffix(f"{foot}\n").rstrip()) :]
    for fact in ("As it stood on: 20 May 2026", "12 May 2026: approved by Sam P.",
                 "Fees £75.00, expenses £40.50", "Payment run: P2026-001", "paid, 15 May 2026",
                 "came back, 15 May 2026: no such account"):  # fmt: skip
        assert fact in added


@pytest.mark.parametrize("name", PAPERS)
def test_in_easy_read_each_picture_shows_what_the_words_beside_it_say(name):
    shown = [
        mark.outline for page in pages_of(PAPERS[name], Format.EASY_READ)
        for mark in page.marks if isinstance(mark, Drawing)
    ]  # fmt: skip
    assert shown.count(picture("form")) <= 3  # what stands under the title is about the paper
    assert len(set(shown)) >= 6


def test_in_a_word_file_a_name_stays_on_the_page_of_the_line_to_sign_on():
    made = docx.Document(BytesIO(write(paper_of(a_register("Ann Lee")), Format.WORD_FILE)))
    words = [each.text for each in made.paragraphs]
    row = made.paragraphs[words.index("Ann Lee") : words.index("Line to write on: Time in") + 1]
    assert len(row) > 2
    assert all(each.paragraph_format.keep_with_next for each in row)


def test_in_easy_read_whom_to_ask_is_the_first_thing_in_an_invitation():
    parts = easy_parts(paper_of(an_invitation()))
    first = next(part for part in parts if isinstance(part, Heading))
    assert first.words == "If you have a question"


def test_the_same_sheet_gives_the_same_paper():
    for paper in PAPERS.values():
        assert write(paper, Format.STANDARD) == write(paper, Format.STANDARD)
