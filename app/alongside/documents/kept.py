"""A document as values that a record can keep, so that it prints the same for ever.

What is kept are the words themselves, not where they came from: rates, names, headings and
translations may all be others by the time that it is printed again.
"""

import base64
from collections.abc import Mapping
from dataclasses import asdict, fields
from typing import Any

from alongside.documents.document import Document
from alongside.documents.parts import Part, TableColumn, Total
from alongside.domain.ideas import Idea
from alongside.domain.paper_style import style_from

LAYOUT = 1
"""Which way of setting pages `editions` has. A change that moves a letter on paper is a new one,
and the old one stays beside it for what was issued under it."""

_KINDS = {
    kind.__name__: kind for kind in (*Part.__args__, Total, TableColumn, Idea)
}  # fmt: skip


def keep(document: Document) -> dict[str, Any]:
    """Return `document` as values that JSON knows, with the layout that it was made for."""
    values = {each.name: _keep(getattr(document, each.name)) for each in fields(document)}
    return {"layout": LAYOUT, **values, "style": asdict(document.style)}


def read(kept: Mapping[str, Any]) -> Document:
    """Return the document that `keep` kept.

    What was kept before fonts could be chosen looks as it did. Raise ValueError for a layout or a
    font that is not known.
    """
    values = dict(kept)
    style = style_from(values.pop("style", {}))
    layout = values.pop("layout")
    if layout != LAYOUT:
        raise ValueError(f"layout {layout} is not known here")
    return Document(style=style, **{name: _read(value) for name, value in values.items()})


def _keep(value: object) -> object:
    if isinstance(value, bytes):
        return {"bytes": base64.b64encode(value).decode("ascii")}
    if isinstance(value, tuple):
        return [_keep(each) for each in value]
    if type(value).__name__ in _KINDS:
        inside = {each.name: _keep(getattr(value, each.name)) for each in fields(value)}  # type: ignore[arg-type]
        return {type(value).__name__: inside}
    return value


def _read(value: Any) -> Any:
    if isinstance(value, list):
        return tuple(_read(each) for each in value)
    if isinstance(value, dict):
        ((kind, inside),) = value.items()
        if kind == "bytes":
            return base64.b64decode(inside)
        return _KINDS[kind](**{name: _read(each) for name, each in inside.items()})
    return value
