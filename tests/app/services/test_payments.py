"""Money goes out once, to the penny, in a run; what comes back is paid again."""

from datetime import timedelta
from typing import ClassVar

import pytest
from any_sequence import Start, tried
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test
from paid_claims import approve, approved, make_run

import builders as b
from alongside.domain.claims import Category, ClaimState, Decision, Handling
from alongside.domain.errors import UserError
from alongside.domain.money import NOTHING, Money
from alongside.domain.payments import PaymentState, PayMethod, RunState, Sum
from alongside.domain.people import PayChoice
from alongside.office import Office
from alongside.services.advances import AdvanceDetails
from alongside.services.approvals import AgreeClaims, ApproveClaims, TakeBack
from alongside.services.claim_lines import CorrectLine
from alongside.services.claims import WithdrawClaim
from alongside.services.line_rows import LineDetails
from alongside.services.payment_outcomes import RecordBounced, RecordPaid, RecordPart
from alongside.services.payments import MakeRun, SplitPayment, TakeOut, VoidRun


def approved_claim(office: Office, **details):
    return b.claim_of(office, approved(office, **details)).row.id


def today(office: Office):
    return office.now().date()


def state(office: Office, claim) -> ClaimState:
    return office.claims.find(claim).row.state


@pytest.fixture
def claim(office):
    return approved_claim(office)


def test_what_waits_is_told_by_method(office, claim):
    approved(office, "Bo Larsen", pay_choice=PayChoice.CASH)
    approved(office, "Carys Ŵyn", pay_choice=PayChoice.ASK)
    assert [(row.method, row.number, row.sum) for row in office.payments.waiting()] == [
        (PayMethod.BANK, 1, Sum(Money(7500), Money(920))),
        (PayMethod.CASH, 1, Sum(Money(7500), Money(920))),
        (None, 1, Sum(Money(7500), Money(920))),
    ]


def test_a_run_takes_every_approved_claim_of_its_method(office, claim):
    approved(office, "Bo Larsen", pay_choice=PayChoice.CASH)
    run = office.payments.find(make_run(office))
    assert run.row.number == "P2026-001"
    assert [(row.person, row.due, row.goes_to) for row in run.payments] == [
        ("Ann Lee", Sum(Money(7500), Money(920)), "account ending ••34")
    ]
    assert state(office, claim) is ClaimState.IN_RUN
    assert run.row.sum == Sum(Money(7500), Money(920))


def test_a_run_of_nothing_and_one_in_the_past_are_refused(office, claim):
    with pytest.raises(UserError, match="No approved claim waits to be paid by cheque"):
        make_run(office, PayMethod.CHEQUE)
    with pytest.raises(UserError, match="cannot be in the past"):
        make_run(office, days=-1)
    assert office.payments.list_() == []


def test_who_asked_not_to_be_paid_yet_stays_out(office, clock):
    later = clock().date() + timedelta(days=30)
    claim = approved_claim(office, pay_from=later)
    with pytest.raises(UserError, match="No approved claim"):
        make_run(office)
    make_run(office, days=30)
    assert state(office, claim) is ClaimState.IN_RUN


def test_only_the_lines_that_were_approved_are_paid(office):
    person = b.add_person(office, "Ann Lee", pay_choice=PayChoice.BANK)
    b.add_usual_cost(office, person)
    office.claims.make(b.add_marked_meeting(office, b.add_group(office, person), person))
    claim = b.issue(office, person)
    office.approvals.agree(AgreeClaims((claim,)))
    taxi = office.claims.find(claim).expenses[0].id
    office.approvals.approve(ApproveClaims((claim,), {taxi: "not agreed"}, exception="alone"))
    assert office.payments.find(make_run(office)).row.sum == Sum(Money(7500), NOTHING)


def test_a_payment_taken_out_waits_for_another_run(office, claim):
    run = office.payments.find(make_run(office))
    office.payments.take_out(TakeOut((run.payments[0].id,)))
    assert state(office, claim) is ClaimState.APPROVED
    assert office.payments.find(run.row.id).row.sum == Sum()
    make_run(office)
    assert state(office, claim) is ClaimState.IN_RUN


def test_a_void_run_frees_its_claims_and_says_why(office, claim):
    run = make_run(office)
    with pytest.raises(UserError, match="Say why"):
        office.payments.void(VoidRun(run, " "))
    office.payments.void(VoidRun(run, "the wrong day"))
    assert office.payments.find(run).void_reason == "the wrong day"
    assert state(office, claim) is ClaimState.APPROVED


