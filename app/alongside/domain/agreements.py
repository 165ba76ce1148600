"""What somebody other than the claimant must say: before money is spent, and before it is paid."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Protocol, TypeVar

from alongside.domain.claims import Category
from alongside.domain.dates import say_date
from alongside.domain.money import Money
from alongside.domain.policy import Policy
from alongside.domain.policy_limits import ApprovalRules
from alongside.i18n import _, ngettext


class _Dated(Protocol):
    @property
    def first(self) -> date: ...


D = TypeVar("D", bound=_Dated)


def latest(rules: Iterable[D], day: date) -> D | None:
    """Return the rule that holds on `day`: the one that started last, or None."""
    return max((rule for rule in rules if rule.first <= day), key=lambda r: r.first, default=None)


AGREE_ANEW_DAYS = 30
"""So many days before an agreement ends, it is said: time to talk to whoever gives it."""


@dataclass(frozen=True, slots=True)
class Agreement:
    """What was agreed before it was spent: by whom, on which day, and the last day it holds."""

    by: str = ""
    on: date | None = None
    until: date | None = None

    @property
    def words(self) -> str:
        """All of it in one line; "" if nothing is known of an agreement."""
        if not (self.by or self.on or self.until):
            return ""
        words = _("agreed beforehand")
        if self.by:
            words = _("agreed beforehand by {name}").format(name=self.by)
        if self.on:
            # translators: {words} is “agreed beforehand by Jo Hart”
            words = _("{words} on {day}").format(words=words, day=say_date(self.on))
        if self.until:
            # translators: {words} is “agreed beforehand by Jo Hart on 3 May 2026”
            words = _("{words}, until {day}").format(words=words, day=say_date(self.until))
        return words

    def standing(self, day: date) -> str:
        """Return what a standing approval says on a line of `day`; "" if none holds on it.

        One that has ended says so: whoever gave it is asked again.
        """
        is_later = self.on is not None and self.on > day
        if is_later or not (self.by or self.on or self.until):
            return ""
        if self.until and self.until < day:
            words = _("the agreement ended on {day}: check")
            if self.by:
                words = _("the standing approval by {name} ended on {day}: check")
            return words.format(name=self.by, day=say_date(self.until))
        if self.until and not (self.by or self.on):
            return _("agreed until {day}").format(day=say_date(self.until))
        words = _("standing approval")
        if self.by:
            words = _("standing approval by {name}").format(name=self.by)
        if self.on:
            # translators: {words} is “agreed beforehand by Jo Hart”
            words = _("{words} on {day}").format(words=words, day=say_date(self.on))
        if self.until:
            # translators: {words} is “standing approval by Sam Okafor”
            words = _("{words}, to {day}").format(words=words, day=say_date(self.until))
        return words

    def ends_soon(self, today: date) -> bool:
        """Whether it still holds on `today`, and for no longer than the days of notice."""
        last = self.until
        return last is not None and today <= last <= today + timedelta(days=AGREE_ANEW_DAYS)


def is_agreed_first(policy: Policy, category: Category, amount: Money, day: date) -> bool:
    """Return whether an expense of `amount` had to be agreed before it was spent on `day`."""
    rule = latest((r for r in policy.approvals_before if category in r.categories), day)
    return rule is not None and amount > rule.above


def agreement_fault(
    policy: Policy, category: Category, amount: Money, day: date, agreed: Agreement
) -> str:
    """Return what is wrong with the agreement of a line that had to have one, or ""."""
    if not is_agreed_first(policy, category, amount, day):
        return ""
    if agreed.on and agreed.on > day:
        return _("must be agreed beforehand, and was agreed on {day}, afterwards: check").format(
            day=say_date(agreed.on)
        )
    if agreed.words and not (agreed.until and agreed.until < day):
        return ""
    return approval_note(policy, category, amount, day, agreed.until)


def approval_note(
    policy: Policy, category: Category, amount: Money, day: date, agreed_until: date | None = None
) -> str:
    """Return what is to be said of a line that had to be agreed before it was spent, or "".

    `agreed_until` is the last day of a standing agreement, from the person's usual costs.
    """
    if not is_agreed_first(policy, category, amount, day):
        return ""
    if agreed_until and agreed_until >= day:
        return _("agreed beforehand, until {day}").format(day=say_date(agreed_until))
    if agreed_until:
        return _("must be agreed beforehand; the agreement ended on {day}: check").format(
            day=say_date(agreed_until)
        )
    return _("must be agreed beforehand: check that it was")


def approval_rules(policy: Policy, day: date) -> ApprovalRules:
    """Return the rules of approval on `day`; a policy that has none asks for no second person."""
    return latest(policy.approvals, day) or ApprovalRules()


def second_approval(
    rules: ApprovalRules, to_pay: Money, day: date, bank_changed_on: date | None = None
) -> str:
    """Return why two people approve a claim of `to_pay` on `day`, in a sentence; "" if one does.

    The rules are a policy's or the organisation's own. New bank details are the main moment of
    fraud (Charity Commission, CC8: controls on changes of bank details), so that rules may ask for
    a second look at what is paid soon after.
    """
    if rules.second_above is not None and to_pay > rules.second_above:
        return _("It is more than {amount}, so two people approve it.").format(
            amount=rules.second_above
        )
    days = rules.bank_change_days
    if bank_changed_on and days and 0 <= (day - bank_changed_on).days <= days:
        words = ngettext(
            "The bank details changed in the last {n} day, so two people approve it.",
            "The bank details changed in the last {n} days, so two people approve it.",
            days,
        )
        return words.format(n=days)
    return ""
