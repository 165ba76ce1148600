"""Everything a claim form says, decided and totalled, in words."""

from datetime import date

from alongside.domain.claim_words import (
    Said,
    approver_declaration,
    declaration,
    usual_notes,
)
from alongside.domain.claims import Section
from alongside.domain.dates import say_date, say_time
from alongside.domain.meetings import State
from alongside.domain.money import Money
from alongside.domain.payments import PayMethod
from alongside.domain.sheets import ActivityEntry, ClaimSheet, ExpenseEntry, Fact, FeeEntry
from alongside.i18n import _, language
from alongside.services import meeting_words
from alongside.services.claim_totals import how_to_pay, lines_of, total_to_pay, ways_of
from alongside.services.line_rows import say_choice, say_handling
from alongside.services.paper_styles import style_of
from alongside.services.register_marks import here
from alongside.store import attendance as registers
from alongside.store import organisation as organisations
from alongside.store.tables import (
    Attendance,
    Claim,
    ClaimLine,
    Group,
    Meeting,
    Organisation,
)
from alongside.store.work import Session

FORM_VERSION = "1"
"""Printed at the foot of every form; it goes up when what a form says changes."""


def make_sheet(session: Session, claim: Claim, printed_on: date, *, is_draft: bool) -> ClaimSheet:
    """Return the finished form of `claim` as it stands now."""
    organisation = organisations.find(session) or Organisation(name="")
    person = claim.person
    lines = lines_of(claim)
    fees = [line for line in lines if line.section is Section.FEE]
    expenses = [line for line in lines if line.section is Section.EXPENSE]
    fees_to_pay = total_to_pay(lines, Section.FEE)
    expenses_to_pay = total_to_pay(lines, Section.EXPENSE)
    return ClaimSheet(
        number=claim.number,
        is_draft=is_draft,
        printed_on=say_date(printed_on),
        form_version=FORM_VERSION,
        organisation=organisation.name,
        organisation_address=tuple((organisation.address or "").splitlines()),
        help_with_claims=_help(organisation),
        logo=organisation.logo,
        group=claim.group.name,
        partner=claim.group.partner.name if claim.group.partner else "",
        budget_code=claim.budget_code,
        person=person.name,
        person_facts=_person_facts(claim),
        activities=_activities(session, claim, lines),
        fees=tuple(_fee(line) for line in fees),
        expenses=tuple(_expense(line) for line in expenses),
        fees_offered=Money.total(line.offered for line in fees),
        fees_to_pay=fees_to_pay,
        expenses_total=Money.total(line.amount for line in expenses),
        expenses_to_pay=expenses_to_pay,
        met_otherwise=_met_otherwise(expenses),
        to_pay=_("fees {fees} and expenses {expenses}").format(
            fees=fees_to_pay, expenses=expenses_to_pay
        ),
        how_to_pay=how_to_pay(claim),
        declaration=_words(declaration()),
        approver_declaration=_words(approver_declaration()),
        notes=_notes(organisation, claim.group),
        language=language(),
        logo_words=organisation.logo_words,
        style=style_of(organisation, person),
    )


def blank_sheet(session: Session, meeting: Meeting, printed_on: date) -> ClaimSheet:
    """Return a form that nobody has filled in, for somebody at `meeting`: without any line."""
    organisation = organisations.find(session) or Organisation(name="")
    group, nothing = meeting.group, Money()
    activity = ActivityEntry(
        say_date(meeting.day), meeting.title or meeting.kind.words, meeting_words.where(meeting),
        meeting_words.times(meeting), "", "",
    )  # fmt: skip
    return ClaimSheet(
        number="", is_draft=False, printed_on=say_date(printed_on), form_version=FORM_VERSION,
        organisation=organisation.name,
        organisation_address=tuple((organisation.address or "").splitlines()),
        help_with_claims=_help(organisation), logo=organisation.logo, group=group.name,
        partner=group.partner.name if group.partner else "", budget_code=group.budget_code,
        person="", person_facts=(), activities=(activity,), fees=(), expenses=(),
        fees_offered=nothing, fees_to_pay=nothing, expenses_total=nothing,
        expenses_to_pay=nothing, met_otherwise=(), to_pay="", how_to_pay="",
        declaration=_words(declaration()), approver_declaration=_words(approver_declaration()),
        notes=_notes(organisation, meeting.group), language=language(),
        logo_words=organisation.logo_words, style=style_of(organisation),
    )  # fmt: skip


