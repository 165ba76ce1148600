"""Papers of a payment run: a file for each person, none written over, nobody’s account in full."""

from uuid import UUID

import pytest
from paid_claims import ACCOUNT, approved, chosen, make_run, set_up

import builders as b
from alongside.domain.claims import Decision
from alongside.domain.errors import UserError, WorldError
from alongside.domain.money import NOTHING, Money
from alongside.domain.payments import PayMethod, Sum
from alongside.domain.people import EDITIONS, Format, PayChoice
from alongside.domain.tints import Tint
from alongside.services.looks import USUAL, Look
from alongside.services.payment_outcomes import RecordBounced, RecordPaid, RecordPart
from alongside.services.payment_papers import SaveRunList, WriteAdvices
from alongside.services.payments import TakeOut, VoidRun

DUE = Sum(Money(7500), Money(920))


def only(office, run: UUID):
    (sheet,) = office.payment_papers.remittances(run)
    return sheet


def payments_of(office, run: UUID):
    return office.payments.find(run).payments


def today(office):
    return office.now().date()


def test_an_advice_says_who_when_how_and_what_for(office):
    set_up(office)
    approved(office)
    sheet = only(office, make_run(office))
    assert (sheet.organisation, sheet.person, sheet.run) == (
        "Riverside Network", "Ann Lee", "P2026-001",
    )  # fmt: skip
    assert (sheet.pay_on, sheet.how) == (
        "15 May 2026", "bank transfer, to the account ending ••34",
    )  # fmt: skip
    (claim,) = sheet.claims
    assert (claim.number, claim.days, claim.paid) == ("2026-0001", "9 May 2026", DUE)
    assert sheet.total == DUE
    assert sheet.ask == "Ask: Sam Okafor, 0161 496 0000"


def test_no_sheet_holds_an_account_number_in_full(office):
    approved(office)
    assert ACCOUNT not in repr(only(office, make_run(office)))


def test_two_claims_of_one_person_stand_on_one_advice_and_add_up(office):
    person = approved(office)
    approved(office, person=person, day=b.date(2026, 5, 10))
    sheet = only(office, make_run(office))
    assert [claim.days for claim in sheet.claims] == ["9 May 2026", "10 May 2026"]
    assert sheet.total == Sum(Money(15000), Money(1840))
    assert sheet.total == Sum.of([claim.paid for claim in sheet.claims])


def test_what_was_refused_stands_with_its_reason_and_is_in_no_sum(office):
    approved(office, refuse_taxi="agreed for the way back only")
    (claim,) = only(office, make_run(office)).claims
    assert claim.paid == Sum(Money(7500), NOTHING)
    (refused,) = claim.not_paid
    assert refused.startswith("9 May 2026, ")
    assert refused.endswith(", an expense of £9.20: agreed for the way back only")


@pytest.mark.parametrize(
    ("fee", "paid", "said"),
    [
        (chosen(Decision.LESS, 4000), 4000,
         "£75.00 offered, £40.00 to pay: chose a smaller fee"),
        (chosen(Decision.DECLINE), 0, "£75.00 offered, £0.00 to pay: chose no fee"),
        (chosen(Decision.DONATE, given_to="Riverside Hospice"), 0,
         "£0.00 to pay: gave the fee away: £75.00 to Riverside Hospice"),
        (chosen(Decision.LESS, 4000, in_kind=Money(2000), in_kind_words="a travel card"), 4000,
         "a travel card worth £20.00"),
    ],
)  # fmt: skip
def test_what_a_person_chose_is_told_as_their_choice(office, fee, paid, said):
    approved(office, fee=fee)
    (claim,) = only(office, make_run(office)).claims
    assert claim.paid.fees == Money(paid)
    assert said in claim.chosen[0]


@pytest.mark.parametrize(
    ("wanted", "ending"),
    [(Format.STANDARD, ".pdf"), (Format.LARGE_24, ".pdf"), (Format.PLAIN_TEXT, ".txt")],
)
def test_an_advice_is_in_the_format_that_its_reader_wants(office, wanted, ending, tmp_path):
    approved(office, format=wanted)
    run_id = make_run(office)
    assert only(office, run_id).edition is wanted
    (file,) = office.payment_papers.to_folder(WriteAdvices(run_id, tmp_path)).files
    assert file.suffix == ending


