"""How the form of an issued claim is kept, so that it reprints the same for ever."""

import base64
import json
import zlib
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from alongside.domain.money import Money
from alongside.domain.paper_style import style_from
from alongside.domain.sheets import ActivityEntry, ClaimSheet, ExpenseEntry, Fact, FeeEntry

if TYPE_CHECKING:
    from alongside.documents.document import Document


def keep_sheet(sheet: ClaimSheet) -> str:
    """Return `sheet` as JSON, with the form itself in its words of today and its layout."""
    from alongside.documents import kept  # not while the window opens
    from alongside.documents.claim_form import claim_form

    values = asdict(sheet)
    values["logo"] = None  # the form has it, and the style
    del values["style"]
    values["form"] = _packed(kept.keep(claim_form(sheet)))
    return json.dumps(values, ensure_ascii=False)


def read_kept(kept_sheet: str) -> "tuple[ClaimSheet, Document]":
    """Return what `keep_sheet` kept: the sheet, and its form in the words of its day.

    A claim issued before forms were kept has its form made of today's words.
    """
    from alongside.documents import kept
    from alongside.documents.claim_form import claim_form

    values = json.loads(kept_sheet)
    form = _form_of(values)
    sheet = _sheet(values)
    return sheet, kept.read(form) if form else claim_form(sheet)


def read_sheet(kept_sheet: str) -> ClaimSheet:
    """Return the sheet that `keep_sheet` wrote."""
    values = json.loads(kept_sheet)
    _form_of(values)
    return _sheet(values)


def read_totals(kept_sheet: str) -> tuple[Money, Money]:
    """Return the fees and the expenses to pay that a kept sheet says, and read no more of it."""
    values = json.loads(kept_sheet)
    return Money(**values["fees_to_pay"]), Money(**values["expenses_to_pay"])


def _form_of(values: dict[str, Any]) -> dict[str, Any] | None:
    """Take the form out of `values`, which get its logo and style; None if none was kept."""
    packed = values.pop("form", None)
    if packed is None:
        return None
    form: dict[str, Any] = json.loads(zlib.decompress(base64.b64decode(packed)))
    heads = (part["Letterhead"]["logo"] for part in form["parts"] if "Letterhead" in part)
    values["logo"] = next((logo["bytes"] for logo in heads if logo), None)
    values["style"] = form.get("style", {})
    return form


def _sheet(values: dict[str, Any]) -> ClaimSheet:
    for name in ("fees_offered", "fees_to_pay", "expenses_total", "expenses_to_pay"):
        values[name] = Money(**values[name])
    for name in ("organisation_address", "declaration", "approver_declaration", "notes"):
        values[name] = tuple(values[name])
    for name in ("help_with_claims", "person_facts"):
        values[name] = tuple(Fact(**fact) for fact in values[name])
    values["activities"] = tuple(ActivityEntry(**entry) for entry in values["activities"])
    values["fees"] = tuple(
        FeeEntry(**_with_money(entry, "offered", "amount")) for entry in values["fees"]
    )
    values["expenses"] = tuple(
        ExpenseEntry(**_with_money(entry, "amount")) for entry in values["expenses"]
    )
    values["met_otherwise"] = tuple((words, Money(**m)) for words, m in values["met_otherwise"])
    values["logo"] = base64.b64decode(values["logo"]) if values["logo"] else None
    values["style"] = style_from(values.get("style", {}))
    return ClaimSheet(**values)


def _packed(values: dict[str, Any]) -> str:
    """Return a form as a text a quarter as long: every claim of every year has one."""
    return base64.b64encode(zlib.compress(json.dumps(values).encode(), 9)).decode("ascii")


def _with_money(entry: dict[str, Any], *names: str) -> dict[str, Any]:
    return entry | {name: Money(**entry[name]) for name in names}
