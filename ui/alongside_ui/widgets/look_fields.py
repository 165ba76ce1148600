"""The fields for how papers are wanted: their format, and the colours of their files."""

from collections.abc import Mapping
from typing import Any

from alongside.domain.people import EDITIONS, Format
from alongside.domain.tints import Tint, tint_of
from alongside.i18n import _
from alongside.services.looks import Look
from alongside_ui.widgets.fields import Choices
from alongside_ui.widgets.form import Form


def add_edition(form: Form, own: str, *, more: Choices = (), hint: str = "") -> None:
    """Add the choice of a format: each paper's `own` in these words, ours, and what `more` is."""
    ours: Choices = [(each, each.words) for each in EDITIONS]
    form.choice("edition", _("Format"), [(None, own), *ours, *more], hint=hint)


def add_usual_edition(form: Form) -> None:
    """Add the choice of a format for papers of which some are for a person, some for the office."""
    hint = _("The usual one is each person’s own, and standard print for the office.")
    add_edition(form, _("the usual one"), hint=hint)


def add_tint(form: Form, kept: str, hint: str = "") -> None:
    """Add the choice of colours, beginning with those that were `kept` from the last time."""
    hint = hint or _("Of PDF files. Other files have the colours of whoever reads them.")
    tints = [(each, each.words) for each in Tint]
    form.choice("tint", _("Colours"), tints, hint=hint, value=tint_of(kept))


def edition_now(form: Form) -> Format | None:
    """Return the format that is chosen at the moment, None for each paper's own."""
    return (None, *EDITIONS)[form["edition"].currentIndex()]


def tint_now(form: Form) -> Tint:
    """Return the colours that are chosen at the moment."""
    return tuple(Tint)[form["tint"].currentIndex()]


def look_of(values: Mapping[str, Any]) -> Look:
    """Return how papers are wanted, by the values of a form; what is not shown is as usual."""
    return Look(values.get("edition"), values.get("tint", Tint.WHITE))


def to_keep(tint: Tint) -> str:
    """Return what is kept of these colours for the next time."""
    return "" if tint is Tint.WHITE else tint.value
