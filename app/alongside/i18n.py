"""Every word a person meets passes through here, so that one setting changes the language."""

import gettext as _gettext
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar

from alongside_resources import path

ENGLISH = "en"
PSEUDO = "pseudo"

LANGUAGES = {ENGLISH: "English", "cy": "Cymraeg (Welsh)"}
"""The languages that can be chosen, by their code: as their speakers call them, and as we do."""

STARTERS = frozenset({"cy"})
"""Those that no speaker has checked yet: they are chosen, they never come by themselves."""

_language = ENGLISH
_catalogue: _gettext.NullTranslations = _gettext.NullTranslations()
_for_now: ContextVar[_gettext.NullTranslations | None] = ContextVar("_for_now", default=None)


def set_language(code: str) -> None:
    """Use the catalogue for `code` ("cy"); without one, the British English of the code stands.

    Paper, errors and undo labels are written below the screen, so Qt's own translator cannot
    serve. Call it before anything is shown: words already made are not translated again.
    """
    global _catalogue, _language
    _catalogue, _language = _load(code), code


def language() -> str:
    """Return the code of the chosen language."""
    return _language


def language_for(chosen: str, system: str) -> str:
    """Return the language to use: the one `chosen`, else the `system`'s ("cy_GB"), else English.

    The system's is followed only where we have it and its speakers have checked it.
    """
    if chosen in LANGUAGES or chosen == PSEUDO:
        return chosen
    code = system.replace("-", "_").partition("_")[0].partition(".")[0].casefold()
    return code if code in LANGUAGES.keys() - STARTERS else ENGLISH


def system_language(environment: Mapping[str, str]) -> str:
    """Return the language that a Linux `environment` asks for messages in ("cy_GB.UTF-8")."""
    names = ("LC_ALL", "LC_MESSAGES", "LANG")
    return next((environment[name] for name in names if environment.get(name)), "")


@contextmanager
def speaking(code: str) -> Iterator[None]:
    """Use another language inside of a `with`, on this thread only: for paper that has its own."""
    before = _for_now.set(_catalogue if code == _language else _load(code))
    try:
        yield
    finally:
        _for_now.reset(before)


def _(words: str) -> str:
    """Return `words` in the chosen language."""
    return (_for_now.get() or _catalogue).gettext(words)


def ngettext(one: str, many: str, number: int) -> str:
    """Return `one` or `many` in the chosen language, as `number` asks."""
    return (_for_now.get() or _catalogue).ngettext(one, many, number)


def _load(code: str) -> _gettext.NullTranslations:
    if code == PSEUDO:
        from alongside.pseudo import Pseudo  # for tests of size, never offered to people

        return Pseudo()
    found = path(f"locale/{code}/LC_MESSAGES/alongside.mo")
    if not found.is_file():
        return _gettext.NullTranslations()
    with found.open("rb") as catalogue:
        return _gettext.GNUTranslations(catalogue)
