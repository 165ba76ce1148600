"""Measures speed and memory in one run and writes the table to RESULTS.md beside this file.

Absolute figures say little about another computer; the ratios are what is promised.
"""

import argparse
import platform
import sys
import time
from collections.abc import Callable
from pathlib import Path

from bench import files
from bench.measure import Row

RESULTS = Path(__file__).with_name("RESULTS.md")
HEADING = """\
# Speed and memory

Written by `packaging/dev.py bench`. Ratios are taken within one run, in turn; figures are medians
unless the row says otherwise. “20 years” is the demo organisation with 300 people, 15 groups,
3,600 meetings and 60,000 attendances.

| What | Measured | Result | Limit | |
|---|---|---|---|---|
"""


def main() -> int:
    """Measure what is asked for (all, unless parts are named); return 1 if a limit is over."""
    parts = ("windows", "keyring", "records", "forms", "money", "safety")
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("parts", nargs="*", choices=[*parts, []], help="all unless named")
    wanted = parser.parse_args().parts or parts
    rows: list[Row] = []
    began = time.perf_counter()
    with files.folder() as place:
        _say("Making the data files: one year, and twenty.")
        small, large = files.make(place, 1), files.make(place, 20)
        if "windows" in wanted:
            from bench import windows

            rows += _part("windows", lambda: windows.measure(*large, place))
        if "keyring" in wanted:
            from bench import login

            rows += _part("keyring", lambda: login.measure(*small))
        with files.opened(*large) as twenty, files.opened(*small) as one:
            if "records" in wanted:
                from bench import records

                rows += _part("records", lambda: records.measure(twenty, one))
            if "forms" in wanted:
                from bench import forms

                rows += _part("forms", lambda: forms.measure(twenty))
            if "money" in wanted:
                from bench import money

                rows += _part("money", lambda: money.measure(twenty))
            if "safety" in wanted:
                from bench import safety

                rows += _part("safety", lambda: safety.measure(twenty, place))
    table = "\n".join(row.line for row in rows)
    where = f"{platform.system()} {platform.machine()}, Python {platform.python_version()}"
    foot = f"Measured on {where}, in {time.perf_counter() - began:.0f} seconds."
    text = f"{HEADING}{table}\n\n{foot}\n"
    print(text)
    if set(wanted) == set(parts):
        RESULTS.write_text(text, encoding="utf-8")
    return 0 if all(row.is_ok for row in rows) else 1


def _part(name: str, measure: Callable[[], list[Row]]) -> list[Row]:
    _say(f"Measuring {name}.")
    return measure()


def _say(words: str) -> None:
    print(words, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
