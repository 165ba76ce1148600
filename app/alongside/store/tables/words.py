"""What each table and each of its columns is called in the history.

A column whose words are None is not told there: it is how the file works, or is told otherwise.
"""

from dataclasses import dataclass

from alongside.i18n import _
from alongside.store.tables import budget_words, claim_words, payment_words
from alongside.store.tables.columns import columns


@dataclass(frozen=True, slots=True)
class Noun:
    """What a row of a table is called, and its columns."""

    words: str
    columns: dict[str, str | None]


def nouns() -> dict[str, Noun]:
    """Return the words for every table but the history's own, in the language of the screen."""
    return {
        "organisation": Noun(_("organisation"), _organisation()),
        "person": Noun(_("person"), _person()),
        "bank_details": Noun(_("bank details"), _bank_details()),
        "usual_cost": Noun(_("usual cost"), _usual_cost()),
        "partner": Noun(_("partner"), columns(name=_("Name"))),
        "partner_form": Noun(_("partner’s form"), _partner_form()),
        "policy": Noun(_("pay policy"), columns(name=_("Name"), text=None, added_on=_("Added on"))),
        "reference_group": Noun(_("group"), _reference_group()),
        "membership": Noun(_("place in a group"), _membership()),
        "meeting": Noun(_("meeting"), _meeting()),
        "attendance": Noun(_("line of a register"), _attendance()),
        "claim": Noun(_("claim"), claim_words.claim()),
        "claim_line": Noun(_("line of a claim"), claim_words.claim_line()),
        "pay_answer": Noun(_("how a claim is paid this time"), claim_words.pay_answer()),
        "claim_step": Noun(_("step of a claim"), payment_words.claim_step()),
        "line_refusal": Noun(_("refused line"), columns(line_id=_("Line"), reason=_("Reason"))),
        "payment_run": Noun(_("payment run"), payment_words.payment_run()),
        "payment": Noun(_("payment"), payment_words.payment()),
        "accounts_choices": Noun(
            _("choices for the accounts program"), payment_words.accounts_choices()
        ),
        "gift_made": Noun(_("gift made by hand"), payment_words.gift_made()),
        "cash_advance": Noun(_("cash advance"), payment_words.cash_advance()),
        "bank_layout": Noun(_("layout of a bank file"), columns(name=_("Name"), text=None)),
        "modulus_tables": Noun(
            _("tables that check account numbers"),
            columns(weights=None, substitutions=None, added_on=_("Added on")),
        ),
        "budget": Noun(_("budget"), budget_words.budget()),
        "line_share": Noun(_("share of a line"), budget_words.line_share()),
        "receipt": Noun(_("receipt"), payment_words.receipt()),
    }


def _organisation() -> dict[str, str | None]:
    return columns(
        name=_("Name"),
        address=_("Address"),
        help_name=_("Whom to ask"),
        help_phone=_("Telephone"),
        help_email=_("Email"),
        logo=_("Logo"),
        year_start_day=_("The financial year starts on day"),
        year_start_month=_("The financial year starts in month"),
        claim_notes=_("Notes for every form"),
        logo_words=_("What the logo shows"),
        paper_font=_("Font on paper"),
        colour=_("Colour of headings"),
        second_above=_("Two people approve above"),
        second_after_days=_("Days that two people approve after bank details changed"),
        pays_from_name=_("Account that pays, its name"),
        pays_from_sort_code=_("Account that pays, its sort code"),
        pays_from_account=_("Account that pays, its number"),
    )


