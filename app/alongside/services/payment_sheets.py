"""What papers of a payment run say about each person: what goes out, what does not, and why."""

from collections.abc import Mapping, Sequence
from datetime import date
from uuid import UUID

from alongside.domain.claims import Decision, Section
from alongside.domain.dates import say_date, say_minutes
from alongside.domain.payment_sheets import ClaimPaid, RemittanceSheet, RunLine, RunListSheet
from alongside.domain.payments import GOES_OUT, PaymentState, PayMethod, Sum
from alongside.i18n import _
from alongside.services.advances import balance_of
from alongside.services.line_rows import say_choice, say_handling
from alongside.services.paper_styles import style_of
from alongside.store import organisation as organisations
from alongside.store import payment_papers, payments
from alongside.store.tables import ClaimLine, LineRefusal, Organisation, Payment, PaymentRun
from alongside.store.work import Session


def by_person(run: PaymentRun) -> list[list[Payment]]:
    """Return the payments of a run that go out or went out, those of one person together."""
    found: dict[UUID, list[Payment]] = {}
    for payment in sorted(run.payments, key=lambda p: (p.person.search, p.claim.number)):
        if payment.state in GOES_OUT:
            found.setdefault(payment.person_id, []).append(payment)
    return list(found.values())


def remittance(session: Session, own: Sequence[Payment], today: date) -> RemittanceSheet:
    """Return the remittance advice for the payments of one person in one run."""
    first = own[0]
    claim_ids = [payment.claim_id for payment in own]
    lines = payment_papers.lines_of(session, claim_ids)
    refused = payments.refusals(session, claim_ids)
    organisation = organisations.find(session)
    return RemittanceSheet(
        organisation.name if organisation else "",
        first.person.name,
        first.run.number,
        ", ".join(say_date(day) for day in sorted({payment.day for payment in own})),
        _how(first),
        tuple(
            _claim(payment, lines[payment.claim_id], refused, payment_papers.paid_before(
                session, payment), balance_of(session, payment.claim))
            for payment in own
        ),
        Sum.of([amount_of(payment) for payment in own]),
        ways_to_ask(organisation),
        say_date(today),
        first.person.format,
        style_of(organisation, first.person),
    )  # fmt: skip


def run_list(session: Session, run: PaymentRun, today: date) -> RunListSheet:
    """Return the list of a run that is paid by cheque, in cash or with vouchers."""
    organisation = organisations.find(session)
    title, sentence, to_write = _list_words(run.method)
    rows = tuple(
        RunLine(own[0].person.name, ", ".join(payment.claim.number for payment in own),
                Sum.of([amount_of(payment) for payment in own]))
        for own in by_person(run)
    )  # fmt: skip
    return RunListSheet(
        organisation.name if organisation else "", title, sentence, run.number,
        say_date(run.pay_on), rows, Sum.of([row.due for row in rows]), to_write, say_date(today),
        style_of(organisation),
    )  # fmt: skip


def amount_of(payment: Payment) -> Sum:
    """Return what goes out: what was paid if only a part was, else what is due."""
    if payment.state is PaymentState.PART_PAID:
        return Sum(payment.fees_paid, payment.expenses_paid)
    return Sum(payment.fees, payment.expenses)


def ways_to_ask(organisation: Organisation | None) -> str:
    """Return whom to ask and how, in one line; "" if the organisation has not said."""
    if organisation is None:
        return ""
    ways = (organisation.help_name, organisation.help_phone, organisation.help_email)
    words = ", ".join(filter(None, ways))
    return _("Ask: {ways}").format(ways=words) if words else ""


def _list_words(method: PayMethod) -> tuple[str, str, tuple[str, ...]]:
    """Return the title of a list, a sentence for whoever uses it, and what is written on it."""
    signed = (_("Date"), _("Signature, or a mark"))
    return {
        PayMethod.CHEQUE: (_("Cheque list"), _("Write the number of each cheque beside its "
                           "person."), (_("Cheque number"),)),
        PayMethod.VOUCHER: (_("Voucher sheet"), _("Everybody signs for the voucher that they "
                            "were given. A mark will do."), signed),
    }.get(method, (_("Cash sheet"), _("Everybody signs for the money that they were given. A "
                   "mark will do."), signed))  # fmt: skip


