"""Claim sheets for tests of paper: plain ones, long ones, odd ones; nobody in them is real."""

from dataclasses import replace
from io import BytesIO
from typing import Any

from PIL import Image

from alongside.domain.money import Money
from alongside.domain.sheets import ActivityEntry, ClaimSheet, ExpenseEntry, Fact, FeeEntry

LONG_NAME = "Featherstonehaugh" * 12


def a_fee(**changes: Any) -> FeeEntry:
    entry = FeeEntry(
        date="12 May 2026",
        words="Transport Design Group, meeting, member",
        offered=Money(7500),
        decision="accepted",
        amount=Money(7500),
        why="half day: under 4 hours (policy from 1 April 2026)",
    )
    return replace(entry, **changes)


def an_expense(**changes: Any) -> ExpenseEntry:
    entry = ExpenseEntry(
        date="12 May 2026",
        words="Personal assistant, Jo Hart, 3 hours at £13.50",
        amount=Money(4050),
        handled="reimburse",
        is_paid_to_person=True,
        receipt="2",
        why="standing approval, to 1 September 2026",
    )
    return replace(entry, **changes)


def an_activity(**changes: Any) -> ActivityEntry:
    entry = ActivityEntry(
        date="12 May 2026",
        words="Transport Design Group",
        place="Town Hall, Room 2",
        times="13:00 to 15:30",
        role="member",
        confirmed="attended; confirmed by Sam P. on 12 May 2026 at 15:40",
    )
    return replace(entry, **changes)


def a_sheet(**changes: Any) -> ClaimSheet:
    """Return an issued claim of one fee and two expenses, with `changes`."""
    taxi = an_expense(
        words="Taxi, home to Town Hall and back",
        amount=Money(1840),
        handled="on account",
        is_paid_to_person=False,
        receipt="1",
        why="taxi agreed for access, review 1 September 2026",
    )
    sheet = ClaimSheet(
        number="2026-0147",
        is_draft=False,
        printed_on="12 May 2026",
        form_version="1",
        organisation="Riverside Disabled People’s Network",
        organisation_address=("The Old Library,", "4 Quay Street", "Riverside RV1 2AB"),
        help_with_claims=(
            Fact("Ask", "Sam Pereira"),
            Fact("Telephone", "0161 496 0000"),
            Fact("Email", "sam@riverside.example"),
        ),
        logo=None,
        group="Transport Design Group",
        partner="Riverside Transport",
        budget_code="TDG-26",
        person="Carys Ŵyn",
        person_facts=(Fact("Telephone", "0161 496 0123"), Fact("Preferred format", "large print")),
        activities=(an_activity(),),
        fees=(a_fee(),),
        expenses=(taxi, an_expense()),
        fees_offered=Money(7500),
        fees_to_pay=Money(7500),
        expenses_total=Money(5890),
        expenses_to_pay=Money(4050),
        met_otherwise=(("on account", Money(1840)),),
        to_pay="fees £75.00 and expenses £40.50",
        how_to_pay="by bank transfer, to the account ending ••34",
        declaration=(
            "What this form says is true, and the money was spent so that I could take part.",
            "I have not claimed these costs before, and nobody else is paying them.",
            "I used the cheapest way that was suitable and accessible for me.",
        ),
        approver_declaration=(
            "I have checked this claim against the register and the pay policy.",
            "It is not my own claim.",
        ),
        notes=("Please give this form back soon after the meeting.", "Ask us if it is unclear."),
    )
    return replace(sheet, **changes)


def a_long_sheet(lines: int = 30, **changes: Any) -> ClaimSheet:
    """Return a claim of `lines` lines, every third one with a very long name in it."""
    expenses = tuple(
        an_expense(
            date=f"{1 + place % 28} May 2026",
            words=f"Line {place}: taxi with {LONG_NAME if place % 3 == 0 else 'Jo Hart'} and back",
            amount=Money(1000 + place),
            why=f"agreed for access by {LONG_NAME}" if place % 5 == 0 else "usual journey",
        )
        for place in range(1, lines + 1)
    )
    total = Money.total(entry.amount for entry in expenses)
    values: dict[str, Any] = {
        "person": f"Bo {LONG_NAME}",
        "expenses": expenses,
        "expenses_total": total,
        "expenses_to_pay": total,
        "met_otherwise": (),
        "to_pay": f"fees £75.00 and expenses {total}",
    }
    return a_sheet(**(values | changes))


def a_logo(mode: str = "RGB", size: tuple[int, int] = (600, 200), kind: str = "PNG") -> bytes:
    """Return a picture file of one colour."""
    made = BytesIO()
    Image.new(mode, size, 90 if mode == "L" else (90, 20, 120)).save(made, kind)
    return made.getvalue()
