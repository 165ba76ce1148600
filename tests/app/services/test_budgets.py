"""What budgets have borne: committed, claimed, paid and left, in parts that never merge."""

from dataclasses import replace
from datetime import date

import pytest

import builders as b
from alongside.domain.budgets import Cost
from alongside.domain.change import Kind
from alongside.domain.claims import Category, Decision, Handling
from alongside.domain.errors import UserError
from alongside.domain.money import NOTHING, Money
from alongside.domain.payments import PayMethod
from alongside.domain.people import PayChoice
from alongside.office import Office
from alongside.services.approvals import AgreeClaims, ApproveClaims, TakeBack
from alongside.services.budgets import AddBudget, BudgetDetails, CorrectBudget
from alongside.services.claim_lines import AddLine, CorrectLine
from alongside.services.claims import WithdrawClaim
from alongside.services.groups import CorrectGroup
from alongside.services.history_wanted import HistoryFilter, Record
from alongside.services.line_rows import LineDetails
from alongside.services.line_shares import ShareDetails, SplitLine
from alongside.services.organisation import OrganisationDetails
from alongside.services.payment_outcomes import RecordBounced, RecordPaid, RecordPart
from alongside.services.payments import MakeRun
from alongside.services.top_ups import LateRates


class Scene:
    """Ann in a group with a budget of £1,000.00, her draft claim of £75.00 and a taxi of £9.20."""

    def __init__(self, office: Office, amount: int = 100_000) -> None:
        self.office = office
        self.ann = b.add_person(office, pay_choice=PayChoice.BANK)
        b.add_usual_cost(office, self.ann)
        b.add_bank_details(office, self.ann)
        self.group = b.add_group(office, self.ann)
        self.budget = add_budget(office, self.group, "T-1", amount)
        self.meeting = b.add_marked_meeting(office, self.group, self.ann)
        office.claims.make(self.meeting)
        record = b.claim_of(office, self.ann)
        self.claim, self.fee, self.taxi = record.row.id, record.fees[0], record.expenses[0]

    def rows(self, day=b.MAY_9, group=None):
        year = next(year for year in self.office.budgets.years(self.group) if day in year.period)
        return self.office.budgets.list_for(group or self.group, year)

    @property
    def row(self):
        return self.rows()[0]

    @property
    def stages(self):
        """What is committed, claimed and paid, in pence."""
        row = self.row
        return row.committed.pence, row.claimed.pence, row.paid.pence

    def costs(self, group=None):
        """Return what each kind of cost comes to at any stage, in pence, if it is anything."""
        costs = self.rows(group=group)[0].costs
        found = {cost.id: cost.committed + cost.claimed + cost.paid for cost in costs}
        return {cost: amount.pence for cost, amount in found.items() if amount}

    def add_line(self, category, amount, handling=Handling.REIMBURSE, day=b.MAY_9):
        details = LineDetails(category, day, "something", Money(amount), handling=handling)
        self.office.claim_lines.add(AddLine(self.claim, details))

    def choose(self, decision, amount=0, **parts):
        details = LineDetails(Category.ATTENDANCE, b.MAY_9, "Attended", Money(amount),
                              decision=decision, **parts)  # fmt: skip
        self.office.claim_lines.correct(CorrectLine(self.fee.id, details))

    def approve(self, refused=()):
        b.issue(self.office, self.ann)
        self.office.approvals.agree(AgreeClaims((self.claim,)))
        self.office.approvals.approve(
            ApproveClaims((self.claim,), dict(refused), exception="alone today")
        )

    def run(self):
        made = self.office.payments.make(MakeRun(PayMethod.BANK, self.office.now().date()))
        return self.office.payments.find(made.id).payments[0].id


def add_budget(office, group, code, amount, day=b.MAY_9, warn_at=80):
    details = BudgetDetails(code, Money(amount), warn_at, "Riverside Transport")
    return office.budgets.add(AddBudget(group, day, details)).id


@pytest.fixture
def scene(office):
    return Scene(office)


