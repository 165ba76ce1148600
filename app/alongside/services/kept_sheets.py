"""How the form of an issued claim is kept, so that it reprints the same for ever."""

import base64
import json
from dataclasses import asdict
from typing import Any

from alongside.domain.money import Money
from alongside.domain.sheets import ActivityEntry, ClaimSheet, ExpenseEntry, Fact, FeeEntry


def keep_sheet(sheet: ClaimSheet) -> str:
    """Return `sheet` as JSON, so that an issued form reprints the same for ever."""
    values = asdict(sheet)
    values["logo"] = base64.b64encode(sheet.logo).decode() if sheet.logo else None
    return json.dumps(values, ensure_ascii=False)


def read_sheet(kept: str) -> ClaimSheet:
    """Return the sheet that `keep_sheet` wrote."""
    values: dict[str, Any] = json.loads(kept)
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
    return ClaimSheet(**values)


def _with_money(entry: dict[str, Any], *names: str) -> dict[str, Any]:
    return entry | {name: Money(**entry[name]) for name in names}
