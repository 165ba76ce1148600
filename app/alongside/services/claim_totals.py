"""What a claim comes to: fees and expenses apart, and how the person is paid."""

from collections.abc import Iterable

from alongside.domain.claims import Decision, Section
from alongside.domain.money import NOTHING, Money
from alongside.domain.payments import PayMethod, Ways, ways_for
from alongside.domain.people import PayChoice
from alongside.i18n import _
from alongside.store.tables import Claim, ClaimLine, Person


def lines_of(claim: Claim) -> list[ClaimLine]:
    """Return the lines that count: those not removed, fees first, in order of day."""
    kept = [line for line in claim.lines if not line.is_removed]
    return sorted(kept, key=lambda line: (line.section is Section.EXPENSE, line.day, line.position))


def paid_for(claim: Claim) -> list[Person]:
    """Return everybody who may be paid for a claim: who claims, and the payees of its lines."""
    others = [who for line in lines_of(claim) for who in (line.payee, line.given_payee) if who]
    return [claim.person, *others]


def say_no_money(claim: Claim) -> str:
    """Return why a claim is settled without a payment, and what is still to be handed over."""
    if any(line.in_kind for line in lines_of(claim)):
        return _("no money was to be paid; what is in kind is to be given by hand")
    return _("nothing was to be paid")


def given_up_of(line: ClaimLine) -> Money:
    """Return what was offered of a fee and the person chose not to take: no money, and no cost."""
    if line.section is not Section.FEE or line.decision is Decision.ACCEPT:
        return NOTHING
    return max(NOTHING, line.offered - line.amount - line.given - line.in_kind)


def total_to_pay(lines: Iterable[ClaimLine], section: Section) -> Money:
    """Return what is paid to the person for one section; fees and expenses never merge."""
    return Money.total(
        line.amount for line in lines if line.section is section and line.goes_to_claimant
    )


def ways_of(person: Person, claim: Claim) -> Ways:
    """Return how the fees and the expenses of a person are paid for a claim."""
    said = (answer.method for answer in claim.answers if answer.person_id == person.id)
    return ways_for(
        person.pay_choice,
        has_account=person.bank_details is not None, has_address=bool(person.address.strip()),
        this_time=next(said, None),
    )  # fmt: skip


def how_to_pay(claim: Claim) -> str:
    """Return how who claims is paid; of an account no more than its last two figures."""
    person = claim.person
    choice, ways = person.pay_choice, ways_of(person, claim)
    words = _way(person, ways.expenses)
    if ways.fees is PayMethod.VOUCHER:
        # translators: {way} is like “by cheque, to the address above”
        words = _("fees as a voucher; expenses {way}").format(way=words)
    elif choice is PayChoice.IN_KIND:
        words = _("fees in kind; expenses {way}").format(way=words)
    if choice is PayChoice.DONATION and person.pay_instead:
        # translators: {way} is how expenses are paid, {note} for whom the fees are
        words = _("{way}; fees given away: {note}").format(way=words, note=person.pay_instead)
    return f"{words}: {person.pay_note}" if person.pay_note else words


def _way(person: Person, method: PayMethod | None) -> str:
    """Return how money goes to a person, after the word for what it is."""
    if method is PayMethod.BANK and person.bank_details:
        words = _("by bank transfer, to the account ending ••{ending}")
        return words.format(ending=person.bank_details.account_number[-2:])
    if method is None:
        return _("to be asked: bank transfer, cheque, cash or voucher")
    return {
        PayMethod.BANK: _("by bank transfer; we have no bank details yet"),
        PayMethod.CHEQUE: _("by cheque, to the address above"),
        PayMethod.CASH: _("in cash, signed for"),
    }[method]
