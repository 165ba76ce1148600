"""Every word a person meets passes through here, so that one setting changes the language."""

import gettext as _gettext

from alongside_resources import path

PSEUDO = "pseudo"

_catalogue: _gettext.NullTranslations = _gettext.NullTranslations()


def set_language(code: str) -> None:
    """Use the catalogue for `code` ("cy"); without one, the British English of the code stands.

    Paper, errors and undo labels are written below the screen, so Qt's own translator cannot
    serve. Call it before anything is shown: words already made are not translated again.
    """
    global _catalogue
    if code == PSEUDO:
        from alongside.pseudo import Pseudo  # for tests of size, never offered to people

        _catalogue = Pseudo()
        return
    found = path(f"locale/{code}/LC_MESSAGES/alongside.mo")
    if found.is_file():
        with found.open("rb") as catalogue:
            _catalogue = _gettext.GNUTranslations(catalogue)
    else:
        _catalogue = _gettext.NullTranslations()


def _(words: str) -> str:
    """Return `words` in the chosen language."""
    return _catalogue.gettext(words)


def ngettext(one: str, many: str, number: int) -> str:
    """Return `one` or `many` in the chosen language, as `number` asks."""
    return _catalogue.ngettext(one, many, number)