def test_of_a_part_that_was_paid_the_part_and_the_rest_are_told(office):
    approved(office)
    run = make_run(office)
    payment = payments_of(office, run)[0].id
    office.payment_outcomes.record_part(
        RecordPart(payment, today(office), Money(5000), Money(920), "the bank’s limit")
    )
    (claim,) = only(office, run).claims
    assert claim.paid == Sum(Money(5000), Money(920))
    assert "Fees of £75.00 and expenses of £9.20 were due." in claim.notes[0]
    assert claim.notes[1] == "Why: the bank’s limit"
    (rest,) = only(office, make_run(office)).claims
    assert rest.paid == Sum(Money(2500), NOTHING)
    assert rest.notes == ("Paid before of this claim: fees £50.00, expenses £9.20.",)


def test_who_is_taken_out_and_whose_money_came_back_get_no_advice(office):
    approved(office)
    approved(office, "Bo Larsen")
    approved(office, "Carys Ŵyn")
    run = make_run(office)
    ann, bo, _carys = payments_of(office, run)
    office.payments.take_out(TakeOut((ann.id,)))
    office.payment_outcomes.record_bounced(RecordBounced(bo.id, today(office), "closed"))
    assert only(office, run).person == "Carys Ŵyn"


def test_nothing_is_printed_of_a_void_run(office):
    approved(office)
    run = make_run(office)
    office.payments.void(VoidRun(run, "the wrong day"))
    with pytest.raises(UserError, match="nothing to print"):
        office.payment_papers.remittances(run)


def test_an_account_that_changed_since_the_run_was_sent_is_not_named(office, clock):
    person = approved(office)
    run = make_run(office)
    office.payment_outcomes.record_paid(
        RecordPaid((payments_of(office, run)[0].id,), today(office))
    )
    clock.set(b.date(2026, 5, 16))
    b.add_bank_details(office, person, "31926878")
    assert only(office, run).how == "bank transfer"


def test_each_person_has_a_file_named_by_run_and_person(office, tmp_path):
    approved(office, "Ann Lee")
    approved(office, "ann lee")
    approved(office, "Bo/../Larsen")
    run = make_run(office)
    done = office.payment_papers.to_folder(WriteAdvices(run, tmp_path / "new" / "folder"))
    assert done.is_whole
    assert sorted(file.name for file in done.files) == [
        "Payment P2026-001 Ann Lee.pdf",
        "Payment P2026-001 Bo-..-Larsen.pdf",
        "Payment P2026-001 ann lee (2).pdf",
    ]
    assert all(file.read_bytes().startswith(b"%PDF") for file in done.files)
    assert all(file.parent == tmp_path / "new" / "folder" for file in done.files)


def test_writing_leaves_a_line_in_the_history_that_names_nobody(office, tmp_path):
    approved(office)
    run = make_run(office)
    change = office.payment_papers.to_folder(WriteAdvices(run, tmp_path)).change
    words = f"1 remittance advice of payment run P2026-001 written to the folder {tmp_path}"
    assert change.words == words
    assert office.history.list_()[0].words == words


def test_a_file_that_is_there_is_written_over_only_if_that_was_asked_for(office, tmp_path):
    approved(office)
    run = make_run(office)
    (file,) = office.payment_papers.to_folder(WriteAdvices(run, tmp_path)).files
    file.write_text("mine", encoding="utf-8")
    assert office.payment_papers.in_the_way(WriteAdvices(run, tmp_path)) == [file.name]
    with pytest.raises(UserError, match="already") as met:
        office.payment_papers.to_folder(WriteAdvices(run, tmp_path))
    assert met.value.field == "folder"
    assert file.read_text(encoding="utf-8") == "mine"
    office.payment_papers.to_folder(WriteAdvices(run, tmp_path, may_replace=True))
    assert file.read_bytes().startswith(b"%PDF")


def test_advices_follow_each_person_or_are_all_in_one_format_and_colour(office, tmp_path):
    approved(office, "Ann Lee")
    approved(office, "Bo Larsen", format=Format.PLAIN_TEXT)
    run = make_run(office)

    def written(folder, look=USUAL):
        done = office.payment_papers.to_folder(WriteAdvices(run, tmp_path / folder, look))
        return [file.suffix for file in done.files], done.files[0].read_bytes()

    own, white = written("own")
    assert own == [".pdf", ".txt"]
    one, web = written("one", Look(Format.WEB_PAGE))
    assert one == [".html", ".html"]
    assert web.startswith(b"<!DOCTYPE html>")
    assert office.payment_papers.in_the_way(
        WriteAdvices(run, tmp_path / "one", Look(Format.WEB_PAGE))
    )
    assert office.payment_papers.in_the_way(WriteAdvices(run, tmp_path / "one")) == []
    assert written("cream", Look(tint=Tint.CREAM))[1] != white


