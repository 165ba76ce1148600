"""A yearly statement: fees and expenses apart, by activity and by payment, to the penny."""

from datetime import date

import pytest
from paid_claims import approved, chosen, make_run, set_up

import builders as b
from alongside.domain.claims import Decision
from alongside.domain.errors import UserError
from alongside.domain.money import NOTHING, Money
from alongside.domain.payments import PayMethod, Sum
from alongside.domain.people import Format, PayChoice
from alongside.domain.tints import Tint
from alongside.domain.years import financial_year_of, tax_year_of
from alongside.services.looks import USUAL, Look
from alongside.services.organisation import OrganisationDetails
from alongside.services.payment_outcomes import RecordBounced, RecordPaid, RecordPart
from alongside.services.statements import SaveStatement

BEFORE, THIS = tax_year_of(date(2026, 4, 5)), tax_year_of(b.MAY_9)


def pay(office, method=PayMethod.BANK):
    run = office.payments.find(make_run(office, method))
    waiting = tuple(row.id for row in run.payments)
    office.payment_outcomes.record_paid(RecordPaid(waiting, office.now().date()))


def total(lines):
    return Money.total(Money.parse(line.amount, "amount") for line in lines)


def test_activity_in_one_year_and_payment_in_the_next_stand_in_their_own_years(office):
    person = approved(office, day=date(2026, 4, 5))
    pay(office)
    before = office.statements.sheet(person, BEFORE)
    this = office.statements.sheet(person, THIS)
    due = Sum(Money(7500), Money(920))
    assert (before.by_activity.total, before.by_payment.total) == (due, Sum())
    assert (this.by_activity.total, this.by_payment.total) == (Sum(), due)


def test_every_line_is_dated_and_lines_add_up_to_their_totals(office):
    person = approved(office)
    approved(office, person=person, day=date(2026, 5, 10), refuse_taxi="no")
    pay(office)
    sheet = office.statements.sheet(person, THIS)
    for sums in (sheet.by_activity, sheet.by_payment):
        assert total(sums.fees) == sums.total.fees == Money(15000)
        assert total(sums.expenses) == sums.total.expenses == Money(920)
    assert [line.words.partition(",")[0] for line in sheet.by_activity.fees] == [
        "9 May 2026", "10 May 2026",
    ]  # fmt: skip
    assert sheet.by_payment.fees[0].words == (
        "12 May 2026, bank transfer, Group 1, claim 2026-0001"
    )


def test_what_waits_to_be_paid_counts_as_activity_and_not_as_payment(office):
    person = approved(office)
    make_run(office)
    sheet = office.statements.sheet(person, THIS)
    assert sheet.by_activity.total == Sum(Money(7500), Money(920))
    assert sheet.by_payment.total == Sum()


def test_a_claim_that_is_not_approved_counts_nowhere(office):
    person = b.add_person(office)
    office.claims.make(b.add_marked_meeting(office, b.add_group(office, person), person))
    b.issue(office, person)
    assert office.statements.sheet(person, THIS).by_activity.total == Sum()


def test_of_a_part_only_what_was_paid_counts_and_what_came_back_does_not(office):
    person = approved(office)
    first = office.payments.find(make_run(office)).payments[0]
    office.payment_outcomes.record_part(
        RecordPart(first.id, office.now().date(), Money(5000), NOTHING)
    )
    second = office.payments.find(make_run(office)).payments[0]
    office.payment_outcomes.record_bounced(RecordBounced(second.id, office.now().date(), "shut"))
    sheet = office.statements.sheet(person, THIS)
    assert sheet.by_payment.total == Sum(Money(5000), NOTHING)
    assert sheet.by_payment.expenses == ()


