"""Rates that arrive late: what issued claims would have been by them, and lines that pay the rest.

Nothing issued is ever edited. What a rate took away is said, and never asked back. The worked case:
the car rate went from 45p to 55p in May 2026, back to 6 April (domain 3.1).
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from alongside.domain.change import Change, Kind
from alongside.domain.choices import Choice, choose_of
from alongside.domain.claims import Category, Decision, Handling, Section
from alongside.domain.dates import say_date
from alongside.domain.errors import UserError
from alongside.domain.money import NOTHING, Money
from alongside.i18n import _, ngettext
from alongside.services import topped_up
from alongside.services.claim_facts import travel_minutes
from alongside.services.groups import fetch as fetch_group
from alongside.services.open_claims import next_position, open_claim
from alongside.services.policies import rules_of
from alongside.services.rates_of_today import Changed, FeesNow, miles_now
from alongside.store import groups, top_ups
from alongside.store.claim_lines import shares_like
from alongside.store.file import DataFile
from alongside.store.tables import ClaimLine, Group
from alongside.store.work import Session, reading, work

_MADE = frozenset({Kind.CLAIM, Kind.MEETING, Kind.ATTENDANCE})


@dataclass(frozen=True, slots=True)
class LateRates:
    """Ask what the policy that `group_id` has now changes of claims for days from `first` on.

    Without a group, ask of every group that has a policy.
    """

    group_id: UUID | None
    first: date


@dataclass(frozen=True, slots=True)
class TopUpRow:
    """A line of an issued claim that would be another amount now. `id` is that line's."""

    id: UUID
    person: str
    claim: str
    state: str
    day: str
    words: str
    was: Money
    now: Money
    why: str

    @property
    def difference(self) -> Money:
        """What there is to pay; less than nothing where a rate fell."""
        return self.now - self.was


@dataclass(frozen=True, slots=True)
class TopUpPlan:
    """Every line that would be another amount, by person; `words` say what it comes to."""

    rows: tuple[TopUpRow, ...]
    lines: int
    words: str


class TopUpService:
    """Find what a late rate changes, and make lines that pay what is missing."""

    def __init__(self, store: DataFile) -> None:
        self._store = store

    def plan(self, request: LateRates) -> TopUpPlan:
        """Return what would be another amount by the policies of today, person by person.

        Raise UserError if the group has no policy.
        """
        with reading(self._store) as session:
            chosen = _groups(session, request)
            changed = list(_changed(session, chosen, request.first))
            rows = [_row(each) for each in changed]
            by_hand = [
                number
                for group in chosen
                for number in top_ups.by_hand_on_drafts(session, group.id, request.first)
            ]
        rows.sort(key=lambda row: (row.person, row.claim))
        more = [each.more for each in changed if each.more > NOTHING]
        said = [_in_words(changed, more), *filter(None, [_say_by_hand(by_hand)])]
        return TopUpPlan(tuple(rows), len(more), " ".join(said))

    def make(self, request: LateRates) -> Change:
        """Put a line for each missing amount on the person's open draft, begun if need be.

        One step, undone as one. A fee that somebody declined or gave away stays so: the offer is
        raised, the choice is theirs still. Raise UserError if nothing is missing.
        """
        with work(self._store) as w:
            chosen = _groups(w.session, request)
            found = list(_changed(w.session, chosen, request.first))
            owed = [each for each in found if each.more > NOTHING]
            if not owed:
                raise UserError("", _("No issued claim is too low by the rates of today."))
            today = self._store.now().date()
            for each in owed:
                claim = each.line.claim
                draft = open_claim(
                    w.session, claim.person_id, claim.group_id, claim.budget_code, today
                )
                draft.lines.append(_top_up(each, next_position(draft)))
            _keep_travel_time(w.session, owed)
            words = ngettext("{n} top-up line made", "{n} top-up lines made", len(owed))
            if request.group_id:
                words = ngettext(
                    "{n} top-up line made for {group}", "{n} top-up lines made for {group}",
                    len(owed),
                )  # fmt: skip
            said = words.format(n=len(owed), group=chosen[0].name if chosen else "")
            return w.done(Change(said, _MADE, request.group_id))


def _groups(session: Session, request: LateRates) -> list[Group]:
    if request.group_id is None:
        return [group for group in groups.list_all(session) if group.policy]
    group = fetch_group(session, request.group_id)
    if group.policy is None:
        words = _("{group} has no pay policy. Choose one for the group first.")
        raise UserError("group_id", words.format(group=group.name))
    return [group]


