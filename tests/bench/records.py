"""Measures the work on records: opening a register, marking it, finding a person."""

import random
import time

from sqlalchemy import event, text

from alongside.domain.claims import ClaimState
from alongside.domain.meetings import State
from alongside.office import Office
from alongside.services.attendance import RecordAttendance
from bench.measure import Row, at_most, milliseconds, seconds, side_by_side

REGISTERS, MARKS = 200, 150
DISK = 0.003
"""Seconds that a plain office disk takes to keep a write (a solid-state one: 1 to 5 thousandths; a
turning one: 8 to 20). Many a computer that measures has a disk that only says it has kept it."""
TYPED = ("carys wyn", "okonkwo", "ó súill", "brz", "wanjiru", "larsen", "no one", "ann", "e", "d’s")


def measure(large: Office, small: Office) -> list[Row]:
    """Return the rows for twenty years (`large`) beside one year (`small`)."""
    return [*_registers(large, small), *_marking(large), _finding(large)]


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


def _marking(office: Office) -> list[Row]:
    """Mark people on the register of today, beside one UPDATE and commit by the same engine.

    Measured twice: on this computer's disk, where the two writes of the history alone (which undo
    and audit are made of) are 1.8 times the bare commit; and on an office's, where the wait for the
    disk is most of both. Each commit waits for the disk once, so the wait is put into its event.
    """
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

    def wait(_connection: object) -> None:
        time.sleep(DISK)

    quick = side_by_side(ours, theirs, MARKS)
    event.listen(office.store.engine, "commit", wait)
    real = side_by_side(ours, theirs, MARKS)
    event.remove(office.store.engine, "commit", wait)
    for row in rows:
        office.attendance.record(RecordAttendance(row, State.NOT_MARKED))
    what = "Mark one attendance, beside a bare commit"
    return [_beside(what, real, 1.5), _beside(f"{what}: as if the disk took no time", quick, None)]


def _beside(what: str, pair: tuple[float, float], limit: float | None) -> Row:
    words = " against ".join(milliseconds(value) for value in pair)
    return Row(what, words, pair[0] / pair[1], limit, "×")


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
    return [row.id for row in office.claims.list_(state=ClaimState.PAID, most=number)]
