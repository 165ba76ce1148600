"""The conformance report: made from the measurements, and never claiming more than they show."""

import json
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "packaging" / "conformance"))
import report  # noqa: E402

CRITERIA = tomllib.loads(report.CRITERIA.read_text(encoding="utf-8"))
MEASURED = json.loads(report.MEASURED.read_text(encoding="utf-8"))
EVERY = [*CRITERIA["wcag"], *CRITERIA["en"]]


def test_the_page_is_what_the_measurements_make_it():
    assert report.PAGE.read_text(encoding="utf-8") == report.page()


def test_every_criterion_of_levels_a_and_aa_is_there_once():
    numbers = [each["number"] for each in CRITERIA["wcag"]]
    assert len(numbers) == len(set(numbers)) == 55, "31 of level A and 24 of level AA"


@pytest.mark.parametrize("criterion", EVERY, ids=lambda each: each["number"])
def test_every_criterion_says_how_it_was_measured_or_why_not(criterion):
    assert bool(criterion.get("how")) != bool(criterion.get("not_applicable"))
    assert set(criterion.get("checks", ())) <= MEASURED.keys()


def test_nothing_is_supported_while_windows_is_not_tested():
    assert {report.verdict(each, MEASURED, "")[0] for each in EVERY} <= {
        report.PARTIALLY,
        report.NOT,
    }


def test_a_fault_that_was_measured_overrules_what_was_said():
    criterion = {"number": "1", "name": "Ring", "how": "Looked at.", "checks": ["ring"]}
    good, bad = {"ring": {"failed": []}}, {"ring": {"failed": ["a ring shows"]}}
    assert report.verdict(criterion, good, "1 June 2027") == (report.SUPPORTS, "Looked at.")
    result, remarks = report.verdict(criterion, bad, "1 June 2027")
    assert result == report.PARTIALLY
    assert "a ring shows" in remarks


def test_a_known_fault_is_only_partly_support():
    criterion = {"number": "1", "name": "Cells", "how": "Pressed.", "fails": "Cells only select."}
    result, remarks = report.verdict(criterion, {}, "1 June 2027")
    assert result == report.PARTIALLY
    assert "Does not meet it: Cells only select." in remarks