def test_paid_in_full_is_the_end_of_it(office, claim):
    run = office.payments.find(make_run(office))
    office.payment_outcomes.record_paid(RecordPaid((run.payments[0].id,), today(office)))
    (row,) = office.payments.find(run.row.id).payments
    assert (row.state, row.paid) == (PaymentState.PAID, Sum(Money(7500), Money(920)))
    assert state(office, claim) is ClaimState.PAID
    assert office.payments.find(run.row.id).row.state is RunState.SENT
    assert office.payments.waiting() == []


def test_nothing_can_be_taken_out_of_a_run_that_was_sent(office, claim):
    approved(office, "Bo Larsen")
    run = office.payments.find(make_run(office))
    ann, bo = (row.id for row in run.payments)
    office.payment_outcomes.record_paid(RecordPaid((ann,), today(office)))
    with pytest.raises(UserError, match="is sent, so nothing can be taken out"):
        office.payments.take_out(TakeOut((bo,)))
    with pytest.raises(UserError, match="is sent, so nothing can be taken out"):
        office.payments.void(VoidRun(run.row.id, "too late"))


def test_after_a_part_the_rest_waits_to_the_penny(office, claim):
    run = office.payments.find(make_run(office))
    part = RecordPart(run.payments[0].id, today(office), Money(5000), Money(920), "bank limit")
    office.payment_outcomes.record_part(part)
    assert state(office, claim) is ClaimState.APPROVED
    assert office.payments.waiting()[0].sum == Sum(Money(2500), NOTHING)
    second = office.payments.find(make_run(office))
    office.payment_outcomes.record_paid(RecordPaid((second.payments[0].id,), today(office)))
    assert state(office, claim) is ClaimState.PAID
    assert office.payments.waiting() == []


@pytest.mark.parametrize(
    ("fees", "expenses", "field"),
    [(7501, 0, "fees"), (0, 921, "expenses"), (-1, 0, "fees"), (7500, 920, "fees"), (0, 0, "fees")],
)
def test_a_part_is_more_than_nothing_and_less_than_all(office, claim, fees, expenses, field):
    run = office.payments.find(make_run(office))
    with pytest.raises(UserError) as refused:
        office.payment_outcomes.record_part(
            RecordPart(run.payments[0].id, today(office), Money(fees), Money(expenses))
        )
    assert refused.value.field == field
    assert office.payments.find(run.row.id) == run


def test_what_came_back_is_paid_again(office, claim):
    run = office.payments.find(make_run(office))
    payment = run.payments[0].id
    office.payment_outcomes.record_paid(RecordPaid((payment,), today(office)))
    bounced = RecordBounced(payment, today(office), "account closed")
    office.payment_outcomes.record_bounced(bounced)
    (row,) = office.payments.find(run.row.id).payments
    assert (row.state, row.paid, row.reason) == (PaymentState.BOUNCED, Sum(), "account closed")
    assert state(office, claim) is ClaimState.APPROVED
    with pytest.raises(UserError, match="Only a payment that went out can come back"):
        office.payment_outcomes.record_bounced(bounced)
    assert office.payments.find(make_run(office)).row.sum == Sum(Money(7500), Money(920))


def test_a_payment_is_recorded_once_and_never_in_the_future(office, claim):
    run = office.payments.find(make_run(office))
    paid = RecordPaid((run.payments[0].id,), today(office))
    with pytest.raises(UserError, match="still to come"):
        office.payment_outcomes.record_paid(
            RecordPaid(paid.payment_ids, today(office) + timedelta(days=1))
        )
    office.payment_outcomes.record_paid(paid)
    with pytest.raises(UserError, match="is paid already"):
        office.payment_outcomes.record_paid(paid)


@pytest.mark.parametrize("act", ["withdraw", "return", "refuse"])
def test_a_claim_in_a_run_cannot_be_taken_back(office, claim, act):
    make_run(office)
    with pytest.raises(UserError, match="cannot be taken back now"):
        {"withdraw": lambda: office.claims.withdraw(WithdrawClaim(claim, "x")),
         "return": lambda: office.approvals.return_(TakeBack(claim, "x")),
         "refuse": lambda: office.approvals.refuse(TakeBack(claim, "x"))}[act]()  # fmt: skip


def test_every_step_to_the_money_is_written_down(office, claim):
    run = office.payments.find(make_run(office))
    office.payment_outcomes.record_paid(RecordPaid((run.payments[0].id,), today(office)))
    assert [row.words for row in office.approvals.steps(claim)] == [
        "made ready by Sam", "agreed by signature, noted by Sam",
        "approved by Sam, as an exception: alone today",
        "put into a payment run by Sam: P2026-001", "paid by Sam: 12 May 2026",
    ]  # fmt: skip