def _how(payment: Payment) -> str:
    """Return how the money goes; of an account its last two figures, if they are still those."""
    run, bank = payment.run, payment.person.bank_details
    if run.method is not PayMethod.BANK or bank is None:
        return run.method.words
    if run.sent_on and bank.changed_on and bank.changed_on > run.sent_on:
        return run.method.words
    words = _("bank transfer, to the account ending ••{ending}")
    return words.format(ending=bank.account_number[-2:])


def _claim(
    payment: Payment, lines: Sequence[ClaimLine], refusals: Mapping[UUID, LineRefusal],
    before: Sum, advanced: str,
) -> ClaimPaid:  # fmt: skip
    paid = [line for line in lines if line.id not in refusals]
    if payment.person_id != payment.claim.person_id:
        return _others(payment, paid, before)
    return ClaimPaid(
        payment.claim.number,
        payment.claim.group.name,
        ", ".join(say_date(day) for day in sorted({line.day for line in lines})),
        amount_of(payment),
        tuple(_refused(line, refusals[line.id].reason) for line in lines if line.id in refusals),
        tuple(_chosen(line) for line in paid if line.decision is not Decision.ACCEPT),
        tuple(
            _otherwise(line)
            for line in paid
            if line.section is Section.EXPENSE and not line.goes_to_claimant
        ),
        tuple(filter(None, [*_notes(payment, before), advanced])),
    )


def _others(payment: Payment, lines: Sequence[ClaimLine], before: Sum) -> ClaimPaid:
    """Return what somebody reads who is paid for a claim of another: the work, not for whom."""
    own = [
        line for line in lines
        if payment.person_id in {line.payee_id, line.given_payee_id}
    ]  # fmt: skip
    return ClaimPaid(
        payment.claim.number, payment.claim.group.name,
        ", ".join(say_date(day) for day in sorted({line.day for line in own})),
        amount_of(payment), notes=tuple(_notes(payment, before)),
        work=tuple(say_work(line, payment.person_id) for line in own),
    )  # fmt: skip


def say_work(line: ClaimLine, payee_id: UUID) -> str:
    """Return what a line pays somebody for who does not claim: never the claimant’s own words."""
    if line.given_payee_id == payee_id:
        words = _("{amount} given by somebody who took part on {day}")
        return words.format(amount=line.given, day=say_date(line.day))
    words = _("{what} on {day}: {amount}")
    if line.minutes:
        words = _("{what} on {day}, {length}: {amount}")
    return words.format(what=line.category.words, day=say_date(line.day), amount=line.amount,
                        length=say_minutes(line.minutes))  # fmt: skip


def _refused(line: ClaimLine, why: str) -> str:
    words = _("{day}, {what}, an expense of {amount}: {why}")
    if line.section is Section.FEE:
        words = _("{day}, {what}, a fee of {amount}: {why}")
    return words.format(day=say_date(line.day), what=line.words, amount=line.amount, why=why)


def _chosen(line: ClaimLine) -> str:
    words = _("{day}, {what}, {offered} offered, {amount} to pay: {choice}")
    return words.format(day=say_date(line.day), what=line.words, offered=line.offered,
                        amount=line.amount, choice=say_choice(line))  # fmt: skip


def _otherwise(line: ClaimLine) -> str:
    words = _("{day}, {what}, {amount}: {handled}")
    return words.format(day=say_date(line.day), what=line.words, amount=line.amount,
                        handled=say_handling(line))  # fmt: skip


def _notes(payment: Payment, before: Sum) -> list[str]:
    notes = []
    if before.together:
        words = _("Paid before of this claim: fees {fees}, expenses {expenses}.")
        notes.append(words.format(fees=before.fees, expenses=before.expenses))
    if payment.state is PaymentState.PART_PAID:
        words = _("This is a part. Fees of {fees} and expenses of {expenses} were due. The rest "
                  "waits for another payment run.")  # fmt: skip
        notes.append(words.format(fees=payment.fees, expenses=payment.expenses))
        if payment.reason:
            notes.append(_("Why: {reason}").format(reason=payment.reason))
    return notes
