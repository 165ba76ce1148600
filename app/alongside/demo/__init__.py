"""The demo organisation: made-up people, groups and meetings, to look round in and to measure.

Everything is drawn from one seed, so that the same clock gives the same organisation.
"""

from collections.abc import Sequence
from itertools import pairwise
from random import Random

from alongside.demo.budgets import set_budgets
from alongside.demo.by_hand import work_by_hand
from alongside.demo.claims import MONTHS_A_CLAIM, Claims, number_receipts
from alongside.demo.groups import DemoGroup, make_groups
from alongside.demo.logo import draw_logo
from alongside.demo.payments import Payments
from alongside.demo.people import make_people
from alongside.demo.plan import FUTURE, Size
from alongside.demo.registers import QUIET_PLACE, Registers
from alongside.domain.change import Change, Kind
from alongside.i18n import _
from alongside.store import history
from alongside.store.file import DataFile
from alongside.store.tables import Claim, Organisation
from alongside.store.work import Session

_SEED = 2026


def fill(store: DataFile, years: int = 1) -> None:
    """Write the demo organisation into `store`, with `years` of meetings around its today.

    Twenty years are 300 people, 15 groups, 3,600 meetings, 60,000 marks on registers and about
    100,000 lines of claims. The store must be new.
    """
    size, now, rng = Size(years), store.now(), Random(_SEED)
    issued: list[Claim] = []
    with store.session(is_writing=True) as session:
        people = make_people(size.people, now.date(), rng)
        groups = make_groups(size.groups, people, size.past, now.date())
        session.add(_organisation())
        session.add_all(people)
        for group in groups:
            session.add(group.group)
            session.add_all(group.memberships())
        session.flush()  # now every column has its default
        registers, claims = Registers(now, store.who, rng), Claims(session, now.date(), rng)
        payments = Payments(session, now.date(), store.who)
        for steps in _parts(size.past):
            newest = _write_part(session, registers, claims, groups, steps)
            if newest and issued:
                payments.settle(issued)
            issued = newest or issued
        withdrawn = _claim_of_the_quiet_place(groups[0], issued)
        payments.leave_on_the_way([claim for claim in issued if claim is not withdrawn])
        session.commit()
    work_by_hand(store, withdrawn.id)
    set_budgets(store)
    with store.session(is_writing=True) as session:
        change = Change(_("Demo organisation written"), frozenset(Kind))
        history.keep(
            session, change, [], at=now, who=store.who, sitting=store.sitting, act="barrier"
        )
        session.commit()


def _parts(past: int) -> list[range]:
    """Return the steps of all meetings, the oldest first, in the parts that make one claim each.

    The last part of the past makes the drafts; after it stand today and what is to come.
    """
    ends = sorted({*range(-2, -past, -MONTHS_A_CLAIM), -past, 0})
    return [*(range(first, end) for first, end in pairwise(ends)), range(FUTURE + 1)]


def _write_part(
    session: Session, registers: Registers, claims: Claims, groups: Sequence[DemoGroup],
    steps: range,
) -> list[Claim]:  # fmt: skip
    """Write meetings, registers and claims; return the claims that were issued."""
    meetings = [registers.make(group, step) for step in steps for group in groups]
    meetings.sort(key=lambda held: (held.meeting.day, held.meeting.start))
    for held in meetings:
        session.add(held.meeting)
        session.add_all(held.attendances)
    issued: list[Claim] = []
    if steps[0] < 0:
        drafts = claims.draft(meetings)
        session.add_all(drafts)
        if steps[-1] < -1:
            number_receipts(drafts)
            session.flush()  # the lines first: an issued claim takes no more
            claims.issue(drafts)
            issued = drafts
    session.commit()
    return issued


def _claim_of_the_quiet_place(group: DemoGroup, claims: Sequence[Claim]) -> Claim:
    """Return the issued claim of somebody who has no newer one: their next draft stands alone."""
    person = group.holders[QUIET_PLACE]
    return next(
        claim
        for claim in claims
        if claim.person_id == person.id and claim.group_id == group.group.id
    )


def _organisation() -> Organisation:
    return Organisation(
        name="Riverside Disabled People’s Network",
        address="The Old Mill\n2 Weir Lane\nAlderwick-on-Wend\nZZ1 1AW",
        help_name="Sam Penrose, the office",
        help_phone="0161 496 0999",
        help_email="office@example.org",
        logo=draw_logo(),
        year_start_day=1,
        year_start_month=4,
        claim_notes="",
        colour="#1a4d8f",
    )
