"""How the house's own values are kept in columns: pennies, words, and ids in order of making."""

import secrets
import time
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import Dialect, Integer, String
from sqlalchemy.types import TypeDecorator

from alongside.domain.money import Money


def new_id() -> UUID:
    """Return a UUID of version 7 (RFC 9562): unique on two laptops, and in order of making.

    The time in it only orders ids; nothing ever reads it as a date, so the office's clock is not
    asked. Python has `uuid.uuid7` from 3.14 on.
    """
    milliseconds = time.time_ns() // 1_000_000
    value = (milliseconds & (1 << 48) - 1) << 80 | 0x7 << 76 | secrets.randbits(12) << 64
    return UUID(int=value | 0b10 << 62 | secrets.randbits(62))


class MoneyColumn(TypeDecorator[Money]):
    """Money as whole pennies."""

    impl = Integer
    cache_ok = True

    def process_bind_param(self, value: Money | None, dialect: Dialect) -> int | None:  # noqa: ARG002
        """Keep the pennies."""
        return None if value is None else value.pence

    def process_result_value(self, value: Any, dialect: Dialect) -> Money | None:  # noqa: ARG002
        """Make money of the pennies."""
        return None if value is None else Money(value)


class WordColumn(TypeDecorator[Any]):
    """One of a fixed list of words, kept as the word itself, so that a file explains itself."""

    impl = String
    cache_ok = True

    def __init__(self, words: type[StrEnum]) -> None:
        super().__init__()
        self.words = words

    def process_bind_param(self, value: StrEnum | None, dialect: Dialect) -> str | None:  # noqa: ARG002
        """Keep the word; a word not in the list is a mistake of ours and raises ValueError."""
        return None if value is None else self.words(value).value

    def process_result_value(self, value: Any, dialect: Dialect) -> StrEnum | None:  # noqa: ARG002
        """Make the value of the word."""
        return None if value is None else self.words(value)
