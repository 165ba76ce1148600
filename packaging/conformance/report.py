"""Writes the conformance report (help/en/accessibility.md) from criteria.toml and measured.json.

After VPAT 2.5 INT: WCAG 2.2 A and AA, and chapters 5, 11 and 12 of EN 301 549 v3.2.1. Nobody
edits the page by hand: what was not measured cannot be claimed.
"""

from __future__ import annotations

import json
import tomllib
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
CRITERIA, MEASURED = HERE / "criteria.toml", HERE / "measured.json"
HELP = HERE.parents[1] / "resources" / "alongside_resources" / "help" / "en"
PAGE = HELP / "accessibility.md"

SUPPORTS, PARTIALLY, NOT = "Supports", "Partially supports", "Not applicable"

HEADING = """\
# Accessibility conformance report

This report says how far Alongside {version} meets the standards for accessible programs. It follows the form “VPAT 2.5 INT”. Most of it is made from measurements, and the tests that made them are named at its end.

What Alongside can do for you is on a page of its own: [Make Alongside fit you](your-way.md).

## About this report

- **Product**: Alongside {version}, a desktop program for small organisations of disabled people.
- **Measured on**: {where}.
- **How**: tests drive the real program on a Linux desktop with keys, and read what a screen reader is given (AT-SPI). Contrast and the focus ring are measured in the pixels of the screen. The screen reader Orca was recorded.
- **Windows**: {windows}
- **Standards**: WCAG 2.2, levels A and AA. EN 301 549 v3.2.1, chapters 5, 11 and 12.
- **Contact**: tell whoever gave you Alongside what you were doing and what got in the way.

## What the results mean

- **Supports**: there is at least one way that meets it, with no known fault, on Windows and on Linux.
- **Partially supports**: some of it does not meet it; or it was measured on Linux alone.
- **Does not support**: most of it does not meet it.
- **Not applicable**: it cannot apply to Alongside.

We never write “Supports” where only a test on Linux was made.
"""
UNTESTED = (
    "not tested yet with its screen readers and contrast themes. The program has been seen to run."
)


def page() -> str:
    """Return the whole report as Markdown."""
    criteria = tomllib.loads(CRITERIA.read_text(encoding="utf-8"))
    measured: dict[str, Any] = json.loads(MEASURED.read_text(encoding="utf-8"))
    windows = criteria["windows"]
    heading = HEADING.format(
        version=criteria["version"], where=criteria["where"], windows=windows or UNTESTED
    )
    parts = [heading.rstrip()]
    for title, level in (("Level A", "A"), ("Level AA", "AA")):
        rows = [c for c in criteria["wcag"] if c["level"] == level]
        parts.append(_table(f"WCAG 2.2, {title}", rows, measured, windows))
    own = [*criteria["en"], *_of_software(criteria["wcag"])]
    for chapter in ("5", "11", "12"):
        rows = sorted(
            (c for c in own if c["number"].split(".")[0] == chapter),
            key=lambda c: [int(part) for part in c["number"].split(".")],
        )
        parts.append(_table(f"EN 301 549, chapter {chapter}", rows, measured, windows))
    parts.append(_measurements(measured))
    return "\n\n".join(parts) + "\n"


def verdict(criterion: dict[str, Any], measured: dict[str, Any], windows: str) -> tuple[str, str]:
    """Return the result of one criterion, and the remarks on it.

    A measurement that found a fault overrules what criteria.toml says.
    """
    if why := criterion.get("not_applicable"):
        return NOT, why
    faults = [
        sentence for check in criterion.get("checks", ()) for sentence in measured[check]["failed"]
    ]
    remarks = [criterion["how"]]
    if known := criterion.get("fails"):
        remarks.append(f"Does not meet it: {known}")
    if faults:
        remarks.append(f"Found at the last measurement: {'; '.join(faults)}.")
    if not windows:
        remarks.append("Measured on Linux; not tested on Windows.")
    return (PARTIALLY if known or faults or not windows else SUPPORTS), " ".join(remarks)


def _of_software(wcag: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return the clauses of chapter 11 that ask of software what WCAG asks."""
    return [{**each, "number": each["en"]} for each in wcag if "en" in each]


def _table(title: str, rows: list[dict[str, Any]], measured: dict[str, Any], windows: str) -> str:
    lines = [f"## {title}", "", "| Criterion | Result | Remarks |", "|---|---|---|"]
    for row in rows:
        result, remarks = verdict(row, measured, windows)
        lines.append(f"| {row['number']} {row['name']} | {result} | {remarks} |")
    return "\n".join(lines)


def _measurements(measured: dict[str, Any]) -> str:
    lines = ["## Measurements", "", "| What | Tests that passed | Tests that failed |",
             "|---|---|---|"]  # fmt: skip
    for check, results in measured.items():
        kinds = sorted({sentence.partition("[")[0] for sentence in results["passed"]})
        failed = "; ".join(results["failed"]) or "none"
        lines.append(f"| {check} | {len(results['passed'])}: {'; '.join(kinds)} | {failed} |")
    return "\n".join(lines)


def write() -> None:
    """Write the page anew."""
    PAGE.write_text(page(), encoding="utf-8")


if __name__ == "__main__":
    write()