def test_a_draft_is_committed_and_an_approved_claim_is_claimed_until_it_is_paid(scene):
    assert scene.stages == (8420, 0, 0)
    scene.approve()
    assert scene.stages == (0, 8420, 0)
    payment = scene.run()
    assert scene.stages == (0, 8420, 0)
    today = scene.office.now().date()
    scene.office.payment_outcomes.record_paid(RecordPaid((payment,), today))
    assert scene.stages == (0, 0, 8420)
    assert (scene.row.left, scene.row.used) == (Money(91_580), "8 %")


def test_what_came_back_from_the_bank_is_claimed_again(scene):
    scene.approve()
    payment, today = scene.run(), scene.office.now().date()
    scene.office.payment_outcomes.record_paid(RecordPaid((payment,), today))
    scene.office.payment_outcomes.record_bounced(RecordBounced(payment, today, "closed"))
    assert scene.stages == (0, 8420, 0)


def test_of_a_part_payment_the_part_that_went_is_paid_fees_and_expenses_apart(scene):
    scene.approve()
    payment, today = scene.run(), scene.office.now().date()
    part = RecordPart(payment, today, Money(5000), Money(20), "limit of the bank")
    scene.office.payment_outcomes.record_part(part)
    assert scene.stages == (0, 3400, 5020)
    fees, expenses = scene.row.costs[:2]
    assert (fees.claimed, fees.paid) == (Money(2500), Money(5000))
    assert (expenses.claimed, expenses.paid) == (Money(900), Money(20))


def test_each_kind_of_cost_stands_apart(scene):
    scene.add_line(Category.TAXI, 1000, Handling.ON_ACCOUNT)
    scene.add_line(Category.BUS_TRAIN_TRAM, 300, Handling.PAID_DIRECT)
    scene.add_line(Category.MEALS, 70, Handling.ADVANCED)
    scene.add_line(Category.SUPPORT_WORKER, 4000)
    scene.add_line(Category.COMMUNICATION, 20_000, Handling.PAID_DIRECT)
    assert scene.costs() == {
        Cost.FEES: 7500, Cost.EXPENSES: 920 + 70, Cost.ACCESS: 24_000, Cost.DIRECT: 1300,
    }  # fmt: skip
    assert scene.row.committed == Money(7500 + 990 + 24_000 + 1300)


def test_what_is_waived_is_shown_and_costs_the_budget_nothing(scene):
    scene.add_line(Category.PARKING, 500, Handling.WAIVED)
    assert scene.costs()[Cost.WAIVED] == 500
    assert scene.stages == (8420, 0, 0)


def test_a_fee_given_away_or_taken_in_kind_costs_what_it_is_worth(scene):
    scene.choose(Decision.LESS, 2000, given=Money(3000), in_kind=Money(1500))
    assert scene.costs()[Cost.FEES] == 6500


def test_a_fee_that_was_declined_costs_nothing(scene):
    scene.choose(Decision.DECLINE)
    assert Cost.FEES not in scene.costs()


def test_a_refused_line_counts_nowhere(scene):
    scene.approve(refused={scene.taxi.id: "not agreed"}.items())
    assert scene.stages == (0, 7500, 0)


def test_a_refused_claim_counts_nowhere(scene):
    b.issue(scene.office, scene.ann)
    scene.office.approvals.refuse(TakeBack(scene.claim, "not ours"))
    assert scene.stages == (0, 0, 0)


@pytest.mark.parametrize("act", ["withdraw", "return"])
def test_a_claim_that_was_taken_back_counts_once_as_the_draft_in_its_place(scene, act):
    b.issue(scene.office, scene.ann)
    if act == "withdraw":
        scene.office.claims.withdraw(WithdrawClaim(scene.claim, "wrong fare"))
    else:
        scene.office.approvals.return_(TakeBack(scene.claim, "wrong fare"))
    assert scene.stages == (8420, 0, 0)


def test_a_line_taken_off_a_claim_counts_nowhere(scene):
    scene.office.claim_lines.remove(scene.taxi.id)
    assert scene.stages == (7500, 0, 0)


def test_the_day_of_a_line_decides_in_which_year_it_counts(scene):
    add_budget(scene.office, scene.group, "T-1", 5000, day=date(2026, 3, 31))
    scene.add_line(Category.TAXI, 100, day=date(2026, 3, 31))
    scene.add_line(Category.TAXI, 10, day=date(2026, 4, 1))
    assert scene.rows(date(2026, 3, 31))[0].committed == Money(100)
    assert scene.rows(date(2026, 4, 1))[0].committed == Money(8430)


