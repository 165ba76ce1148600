"""What a person makes of a fee that they were offered: the offer and the choice are two facts."""

from dataclasses import dataclass

from alongside.domain.claims import Decision
from alongside.domain.errors import UserError
from alongside.domain.money import NOTHING, Money
from alongside.i18n import _


@dataclass(frozen=True, slots=True)
class Choice:
    """What became of a fee that was offered: paid, given to somebody else, in kind; the rest not.

    Offer and choice are kept apart (domain list (d) 2): a zero that was chosen never looks like
    work that nobody paid for.
    """

    decision: Decision
    paid: Money
    given: Money = NOTHING
    given_to: str = ""
    in_kind: Money = NOTHING
    in_kind_words: str = ""

    def words(self, offered: Money) -> str:
        """Return the choice in words, with every part of the fee that is not simply paid."""
        parts = []
        if self.given and (self.given_to or self.given != offered):
            parts.append(_("{amount} to {whom}").format(
                amount=self.given, whom=self.given_to or _("somebody else")))  # fmt: skip
        if self.in_kind and (self.in_kind_words or self.in_kind != offered):
            what = self.in_kind_words or _("something in kind")
            parts.append(_("{what} worth {amount}").format(what=what, amount=self.in_kind))
        declined = offered - self.paid - self.given - self.in_kind
        if parts and declined > NOTHING:
            parts.append(_("{amount} declined").format(amount=declined))
        return ": ".join(filter(None, (self.decision.words, ", ".join(parts))))


def choose_of(offered: Money, choice: Choice) -> Choice:
    """Return `choice` as it is kept. Raise UserError if it does not fit what was `offered`."""
    for field, amount in (("amount", choice.paid), ("given", choice.given),
                          ("in_kind", choice.in_kind)):  # fmt: skip
        if amount < NOTHING:
            raise UserError(field, _("An amount cannot be less than nothing."))
    paid, given, in_kind = choice.paid, choice.given, choice.in_kind
    decision = choice.decision
    if decision in {Decision.DECLINE, Decision.DONATE, Decision.IN_KIND}:
        paid = NOTHING
    if decision is Decision.DONATE and not given:
        given = offered
    if decision is Decision.IN_KIND and not in_kind:
        in_kind = offered
    if decision in {Decision.ACCEPT, Decision.DECLINE}:
        given = in_kind = NOTHING
    if decision is Decision.ACCEPT and paid < offered:
        words = _("The amount is less than was offered: say what the person decided.")
        raise UserError("decision", words)
    if paid + given + in_kind > offered:
        field = "amount" if paid > offered or not (given or in_kind) else "given"
        raise UserError(field, _("That is more than the {offered} offered.").format(
            offered=offered))  # fmt: skip
    return Choice(
        decision, paid, given, choice.given_to.strip() if given else "",
        in_kind, choice.in_kind_words.strip() if in_kind else "",
    )  # fmt: skip
