"""Receipts, agreement beforehand, a second approval, lateness: asked, and never a locked door."""

from datetime import date

import pytest

from alongside.domain.agreements import approval_note, approval_rules, second_approval
from alongside.domain.claims import Category
from alongside.domain.deadlines import lateness
from alongside.domain.money import Money
from alongside.domain.policy import Policy
from alongside.domain.policy_limits import (
    ApprovalBefore,
    ApprovalRules,
    Deadline,
    Instead,
    Receipt,
)
from alongside.domain.receipts import receipt_for

DAY, START = date(2026, 5, 9), date(2026, 4, 1)
TAXI, BUS = frozenset({Category.TAXI}), frozenset({Category.BUS_TRAIN_TRAM})


def rules(**more) -> Policy:
    return Policy("Ours", "What we pay", **more)


def need(*receipts, category=Category.TAXI, pence=1200, day=DAY):
    return receipt_for(rules(receipts=receipts), category, Money(pence), day)


@pytest.mark.parametrize(("pence", "is_needed"), [(500, False), (501, True)])
def test_a_receipt_is_needed_above_the_amount(pence, is_needed):
    found = need(Receipt(START, above=Money(500)), pence=pence)

    assert found.is_needed is is_needed
    assert "£5.00" in found.why


@pytest.mark.parametrize(("category", "receipts"), [
    (Category.TAXI, ()), (Category.CAR, (Receipt(START),)),
    (Category.ATTENDANCE, (Receipt(START),)), (Category.TAXI, (Receipt(date(2026, 6, 1)),)),
    (Category.TAXI, (Receipt(START), Receipt(START, TAXI, is_needed=False))),
])  # fmt: skip
def test_where_no_receipt_is_needed_it_says_why(category, receipts):
    found = need(*receipts, category=category)

    assert not found.is_needed
    assert found.why


def test_a_rule_for_one_kind_goes_before_a_rule_for_all():
    receipts = Receipt(START, above=Money(2000)), Receipt(date(2020, 1, 1), TAXI)

    assert need(*receipts).is_needed
    assert not need(*receipts, category=Category.MEALS).is_needed


def test_miles_need_a_receipt_only_where_they_are_named():
    assert need(Receipt(START, frozenset({Category.CAR})), category=Category.CAR).is_needed


def test_what_will_do_instead_is_said_and_ones_own_word_has_a_limit():
    rule = Receipt(START, instead=frozenset({Instead.SELF_STATEMENT, Instead.BANK_STATEMENT}),
                   own_statement_to=Money(1000))  # fmt: skip

    assert need(rule, pence=1000).instead == (Instead.BANK_STATEMENT, Instead.SELF_STATEMENT)
    assert need(rule, pence=1001).instead_words == "a bank statement"


@pytest.mark.parametrize(("agreed", "words"), [
    (None, "must be agreed beforehand: check that it was"),
    (date(2026, 5, 8), "must be agreed beforehand; the agreement ended on 8 May 2026: check"),
    (DAY, "agreed beforehand, until 9 May 2026"),
])  # fmt: skip
def test_what_must_be_agreed_beforehand_says_whether_it_was(agreed, words):
    policy = rules(approvals_before=(ApprovalBefore(START, TAXI),))

    assert approval_note(policy, Category.TAXI, Money(900), DAY, agreed) == words
    assert approval_note(policy, Category.MEALS, Money(900), DAY, agreed) == ""


def test_small_amounts_need_no_agreement_where_the_policy_says_so():
    policy = rules(approvals_before=(ApprovalBefore(START, TAXI | BUS, Money(1000)),))

    assert approval_note(policy, Category.TAXI, Money(1000), DAY) == ""
    assert approval_note(policy, Category.TAXI, Money(1001), DAY)


def test_without_rules_nobody_else_need_approve():
    assert approval_rules(rules(), DAY) == ApprovalRules()
    assert second_approval(approval_rules(rules(), DAY), Money(99_999), DAY, DAY) == ""


@pytest.mark.parametrize(("pence", "changed", "is_asked"), [
    (20000, None, False), (20001, None, True), (100, date(2026, 4, 9), True),
    (100, date(2026, 4, 8), False), (100, DAY, True), (100, date(2026, 5, 10), False),
])  # fmt: skip
def test_a_second_person_approves_much_money_and_new_bank_details(pence, changed, is_asked):
    asked = ApprovalRules(START, Money(20000), 30)

    assert bool(second_approval(asked, Money(pence), DAY, changed)) is is_asked


@pytest.mark.parametrize(("rule", "day", "today", "late"), [
    (Deadline(START, days=30), DAY, date(2026, 6, 8), None),
    (Deadline(START, days=30), DAY, date(2026, 6, 9), 1),
    (Deadline(START, months=1), date(2027, 1, 31), date(2027, 2, 28), None),
    (Deadline(START, months=1), date(2027, 1, 31), date(2027, 3, 1), 1),
    (Deadline(START, months=3), date(2026, 11, 30), date(2027, 2, 28), None),
    (Deadline(START, months=3), DAY, date(2026, 8, 19), 10),
    (Deadline(date(2026, 6, 1), days=1), DAY, date(2026, 12, 1), None),
])  # fmt: skip
def test_a_claim_is_late_after_the_last_day(rule, day, today, late):
    found = lateness(rules(deadlines=(rule,)), day, today)

    assert (found and found.days_late) == late


def test_a_late_claim_is_asked_why_and_not_refused():
    found = lateness(rules(deadlines=(Deadline(START, days=30, second_approval=True),)),
                     DAY, date(2026, 6, 10))  # fmt: skip

    assert found.words == (
        "The last day to claim was 8 June 2026, 2 days ago: say why it is late. "
        "A second person approves it."
    )
    assert found.needs_second_approval


def test_without_a_deadline_no_claim_is_late():
    assert lateness(rules(), DAY, date(2030, 1, 1)) is None
