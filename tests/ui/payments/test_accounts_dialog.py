"""A run is saved for the accounts by keyboard: the dialog asks what the chosen program wants."""

from pathlib import Path

from PySide6.QtWidgets import QLineEdit

from alongside_ui.main_window import MainWindow
from ui.hands import choose, dialog, error_under, fill, go_to, press


def test_a_run_is_saved_for_xero_and_the_next_time_the_choices_stand_there(
    run: MainWindow, tmp_path: Path
) -> None:
    press("Ctrl+Shift+9")
    fill("Account for fees", "401")
    fill("Account for expenses", "420")
    fill("File", str(tmp_path / "books.csv"))
    press("Return")
    assert dialog() is None
    assert "M0001" in (tmp_path / "books.csv").read_text(encoding="utf-8")
    press("Ctrl+Shift+9")
    assert go_to("Account for fees").text() == "401"


def test_what_is_missing_is_said_at_its_field_and_nothing_typed_is_lost(
    run: MainWindow, tmp_path: Path
) -> None:
    press("Ctrl+Shift+9")
    fill("Account for expenses", "420")
    fill("File", str(tmp_path / "books.csv"))
    press("Return")
    assert "Say which account in your accounts program" in error_under("Account for fees")
    assert go_to("Account for expenses").text() == "420"
    assert not (tmp_path / "books.csv").exists()


def test_sage_asks_for_the_account_that_pays_and_not_for_trackings(run: MainWindow) -> None:
    press("Ctrl+Shift+9")
    assert "Tracking of groups" in asked()
    assert "Account that pays" not in asked()
    choose("Program", "Sage 50: payments from the bank")
    assert "Account that pays" in asked()
    assert "Tracking of groups" not in asked()


def asked() -> set[str]:
    """Return the names of the fields that the dialog shows."""
    fields = dialog().findChildren(QLineEdit)
    return {field.accessibleName() for field in fields if field.isVisible()}