def test_the_financial_year_is_the_organisations_own(office):
    office.organisation.correct(
        OrganisationDetails("Riverside", year_start_day=1, year_start_month=9)
    )
    scene = Scene(office)
    years = office.budgets.years(scene.group)
    assert [year.short for year in years] == ["2026-27", "2025-26"]
    scene.add_line(Category.TAXI, 100, day=date(2025, 9, 1))
    scene.add_line(Category.TAXI, 10, day=date(2025, 8, 31))
    assert scene.row.committed == Money(8520)
    assert [year.short for year in office.budgets.years(scene.group)][-1] == "2024-25"


def test_a_budget_keeps_its_days_when_the_organisation_begins_its_years_otherwise(scene):
    scene.office.organisation.correct(
        OrganisationDetails("Riverside", year_start_day=1, year_start_month=1)
    )
    scene.add_line(Category.TAXI, 100, day=date(2027, 2, 1))
    assert scene.row.committed == Money(8520)


def test_a_code_without_a_budget_has_a_row_of_its_own(scene):
    scene.office.budgets.correct(CorrectBudget(scene.budget, BudgetDetails("T-9", Money(100))))
    named, without = scene.rows()
    assert (named.code, named.committed) == ("T-9", NOTHING)
    assert (without.code, without.committed, without.left) == ("T-1", Money(8420), None)
    assert without.details is None
    assert without.warning == "no budget for this code"


def test_a_group_may_have_several_budgets_but_not_two_of_one_code(scene):
    add_budget(scene.office, scene.group, "T-2", 5000)
    with pytest.raises(UserError, match="has a budget T-1 for this year already") as refused:
        add_budget(scene.office, scene.group, " T-1 ", 5000)
    assert refused.value.field == "code"
    assert [row.code for row in scene.rows()] == ["T-1", "T-2"]


@pytest.mark.parametrize(
    ("details", "field"),
    [
        (BudgetDetails("T-3"), "amount"),
        (BudgetDetails("T-3", Money(-1)), "amount"),
        (BudgetDetails("T-3", Money(1), warn_at=0), "warn_at"),
        (BudgetDetails("T-3", Money(1), warn_at=101), "warn_at"),
    ],
)
def test_a_budget_that_cannot_be_is_refused_at_its_field(scene, details, field):
    with pytest.raises(UserError) as refused:
        scene.office.budgets.add(AddBudget(scene.group, b.MAY_9, details))
    assert refused.value.field == field


def test_a_removed_budget_leaves_the_claims_as_they_are(scene):
    scene.office.budgets.remove(scene.budget)
    assert [(row.code, row.details) for row in scene.rows()] == [("T-1", None)]
    with pytest.raises(UserError, match="no longer here"):
        scene.office.budgets.remove(scene.budget)


def test_a_group_entered_by_mistake_goes_with_its_budgets(office):
    group = b.add_group(office)
    add_budget(office, group, "T-1", 5000)
    office.groups.remove(group)
    assert office.groups.list_() == []
    office.history.undo()
    year = office.budgets.years(group)[1]
    assert [row.code for row in office.budgets.list_for(group, year)] == ["T-1"]


@pytest.mark.parametrize(
    ("amount", "warn_at", "words"),
    [
        (10_526, 80, ""),  # 79.99 per cent
        (10_525, 80, "80 per cent used, £21.05 left"),
        (8420, 100, "100 per cent used, £0.00 left"),
        (8419, 100, "over-spent by £0.01"),
        (0, 80, "over-spent by £84.20"),
    ],
)
def test_a_budget_says_when_it_is_near_its_end_or_over_it(office, amount, warn_at, words):
    scene = Scene(office, 1_000_000)
    details = BudgetDetails("T-1", Money(amount), warn_at)
    office.budgets.correct(CorrectBudget(scene.budget, details))
    assert scene.row.warning == words
    said = office.budgets.warnings().get(scene.group, "")
    assert said == (f"Budget T-1 of Transport Design Group: {words}." if words else "")


