"""Whom a policy has no rate for, in words: they are named, and keep nobody else waiting."""

from collections.abc import Sequence

from alongside.i18n import _


def named(name: str, why: str) -> str:
    """Return who is left out, and why."""
    # translators: somebody’s name, and why nothing can be worked out for them
    return _("{name}: {why}").format(name=name, why=why)


def why_nobody(left_out: Sequence[tuple[str, str]]) -> str:
    """Return why nobody could be worked out; with names, unless it is the same for several."""
    reasons = {why for _name, why in left_out}
    if len(reasons) == 1 and len(left_out) > 1:
        return reasons.pop()
    return " ".join(named(*each) for each in left_out)
