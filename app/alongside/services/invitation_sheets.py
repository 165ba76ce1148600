"""What an invitation says to one person: the fee that the policy offers, and what will be paid."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from alongside.domain.dates import say_date, say_day
from alongside.domain.errors import UserError
from alongside.domain.meeting_sheets import InvitationSheet
from alongside.domain.meetings import State
from alongside.domain.pay import work_out_fees
from alongside.domain.policy import Policy, mileage_on
from alongside.domain.policy_sentences import say_rule
from alongside.i18n import _, language
from alongside.services import meeting_words
from alongside.services.claim_facts import activity_of
from alongside.services.meeting_sheets import expected, what_it_is, when_and_where
from alongside.services.paper_styles import style_of
from alongside.services.payment_sheets import ways_to_ask
from alongside.services.policies import rules_of
from alongside.store import organisation as organisations
from alongside.store.tables import Attendance, Meeting, Organisation
from alongside.store.work import Session


@dataclass(frozen=True, slots=True)
class Added:
    """What whoever invites adds: the last day to answer, and `more` in their own words."""

    reply_by: date | None
    more: str


def invitation_sheets(
    session: Session, meeting: Meeting, today: date, added: Added
) -> list[InvitationSheet]:
    """Return an invitation for everybody who is expected, by name."""
    organisation = organisations.find(session) or Organisation(name="")
    policy = meeting.group.policy
    rules = rules_of(policy.text) if policy else None
    return [
        _sheet(organisation, row, rules, today, added) for row in expected(session, meeting)
    ]  # fmt: skip


def _sheet(
    organisation: Organisation, row: Attendance, rules: Policy | None, today: date, added: Added
) -> InvitationSheet:
    meeting = row.meeting
    return InvitationSheet(
        organisation=organisation.name,
        address=", ".join(line.rstrip(",") for line in (organisation.address or "").splitlines()),
        logo=organisation.logo,
        person=row.person.name,
        meeting=meeting_words.words(meeting),
        what=what_it_is(meeting),
        about=meeting.group.purpose.strip(),
        facts=when_and_where(meeting),
        more=tuple(line.strip() for line in added.more.splitlines() if line.strip()),
        fees=tuple(_fees(row, rules)),
        costs=tuple(_costs(rules, meeting.day)),
        reply_by=say_day(added.reply_by) if added.reply_by else "",
        is_online=meeting.is_online,
        is_in_a_room=bool(meeting.place) or not meeting.is_online,
        ask=ways_to_ask(organisation),
        edition=row.person.format,
        printed_on=say_date(today),
        language=language(),
        logo_words=organisation.logo_words,
        style=style_of(organisation, row.person),
    )


def _fees(row: Attendance, rules: Policy | None) -> Iterator[str]:
    """Yield what is offered for all of the meeting, and that it is the person's to decide."""
    offered = _offered(row, rules)
    if offered is None:
        yield _("Ask us which fee there is for this meeting.")
        return
    for words, amount, why in offered:
        yield _("We offer you {amount} for: {words}. Why: {why}.").format(
            amount=amount, words=words, why=why.rstrip(".")
        )
    if not offered:
        yield _("There is no fee for this meeting.")
        return
    yield _("You decide: you can take the fee, take less, take nothing, or give it away.")
    yield _("A fee may count as income. Free, independent advice is there for you: ask us where.")


def _offered(row: Attendance, rules: Policy | None) -> list[tuple[str, str, str]] | None:
    """Return each fee for the whole meeting; None where the policy does not say."""
    if rules is None:
        return None
    planned = activity_of(row, rules.holidays)
    whole = replace(planned, state=State.ATTENDED, minutes=0, notice_days=None)
    try:
        fees = work_out_fees(rules, whole)
    except UserError:
        return None
    return [(fee.words, str(fee.amount), fee.why) for fee in fees]


def _costs(rules: Policy | None, day: date) -> Iterator[str]:
    yield _("We pay what it costs you to take part: your journey, a personal assistant, "
            "communication support, or care for somebody while you are away.")  # fmt: skip
    if rules and (mileage := mileage_on(rules.mileage, day)):
        yield say_rule(mileage)
    if rules and (first := [rule for rule in rules.approvals_before if rule.first <= day]):
        yield from dict.fromkeys(say_rule(rule) for rule in first)
    yield _("Tell us before the meeting if paying first is hard for you: we can book and pay, or "
            "give you the money before.")  # fmt: skip
    yield _("Please keep tickets and receipts.")
