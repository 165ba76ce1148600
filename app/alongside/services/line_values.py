"""The columns of a line that somebody typed: what is wanted, worked out anew, capped anew."""

from dataclasses import replace
from datetime import date
from uuid import UUID

from alongside.domain.caps import PAID_TO_THE_PERSON, before_limit, capped_expenses
from alongside.domain.choices import Choice, choose_of
from alongside.domain.claims import Category, Handling, Section
from alongside.domain.dates import tax_year
from alongside.domain.errors import UserError
from alongside.domain.expense_lines import ExpenseLine, Journey, read_names
from alongside.domain.expenses import journey
from alongside.domain.money import NOTHING, Money
from alongside.domain.policy import Policy
from alongside.i18n import _
from alongside.services import topped_up
from alongside.services.claim_facts import expense_facts
from alongside.services.line_rows import LineDetails
from alongside.services.policies import rules_of
from alongside.store import attendance as registers
from alongside.store import claim_lines, people
from alongside.store.tables import Claim, ClaimLine
from alongside.store.work import Session

Values = dict[str, object]


def typed_values(
    session: Session, claim: Claim, line: ClaimLine | None, details: LineDetails, who: str
) -> Values:
    """Return the columns of a line as `details` asks. `line` is the one that is there.

    Raise UserError for what is missing or cannot be.
    """
    drafted = line if line and (line.key or line.tops_up_id) else None
    _check(details, drafted)
    values: Values = {
        "category": details.category, "day": details.day, "words": details.words.strip(),
        "handling": details.handling, "tenths_of_mile": 0, "payee_id": None,
    }  # fmt: skip
    if drafted is None:
        values["meeting_id"] = _meeting(session, claim, details)
    if details.category.section is Section.FEE:
        return values | _fee(session, details, line) | {"receipt": details.receipt.strip()}
    values |= _proof(details) | _paid_to(session, claim, details)
    if line and line.is_shared:  # travelled twice after all, if it costs anything
        values["is_shared"] = not (details.amount or details.tenths_of_mile)
    if line and not _is_new(line, details):
        return values | {
            name: getattr(line, name)
            for name in ("amount", "offered", "why", "tenths_of_mile", "minutes", "passengers",
                         "could_go_by_bus", "above_cap")
        }  # fmt: skip
    spent = _spent(session, claim, line, details, who)
    paid = _within_caps(session, claim, line, spent, details.day)
    reason = details.above_cap.strip() if paid.amount < spent.amount else ""
    if reason:
        # translators: {why} is the reason of a line, with the policy's most in it
        why = _("{why}; all of it is paid, because: {reason}").format(why=paid.why, reason=reason)
        paid = replace(spent, why=why)
    if line is None or line.tops_up_id is None:
        paid = _less_paid(session, claim, line, paid, details.day)
    return values | {
        "amount": paid.amount, "offered": spent.amount, "why": paid.why,
        "tenths_of_mile": spent.tenths_of_mile, "minutes": spent.minutes,
        "passengers": ", ".join(spent.passengers), "could_go_by_bus": spent.could_go_by_bus,
        "above_cap": reason,
    }  # fmt: skip


def within_caps_anew(session: Session, line: ClaimLine) -> tuple[Money, str]:
    """Return what a cap leaves of an expense now that others may use less of it, and why."""
    spent = ExpenseLine(
        "", line.category, line.words, line.offered, before_limit(line.why, line.offered),
        line.handling, line.tenths_of_mile, line.minutes,
    )  # fmt: skip
    paid = _within_caps(session, line.claim, line, spent, line.day)
    paid = _less_paid(session, line.claim, line, paid, line.day)
    return paid.amount, paid.why


def spent_before(claim: Claim, but_for: ClaimLine | None) -> dict[Category, Money]:
    """Return what other lines of a claim pay to the person, by category."""
    found: dict[Category, Money] = {}
    for line in claim.lines:
        is_expense = line.section is Section.EXPENSE and not line.is_removed
        is_expense &= line.tops_up_id is None  # that counts on the claim that it tops up
        if is_expense and line is not but_for and line.handling in PAID_TO_THE_PERSON:
            found[line.category] = found.get(line.category, NOTHING) + line.amount
    return found


def _check(details: LineDetails, drafted: ClaimLine | None) -> None:
    if not details.words.strip():
        raise UserError("words", _("Say what the line is for."))
    if drafted and details.category is not drafted.category:
        raise UserError("category", _("This line came from the register: it keeps its kind."))
    if details.amount is not None and details.amount < NOTHING:
        raise UserError("amount", _("An amount cannot be less than nothing."))
    if details.tenths_of_mile < 0:
        raise UserError("tenths_of_mile", _("Miles cannot be less than nothing."))
    if details.minutes < 0:
        raise UserError("minutes", _("Hours cannot be less than nothing."))
    if details.agreed_on and details.agreed_until and details.agreed_until < details.agreed_on:
        raise UserError("agreed_until", _("That is before the day on which it was agreed."))


def _paid_to(session: Session, claim: Claim, details: LineDetails) -> Values:
    """Keep who is paid, if it is not the claimant. Raise UserError if they are gone."""
    payee = details.payee_id if details.payee_id != claim.person_id else None
    if payee and people.find(session, payee) is None:
        raise UserError("payee_id", _("That person is no longer here."))
    return {"payee_id": payee}