def test_who_cannot_have_braille_here_is_left_out_and_the_others_are_not(
    office, tmp_path, monkeypatch
):
    approved(office, "Ann Lee", format=Format.BRAILLE)
    approved(office, "Bo Larsen")

    def none(*_asked):
        raise WorldError("This computer has no liblouis.")

    monkeypatch.setattr("alongside.documents.editions.braille_file.braille_file", none)
    done = office.payment_papers.to_folder(WriteAdvices(make_run(office), tmp_path))
    assert done.left_out == ["Ann Lee: This computer has no liblouis."]
    assert [file.name for file in done.files] == ["Payment P2026-001 Bo Larsen.pdf"]


def test_a_name_that_cannot_be_printed_leaves_out_nobody_else(office, tmp_path):
    approved(office, "Ann Lee")
    approved(office, "ᚠᚢ Ash")
    approved(office, "Zoë Ŵyn")
    done = office.payment_papers.to_folder(WriteAdvices(make_run(office), tmp_path))
    assert len(done.files) == 2
    assert done.is_whole
    (left_out,) = done.left_out
    assert left_out.startswith("ᚠᚢ Ash: The letter")


def test_writing_can_be_stopped_and_says_how_far_it_came(office, tmp_path):
    approved(office, "Ann Lee")
    approved(office, "Bo Larsen")
    heard = []
    done = office.payment_papers.to_folder(
        WriteAdvices(make_run(office), tmp_path), lambda *step: heard.append(step),
        lambda: bool(heard),
    )  # fmt: skip
    assert heard == [(1, 2, "Ann Lee")]
    assert len(done.files) == 1
    assert not done.is_whole


def test_a_folder_that_cannot_be_is_told(office, tmp_path):
    approved(office)
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(WorldError, match="cannot be a folder"):
        office.payment_papers.to_folder(WriteAdvices(make_run(office), tmp_path / "file"))


@pytest.mark.parametrize(
    ("choice", "method", "title", "to_write"),
    [
        (PayChoice.CHEQUE, PayMethod.CHEQUE, "Cheque list", ("Cheque number",)),
        (PayChoice.CASH, PayMethod.CASH, "Cash sheet", ("Date", "Signature, or a mark")),
    ],
)
def test_a_list_has_a_row_for_each_person_and_adds_up(
    office, tmp_path, choice, method, title, to_write
):
    person = approved(office, pay_choice=choice)
    approved(office, person=person, day=b.date(2026, 5, 10))
    approved(office, "Bo Larsen", pay_choice=choice, refuse_taxi="no")
    run = make_run(office, method)
    sheet = office.payment_papers.list_sheet(run)
    assert (sheet.title, sheet.to_write) == (title, to_write)
    assert [(line.person, line.claims, line.due) for line in sheet.lines] == [
        ("Ann Lee", "2026-0001, 2026-0002", Sum(Money(15000), Money(1840))),
        ("Bo Larsen", "2026-0003", Sum(Money(7500), NOTHING)),
    ]
    assert sheet.total == Sum(Money(22500), Money(1840))
    file = tmp_path / "list.pdf"
    change = office.payment_papers.save_list(SaveRunList(run, file))
    assert change.words == f"{title} of payment run P2026-001 saved as {file}"
    assert file.read_bytes().startswith(b"%PDF")
    with pytest.raises(UserError, match="already"):
        office.payment_papers.save_list(SaveRunList(run, file))


def test_a_list_is_in_standard_print_or_in_the_format_that_was_asked_for(office, tmp_path):
    approved(office, pay_choice=PayChoice.CASH)
    run = make_run(office, PayMethod.CASH)
    for number, edition in enumerate(EDITIONS):
        if edition is not Format.BRAILLE:
            file = tmp_path / f"list {number}"
            office.payment_papers.save_list(SaveRunList(run, file, Look(edition)))
            assert file.read_bytes()
    assert (tmp_path / "list 4").read_text(encoding="utf-8-sig").startswith("Cash sheet")


def test_who_is_paid_with_vouchers_signs_for_them_too(office):
    approved(office, pay_choice=PayChoice.VOUCHER)
    sheet = office.payment_papers.list_sheet(make_run(office, PayMethod.VOUCHER))
    assert sheet.title == "Voucher sheet"
    assert sheet.to_write == ("Date", "Signature, or a mark")


def test_a_run_by_bank_has_no_list(office):
    approved(office)
    with pytest.raises(UserError, match="needs no list"):
        office.payment_papers.list_sheet(make_run(office))
