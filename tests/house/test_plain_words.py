"""Help is plain: a reading age of eleven at most, page by page.

Measured by textstat's automated readability index, a school grade that counts letters and words
(no dictionary of syllables has to be fetched); a grade and five is the age.
"""

import re

import pytest
import textstat

from house.source import RESOURCES

OLDEST_READER = 11
GRADE_TO_AGE = 5
MADE = {"accessibility.md"}
"""The conformance report: its words are those of the standards."""
PAGES = [page for page in sorted((RESOURCES / "help" / "en").glob("*.md")) if page.name not in MADE]


def sentences(page: str) -> str:
    """Return what is read in a page: no code, no tables, list entries and headings as sentences."""
    text = re.sub(r"```.*?```", "", page, flags=re.DOTALL)
    text = re.sub(r"^\|.*$|`[^`]*`", "", text, flags=re.MULTILINE)
    text = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", text).replace("**", "")
    lines = (re.sub(r"^(#+|-|\d+\.) ", "", line).strip() for line in text.splitlines())
    return " ".join(
        line if line.endswith((".", "?", ":")) else f"{line}." for line in lines if line
    )


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_a_page_of_help_can_be_read_at_eleven(page):
    grade = textstat.automated_readability_index(sentences(page.read_text(encoding="utf-8")))
    assert grade + GRADE_TO_AGE <= OLDEST_READER


def test_words_that_are_hard_are_found_to_be():
    hard = "The aforementioned reimbursement methodology necessitates organisational authorisation."
    assert textstat.automated_readability_index(hard) + GRADE_TO_AGE > OLDEST_READER