def test_all_of_it_can_be_undone(office, claim, check_undo):
    when = today(office) + timedelta(days=3)
    check_undo(lambda: office.payments.make(MakeRun(PayMethod.BANK, when)))
    run = office.payments.find(office.payments.list_()[0].id)
    payment = run.payments[0].id
    for act in (
        lambda: office.payments.take_out(TakeOut((payment,))),
        lambda: office.payments.void(VoidRun(run.row.id, "wrong day")),
        lambda: office.payment_outcomes.record_part(
            RecordPart(payment, today(office), Money(1), NOTHING)),
        lambda: office.payment_outcomes.record_bounced(
            RecordBounced(payment, today(office), "closed")),
        lambda: office.payment_outcomes.record_paid(RecordPaid((payment,), today(office))),
    ):  # fmt: skip
        check_undo(act)
        office.history.undo()


ANN, BO, CARYS, JO, TRUST = "Ann Lee", "Bo Larsen", "Carys Ŵyn", "Jo Hart", "Harbour Trust"
OWED = (
    {ANN: Sum(Money(7500), Money(920))},
    {BO: Sum(Money(5500), Money(920)), JO: Sum(NOTHING, Money(3375)),
     TRUST: Sum(Money(2000), NOTHING)},
    {CARYS: Sum(Money(7500), Money(1310))},
)  # fmt: skip
"""What each of the claims comes to, by who gets it."""
AGREED = {ClaimState.APPROVED, ClaimState.IN_RUN, ClaimState.PAID}


def with_payee_and_gift(office: Office):
    """Add a claim of which a personal assistant and a charity get their part; return its id."""
    jo = b.add_person(office, JO, pay_choice=PayChoice.BANK)
    b.add_person(office, TRUST, pay_choice=PayChoice.BANK, is_organisation=True)
    bo = b.add_person(office, BO, pay_choice=PayChoice.BANK)
    b.add_usual_cost(office, bo)
    b.add_usual_cost(office, bo, Category.SUPPORT_WORKER, rate=Money(1350), payee_id=jo)
    office.claims.make(b.add_marked_meeting(office, b.add_group(office, bo, name="Second"), bo))
    fee = b.claim_of(office, bo).fees[0]
    office.claim_lines.correct(CorrectLine(fee.id, LineDetails(
        Category.ATTENDANCE, b.MAY_9, "Attended", Money(5500), decision=Decision.LESS,
        given=Money(2000), given_to=TRUST,
    )))  # fmt: skip
    return approve(office, b.issue(office, bo))


def with_advance(office: Office):
    """Add a claim with £3.90 more spent than was advanced; return its id."""
    carys = b.add_person(office, CARYS, pay_choice=PayChoice.BANK)
    b.add_usual_cost(office, carys)
    b.add_usual_cost(office, carys, Category.BUS_TRAIN_TRAM, amount=Money(1390),
                     handling=Handling.ADVANCED)  # fmt: skip
    group = b.add_group(office, carys, name="Third")
    meeting = b.add_marked_meeting(office, group, carys)
    office.claims.make(meeting)
    office.advances.add(AdvanceDetails(carys, meeting, b.MAY_9, Money(1000)))
    return approve(office, b.issue(office, carys))


@pytest.mark.parametrize("take_back", ["refuse", "return", "withdraw"])
def test_a_claim_that_is_paid_in_part_is_never_taken_back(office, claim, take_back):
    run = office.payments.find(make_run(office))
    part = RecordPart(run.payments[0].id, today(office), Money(2500), NOTHING)
    office.payment_outcomes.record_part(part)
    assert state(office, claim) is ClaimState.APPROVED
    verb, request = {
        "refuse": (office.approvals.refuse, TakeBack(claim, "a mistake")),
        "return": (office.approvals.return_, TakeBack(claim, "a mistake")),
        "withdraw": (office.claims.withdraw, WithdrawClaim(claim, "a mistake")),
    }[take_back]
    with pytest.raises(UserError, match="is paid already, so it cannot be taken back"):
        verb(request)
    assert state(office, claim) is ClaimState.APPROVED