def _meeting(session: Session, claim: Claim, details: LineDetails) -> UUID | None:
    """Keep what a line is for. Raise UserError for a meeting that they had no part in."""
    if details.meeting_id is None:
        return None
    there = registers.of_person(session, claim.person_id, [details.meeting_id])
    if not there or there[0].meeting.group_id != claim.group_id:
        raise UserError("meeting_id", _("They are not on the register of that meeting."))
    return details.meeting_id


def _fee(session: Session, details: LineDetails, line: ClaimLine | None) -> Values:
    """Keep the offer apart from the decision: a zero that was chosen is not unpaid work."""
    if details.amount is None:
        raise UserError("amount", _("Type the amount."))
    offered, why = details.amount, _("fee added by hand")
    if line and line.section is Section.FEE:
        offered, why = (line.offered if line.key else offered), line.why
    choice = choose_of(offered, Choice(
        details.decision, details.amount, details.given or NOTHING, details.given_to,
        details.in_kind or NOTHING, details.in_kind_words,
    ))  # fmt: skip
    return {
        "offered": offered, "amount": choice.paid, "why": why, "decision": choice.decision,
        "handling": Handling.REIMBURSE, "given": choice.given, "given_to": choice.given_to,
        "in_kind": choice.in_kind, "in_kind_words": choice.in_kind_words,
        "given_payee_id": people.organisation_named(session, choice.given_to),
    }  # fmt: skip


def _proof(details: LineDetails) -> Values:
    """Keep what proves a line; a receipt that came after all needs nothing instead of it."""
    receipt = details.receipt.strip()
    return {
        "receipt": receipt,
        "instead": None if receipt[:1].isdigit() else details.instead,
        "agreed_by": " ".join(details.agreed_by.split()),
        "agreed_on": details.agreed_on,
        "agreed_until": details.agreed_until,
    }


def _is_new(line: ClaimLine, details: LineDetails) -> bool:
    """Whether anything that the amount depends on is not as it was."""
    amount = None if details.category.is_by_mile else details.amount
    was = (line.category, line.day, line.handling, line.minutes, line.tenths_of_mile,
           read_names(line.passengers), line.could_go_by_bus, line.above_cap)  # fmt: skip
    now = (details.category, details.day, details.handling, details.minutes,
           details.tenths_of_mile, read_names(details.passengers),
           details.could_go_by_bus, details.above_cap.strip())  # fmt: skip
    is_other = not details.category.is_by_mile and amount != line.amount
    return is_other or was != now


def _spent(
    session: Session, claim: Claim, line: ClaimLine | None, details: LineDetails, who: str
) -> ExpenseLine:
    """Return the expense before any cap, with why it is that amount."""
    if details.category.is_by_mile:
        return _miles(session, claim, line, details)
    if details.amount is None:
        raise UserError("amount", _("Type the amount."))
    why, amount = _("added by {who}").format(who=who), details.amount
    if line and amount == line.amount < line.offered:
        amount = line.offered  # all that was spent, where a cap took some of it away
    if line and line.amount != details.amount:
        why = _("corrected from {amount}").format(amount=line.amount)
    elif line:
        why = _("corrected by {who}").format(who=who)
    return ExpenseLine(
        "", details.category, details.words, amount, why, details.handling,
        minutes=details.minutes,
    )  # fmt: skip


def _miles(
    session: Session, claim: Claim, line: ClaimLine | None, details: LineDetails
) -> ExpenseLine:
    """Work out mileage by the group's policy and what was claimed before in the tax year."""
    if not details.tenths_of_mile:
        raise UserError("tenths_of_mile", _("Type the miles, like 12.5."))
    rules = rules_for(claim)
    if rules is None:
        raise UserError("category", _("The group has no pay policy, so there is no rate."))
    before = claim_lines.tenths_claimed(
        session, claim.person_id, tax_year(details.day), line.id if line else None
    )
    made = Journey(
        details.category, details.day, details.tenths_of_mile, read_names(details.passengers),
        details.could_go_by_bus,
    )  # fmt: skip
    amount, why = journey(rules, made, before.get(details.category, 0))
    return ExpenseLine(
        "", made.category, details.words, amount, why, details.handling, made.tenths,
        passengers=made.passengers, could_go_by_bus=made.could_go_by_bus,
    )  # fmt: skip


def _within_caps(
    session: Session, claim: Claim, line: ClaimLine | None, spent: ExpenseLine, day: date
) -> ExpenseLine:
    """Return what the policy's caps leave of an expense, by what is known of that day."""
    rules = rules_for(claim)
    if rules is None:
        return spent
    meeting = line.meeting_id if line and line.day == day else None
    there = registers.on_day(session, claim.person_id, claim.group_id, day, meeting)
    return capped_expenses(rules, [spent], expense_facts(day, there, spent_before(claim, line)))[0]


def _less_paid(
    session: Session, claim: Claim, line: ClaimLine | None, paid: ExpenseLine, day: date
) -> ExpenseLine:
    """Return the expense less what topped it up before its claim was drafted anew."""
    meeting = line.meeting_id if line else None
    place = topped_up.place_for(claim, meeting, day, paid.category)
    beside = topped_up.found(session, [claim.person_id]).get(place)
    return topped_up.less_paid([paid], {paid.category: beside})[0] if beside else paid


def rules_for(claim: Claim) -> Policy | None:
    """Return the rules of the policy that the group of a claim has today, or None."""
    return rules_of(claim.group.policy.text) if claim.group.policy else None
