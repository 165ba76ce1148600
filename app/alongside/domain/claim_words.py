"""What every claim form declares and tells, each sentence with its Easy Read beside it.

Both say the same: a declaration binds whoever signs it, in whatever edition they read it.
"""

from dataclasses import dataclass

from alongside.domain.ideas import Idea
from alongside.i18n import _


@dataclass(frozen=True, slots=True)
class Said:
    """Words of a form, and the same in short sentences with pictures."""

    words: str
    easy: tuple[Idea, ...]


def declaration() -> tuple[Said, ...]:
    """Return what a claimant declares: the points of the field's list 1.2, in our own words."""
    return (
        _said(
            _("What this form says is true, and the money was spent so that I could take part."),
            (_("What this form says is true."), "form"),
            (_("The money was spent so that I could take part."), "money"),
        ),
        _said(
            _("I have not claimed these costs before, and nobody else is paying them."),
            (_("I have not asked for this money before."), "history"),
            (_("Nobody else is paying it."), "money"),
        ),
        _said(
            _("Miles are the real distance. Receipts are attached where the form says so."),
            (_("The miles are real."), "receipt"),
            (_("My receipts are with this form, where it says so."), "receipt"),
        ),
        _said(
            _("I used the cheapest way that was suitable and accessible for me."),
            (_("I used the cheapest way that was right for me and that I could use."), "choice"),
        ),
        _said(
            _("I know that telling the tax office or a benefits office is my own decision and "
              "duty."),
            (_("I may have to tell the tax office or a benefits office."), "organisation"),
            (_("I know that this is for me to decide and to do."), "choice"),
        ),
    )  # fmt: skip


def approver_declaration() -> tuple[Said, ...]:
    """Return what the person who approves a claim declares."""
    return (
        _said(
            _("I have checked this claim against the register and the pay policy."),
            (_("I have checked this claim with the register."), "register"),
            (_("I have checked it with the pay policy."), "register"),
        ),
        _said(_("It is not my own claim."), (_("It is not my own claim."), "person")),
    )


def usual_notes() -> tuple[Said, ...]:
    """Return notes that hold anywhere. They are never advice on benefits."""
    return (
        _said(
            _("Please give this form back soon after the meeting. A late claim can still be paid: "
              "tell us why it is late."),
            (_("Please give this form back soon after the meeting."), "date"),
            (_("Is it late? We can still pay you."), "time"),
            (_("Tell us why it is late."), "tell"),
        ),
        _said(
            _("A fee may count as income. Free, independent advice is there for you: ask us "
              "where."),
            (_("A fee may count as income. That is money that you get."), "money"),
            (_("You can get free advice from people who do not work for us."), "ask"),
            (_("Ask us where."), "tell"),
        ),
        _said(
            _("If you think something is wrong, or want to complain, ask the contact above."),
            (_("Do you think something is wrong?"), "wrong"),
            (_("Do you want to complain?"), "wrong"),
            (_("Ask the person named above."), "help"),
        ),
        _said(
            _("We keep this form for six years after the end of the financial year, because the "
              "law asks for our accounts. Only people who need to see it do."),
            (_("We keep this form for six years after the end of the financial year."), "keep"),
            (_("We do this because the law asks for our accounts."), "why"),
            (_("Only people who need to see it do."), "person"),
        ),
    )  # fmt: skip


def easy_of(words: str) -> tuple[Idea, ...]:
    """Return what Easy Read says for these words of a form; nothing if they are not ours."""
    every = (*declaration(), *approver_declaration(), *usual_notes())
    return next((said.easy for said in every if said.words == words), ())


def _said(words: str, *easy: tuple[str, str]) -> Said:
    return Said(words, tuple(Idea(*each) for each in easy))