def _help(organisation: Organisation) -> tuple[Fact, ...]:
    return _facts(
        (_("Ask"), organisation.help_name),
        (_("Telephone"), organisation.help_phone),
        (_("Email"), organisation.help_email),
    )


def _facts(*pairs: tuple[str, str]) -> tuple[Fact, ...]:
    return tuple(Fact(name, value) for name, value in pairs if value)


def _person_facts(claim: Claim) -> tuple[Fact, ...]:
    """What list (a) 3 asks for; the address only where something must be posted."""
    person = claim.person
    on_account = person.bank_details.account_name if person.bank_details else ""
    ways = ways_of(person, claim)
    is_posted = PayMethod.CHEQUE in {ways.fees, ways.expenses}
    return _facts(
        (_("Name on the bank account"), "" if on_account == person.name else on_account),
        (_("Address"), ", ".join(person.address.splitlines()) if is_posted else ""),
        (_("Telephone"), person.phone),
        (_("Email"), person.email),
        (_("Preferred format"), person.format.words),
    )


def _activities(
    session: Session, claim: Claim, lines: list[ClaimLine]
) -> tuple[ActivityEntry, ...]:
    ids = {line.meeting_id for line in lines if line.meeting_id}
    attendances = registers.of_person(session, claim.person_id, ids)
    return tuple(_activity(attendance) for attendance in attendances)


def _activity(attendance: Attendance) -> ActivityEntry:
    meeting = attendance.meeting
    hours = meeting_words.times(meeting)
    if attendance.state is State.ATTENDED_PART:
        hours = here(attendance)
    confirmed = ""
    if attendance.marked_at:
        # translators: {state} is a mark of the register
        confirmed = _("{state}; confirmed by {who} on {day} at {time}").format(
            state=attendance.state.words, who=attendance.marked_by,
            day=say_date(attendance.marked_at.date()), time=say_time(attendance.marked_at.time()),
        )  # fmt: skip
    return ActivityEntry(
        say_date(meeting.day), meeting.title or meeting.kind.words, meeting_words.where(meeting),
        hours, attendance.role.words, confirmed,
    )  # fmt: skip


def _fee(line: ClaimLine) -> FeeEntry:
    return FeeEntry(
        say_date(line.day), line.words, line.offered, say_choice(line), line.amount, line.why
    )


def _expense(line: ClaimLine) -> ExpenseEntry:
    receipt = line.receipt
    if line.instead:
        receipt = f"{line.instead.words} ({receipt})" if receipt else line.instead.words
    if not receipt and line.category.is_by_mile:
        receipt = _("no receipt needed")
    return ExpenseEntry(
        say_date(line.day), line.words, line.amount, say_handling(line),
        line.goes_to_claimant, receipt, line.why,
    )  # fmt: skip


def _met_otherwise(expenses: list[ClaimLine]) -> tuple[tuple[str, Money], ...]:
    totals: dict[str, Money] = {}
    for line in expenses:
        if not line.goes_to_claimant:
            words = say_handling(line)
            totals[words] = totals.get(words, Money()) + line.amount
    return tuple(totals.items())


def _notes(organisation: Organisation, group: Group) -> tuple[str, ...]:
    """The organisation's own notes or plain ones, and where the group's members find advice."""
    own = _lines(organisation.claim_notes)
    return (*(own or _words(usual_notes())), *_lines(group.signposting))


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in (text or "").splitlines() if line.strip())


def _words(said: tuple[Said, ...]) -> tuple[str, ...]:
    return tuple(each.words for each in said)
