"""A payment is split before it is sent: a part goes now, and the rest is owed and never lost."""

from uuid import UUID

import pytest

from alongside.domain.claims import ClaimState
from alongside.domain.errors import UserError
from alongside.domain.money import NOTHING, Money
from alongside.domain.payments import Sum
from alongside.office import Office
from alongside.services.payment_outcomes import RecordPaid
from alongside.services.payments import SplitPayment, VoidRun
from app.services.paid_claims import approved, make_run


def only_payment(office: Office, run: UUID) -> UUID:
    (row,) = office.payments.find(run).payments
    return row.id


def state(office: Office) -> ClaimState:
    (claim,) = office.claims.list_()
    return claim.state


def waiting(office: Office) -> Sum:
    return Sum.of([row.sum for row in office.payments.waiting()])


def test_a_part_is_paid_now_and_the_rest_in_another_run(office):
    approved(office)
    run = make_run(office)
    payment = only_payment(office, run)
    said = office.payments.split(SplitPayment(payment, Money(5000), Money(920))).words
    assert said == (
        "Ann Lee gets fees £50.00 and expenses £9.20 in run P2026-001; "
        "fees £25.00 and expenses £0.00 wait"
    )
    assert office.payments.find(run).row.sum == Sum(Money(5000), Money(920))
    office.payment_outcomes.record_paid(RecordPaid((payment,), office.now().date()))
    assert state(office) is ClaimState.APPROVED
    assert waiting(office) == Sum(Money(2500), NOTHING)
    rest = make_run(office)
    assert office.payments.find(rest).row.sum == Sum(Money(2500), NOTHING)
    payment = only_payment(office, rest)
    office.payment_outcomes.record_paid(RecordPaid((payment,), office.now().date()))
    assert state(office) is ClaimState.PAID


def test_what_fits_into_the_limits_of_a_person_is_told(office):
    approved(office, most_week=Money(3000))
    approved(office, "Bo Larsen")
    run = office.payments.find(make_run(office))
    rooms = {row.person: office.payment_warnings.room(row.id) for row in run.payments}
    assert rooms == {"Ann Lee": Money(3000), "Bo Larsen": None}


def test_what_was_paid_before_leaves_less_room(office):
    person = approved(office, most_month=Money(10000))
    first = make_run(office)
    payment = only_payment(office, first)
    office.payment_outcomes.record_paid(RecordPaid((payment,), office.now().date()))
    approved(office, person=person)
    second = make_run(office)
    assert office.payment_warnings.room(only_payment(office, second)) == Money(2500)


@pytest.mark.parametrize(("fees", "expenses", "words"), [
    (7500, 920, "nothing to split"), (0, 0, "take the payment out"),
    (7501, 0, "more than the £75.00"), (-1, 0, "less than nothing"),
])  # fmt: skip
def test_what_is_no_part_is_refused_and_changes_nothing(office, fees, expenses, words):
    approved(office)
    run = make_run(office)
    with pytest.raises(UserError, match=words):
        office.payments.split(SplitPayment(only_payment(office, run), Money(fees), Money(expenses)))
    assert office.payments.find(run).row.sum == Sum(Money(7500), Money(920))


def test_a_void_run_owes_the_whole_again(office):
    approved(office)
    run = make_run(office)
    office.payments.split(SplitPayment(only_payment(office, run), Money(1), NOTHING))
    office.payments.void(VoidRun(run, "wrong day"))
    assert waiting(office) == Sum(Money(7500), Money(920))


@pytest.mark.parametrize("parts", [
    [], [(1, 0)], [(0, 1), (0, 1)], [(7499, 920), (1, 0)], [(2500, 300), (2500, 300), (2500, 320)],
    [(5000, 0), (0, 900), (2500, 0), (0, 19)],
])  # fmt: skip
def test_however_it_is_split_all_of_it_is_paid_once(office, parts):
    approved(office)
    paid = Sum()
    for fees, expenses in [*parts, (0, 0)]:
        if not waiting(office).together:
            break
        run = make_run(office)
        due = office.payments.find(run).row.sum
        part = Sum(Money(min(fees, due.fees.pence)), Money(min(expenses, due.expenses.pence)))
        if part.together and part != due:
            payment = only_payment(office, run)
            office.payments.split(SplitPayment(payment, part.fees, part.expenses))
        (row,) = office.payments.find(run).payments
        office.payment_outcomes.record_paid(RecordPaid((row.id,), office.now().date()))
        paid = Sum.of([paid, row.due])
    assert paid == Sum(Money(7500), Money(920))
    assert not waiting(office).together
    assert state(office) is ClaimState.PAID
