"""A yearly statement: fees and expenses apart, by day of activity and by day of payment."""

from collections.abc import Iterator, Sequence

from alongside.documents.document import Document
from alongside.documents.parts import (
    Heading,
    Letterhead,
    Named,
    Paragraph,
    Part,
    Title,
    Total,
    Totals,
)
from alongside.domain.ideas import Idea
from alongside.domain.payment_sheets import Amount, StatementSheet, Sums
from alongside.i18n import _, speaking


def yearly_statement(sheet: StatementSheet) -> Document:
    """Return the statement that `sheet` has."""
    with speaking(sheet.language):
        title = _("Yearly statement for {person}, {year}")
        return Document(
            title=title.format(person=sheet.person, year=sheet.year),
            organisation=sheet.organisation,
            parts=tuple(_parts(sheet)),
            foot=_("{person}, {year}").format(person=sheet.person, year=sheet.year),
            language=sheet.language,
            style=sheet.style,
        )


def _parts(sheet: StatementSheet) -> Iterator[Part]:
    yield Letterhead(sheet.organisation)
    yield Title(_("Yearly statement"), easy=_("Your money for one year"))
    yield Named(_("For"), sheet.person, "person")
    yield Named(_("Year"), sheet.year, "date")
    yield Named(_("Printed on"), sheet.printed_on, "print")
    yield Paragraph(
        _("The same money stands here twice: by the day of the activity, and by the day of "
          "payment. Those days can lie in two years. Fees and expenses stay apart."),
        easy=(
            Idea(_("This paper shows the same money two times."), "money"),
            Idea(_("First by the day when you took part."), "group"),
            Idea(_("Then by the day when we paid you."), "bank"),
            Idea(_("Those days can be in two years."), "date"),
            Idea(_("Fees and expenses stay apart."), "list"),
        ),
    )  # fmt: skip
    taken_part = _("By the day when you took part")
    yield Heading(_("By day of activity"), picture="group", easy=taken_part)
    yield Paragraph(
        _("What was approved for you, whether it is paid yet or not."),
        easy=(
            Idea(_("We agreed to pay you this."), "approve"),
            Idea(_("Some of it may not be paid yet."), "time"),
        ),
    )
    yield from _sums(sheet.by_activity)
    paid = _("By the day when we paid you")
    yield Heading(_("By day of payment"), picture="bank", easy=paid)
    yield Paragraph(_("What was paid to you."), easy=(Idea(_("We paid you this."), "money"),))
    yield from _sums(sheet.by_payment)
    given = _("Fees that you gave away, or took as something else")
    yield Heading(_("Fees given away or taken in kind"), picture="gift", easy=given)
    yield Paragraph(
        _("By day of activity. They are not in the lists above."),
        easy=(
            Idea(_("This is by the day when you took part."), "group"),
            Idea(_("It is not in the lists above."), "list"),
        ),
    )
    yield from _part(_("Given away"), sheet.given, sheet.given_total, "gift")
    kind = _("Taken as something else")
    yield from _part(_("In kind"), sheet.in_kind, sheet.in_kind_total, "gift", kind)
    if sheet.given_up:
        up = _("What you chose not to take")
        yield from _part(_("Given up by choice"), sheet.given_up, sheet.given_up_total, "gift", up)
    yield Heading(_("If something is wrong"), picture="help", easy=_("Ask us for help"))
    yield Paragraph(
        _("This is what our records say. If something is wrong, please tell us."),
        easy=(
            Idea(_("This is what our records say."), "form"),
            Idea(_("Is something wrong? Please tell us."), "tell"),
        ),
    )
    if sheet.ask:
        yield Paragraph(sheet.ask)


def _sums(sums: Sums) -> Iterator[Part]:
    yield from _part(_("Fees"), sums.fees, str(sums.total.fees), "money")
    yield from _part(_("Expenses"), sums.expenses, str(sums.total.expenses), "spent")


def _part(
    title: str, lines: Sequence[Amount], total: str, picture: str, easy: str = ""
) -> Iterator[Part]:
    yield Heading(title, 3, picture, easy)
    # translators: {what} is “Fees”, “Expenses”, “Given away” or “In kind”
    words = _("{what}, total").format(what=title)
    # translators: {what} is “Fees”, “Expenses”, “Given away” or “Taken as something else”
    said = _("{what}, all together: {amount}.").format(what=easy or title, amount=total)
    amounts = (Total(line.words, line.amount) for line in lines)
    yield Totals((*amounts, Total(words, total, is_main=True, easy=said)))