class Ledger(RuleBasedStateMachine):
    """Any actions in any order: sums agree to the penny, and nothing is paid twice."""

    start: ClassVar[Start]

    def __init__(self):
        super().__init__()
        self.office, self.claims = self.start()
        self.seen = self.everything()  # after each step, anew: asking takes most of the time
        self.owed = dict(zip(self.claims, OWED, strict=True))

    def teardown(self):
        self.office.close()

    def attempt(self, verb, request):
        """Do it; what is refused leaves all as it was."""
        try:
            verb(request)
        except UserError:
            assert self.everything() == self.seen

    def everything(self):
        runs = [self.office.payments.find(row.id) for row in self.office.payments.list_()]
        return runs, self.office.payments.waiting(), [state(self.office, c) for c in self.claims]

    def payment(self, number):
        found = [p.id for run in self.seen[0] for p in run.payments]
        return found[number % len(found)] if found else None

    numbers = st.integers(0, 40)

    @rule(days=st.integers(0, 5))
    def run(self, days):
        when = today(self.office) + timedelta(days=days)
        self.attempt(self.office.payments.make, MakeRun(PayMethod.BANK, when))

    @rule(number=numbers)
    def take_out(self, number):
        if payment := self.payment(number):
            self.attempt(self.office.payments.take_out, TakeOut((payment,)))

    @rule(number=numbers)
    def void(self, number):
        rows = self.office.payments.list_()
        if rows:
            row = rows[number % len(rows)]
            self.attempt(self.office.payments.void, VoidRun(row.id, "void"))

    @rule(number=numbers)
    def paid(self, number):
        if payment := self.payment(number):
            request = RecordPaid((payment,), today(self.office))
            self.attempt(self.office.payment_outcomes.record_paid, request)

    @rule(number=numbers, fees=st.integers(0, 8000), expenses=st.integers(0, 1000))
    def part(self, number, fees, expenses):
        if payment := self.payment(number):
            request = RecordPart(payment, today(self.office), Money(fees), Money(expenses))
            self.attempt(self.office.payment_outcomes.record_part, request)

    @rule(number=numbers, fees=st.integers(0, 8000), expenses=st.integers(0, 1000))
    def split(self, number, fees, expenses):
        if payment := self.payment(number):
            request = SplitPayment(payment, Money(fees), Money(expenses))
            self.attempt(self.office.payments.split, request)

    @rule(number=numbers)
    def bounced(self, number):
        if payment := self.payment(number):
            request = RecordBounced(payment, today(self.office), "closed")
            self.attempt(self.office.payment_outcomes.record_bounced, request)

    @rule(number=numbers)
    def refuse(self, number):
        claim = self.claims[number % len(self.claims)]
        before = state(self.office, claim)
        self.attempt(self.office.approvals.refuse, TakeBack(claim, "no"))
        if before is not ClaimState.REFUSED and state(self.office, claim) is ClaimState.REFUSED:
            self.owed[claim] = None

    @rule()
    def undo(self):
        if "refused" not in self.office.history.steps().undo:
            self.office.history.undo()

    @rule()
    def redo(self):
        self.office.history.redo()

    @invariant()
    def the_sums_agree_to_the_penny_and_nothing_is_paid_twice(self):
        self.seen = runs, waiting, states = self.everything()
        for run in runs:
            counted = [p for p in run.payments if p.state is not PaymentState.TAKEN_OUT]
            assert run.row.sum == Sum.of([p.due for p in counted])
        for claim, where in zip(self.claims, states, strict=True):
            rows = [p for run in runs for p in run.payments if p.claim_id == claim]
            waits = [p for p in rows if p.state is PaymentState.WAITING]
            owed = self.owed[claim]
            if owed is None:
                continue
            assert {p.person for p in rows} <= owed.keys()
            assert len(waits) == len({p.person for p in waits})
            assert bool(waits) == (where is ClaimState.IN_RUN)
            left = [self.left(rows, who, due) for who, due in owed.items()]
            for each in left:
                assert min(each.fees, each.expenses) >= NOTHING
            if where is ClaimState.PAID:
                assert not any(each.together for each in left)
        free = Sum.of([row.sum for row in waiting])
        total = Sum.of([
            self.left([p for run in runs for p in run.payments if p.claim_id == c], who, due)
            for (c, owed), where in zip(self.owed.items(), states, strict=True)
            if owed and where in AGREED
            for who, due in owed.items()
            if not self.is_in_run(runs, c, who)  # the rest of a payment that was split waits for it
        ])  # fmt: skip
        assert free == total

    @staticmethod
    def is_in_run(runs, claim, who):
        return any(
            p.state is PaymentState.WAITING and (p.claim_id, p.person) == (claim, who)
            for run in runs
            for p in run.payments
        )

    @staticmethod
    def left(rows, who, due):
        """Return what somebody is still to get of a claim that waits for a run."""
        own = [p for p in rows if p.person == who]
        in_runs = Sum.of([p.due for p in own if p.state is PaymentState.WAITING])
        return due.less(Sum.of([p.paid for p in own])).less(in_runs)


def three_claims(office: Office):
    return [approved_claim(office), with_payee_and_gift(office), with_advance(office)]


@pytest.mark.long
def test_through_any_sequence_of_actions_the_money_adds_up(tmp_path, clock, keyring, fresh):
    Ledger.start = Start(three_claims, tmp_path, fresh, keyring, clock)
    run_state_machine_as_test(Ledger, settings=tried(10, 20))
