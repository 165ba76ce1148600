"""Measures the work on records: opening a register, marking it, finding a person."""

import random

from sqlalchemy import text

from alongside.domain.claims import ClaimState
from alongside.domain.meetings import State
from alongside.office import Office
from alongside.services.attendance import RecordAttendance
from bench.measure import Row, at_most, milliseconds, seconds, side_by_side

REGISTERS, MARKS = 200, 150
TYPED = ("carys wyn", "okonkwo", "ó súill", "brz", "wanjiru", "larsen", "no one", "ann", "e", "d’s")


def measure(large: Office, small: Office) -> list[Row]:
    """Return the rows for twenty years (`large`) beside one year (`small`)."""
    return [*_registers(large, small), _marking(large), _finding(large)]


def _registers(large: Office, small: Office) -> list[Row]:
    chosen = random.Random(1)
    twenty = [row.id for row in large.meetings.list_()]
    one = [row.id for row in small.meetings.list_()]
    mine, other = [], []
    for number in range(REGISTERS + 20):
        first, second = chosen.choice(twenty), chosen.choice(one)
        taken = seconds(lambda first=first: large.attendance.list_for(first))
        beside = seconds(lambda second=second: small.attendance.list_for(second))
        if number >= 20:
            mine.append(taken)
            other.append(beside)
    middle, middle_one = at_most(mine, 0.5), at_most(other, 0.5)
    return [
        Row("Open any register, 20 years (99 in 100)", f"{REGISTERS} at random",
            at_most(mine) * 1000, 50, "ms"),
        Row("Open any register, beside a 1-year file",
            f"{milliseconds(middle)} against {milliseconds(middle_one)}",
            middle / middle_one, 1.5, "×"),
    ]  # fmt: skip


def _marking(office: Office) -> Row:
    """Mark people on the register of today, beside one UPDATE and commit by the same engine."""
    meeting = office.meetings.next(most=1)[0]
    rows = [row.id for row in office.attendance.list_for(meeting.id).rows]
    states = [State.ATTENDED, State.APOLOGIES]
    bare = office.store.engine.execution_options(is_writing=True)
    statement = text("UPDATE attendance SET supporter = :words WHERE id = :id")

    def ours(number: int) -> None:
        state = states[number // len(rows) % 2]
        office.attendance.record(RecordAttendance(rows[number % len(rows)], state))

    def theirs(number: int) -> None:
        with bare.begin() as connection:
            row = rows[number % len(rows)].hex
            touched = connection.execute(statement, {"words": f"bare {number}", "id": row})
            if touched.rowcount != 1:
                raise SystemExit("The bare update found no row: the comparison would be false.")

    mine, other = side_by_side(ours, theirs, MARKS)
    for row in rows:
        office.attendance.record(RecordAttendance(row, State.NOT_MARKED))
    return Row("Mark one attendance, beside a bare commit",
               f"{milliseconds(mine)} against {milliseconds(other)}",
               mine / other, 1.5, "×")  # fmt: skip


def _finding(office: Office) -> Row:
    """Type names letter by letter; every keystroke lists the people again."""
    office.people.list_("")
    taken = []
    for _round in range(5):
        for words in TYPED:
            for length in range(len(words) + 1):
                typed = words[:length]
                taken.append(seconds(lambda typed=typed: office.people.list_(typed)))
    return Row("Find a person, a keystroke (99 in 100)", f"{len(taken)} keystrokes",
               at_most(taken) * 1000, 30, "ms")  # fmt: skip


def claims_to_print(office: Office, number: int) -> list:
    """Return the ids of the newest `number` issued claims."""
    return [row.id for row in office.claims.list_(state=ClaimState.ISSUED, most=number)]
