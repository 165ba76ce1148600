"""The file of a run goes out whole or not at all, once, and a second time it says so."""

from dataclasses import replace
from datetime import timedelta

import pytest

import builders as b
from alongside.domain.bank_ready import lloyds, unity
from alongside.domain.errors import UserError, WorldError
from alongside.domain.modulus import Fit
from alongside.domain.money import NOTHING, Money
from alongside.domain.payments import PayMethod, RunState
from alongside.domain.people import PayChoice
from alongside.office import Office
from alongside.services.approvals import AgreeClaims, ApproveClaims
from alongside.services.bank_files import SaveBankFile
from alongside.services.bank_layouts import KeepLayout
from alongside.services.modulus import KeepTables
from alongside.services.organisation import OrganisationDetails
from alongside.services.payment_outcomes import RecordPart
from alongside.services.payments import MakeRun, TakeOut, VoidRun


@pytest.fixture
def run(office: Office):
    """A run of two claims of £75.00, one with a taxi for £9.20, on Friday 15 May 2026."""
    ann = b.add_person(office, "Ann Lee", pay_choice=PayChoice.BANK)
    bo = b.add_person(office, "Bo Larsen", pay_choice=PayChoice.BANK)
    b.add_usual_cost(office, ann)
    for person in (ann, bo):
        b.add_bank_details(office, person)
    office.claims.make(b.add_marked_meeting(office, b.add_group(office, ann, bo), ann, bo))
    for person in (ann, bo):
        claim = b.issue(office, person)
        office.approvals.agree(AgreeClaims((claim,)))
        office.approvals.approve(ApproveClaims((claim,), exception="alone today"))
    day = office.now().date() + timedelta(days=3)
    return office.payments.make(MakeRun(PayMethod.BANK, day)).id


def save(office: Office, run, path, layout=None) -> str:
    return office.bank_files.save(SaveBankFile(run, layout or unity(), path)).words


def test_the_file_has_a_row_for_each_payment_fees_and_expenses_together(office, run, tmp_path):
    place = tmp_path / "run.csv"
    assert save(office, run, place) == "Bank file of run P2026-001 saved, with 2 payments"
    assert place.read_text(encoding="utf-8").splitlines() == [
        "000042,31926834,A Lee,84.20,2026-0001",
        "000042,31926834,A Lee,75.00,2026-0002",
    ]
    assert office.payments.find(run).row.state is RunState.SENT


def test_a_second_file_of_the_same_run_says_that_it_is_one(office, run, tmp_path):
    save(office, run, tmp_path / "one.csv")
    words = save(office, run, tmp_path / "two.csv")
    assert "saved again: it was saved 2 times now. Make sure that the bank has it once" in words
    assert office.payments.find(run).sent == "sent on 12 May 2026; its file was saved 2 times"


def test_a_sent_run_lets_nothing_go_and_cannot_be_undone(office, run, tmp_path):
    save(office, run, tmp_path / "run.csv")
    payment = office.payments.find(run).payments[0].id
    for act in (
        lambda: office.payments.take_out(TakeOut((payment,))),
        lambda: office.payments.void(VoidRun(run, "too late")),
    ):
        with pytest.raises(UserError, match="is sent"):
            act()
    assert office.history.steps().undo == ""


def test_somebody_without_bank_details_stops_the_file_by_name(office, run, tmp_path):
    carys = b.add_person(office, "Carys Ŵyn", pay_choice=PayChoice.BANK)
    group = b.add_group(office, carys, name="Other Group")
    office.claims.make(b.add_marked_meeting(office, group, carys))
    claim = b.issue(office, carys)
    office.approvals.agree(AgreeClaims((claim,)))
    office.approvals.approve(ApproveClaims((claim,), exception="alone today"))
    other = office.payments.make(MakeRun(PayMethod.BANK, office.now().date())).id
    with pytest.raises(UserError, match="Carys Ŵyn has no bank details"):
        save(office, other, tmp_path / "run.csv")
    assert not list(tmp_path.glob("run.csv"))
    assert office.payments.find(other).row.state is RunState.OPEN


