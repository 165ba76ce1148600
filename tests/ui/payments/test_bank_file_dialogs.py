"""The file for the bank by keyboard: layouts copied and changed, the file saved, a slip said."""

from pathlib import Path

from alongside.domain.payments import RunState
from alongside.office import Office
from alongside_ui.main_window import MainWindow
from builders import add_bank_details
from ui.hands import (
    answer,
    choose,
    dialog,
    error_under,
    fill,
    focus,
    go_to,
    press,
    spoken_cell,
    words_of,
)


def test_a_bank_file_is_saved_and_the_run_is_sent(
    run: MainWindow, approved, office: Office, tmp_path: Path
) -> None:
    add_bank_details(office, approved[1])
    press("Ctrl+Shift+G")
    fill("File", str(tmp_path / "run.csv"))
    press("Return")
    assert dialog() is None
    assert len((tmp_path / "run.csv").read_text(encoding="utf-8").splitlines()) == 2
    assert office.payments.list_()[0].state is RunState.SENT
    press("Ctrl+Shift+G")
    assert "was saved before" in dialog().accessibleDescription()


def test_whoever_has_no_bank_details_is_named_and_nothing_is_saved(
    run: MainWindow, tmp_path: Path
) -> None:
    press("Ctrl+Shift+G")
    fill("File", "")
    press("Return")
    assert "Say where the file is saved" in error_under("File")
    fill("File", str(tmp_path / "run.csv"))
    press("Return")
    assert "Bo Larsen has no bank details" in words_of(dialog())
    assert not (tmp_path / "run.csv").exists()


def test_a_layout_is_copied_and_its_columns_put_in_order(
    payments: MainWindow, office: Office
) -> None:
    press("Ctrl+F7")
    assert spoken_cell(focus()).startswith("Unity")
    answer("Copy…")
    fill("Name", "Our bank")
    go_to("Columns in their order")
    assert spoken_cell(focus()) == "column 1: sort code"
    answer("Move it down")
    assert spoken_cell(focus()) == "column 2: sort code"
    answer("Add a column…")
    choose("What it holds", "fixed")
    fill("Fixed text", "GBP")
    press("Return")
    assert spoken_cell(focus()) == "column 3: fixed text: GBP"
    go_to("Amounts in pence")
    press("Space", "Return")
    own = office.bank_layouts.list_()[0]
    assert own.name == "Our bank"
    assert [c.words for c in own.layout.columns][:3] == [
        "account number", "sort code", "fixed text",
    ]  # fmt: skip
    assert own.layout.is_in_pence


def test_a_layout_that_pays_nobody_is_refused_in_a_sentence(payments: MainWindow) -> None:
    press("Ctrl+F7")
    answer("Copy…")
    go_to("Columns in their order")
    answer("Take it out")
    press("Ctrl+Return")
    assert "no column for the sort code" in dialog().form._fields["columns"].error.text()


def test_a_number_that_does_not_fit_is_said_and_can_be_saved(
    payments: MainWindow, office: Office, tmp_path: Path, approved
) -> None:
    table = tmp_path / "valacdos.txt"
    table.write_text("000000 000099 MOD10 0 0 0 0 0 0 7 1 3 7 1 3 7 1\n", encoding="utf-8")
    press("Ctrl+F8")
    fill("Table of weights", str(table))
    press("Return")
    assert payments.announcer.text() == "Table for account numbers kept: 1 row"
    press("Ctrl+3", "Down", "Ctrl+B")
    for number in ("31926830", "31926831"):
        fill("Account number", number)
        go_to("Building society roll number")
    shown = dialog()._fit
    assert "does not fit the sort code" in shown.text()
    assert not shown.isHidden()
    fill("Why it is added or changed", "new account")
    press("Return")
    assert dialog() is None
    assert office.bank_details.look(approved[0]).account_number == "31926831"
