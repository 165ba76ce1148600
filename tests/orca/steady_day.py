"""Opens Alongside on a day that is always the same, so that what is spoken can be compared."""

import sys
import time
from datetime import datetime, timedelta
from pathlib import Path

from alongside import keys, office
from alongside.services.meetings import Invite

WORDS = "anchor apple armchair atlas badge bakery bamboo"
_DAY = datetime(2026, 5, 9, 14, 0)  # noqa: DTZ001  wall-clock time is what a register means
_START = time.monotonic()
FULL = 20
SHORT_MINUTE = 8
"""Seconds in a minute, where records lock when nobody is there: nobody waits ten to hear of it."""


def clock() -> datetime:
    """Return a time on the ninth of May 2026 that goes on as clocks do."""
    return _DAY + timedelta(seconds=time.monotonic() - _START)


class _NoKeyring:
    trouble = "This computer has no keyring that keeps secrets safe."
    is_asking = False

    def give_up(self) -> None:
        """It never lets anybody wait."""

    def get(self, name: str) -> str | None:  # noqa: ARG002
        """Return nothing."""
        return None

    def set(self, name: str, secret: str) -> bool:  # noqa: ARG002
        """Keep nothing."""
        return False


class SteadyOffice(office.Office):
    """The office with a steady clock."""

    @classmethod
    def demo(cls, **_asked: object) -> "office.Office":
        """Open the demo of that day, with twenty people invited to the first meeting of it."""
        made = super().demo(clock=clock)
        invite_to_twenty(made)
        return made

    @classmethod
    def open(cls, path: Path, keyring: keys.Keyring, **asked: object) -> "office.Office":
        """Open records on that day."""
        return super().open(path, keyring, **{**asked, "clock": clock})


def invite_to_twenty(opened: office.Office) -> None:
    """Invite people to today's first meeting until twenty are on its register."""
    meeting = opened.meetings.next()[0]
    there = {row.person_id for row in opened.attendance.list_for(meeting.id).rows}
    others = [row.id for row in opened.people.list_() if row.id not in there]
    opened.meetings.invite(Invite(meeting.id, tuple(others[: FULL - len(there)])))


def main(what: str, folder: Path) -> int:
    """Open the window on the demo, or on records that are locked, or lock soon when left alone."""
    from alongside_ui.keys import lock
    from alongside_ui.main import main as window

    office.Office = SteadyOffice  # type: ignore[misc]
    if what == "demo":
        return window(["--demo"])
    if what == "idle":
        lock._MINUTE = SHORT_MINUTE
    file = folder / "records.alongside"
    office.Office.create(file, WORDS, _NoKeyring(), clock=clock, who="Sam").close()
    return window(["--file", str(file)])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], Path(sys.argv[2])))