def _person() -> dict[str, str | None]:
    return columns(
        name=_("Name"),
        nickname=_("Nickname"),
        pronouns=_("Pronouns"),
        status=_("Status"),
        phone=_("Telephone"),
        text_phone=_("Text messages or relay"),
        email=_("Email"),
        address=_("Address"),
        contact_way=_("Preferred way of contact"),
        contact_note=_("Good to know"),
        format=_("Preferred format"),
        paper_font=_("Font on paper"),
        access_requirements=_("Access requirements"),
        access_review=_("Ask again on"),
        pay_choice=_("Pay choice"),
        pay_at_most=_("At most, each time"),
        pay_note=_("Note about pay"),
        pay_instead=_("To whom the fee goes, or what instead"),
        most_week=_("At most in a week"),
        most_four_weeks=_("At most in four weeks"),
        most_month=_("At most in a month"),
        most_year=_("At most in a tax year"),
        month_starts=_("Their month starts on day"),
        pay_from=_("Not to be paid before"),
        reference=_("Number in the accounts"),
        travel_minutes=_("Time on the way, there and back"),
        is_organisation=_("An organisation"),
        search=None,
    )


def _bank_details() -> dict[str, str | None]:
    return columns(
        person_id=None,
        account_name=_("Name on the account"),
        sort_code=_("Sort code"),
        account_number=_("Account number"),
        roll_number=_("Roll number"),
        reason=_("Reason"),
        holder=_("Whose account"),
        holder_note=_("Note about whose account"),
        checked_on=_("Checked on"),
        check_result=_("What the check said"),
        changed_on=None,
    )


def _usual_cost() -> dict[str, str | None]:
    return columns(
        person_id=None,
        position=None,
        category=_("What it is for"),
        words=_("In other words"),
        from_place=_("From"),
        to_place=_("To"),
        tenths_of_mile=_("Miles, one way"),
        is_return=_("There and back"),
        amount=_("Amount each time"),
        rate=_("Rate for an hour"),
        minutes=_("Hours each time"),
        payee=_("Who does it"),
        payee_id=_("Paid to"),
        handling=_("How it is met"),
        agreed_by=_("Agreed by"),
        agreed_on=_("Agreed on"),
        agreed_until=_("Agreed until"),
        passengers=_("Passengers"),
        could_go_by_bus=_("Public transport would suit too"),
    )


def _partner_form() -> dict[str, str | None]:
    return columns(
        name=_("Name"),
        partner_id=_("Partner"),
        dated=_("Date of the form"),
        file_name=_("Name of the file"),
        size=None,
        sha256=None,
        paper=None,
        mapped=None,
        added_on=_("Added on"),
        used_on=_("First used on"),
        withdrawn_on=_("Withdrawn on"),
    )


def _reference_group() -> dict[str, str | None]:
    return columns(
        name=_("Name"),
        purpose=_("Purpose"),
        signposting=_("Where to get advice on benefits"),
        budget_code=_("Budget code"),
        partner_id=_("Partner"),
        policy_id=_("Pay policy"),
    )


def _membership() -> dict[str, str | None]:
    return columns(
        group_id=_("Group"),
        person_id=_("Person"),
        role=_("Role"),
        first=_("From"),
        last=_("Until"),
    )


def _meeting() -> dict[str, str | None]:
    return columns(
        group_id=_("Group"),
        kind=_("What it is"),
        title=_("Title"),
        day=_("Day"),
        start=_("Starts at"),
        end=_("Ends at"),
        place=_("Place"),
        is_online=_("People can join online"),
        is_cancelled=_("Cancelled"),
        cancelled_on=_("Cancelled on"),
        cancelled_reason=_("Reason"),
    )


def _attendance() -> dict[str, str | None]:
    return columns(
        meeting_id=None,
        person_id=None,
        state=_("Mark"),
        arrived=_("Came at"),
        left=_("Left at"),
        cancelled_on=_("Told us on"),
        role=_("Role today"),
        preparation_minutes=_("Preparation"),
        supporter=_("Who is with them"),
        travel_minutes=_("Time on the way, there and back"),
        left_home=_("Left home at"),
        came_home=_("Came home at"),
        nights=_("Nights away"),
        night_region=_("Where the nights were"),
        is_walk_in=_("Walk-in"),
        marked_by=_("Marked by"),
        marked_at=_("Marked at"),
    )