def test_a_layout_that_asks_for_our_own_account_says_what_is_missing(office, run, tmp_path):
    with pytest.raises(UserError):
        save(office, run, tmp_path / "run.csv", lloyds())
    office.organisation.correct(OrganisationDetails(
        "Riverside", pays_from_name="Riverside", pays_from_sort_code="00-00-99",
        pays_from_account="12345678"))  # fmt: skip
    save(office, run, tmp_path / "run.csv", lloyds())
    assert (tmp_path / "run.csv").read_text(encoding="ascii").splitlines()[0].startswith("H,")


def test_a_folder_that_cannot_be_written_leaves_the_run_as_it_was(office, run, tmp_path):
    with pytest.raises(WorldError):
        save(office, run, tmp_path / "nowhere" / "run.csv")
    assert office.payments.find(run).row.state is RunState.OPEN
    assert office.history.steps().undo.startswith("Payment run P2026-001")


def test_what_was_paid_already_is_not_in_a_file(office, run, tmp_path):
    ann = office.payments.find(run).payments[0].id
    office.payment_outcomes.record_part(
        RecordPart(ann, office.now().date(), Money(5000), NOTHING, "bank limit")
    )
    save(office, run, tmp_path / "run.csv")
    assert len((tmp_path / "run.csv").read_text(encoding="utf-8").splitlines()) == 1


def test_account_numbers_stand_in_no_line_of_the_history(office, run, tmp_path):
    save(office, run, tmp_path / "run.csv")
    assert "31926834" not in str(office.history.list_())


def test_layouts_are_copied_changed_and_removed(office):
    names = [row.name for row in office.bank_layouts.list_()]
    assert names[0].startswith("Unity")
    own = replace(unity(), name="Our bank", has_dashes=True)
    change = office.bank_layouts.keep(KeepLayout(own))
    assert office.bank_layouts.list_()[0].layout == own
    with pytest.raises(UserError, match="There is a layout called “Our bank” already"):
        office.bank_layouts.keep(KeepLayout(own))
    office.bank_layouts.keep(KeepLayout(replace(own, is_in_pence=True), change.id))
    assert office.bank_layouts.list_()[0].layout.is_in_pence
    office.bank_layouts.remove(change.id)
    assert [row.name for row in office.bank_layouts.list_()] == names


@pytest.mark.parametrize("code", ["123", "12345a", "1234567"])
def test_our_own_account_needs_its_figures(office, code):
    with pytest.raises(UserError) as refused:
        office.organisation.correct(OrganisationDetails("R", pays_from_sort_code=code))
    assert refused.value.field == "pays_from_sort_code"


def test_account_numbers_are_checked_once_there_is_a_table(office, tmp_path):
    assert office.modulus.check("000042", "31926834") is Fit.CANNOT_BE_CHECKED
    place = tmp_path / "weights.txt"
    place.write_text("000000 000099 MOD10 0 0 0 0 0 0 7 1 3 7 1 3 7 1\n", encoding="utf-8")
    office.modulus.keep(KeepTables(place))
    assert office.modulus.state() == "1 row, added on 12 May 2026."
    fits = {office.modulus.check("000042", f"3192683{figure}") for figure in range(10)}
    assert fits == {Fit.COULD_EXIST, Fit.DOES_NOT_FIT}
    assert office.modulus.check("999999", "31926834") is Fit.CANNOT_BE_CHECKED


@pytest.mark.parametrize("kept", ["nonsense", "000000 000099 MOD10 1 2 3"])
def test_a_file_that_is_no_table_is_refused_and_changes_nothing(office, tmp_path, kept):
    place = tmp_path / "weights.txt"
    place.write_text(kept, encoding="utf-8")
    with pytest.raises(UserError) as refused:
        office.modulus.keep(KeepTables(place))
    assert refused.value.field == "weights"
    assert "No table yet" in office.modulus.state()