def _changed(session: Session, of: Iterable[Group], first: date) -> Iterator[Changed]:
    """Yield each line that comes out differently now, and each fee that is new."""
    lines = {group: top_ups.issued_lines(session, group.id, first) for group in of}
    people = {line.claim.person_id for theirs in lines.values() for line in theirs}
    beside = topped_up.PaidBeside(session, people)
    fees = FeesNow(session, beside)
    for group, theirs in lines.items():
        rules = rules_of(group.policy.text if group.policy else "")
        registers = [line for line in theirs if line.section is Section.FEE and line.meeting_id]
        held = [line for line in theirs if line.category is Category.RETAINER]
        miles = [line for line in theirs if line.section is Section.EXPENSE]
        for changed in (
            *fees.of_registers(rules, registers), *fees.of_retainers(rules, group.id, held),
            *miles_now(session, rules, miles, beside),
        ):  # fmt: skip
            if changed.more:
                yield changed


def _keep_travel_time(session: Session, owed: Iterable[Changed]) -> None:
    """Write on registers what time on the way was paid for: a new usual time changes no past."""
    lines = [each.line for each in owed if each.category is Category.TRAVEL_TIME]
    meetings = {line.meeting_id for line in lines if line.meeting_id}
    registers = top_ups.attendances(session, meetings, {line.claim.person_id for line in lines})
    for line in lines:
        if line.meeting_id:
            attendance = registers[line.meeting_id, line.claim.person_id]
            attendance.travel_minutes = travel_minutes(attendance)


def _top_up(changed: Changed, position: int) -> ClaimLine:
    """Return the line that pays what is missing, with the same choice as the first one.

    Of what was advanced in cash, the rise was not: it is paid.
    """
    line = changed.line
    handling = line.handling
    if handling is Handling.ADVANCED:
        handling = Handling.REIMBURSE
    values: dict[str, object] = {"offered": changed.more, "amount": changed.more}
    if line.section is Section.FEE and line.decision is not Decision.ACCEPT:
        same = Choice(line.decision, NOTHING, given_to=line.given_to,
                      in_kind_words=line.in_kind_words)  # fmt: skip
        choice = choose_of(changed.more, same)
        values |= {
            "decision": choice.decision, "amount": choice.paid, "given": choice.given,
            "given_to": choice.given_to, "given_payee_id": line.given_payee_id,
            "in_kind": choice.in_kind,
            "in_kind_words": choice.in_kind_words,
        }  # fmt: skip
    words = _("{now}: {now_amount}, less {was} on claim {claim}")
    if changed.category is not line.category and not changed.was:
        words = _("{now}: new since claim {claim}")
    why = words.format(
        now=changed.why, now_amount=changed.now, was=changed.was, claim=line.claim.number
    )
    return ClaimLine(
        meeting_id=line.meeting_id, day=line.day, category=changed.category,
        words=_("top-up: {words}").format(words=changed.words), why=why, handling=handling,
        position=position, is_by_hand=True, tops_up_id=line.id, shares=shares_like(line),
        payee_id=line.payee_id, **values,
    )  # fmt: skip


def _row(changed: Changed) -> TopUpRow:
    line = changed.line
    return TopUpRow(
        line.id, line.claim.person.name, line.claim.number, line.claim.state.words,
        say_date(line.day), changed.words, changed.was, changed.now, changed.why,
    )  # fmt: skip


def _in_words(changed: Sequence[Changed], more: Sequence[Money]) -> str:
    if not changed:
        return _("No issued claim comes out differently by the rates of today.")
    people = len({each.line.claim.person_id for each in changed if each.more > NOTHING})
    lines = ngettext("{n} line is too low", "{n} lines are too low", len(more)).format(n=len(more))
    said = _("{lines}, for {people}: {amount} to pay.").format(
        lines=lines, amount=Money.total(more),
        people=ngettext("{n} person", "{n} people", people).format(n=people),
    )  # fmt: skip
    fewer = len(changed) - len(more)
    if fewer:
        words = ngettext("{n} line would be less now; nothing is asked back.",
                         "{n} lines would be less now; nothing is asked back.", fewer)  # fmt: skip
        said = f"{said} {words.format(n=fewer)}"
    return said


def _say_by_hand(numbers: Sequence[str]) -> str:
    """Say which drafts keep amounts that somebody typed; the others follow the policy."""
    words = ngettext(
        "Draft claim {claims} has lines changed by hand, which stay as they are: look at them.",
        "Draft claims {claims} have lines changed by hand, which stay as they are: look at them.",
        len(numbers),
    )
    return words.format(claims=", ".join(numbers)) if numbers else ""
