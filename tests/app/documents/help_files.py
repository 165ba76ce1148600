"""All of help for the tests of its two editions, and what a PDF reader is given."""

import os
import re
import shutil
import subprocess
from functools import cache

import pytest

from alongside.documents.help_book.blocks import (
    Block,
    Code,
    Heading,
    Listing,
    Paragraph,
    Table,
    plain,
)
from alongside.documents.help_book.book import Book, read_book
from alongside_ui.actions import commands
from alongside_ui.help.keyboard import keyboard_page

KEYS = {command.id: command.shortcut for command in commands()}


@cache
def book() -> Book:
    """Return all of help, as Alongside itself has it."""
    return read_book({"keyboard": keyboard_page(commands(), KEYS.__getitem__)})


def texts(block: Block) -> list[str]:
    """Return the texts of a block in the order that they are read."""
    match block:
        case Heading(line=line) | Paragraph(line):
            return [plain(line)]
        case Listing(items):
            return [text for item in items for inner in item for text in texts(inner)]
        case Table(head, rows):
            return [plain(cell) for row in (head, *rows) for cell in row]
        case Code(lines):
            return list(lines)


def squeezed(words: str) -> str:
    """Return `words` with single spaces, so that lines may break anywhere."""
    return " ".join(words.split())


def poppler(*words: str) -> str:
    """Return what a program of poppler says; it is another's eyes on our files."""
    if not shutil.which(words[0]) and os.environ.get("CI", "").lower() not in {"1", "true"}:
        pytest.skip(f"this needs {words[0]}")
    return subprocess.run(words, capture_output=True, check=True, encoding="utf-8").stdout


def spoken(tree: str) -> str:
    """Return the words in what `pdfinfo -struct-text` says, in its order."""
    return "".join(re.findall(r'^ *"(.*)"$', tree, re.MULTILINE))