def test_making_claims_says_which_budget_comes_near_its_end_and_stops_nothing(office):
    scene = Scene(office, 20_000)
    second = b.add_marked_meeting(office, scene.group, scene.ann, day=date(2026, 5, 11))
    assert office.claims.make(second).words.endswith(
        "1 person drafted. Budget T-1 of Transport Design Group: 84 per cent used, £31.60 left."
    )
    assert scene.row.committed == Money(16_840)


def test_a_payment_run_says_which_budgets_are_near_their_end(office):
    scene = Scene(office, 8000)
    scene.approve()
    scene.run()
    (run,) = office.payments.list_()
    (row,) = office.payment_warnings.list_for(run.id)
    assert (row.person_id, row.person) == (None, "Budget")
    assert row.words == "Budget T-1 of Transport Design Group: over-spent by £4.20."


def test_another_groups_costs_stay_its_own(scene):
    bo = b.add_person(scene.office, "Bo Larsen")
    other = b.add_group(scene.office, bo, name="Health Access Group", budget_code="H-1")
    scene.office.claims.make(b.add_marked_meeting(scene.office, other, bo))
    assert scene.stages == (8420, 0, 0)
    assert scene.costs(other) == {Cost.FEES: 7500}


class Joint(Scene):
    """The same with a second group that has a budget too."""

    def __init__(self, office: Office) -> None:
        super().__init__(office)
        self.other = b.add_group(office, name="Health Access Group", budget_code="H-1")
        self.other_budget = add_budget(office, self.other, "H-1", 50_000)

    def split(self, *parts, by_percent=True, line=None):
        shares = tuple(
            ShareDetails(budget, part)
            for budget, part in zip((self.budget, self.other_budget), parts, strict=False)
        )
        request = SplitLine(line or self.fee.id, shares, by_percent)
        return self.office.line_shares.split(request)

    def fees(self):
        """Return the fees that each of the two groups bears, in pence."""
        return self.costs().get(Cost.FEES, 0), self.costs(self.other).get(Cost.FEES, 0)


@pytest.fixture
def joint(office):
    return Joint(office)


def test_a_line_is_split_between_the_budgets_of_two_groups(joint):
    said = joint.split(5000, 5000).words
    assert said.endswith("£37.50 (50 %) by T-1, £37.50 (50 %) by H-1")
    assert joint.fees() == (3750, 3750)
    assert joint.stages == (3750 + 920, 0, 0)
    line = joint.office.claims.find(joint.claim).fees[0]
    assert line.why.endswith("; split: £37.50 (50 %) by T-1, £37.50 (50 %) by H-1")


def test_a_line_is_split_by_amounts_and_an_empty_share_gets_the_rest(joint):
    joint.split(2001, None, by_percent=False)
    assert joint.fees() == (2001, 5499)
    split = joint.office.line_shares.find(joint.fee.id)
    assert [share.part for share in split.shares] == [2001, 5499]
    assert not split.by_percent


def test_an_odd_penny_goes_to_the_largest_remainder_and_none_is_lost(joint):
    joint.split(3333, 6667, line=joint.taxi.id)  # 306.636 and 613.364 pence
    rows = joint.costs()[Cost.EXPENSES], joint.costs(joint.other)[Cost.EXPENSES]
    assert rows == (307, 613)


def test_a_whole_line_may_be_borne_by_another_budget_than_the_claims_own(joint):
    joint.office.line_shares.split(SplitLine(joint.fee.id, (ShareDetails(joint.other_budget),)))
    assert joint.fees() == (0, 7500)


def test_a_split_is_taken_away_again(joint):
    joint.split(5000, 5000)
    joint.split(None)
    assert joint.fees() == (7500, 0)
    assert joint.office.line_shares.find(joint.fee.id).shares == ()


def test_shares_follow_a_line_that_is_corrected_and_drafted_again(joint):
    joint.split(5000, 5000)
    joint.office.claims.make(joint.meeting)
    assert joint.fees() == (3750, 3750)
    joint.choose(Decision.LESS, 4001)
    assert joint.fees() == (2001, 2000)


def test_shares_of_an_issued_claim_are_fixed_and_kept_when_it_is_withdrawn(joint):
    joint.split(5000, 5000)
    b.issue(joint.office, joint.ann)
    with pytest.raises(UserError, match="is issued, so it never changes"):
        joint.split(1000, 9000)
    assert joint.fees() == (3750, 3750)
    joint.office.claims.withdraw(WithdrawClaim(joint.claim, "wrong fare"))
    assert joint.fees() == (3750, 3750)