def test_fees_given_away_and_in_kind_are_apart_with_their_value(office):
    fee = chosen(Decision.LESS, 2500, given=Money(3000), given_to="Riverside Hospice",
                 in_kind=Money(2000), in_kind_words="a travel card")  # fmt: skip
    person = approved(office, fee=fee)
    pay(office)
    sheet = office.statements.sheet(person, THIS)
    assert sheet.by_activity.total.fees == sheet.by_payment.total.fees == Money(2500)
    (given,), (in_kind,) = sheet.given, sheet.in_kind
    assert given.words.endswith(", to Riverside Hospice")
    assert in_kind.words.endswith(", as a travel card")
    assert (sheet.given_total, sheet.in_kind_total) == ("£30.00", "£20.00")


def test_nobody_else_s_money_is_in_it(office):
    approved(office, "Ann Lee")
    bo = approved(office, "Bo Larsen", pay_choice=PayChoice.CASH)
    pay(office)
    assert office.statements.sheet(bo, THIS).by_payment.total == Sum()


def test_the_years_are_tax_years_and_the_organisation_s_own(office):
    office.organisation.correct(
        OrganisationDetails("Riverside", year_start_day=1, year_start_month=9)
    )
    words = [year.words for year in office.statements.years()]
    assert words[:3] == [
        "tax year, 6 April 2026 to 5 April 2027",
        "financial year, 1 September 2025 to 31 August 2026",
        "tax year, 6 April 2025 to 5 April 2026",
    ]
    assert len(words) == 14


@pytest.mark.parametrize(
    ("day", "starts", "first", "last", "short"),
    [
        (date(2026, 3, 31), (1, 4), date(2025, 4, 1), date(2026, 3, 31), "2025-26"),
        (date(2026, 4, 1), (1, 4), date(2026, 4, 1), date(2027, 3, 31), "2026-27"),
        (date(2026, 6, 1), (1, 1), date(2026, 1, 1), date(2026, 12, 31), "2026"),
        (date(2027, 2, 28), (29, 2), date(2027, 2, 28), date(2028, 2, 28), "2027-28"),
    ],
)
def test_a_financial_year_is_whole(day, starts, first, last, short):
    year = financial_year_of(day, *starts)
    assert (year.first, year.last, year.short) == (first, last, short)


def test_a_statement_is_saved_and_the_history_says_so(office, tmp_path):
    set_up(office)
    person = approved(office)
    file = tmp_path / office.statements.usual_name(person, THIS)
    assert file.name == "Statement 2026-27 tax year Ann Lee.pdf"
    words = office.statements.save(SaveStatement(person, THIS, file)).words
    assert words == (
        f"Yearly statement of Ann Lee, tax year, 6 April 2026 to 5 April 2027, saved as {file}"
    )
    assert file.read_bytes().startswith(b"%PDF")
    assert office.history.list_()[0].words == words
    with pytest.raises(UserError, match="already"):
        office.statements.save(SaveStatement(person, THIS, file))
    office.statements.save(SaveStatement(person, THIS, file, may_replace=True))


@pytest.mark.parametrize(
    ("own", "look", "ending", "start"),
    [
        (Format.STANDARD, USUAL, ".pdf", b"%PDF"),
        (Format.PHONE, USUAL, ".pdf", b"%PDF"),
        (Format.WORD_FILE, USUAL, ".docx", b"PK"),
        (Format.WORD_FILE, Look(Format.LARGE_24), ".pdf", b"%PDF"),
        (Format.STANDARD, Look(Format.WEB_PAGE), ".html", b"<!DOCTYPE html>"),
    ],
)
def test_a_statement_is_named_as_what_it_is(office, tmp_path, own, look, ending, start):
    set_up(office)
    person = approved(office, format=own)
    file = tmp_path / office.statements.usual_name(person, THIS, look)
    assert file.suffix == ending
    office.statements.save(SaveStatement(person, THIS, file, look))
    assert file.read_bytes().startswith(start)


def test_a_statement_has_the_colours_that_were_asked_for(office, tmp_path):
    set_up(office)
    person = approved(office)
    made = []
    for tint in (Tint.WHITE, Tint.CREAM):
        file = tmp_path / f"{tint}.pdf"
        office.statements.save(SaveStatement(person, THIS, file, Look(tint=tint)))
        made.append(file.read_bytes())
    assert made[0] != made[1]
