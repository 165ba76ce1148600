"""What was offered, what each person chose, what is paid: fees and expenses stay apart."""

from uuid import UUID

import pytest

import builders as b
from alongside.domain.claims import Category, Decision, Handling
from alongside.domain.money import Money
from alongside.domain.people import PayChoice
from alongside.services.claim_lines import AddLine
from alongside.services.line_rows import LineDetails
from stories.paper import printed

CHOICES = {
    "Ann Lee": (PayChoice.BANK, {}, Decision.ACCEPT, 7500, ""),
    "Bo Larsen": (
        PayChoice.DONATION, {"pay_instead": "the tram museum"}, Decision.DONATE, 0,
        "fees given away: the tram museum",
    ),
    "Carys Ŵyn": (PayChoice.LESS, {"pay_at_most": Money(2000)}, Decision.LESS, 2000, ""),
    "Devi Rao": (PayChoice.NOTHING, {}, Decision.DECLINE, 0, ""),
}  # fmt: skip
"""Each with what they were offered alike, £75, and what they chose of it."""


@pytest.fixture
def people(office):
    people = {
        name: b.add_person(office, name, pay_choice=choice, **details)
        for name, (choice, details, *_outcome) in CHOICES.items()
    }
    for person in people.values():
        b.add_usual_cost(office, person)
    group = b.add_group(office, *people.values())
    office.claims.make(b.add_marked_meeting(office, group, *people.values()))
    return people


@pytest.mark.parametrize("name", CHOICES)
def test_a_choice_changes_the_fee_and_never_the_expenses(office, people, name):
    _choice, _details, decision, pence, how = CHOICES[name]
    claim = b.claim_of(office, people[name])
    (fee,) = claim.fees
    assert (fee.offered, fee.amount, fee.details.decision) == (Money(7500), Money(pence), decision)
    assert (claim.row.fees, claim.row.expenses) == (Money(pence), Money(920))
    form = printed(office, people[name])
    assert f"fees {Money(pence)} and expenses £9.20" in form
    assert "£75.00" in form  # the offer is always on the paper: nobody takes it for unpaid work
    assert decision.words in form
    assert how in form


@pytest.mark.parametrize("name", CHOICES)
def test_fees_and_expenses_never_add_up_to_one_figure(office, people, name):
    claim = b.claim_of(office, people[name])
    merged = claim.row.fees + claim.row.expenses
    if claim.row.fees:
        assert str(merged) not in printed(office, people[name])
    fees, _heading, expenses = printed(office, people[name]).partition("\nExpenses\n")
    assert "taxi" not in fees
    assert "attended" not in expenses


def thirty_lines(office, person: UUID) -> list[str]:
    """Put 30 lines on a person's claim; return the words of those added by hand."""
    claim = b.claim_of(office, person).row.id
    there = 2  # the fee and the taxi
    words = [f"bus to the archive, trip number {number}" for number in range(30 - there)]
    for number, each in enumerate(words):
        handling = Handling.REIMBURSE if number % 3 else Handling.PAID_DIRECT
        details = LineDetails(
            Category.BUS_TRAIN_TRAM, b.MAY_9, each, Money(100 + number), handling=handling,
            receipt=str(number + 1),
        )  # fmt: skip
        office.claim_lines.add(AddLine(claim, details))
    return words


def test_thirty_lines_are_all_on_the_paper(office, people):
    ann = people["Ann Lee"]
    words = thirty_lines(office, ann)
    claim = b.claim_of(office, ann)
    assert len(claim.fees) + len(claim.expenses) == 30
    paid = sum(100 + n for n in range(28) if n % 3) + 920
    otherwise = sum(100 + n for n in range(28) if not n % 3)
    assert (claim.row.expenses, claim.expenses_otherwise) == (Money(paid), Money(otherwise))

    form = office.forms.form(claim.row.id)
    assert len(form.pages) > 1
    assert [page.number for page in form.pages] == list(range(1, len(form.pages) + 1))
    drawn = " ".join(getattr(mark, "words", "") for page in form.pages for mark in page.marks)
    for number, each in enumerate(words):
        assert each in form.words
        assert f"trip number {number}" in drawn
        assert str(Money(100 + number)) in drawn
    assert f"fees £75.00 and expenses {Money(paid)}" in form.words
    assert str(Money(otherwise)) in form.words
