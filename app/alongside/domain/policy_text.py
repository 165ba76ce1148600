"""Reads a policy file into the rules that work out pay, and refuses whatever could pay wrongly."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from enum import StrEnum
from itertools import combinations
from typing import Protocol, TypeVar

from alongside.domain import policy_read_money as money_tables
from alongside.domain import policy_read_time as time_tables
from alongside.domain.policy import Mileage, Policy, Rule, contradiction
from alongside.domain.policy_error import PolicyError
from alongside.domain.policy_file import PolicyFile, open_policy
from alongside.domain.policy_limits import ApprovalBefore, Cap, Receipt
from alongside.domain.policy_rules import Cancellation, CancelledBy
from alongside.domain.policy_table import Table
from alongside.i18n import _


class _Dated(Protocol):
    @property
    def first(self) -> date: ...


R = TypeVar("R", bound=Rule)
D = TypeVar("D", bound=_Dated)


class _Shared(StrEnum):
    """Mileage rates that come with Alongside, for any policy to use."""

    HMRC = "hmrc"


def read_policy(text: str, mileage_text: str) -> Policy:
    """Return the rules in a policy file's `text`; `mileage_text` holds the rates it may share.

    Raise UserError on `file`, in a sentence that says where, for anything that is not exactly as
    the help page describes. The file's own examples are not worked out here.
    """
    file = open_policy(text)
    name, summary = file.top.text("name"), file.top.text("summary")
    note = file.top.text("note", "")
    if not file.of("fee"):
        words = _('The file has no [[fee]]. If no fee is offered, say so with shape = "nil".')
        raise PolicyError(words)
    return Policy(
        name=name,
        summary=summary,
        note=note,
        fees=_agreed(file, "fee", time_tables.fee),
        preparation=_agreed(file, "preparation", time_tables.preparation),
        travel_times=_agreed(file, "travel_time", time_tables.travel_time),
        online_set_ups=_agreed(file, "online", time_tables.online),
        debriefs=_agreed(file, "debrief", time_tables.debrief),
        home_meetings=_agreed(file, "home_meeting", time_tables.home_meeting),
        retainers=_agreed(file, "retainer", time_tables.retainer),
        cancellations=_cancellations(file),
        parts=_agreed(file, "part", time_tables.part),
        mileage=_mileage(file, mileage_text),
        caps=_dated(file, "cap", money_tables.cap, _of_cap),
        receipts=_dated(file, "receipt", money_tables.receipt, _of_lines),
        approvals_before=_dated(file, "approval_before", money_tables.approval_before, _of_lines),
        deadlines=_dated(file, "deadline", money_tables.deadline, _of_all),
        approvals=_dated(file, "approval", money_tables.approval, _of_all),
    )


def _agreed(file: PolicyFile, kind: str, read: Callable[[Table], R]) -> tuple[R, ...]:
    """Return the rules of one kind, none of which contradicts another."""
    rules = tuple(read(table) for table in file.of(kind))
    _agree(kind, rules, rules)
    return rules


def _agree(kind: str, rules: Sequence[Rule], among: Sequence[Rule]) -> None:
    """Raise UserError if two of `among`, which stand in `rules`, contradict each other."""
    found = contradiction(among)
    if found is None:
        return
    one, other, activity, role = found
    first, second = (
        next(number for number, rule in enumerate(rules, 1) if rule is each)
        for each in (one, other)
    )
    raise PolicyError(
        _("[[{kind}]] number {first} and number {second} say different things about the same "
          "matter: {activity}, {role}. Change one, or write one for just that.").format(
            kind=kind, first=first, second=second, activity=activity.words, role=role.words
        ),
        [(kind, first), (kind, second)],
    )  # fmt: skip


def _cancellations(file: PolicyFile) -> tuple[Cancellation, ...]:
    """Return the bands of notice: those of each side agree, and count one nation's holidays."""
    bands = tuple(time_tables.cancellation(table) for table in file.of("cancellation"))
    for by in CancelledBy:
        _agree("cancellation", bands, [band for band in bands if band.by is by])
    nations = dict.fromkeys(band.holidays for band in bands if band.holidays)
    if len(nations) > 1:
        words = _("The file has bank holidays of {nations}: a policy can have those of one only.")
        said = words.format(nations=", ".join(nation.words for nation in nations))
        last = max(number for number, band in enumerate(bands, 1) if band.holidays)
        raise PolicyError(said, [("cancellation", last)], "holidays")
    return bands


def _dated(
    file: PolicyFile, kind: str, read: Callable[[Table], D], about: Callable[[D], Iterable[object]]
) -> tuple[D, ...]:
    """Return rules of which a later one takes an earlier one's place in what it is `about`.

    Raise UserError if two that start on one day say different things about the same.
    """
    rules = tuple(read(table) for table in file.of(kind))
    for (first, one), (second, other) in combinations(enumerate(rules, 1), 2):
        shared = set(about(one)) & set(about(other))
        if one != other and one.first == other.first and shared:
            words = _("[[{kind}]] number {first} and number {second} start on the same day and say "
                      "different things about the same matter. Keep one.")  # fmt: skip
            said = words.format(kind=kind, first=first, second=second)
            raise PolicyError(said, [(kind, first), (kind, second)], "from")
    return rules


def _of_cap(cap: Cap) -> Iterable[object]:
    return [(cap.matter, cap.step)]


def _of_lines(rule: Receipt | ApprovalBefore) -> Iterable[object]:
    """A rule that names no lines is about all the others: that is a matter of its own."""
    return rule.categories or [None]


def _of_all(_rule: object) -> Iterable[object]:
    return [None]


def _mileage(file: PolicyFile, shared: str) -> tuple[Mileage, ...]:
    """Return the file's own mileage rates, or those it shares, or none."""
    tables = file.of("mileage")
    if not tables and "mileage" in file.top.values:
        file.top.choice("mileage", _Shared)
        tables = open_policy(shared).of("mileage")
    return money_tables.mileage(tables)