def test_a_part_payment_of_a_split_claim_is_spread_to_the_penny(joint):
    joint.split(3333, 6667)
    joint.approve()
    payment, today = joint.run(), joint.office.now().date()
    joint.office.payment_outcomes.record_part(RecordPart(payment, today, Money(1001), NOTHING))
    mine, theirs = joint.row.costs[0], joint.rows(group=joint.other)[0].costs[0]
    assert (mine.paid, theirs.paid) == (Money(334), Money(667))
    assert (mine.claimed + mine.paid, theirs.claimed + theirs.paid) == (Money(2500), Money(5000))


@pytest.mark.parametrize(
    ("parts", "by_percent", "words"),
    [
        ((5000, 4000), True, "do not come to the whole line"),
        ((5000, 6000), True, "do not come to the whole line"),
        ((7501, None), False, "do not come to the whole line"),
        ((10_000, 0), True, "more than nothing"),
        ((7500, None), False, "do not come to the whole line"),
        ((None, None), True, "Only one share may be left empty"),
    ],
)
def test_shares_that_are_not_the_line_are_refused(joint, parts, by_percent, words):
    with pytest.raises(UserError, match=words) as refused:
        joint.split(*parts, by_percent=by_percent)
    assert refused.value.field == "shares"
    assert joint.fees() == (7500, 0)


def test_a_budget_bears_one_share_only_and_must_be_of_the_lines_year(joint):
    twice = (ShareDetails(joint.budget, 5000), ShareDetails(joint.budget, 5000))
    with pytest.raises(UserError, match="is there twice"):
        joint.office.line_shares.split(SplitLine(joint.fee.id, twice))
    last = add_budget(joint.office, joint.other, "H-1", 100, day=date(2026, 3, 1))
    with pytest.raises(UserError, match="not one of the line’s year"):
        joint.office.line_shares.split(SplitLine(joint.fee.id, (ShareDetails(last),)))


def test_a_line_that_costs_nothing_is_not_split(joint):
    joint.choose(Decision.DECLINE)
    with pytest.raises(UserError, match="costs nothing"):
        joint.split(5000, 5000)


def test_a_shared_line_warns_of_every_budget_that_bears_it(joint):
    details = BudgetDetails("H-1", Money(1000))
    joint.office.budgets.correct(CorrectBudget(joint.other_budget, details))
    joint.split(5000, 5000)
    joint.approve()
    joint.run()
    (run,) = joint.office.payments.list_()
    assert [row.words for row in joint.office.payment_warnings.list_for(run.id)] == [
        "Budget H-1 of Health Access Group: over-spent by £27.50."
    ]


def test_a_group_that_bears_a_share_stays(joint):
    joint.split(5000, 5000)
    with pytest.raises(UserError, match="so it stays here"):
        joint.office.groups.remove(joint.other)


def test_the_history_of_a_claim_and_of_a_group_tells_of_shares_and_budgets(joint):
    joint.split(5000, 5000)
    joint.split(2001, None, by_percent=False)
    joint.split(None)

    def said(kind, record_id):
        record = Record(kind, record_id, "")
        rows = joint.office.history.list_(HistoryFilter(record=record))
        return [detail.words for row in rows for detail in joint.office.history.details(row.id)]

    of_claim = said(Kind.CLAIM, joint.claim)
    assert {"Share, in per cent: 50 %", "Share: £20.01", "Removed: share of a line"} <= set(
        of_claim
    )
    assert "Amount: £1,000.00" in said(Kind.GROUP, joint.group)


def test_a_fee_paid_more_later_is_shared_as_the_first_line_was(joint):
    joint.split(5000, 5000)
    b.issue(joint.office, joint.ann)
    dearer = b.add_policy(joint.office, b.POLICY.replace('"75.00"', '"80.01"'))
    details = joint.office.groups.find(joint.group)
    joint.office.groups.correct(CorrectGroup(joint.group, replace(details, policy_id=dearer)))
    joint.office.top_ups.make(LateRates(joint.group, date(2026, 1, 1)))
    assert joint.fees() == (3750 + 251, 3750 + 250)
