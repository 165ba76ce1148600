"""What a field must have is said with the field, before anybody is told that it is missing."""

import pytest
from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from alongside.domain.errors import AlongsideError, UserError
from alongside_ui.main_window import MainWindow
from alongside_ui.widgets.dialog import FormDialog
from alongside_ui.widgets.form import Problems
from ui.visitor import visit

pytestmark = pytest.mark.long

TYPED = (QLineEdit, QPlainTextEdit)


def missed(box: FormDialog) -> set[str]:
    """Empty every field that is typed in; return which of them are asked for, one by one."""
    form, office = box.form, box.operations.office
    fields = {n: form[n] for n in form.raw() if isinstance(form[n], TYPED) and form[n].isVisible()}
    kept = {name: form.raw()[name] for name in fields}
    for field in fields.values():
        field.clear()
    asked: set[str] = set()
    while True:
        try:
            verb, request = box.collect(form.values())
            before = office.history.steps().undo
            verb(request)
        except Problems as problems:
            found = {error.field for error in problems.errors}
        except UserError as error:
            found = {error.field}
        except AlongsideError:
            return asked
        else:
            if office.history.steps().undo != before:
                office.history.undo()
            return asked
        if not found - asked:
            return asked
        for name in found - asked:
            if name in fields:
                setter = getattr(fields[name], "setText", None) or fields[name].setPlainText
                setter(kept[name] or "9 May 2026")
        asked |= found


def test_a_field_that_cannot_be_empty_says_so_before_it_is(
    full_window: MainWindow, tmp_path, monkeypatch
):
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda _kind: str(tmp_path))
    unsaid, asked = [], set()

    def look_at(box: QWidget, place: str) -> None:
        if not isinstance(box, FormDialog) or type(box).collect is FormDialog.collect:
            return
        for name in missed(box) & set(box.form.raw()):
            asked.add(name)
            if "Needed" not in box.form[name].accessibleDescription():
                unsaid.append(f"{place}: {name}")
        full_window.stack.read_again()  # some of it was done, past the screen

    visit(full_window, look_at)
    assert len(asked) > 5
    assert not unsaid, "\n".join(sorted(unsaid))
