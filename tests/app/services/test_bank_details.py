"""Bank details change only with a reason, and show nowhere but in their own dialog."""

import json

import pytest

import builders as b
from alongside import log
from alongside.domain.errors import UserError
from alongside.domain.people import PayChoice
from alongside.services.bank_details import BankAccount


def account(person, **changed):
    given = {
        "account_name": "A Lee", "sort_code": "00-00-42", "account_number": "1926834",
        "reason": "joined",
    }  # fmt: skip
    return BankAccount(person, **(given | changed))


def test_there_are_none_at_first(office):
    assert office.bank_details.look(b.add_person(office)) is None


def test_figures_are_kept_with_their_zeros(office):
    person = b.add_person(office)
    office.bank_details.correct(account(person))
    found = office.bank_details.look(person)
    assert (found.sort_code, found.account_number) == ("000042", "01926834")


@pytest.mark.parametrize(
    ("field", "typed"),
    [
        ("account_name", " "), ("sort_code", "00-00-4"), ("sort_code", "00004x"),
        ("account_number", "12345"), ("account_number", "123456789"), ("reason", ""),
        ("account_number", "١٢٣٤٥٦٧٨"),
    ],
)  # fmt: skip
def test_what_no_account_has_is_refused(office, field, typed):
    person = b.add_person(office)
    with pytest.raises(UserError) as raised:
        office.bank_details.correct(account(person, **{field: typed}))
    assert raised.value.field == field
    assert office.bank_details.look(person) is None


def test_the_history_says_that_they_changed_and_never_to_what(office):
    person = b.add_person(office)
    office.bank_details.correct(account(person))
    office.history.undo()
    office.history.redo()
    said = " ".join(row.words for row in office.history.list_())
    assert "Bank details of Ann Lee changed" in said
    for figure in ("1926834", "000042", "A Lee "):
        assert figure not in said


def test_an_account_shows_no_figures_when_something_goes_wrong(tmp_path):
    given = account(None)
    assert "1926834" not in repr(given)
    try:
        raise ValueError(given.account_number)
    except ValueError as error:
        said = log.mistake(error)
    assert "1926834" not in said


def test_a_claim_shows_only_the_last_two_figures(office):
    person = b.add_person(office, pay_choice=PayChoice.BANK)
    b.add_bank_details(office, person, "31926834")
    meeting = b.add_marked_meeting(office, b.add_group(office, person), person)
    office.claims.make(meeting)
    claim = b.claim_of(office, person)
    assert claim.how_to_pay == "by bank transfer, to the account ending ••34"
    sheet = office.forms.sheet(claim.row.id)
    assert "31926834" not in json.dumps(sheet, default=repr)
    assert "000042" not in json.dumps(sheet, default=repr)
