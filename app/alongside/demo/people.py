"""Makes the people of the demo organisation, each with what is known of them."""

from datetime import date, timedelta
from random import Random

from alongside.demo import cast
from alongside.demo.costs import usual_costs
from alongside.demo.plan import GROUPS, SEATS
from alongside.domain.money import Money
from alongside.domain.paper_style import PaperFont
from alongside.domain.people import ContactWay, Format, PayChoice
from alongside.domain.search import plain
from alongside.store.tables import BankDetails, Person

_FORMATS = (Format.STANDARD, Format.WORD_FILE, Format.LARGE_18, Format.STANDARD, Format.EASY_READ,
            Format.LARGE_24, Format.WEB_PAGE, Format.PLAIN_TEXT, Format.BRAILLE,
            Format.PHONE)  # fmt: skip
_FONTS = {2: PaperFont.LEXEND, 5: PaperFont.NOTO}
"""Who has a font of their own; all others have the organisation's."""
_WAYS = (ContactWay.PHONE, ContactWay.EMAIL, ContactWay.TEXT, ContactWay.EMAIL, ContactWay.POST,
         ContactWay.RELAY, ContactWay.PHONE)  # fmt: skip
_CHOICES = (PayChoice.BANK, PayChoice.BANK, PayChoice.LESS, PayChoice.BANK, PayChoice.CHEQUE,
            PayChoice.BANK, PayChoice.DONATION, PayChoice.CASH, PayChoice.BANK, PayChoice.NOTHING,
            PayChoice.VOUCHER, PayChoice.BANK, PayChoice.ASK, PayChoice.BANK, PayChoice.IN_KIND,
            PayChoice.BANK)  # fmt: skip
_INTO_ACCOUNT = {PayChoice.BANK, PayChoice.LESS, PayChoice.DONATION}
_INSTEAD = {
    PayChoice.IN_KIND: "a travel pass",
    PayChoice.DONATION: "the Riverside access fund",
}


def make_people(number: int, today: date, rng: Random) -> list[Person]:
    """Return `number` people; which of them are in which group is told elsewhere."""
    return [_person(index, today, rng) for index in range(number)]


def _person(index: int, today: date, rng: Random) -> Person:
    name = cast.name(index)
    at_bank = cast.name_at_bank(index)
    nickname = cast.NICKNAMES.get(index, "")
    choice = _CHOICES[index % len(_CHOICES)]
    way = _WAYS[index % len(_WAYS)]
    requires = cast.ACCESS_REQUIREMENTS[index % len(cast.ACCESS_REQUIREMENTS)]
    is_reached_by_text = way in {ContactWay.TEXT, ContactWay.RELAY}
    group, place = divmod(index, SEATS)
    return Person(
        name=name,
        nickname=nickname,
        search=plain(f"{name} {nickname}"),
        pronouns=cast.PRONOUNS[index % len(cast.PRONOUNS)],
        phone="" if index in cast.WITHOUT_PHONE else f"0161 496 0{index:03}",
        text_phone=f"07700 900{index:03}" if is_reached_by_text else "",
        email=_email(at_bank),
        address=(
            f"{rng.randint(1, 98)} {cast.STREETS[index % len(cast.STREETS)]}\n{cast.TOWN}\n"
            f"ZZ{rng.randint(1, 9)} {rng.randint(1, 9)}AW"
        ),
        contact_way=way,
        contact_note=cast.CONTACT_NOTES[index % len(cast.CONTACT_NOTES)],
        format=_FORMATS[index % len(_FORMATS)],
        paper_font=_FONTS.get(index),
        access_requirements=requires,
        access_review=today + timedelta(days=rng.randint(-30, 300)) if requires else None,
        pay_choice=choice,
        pay_at_most=Money(2000) if choice is PayChoice.LESS else None,
        pay_note="for the garden centre" if choice is PayChoice.VOUCHER else "",
        pay_instead=_INSTEAD.get(choice, ""),
        usual_costs=usual_costs(group, place, GROUPS[group].place, today),
        bank_details=_account(index, at_bank) if choice in _INTO_ACCOUNT else None,
    )


def _email(name: str) -> str:
    letters = "".join(letter for letter in plain(name) if letter.isalnum() or letter == " ")
    return f"{letters.encode('ascii', 'ignore').decode().replace(' ', '.')}@example.org"


def _account(index: int, name: str) -> BankDetails:
    """An account; some stand in a name other than the one used, and one is a building society’s."""
    first, _space, last = name.partition(" ")
    is_other_name = index % 5 == 1
    return BankDetails(
        account_name=f"{first[0]} & M {last}" if is_other_name else name,
        sort_code=f"0000{index % 100:02}",
        account_number=f"{(index * 739 + 10_034) % 100_000_000:08}",
        roll_number=f"ALD/{index:05}" if index % 20 == 3 else "",
        reason="told us on the form for new members",
    )
