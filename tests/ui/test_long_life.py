"""A window that is open all day must not be ended by what the library under it uses up."""

import sys

from PySide6.QtWidgets import QApplication

import alongside_ui


def test_no_length_of_work_uses_up_what_python_counts(qapp: QApplication) -> None:
    assert alongside_ui.__doc__
    for _number in range(1000):
        qapp.processEvents()
    for each in (None, True, False):
        assert sys.getrefcount(each) > 100_000_000
