"""Tries the long versions of all faults and prints a table: `dev.py faults [-- ROUNDS]`."""

import sys
import tempfile
import time
from pathlib import Path

from faults import crash, damage, disks, power
from faults.records import NAME, look, make

ROUNDS = 200
_HEADING = "| fault | tried | refused in words, nothing lost | unharmed | lost or wrong |"


def main(rounds: int = ROUNDS) -> int:
    """Print a line for each fault as it is tried; return 1 if anything was lost or wrong."""
    began, wrong = time.monotonic(), 0
    print(f"{_HEADING}\n|---|---:|---:|---:|---:|", flush=True)

    def line(what: str, tried: int, refused: int, unharmed: int, lost: int) -> None:
        nonlocal wrong
        wrong += lost
        print(f"| {what} | {tried:,} | {refused:,} | {unharmed:,} | {lost:,} |", flush=True)

    def tell(toll: damage.Damage) -> None:
        line(toll.what, toll.tries, toll.refused, toll.unharmed, toll.wrong)

    with tempfile.TemporaryDirectory(prefix="alongside-faults-") as folder:
        place = Path(folder)
        records = make(place / "records")
        whole = look(records.open).holds
        assert whole is not None
        for ending in ("", ".keys.json", ".keys.old.json", ".saves"):
            tell(damage.of_file(records, ending, rounds, place, whole))
        tell(damage.of_backup(records, rounds, place))
        cut = power.states(records, 10 * rounds, place)
        line("power cut while saving", cut.states, cut.damaged,
             cut.states - cut.damaged - cut.lost, cut.lost)  # fmt: skip
        if disks.can_be_tried():
            for toll in (disks.full(records, place), disks.unplugged(records, place),
                         disks.read_only(records, place)):  # fmt: skip
                tell(toll)
        else:
            print("| real disks | not tried: only as root on Linux, with bindfs | | | |")
        crashed, after = crash.leave_log(records, place)
        tell(damage.of_file(crashed, "-wal", rounds, place, after))
        toll = crash.run(records, rounds)
        line(f"killed while saving ({toll.saved:,} saves)", toll.rounds, 0,
             toll.rounds - toll.damaged, toll.lost + toll.damaged)  # fmt: skip
    print(f"\nIn {time.monotonic() - began:.0f} seconds. {NAME} of twelve people.")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
