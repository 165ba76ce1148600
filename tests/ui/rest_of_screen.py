"""Goes where no command of a page leads: dialogs over dialogs, questions, faults, the way in."""

from collections.abc import Callable, Iterator

from PySide6.QtWidgets import QApplication, QDialog, QPushButton, QWidget

from alongside import paths
from alongside.domain.errors import ChangedMeanwhileError, WorldError
from alongside.domain.people_list import Fact
from alongside.i18n import _
from alongside.services.people_import import ImportPeople, ListColumn, PeopleList
from alongside_ui import errors
from alongside_ui.doorway import Doorway
from alongside_ui.main_window import MainWindow
from alongside_ui.people.import_dialog import ColumnsDialog, PlanDialog
from alongside_ui.widgets.conflict import ConflictDialog
from alongside_ui.widgets.progress import ProgressDialog
from ui.hands import press, settle


def visit_rest(window: MainWindow, look_at: Callable[[QWidget, str], None]) -> int:
    """Look at all that `visit` does not come to; return how many dialogs that were."""
    dialogs = 0
    for place, come_there in _places(window):
        come_there()
        settle()
        if (box := _dialog()) is None:
            look_at(window.page(), place)
        while box is not None:
            look_at(box, place)
            box.done(0)
            dialogs += 1
            settle()
            box = _dialog()
    window.go("today")
    settle()
    return dialogs


def _places(window: MainWindow) -> Iterator[tuple[str, Callable[[], object]]]:
    """Yield each place, when the page that it is reached from is shown, and how to come there."""
    office, perform = window.operations.office, window.actions.perform
    for page in ("index", "keyboard"):
        yield f"help: {page}", lambda each=page: window.show_help(each)
    yield "keys: change", lambda: (perform("shortcuts"), settle(), _press_main())
    window.go("people")
    yield "usual costs: add", lambda: (perform("usual_costs"), settle(), _press_main())
    yield "a form with faults", lambda: (perform("add"), settle(), _press_main())
    rows = ((2, ("Carys Ŵyn", "7700900123")), (3, ("Ann Lee", "")))
    request = ImportPeople(rows, (Fact.NAME, Fact.PHONE))
    columns = (ListColumn("Name", "Carys Ŵyn; Ann Lee", Fact.NAME), ListColumn("", "", Fact.PHONE))
    people = PeopleList("members.xlsx", columns, rows)
    operations, plan = window.operations, office.people_import.plan(request)
    yield "a list: columns", lambda: ColumnsDialog(operations, window, people).start()
    yield "a list: what comes in", lambda: PlanDialog(operations, window, request, plan).start()
    window.go("settings")
    yield "a policy", lambda: (window.page().table.setFocus(), press("Return"))
    window.go("register", next(m.id for m in office.meetings.list_() if m.marked < m.invited))
    yield "boxes to tick", lambda: window.page().as_boxes.setChecked(True)
    yield "claims, though some are not marked", lambda: perform("make_claims")
    window.page().as_boxes.setChecked(False)
    runs = {run.method: run.id for run in office.payments.list_() if run.payments}
    for method, run in runs.items():
        window.go("run", run)
        yield f"papers of a run: {method}", lambda: perform("print")
    window.go("today")
    no_room = WorldError(
        _("There is no room left on the disk that holds {name}.").format(name="records.alongside"),
        _("This was not saved. Make room by emptying the bin, then try again."),
    )
    changed = ChangedMeanwhileError(
        "Kim", _("{who} changed this since you opened it.").format(who="Kim"),
        ["Telephone: was 0115 496 0001, now 0115 496 0009"], ["Pronouns: she/her"],
    )  # fmt: skip
    yield "changed meanwhile", lambda: ConflictDialog(window, changed, str, str).start()
    yield "the world in the way", lambda: errors.show(no_room, window)
    yield (
        "work under way",
        lambda: ProgressDialog(
            window, _("Printing"), lambda done, of, _what: f"{done}/{of}"
        ).open(),
    )
    doorway = Doorway(window, paths.usual_file())
    yield "the way in", doorway.open


def _press_main() -> None:
    """Press the button of the dialog on top that Enter presses."""
    box = _dialog()
    assert box is not None, "nothing has opened"
    next(button for button in box.findChildren(QPushButton) if button.isDefault()).click()
    settle()


def _dialog() -> QDialog | None:
    """Return the dialog on top, whether it has to be answered or not."""
    modal = QApplication.activeModalWidget()
    if isinstance(modal, QDialog):
        return modal
    shown = (w for w in QApplication.topLevelWidgets() if isinstance(w, QDialog) and w.isVisible())
    return next(shown, None)
