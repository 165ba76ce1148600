"""What the tables of budgets and their columns are called in the history."""

from alongside.i18n import _
from alongside.store.tables.columns import columns


def budget() -> dict[str, str | None]:
    """Return the words for the columns of a budget."""
    return columns(
        group_id=_("Group"),
        code=_("Budget code"),
        first=_("First day"),
        last=_("Last day"),
        amount=_("Amount"),
        warn_at=_("Tell us at, in per cent"),
        paid_by=_("Who pays for it"),
    )


def line_share() -> dict[str, str | None]:
    """Return the words for the columns of a share of a line."""
    return columns(
        line_id=_("Line"),
        position=None,
        group_id=_("Group"),
        code=_("Budget code"),
        hundredths=_("Share, in per cent"),
        amount=_("Share"),
    )
