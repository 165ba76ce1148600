"""Amounts in words, as cheques have them: £75.50 is seventy-five pounds and fifty pence.

Each word and each way to join two is for translators, so a language may join them in its own way.
Pounds, pence and thousands are what is counted: who translates uses the words that go with those.
"""

import re

from alongside.domain.money import Money
from alongside.i18n import _, ngettext

_THOUSAND = 1000
_AMOUNT = re.compile(r"([-−]?)£(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d{1,2}))?(?![\d.]*\d)")


def amount_in_words(amount: Money) -> str:
    """Return `amount` in words. Raise ValueError for a thousand million pounds or more."""
    pounds, pence = divmod(abs(amount.pence), 100)
    parts = []
    if pounds:
        words = ngettext("{number} pound", "{number} pounds", pounds)
        parts.append(words.format(number=number_in_words(pounds)))
    if pence:
        words = ngettext("{number} penny", "{number} pence", pence)
        parts.append(words.format(number=number_in_words(pence)))
    if not parts:
        return _("no money")
    whole = parts[0]
    if len(parts) > 1:
        whole = _("{pounds} and {pence}").format(pounds=parts[0], pence=parts[1])
    return _("minus {number}").format(number=whole) if amount.pence < 0 else whole


def number_in_words(number: int) -> str:
    """Return a whole `number` in words. Raise ValueError if it is not 1 to 999,999,999."""
    if not 0 < number < _THOUSAND**3:
        raise ValueError(number)
    millions, rest = divmod(number, _THOUSAND**2)
    thousands, below = divmod(rest, _THOUSAND)
    parts = []
    if millions:
        words = ngettext("{number} million", "{number} million", millions)
        parts.append(words.format(number=_below_thousand(millions)))
    if thousands:
        words = ngettext("{number} thousand", "{number} thousand", thousands)
        parts.append(words.format(number=_below_thousand(thousands)))
    if not below:
        return _joined(parts)
    if parts and below < 100:
        # translators: like “two thousand and five”
        words = _("{thousands} and {rest}")
        return words.format(thousands=_joined(parts), rest=_below_hundred(below))
    return _joined([*parts, _below_thousand(below)])


def _joined(parts: list[str]) -> str:
    whole, *others = parts
    for each in others:
        # translators: like “two thousand, three hundred”
        whole = _("{thousands}, {rest}").format(thousands=whole, rest=each)
    return whole


def _below_thousand(number: int) -> str:
    hundreds, below = divmod(number, 100)
    if not hundreds:
        return _below_hundred(below)
    words = (
        _("one hundred"), _("two hundred"), _("three hundred"), _("four hundred"),
        _("five hundred"), _("six hundred"), _("seven hundred"), _("eight hundred"),
        _("nine hundred"),
    )[hundreds - 1]  # fmt: skip
    if not below:
        return words
    # translators: like “two hundred and five”
    return _("{hundreds} and {rest}").format(hundreds=words, rest=_below_hundred(below))


def _below_hundred(number: int) -> str:
    small = (
        _("one"), _("two"), _("three"), _("four"), _("five"), _("six"), _("seven"), _("eight"),
        _("nine"), _("ten"), _("eleven"), _("twelve"), _("thirteen"), _("fourteen"),
        _("fifteen"), _("sixteen"), _("seventeen"), _("eighteen"), _("nineteen"),
    )  # fmt: skip
    if number <= len(small):
        return small[number - 1]
    tens, ones = divmod(number, 10)
    words = (
        _("twenty"), _("thirty"), _("forty"), _("fifty"), _("sixty"), _("seventy"), _("eighty"),
        _("ninety"),
    )[tens - 2]  # fmt: skip
    if not ones:
        return words
    # translators: like “seventy-five”
    return _("{tens}-{ones}").format(tens=words, ones=small[ones - 1])


def spelled_out(words: str) -> str:
    """Return `words` with each amount of pounds in them followed by the same amount in words."""
    return _AMOUNT.sub(_with_words, words)


def _with_words(found: re.Match[str]) -> str:
    sign, pounds, pence = found.groups()
    amount = int(pounds.replace(",", "")) * 100 + int((pence or "0").ljust(2, "0"))
    if amount >= _THOUSAND**3 * 100:
        return found[0]
    said = amount_in_words(Money(-amount if sign else amount))
    # translators: an amount in figures, and the same in words: “£75.00 (seventy-five pounds)”
    return _("{amount} ({words})").format(amount=found[0], words=said)
