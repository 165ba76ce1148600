"""Goes where no command of a page leads: dialogs over dialogs, questions, faults, the way in."""

from collections.abc import Callable, Iterator

from PySide6.QtWidgets import QApplication, QDialog, QPushButton, QWidget

import partner_pdfs
import pictures
from alongside import paths
from alongside.domain.claims import ClaimState
from alongside.domain.errors import ChangedMeanwhileError, UserError, WorldError
from alongside.domain.money import Money
from alongside.domain.partner_map import MapEntry
from alongside.domain.people_list import Fact
from alongside.domain.policy_draft import PolicyDraft
from alongside.domain.policy_keys import table_kinds
from alongside.i18n import _
from alongside.services.bank_layouts import KeepLayout
from alongside.services.gifts import GiftRow
from alongside.services.partner_form_rows import PartnerFormDetails
from alongside.services.partner_forms import AddPartnerForm
from alongside.services.people_import import ImportPeople, ListColumn, PeopleList
from alongside.services.policy_forms import StartFrom
from alongside.services.policy_trials import Trial, TrialRow
from alongside.services.receipt_files import ReceiptFile
from alongside.services.receipts import AddReceipts
from alongside.services.retainers import DueRetainers, RetainerPlan, RetainerRow
from alongside.services.top_ups import LateRates, TopUpPlan, TopUpRow
from alongside_ui import errors
from alongside_ui.claims.receipt_forms import AddReceiptsDialog, NoReceiptDialog, PlaceDialog
from alongside_ui.claims.receipt_view import SaveCopyDialog, ViewDialog
from alongside_ui.claims.receipts_dialog import ReceiptsDialog
from alongside_ui.claims.scans_dialog import ScansDialog
from alongside_ui.doorway import Doorway
from alongside_ui.groups.retainers_dialog import DueDialog
from alongside_ui.groups.top_ups_dialog import TopUpsDialog
from alongside_ui.main_window import MainWindow
from alongside_ui.payments.column_dialog import ColumnDialog
from alongside_ui.payments.gifts_dialog import GivenDialog
from alongside_ui.payments.layout_dialogs import LayoutDialog
from alongside_ui.people.import_dialog import ColumnsDialog, PlanDialog
from alongside_ui.settings.partner_forms_dialog import (
    CorrectPartnerFormDialog,
    PartnerFormsDialog,
)
from alongside_ui.settings.partner_map_dialog import PartnerMapDialog
from alongside_ui.settings.partner_map_files import ReadMapDialog, SaveMapDialog
from alongside_ui.settings.partner_place_dialog import PlaceDialog as PartnerPlaceDialog
from alongside_ui.settings.policy_form import PolicyFormDialog
from alongside_ui.settings.policy_table_dialog import KindDialog, TableDialog
from alongside_ui.settings.policy_trial import TrialDialog, TryDialog
from alongside_ui.widgets.conflict import ConflictDialog
from alongside_ui.widgets.print_orders import PrinterFacts
from alongside_ui.widgets.printer import new_printer
from alongside_ui.widgets.printer_dialog import PrinterDialog
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
    yield "cash advances: add", lambda: (perform("cash_advances"), settle(), _press_main())
    yield "a form with faults", lambda: (perform("add"), settle(), _press_main())
    window.go("groups")
    yield "budgets: add", lambda: (perform("budgets"), settle(), _press_main())
    window.go("people")
    rows = ((2, ("Carys Ŵyn", "7700900123")), (3, ("Ann Lee", "")))
    request = ImportPeople(rows, (Fact.NAME, Fact.PHONE))
    columns = (ListColumn("Name", "Carys Ŵyn; Ann Lee", Fact.NAME), ListColumn("", "", Fact.PHONE))
    people = PeopleList("members.xlsx", columns, rows)
    operations, plan = window.operations, office.people_import.plan(request)
    yield "a list: columns", lambda: ColumnsDialog(operations, window, people).start()
    yield "a list: what comes in", lambda: PlanDialog(operations, window, request, plan).start()
    window.go("payments")
    gift = GiftRow(
        office.claims.list_()[0].id, "to be given: £20.00 to Harbour Trust", "Harbour Trust",
        Money(2000), "Ann Lee", office.claims.list_()[0].id, "2026-0001", "9 May 2026",
        is_made=False, made="",
    )  # fmt: skip
    yield "a gift", lambda: GivenDialog(window.operations, window, gift, [gift, gift]).start()
    unity = office.bank_layouts.list_()[0].layout
    kept = KeepLayout(unity)
    yield "a layout", lambda: LayoutDialog(operations, window, unity, kept).start()
    yield "a column", lambda: ColumnDialog(operations, window, unity.columns[0], print).start()
    top_ups = TopUpPlan((TopUpRow(
        office.people.list_()[0].id, "Ann Lee", "2026-0001", "paid", "9 May 2026",
        "car, home to Town Hall and back", Money(900), Money(1100), "20 miles at £0.55 a mile",
    ),), 1, "1 line is too low, for 1 person: £2.00 to pay.")  # fmt: skip
    late = LateRates(office.groups.list_()[0].id, office.now().date())
    yield "late rates", lambda: TopUpsDialog(operations, window, late, top_ups).start()
    retainers = RetainerPlan((RetainerRow(
        "1", "Ann Lee", "chair", "1 January 2026 to 31 March 2026", Money(12000),
        "a set amount for January to March 2026 (policy from 1 January 2026)",
    ),), "1 retainer is due, for 1 person: £120.00.")  # fmt: skip
    when = DueRetainers(office.groups.list_()[0].id, office.now().date(), office.now().date())
    yield "retainers", lambda: DueDialog(operations, window, when, retainers).start()
    ann = office.people.list_()[0].id
    trial = Trial("Transport Design Group, 9 May 2026: 1 person, fees £75.00, expenses £0.00.", (
        TrialRow(0, ann, "Ann Lee", "meeting, member", Money(7500), "half day: under 4 hours"),
    ))  # fmt: skip
    yield "a policy tried", lambda: TrialDialog(window, trial).start()
    yield "a policy to try", lambda: TryDialog(operations, window, "").start()
    yield from _of_policies(window)
    yield from _of_receipts(window)
    yield from _of_partner_forms(window)
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
    printer, both = new_printer(_("Claim forms")), PrinterFacts("Office", does_both_sides=True)
    yield (
        "the printer",
        lambda: PrinterDialog(window, printer, print, ["Office"], lambda _name: both).start(),
    )
    doorway = Doorway(window, paths.usual_file())
    yield "the way in", doorway.open


def _of_policies(window: MainWindow) -> Iterator[tuple[str, Callable[[], object]]]:
    """Yield the form of a policy, and the fields of every kind of rule."""
    operations = window.operations
    draft = operations.office.policy_forms.open(StartFrom("block"))
    yield "a policy’s form", PolicyFormDialog(operations, window, draft).start
    yield "a policy’s form, empty", PolicyFormDialog(operations, window, PolicyDraft()).start
    yield "a kind of rule", KindDialog(operations, window, str).start
    for kind in table_kinds():
        yield f"a rule: {kind.name}", TableDialog(operations, window, kind, {}, str).start
    yield (
        "an example’s line",
        lambda: (
            TableDialog(operations, window, table_kinds()[-1], {}, str).start(),
            settle(),
            next(b for b in _dialog().form["expect"].buttons).click(),
        ),
    )


def _of_receipts(window: MainWindow) -> Iterator[tuple[str, Callable[[], object]]]:
    """Yield the dialogs about the receipts of a draft claim."""
    office = window.operations.office
    claim = office.claims.find(office.claims.list_(state=ClaimState.DRAFT)[0].id)
    files = tuple(
        ReceiptFile(content=data, name=name)
        for data, name in (
            (pictures.jpeg(), "taxi.jpg"),
            (pictures.PDF, "hotel.pdf"),
            (pictures.pdf("Bed", "Breakfast"), "inn.pdf"),
        )
    )
    office.receipts.add(AddReceipts(claim.row.id, files))
    picture, *_, pdf = rows = office.receipts.list_for(claim.row.id)
    operations, desk = window.operations, window.page().desk
    yield "receipts", lambda: ReceiptsDialog(desk, window, claim.row.id).start()
    yield "receipts: add", lambda: AddReceiptsDialog(operations, window, claim).start()
    yield "receipts: place", lambda: PlaceDialog(operations, window, claim, picture).start()
    yield "receipts: none", lambda: NoReceiptDialog(operations, window, claim.expenses).start()
    yield "receipts: scans", lambda: ScansDialog(desk, window, str).start()
    for row in rows:
        shown = ViewDialog(operations, window, row, office.receipts.sheets(row.id))
        yield f"receipts: {row.name}", shown.start
    locked = ViewDialog(operations, window, pdf, UserError("", "This PDF is locked."))
    yield "receipts: a locked PDF", locked.start
    yield "receipts: a copy", lambda: SaveCopyDialog(operations, window, pdf).start()
    for row in rows:
        office.receipts.remove(row.id)


def _of_partner_forms(window: MainWindow) -> Iterator[tuple[str, Callable[[], object]]]:
    """Yield the dialogs about a partner's form with fields, and a place on one without."""
    operations, forms = window.operations, window.operations.office.partner_forms
    folder = window.operations.office.path.parent
    today = window.operations.office.now().date()
    for name, data in (
        ("City", partner_pdfs.with_fields()),
        ("Bare", partner_pdfs.without_fields()),
    ):
        file = partner_pdfs.save(folder, data)
        forms.add(AddPartnerForm(PartnerFormDetails(name, "City Council", today), file))
    bare, city = (forms.find(row.id) for row in forms.list_())
    listed = PartnerFormsDialog(operations, window)
    yield "partners’ forms", listed.start
    yield "partners’ forms: add", lambda: (PartnerFormsDialog(operations, window).start(), settle(),
                                           _press_main())  # fmt: skip
    yield "a partner’s form", CorrectPartnerFormDialog(operations, window, city).start
    for record in (city, bare):
        yield f"what goes where: {record.row.name}", PartnerMapDialog(
            operations, window, record).start  # fmt: skip
    field, place = city.paper.fields[0], MapEntry("person", left=400, top=500, width=600)
    entry = MapEntry("fixed", text="ours", field=field.name)
    yield "a field", PartnerPlaceDialog(operations, window, entry, field, city.paper, print).start
    yield "a place", PartnerPlaceDialog(operations, window, place, None, bare.paper, print).start
    yield "a map to read", ReadMapDialog(operations, window, print).start
    yield "a map to save", SaveMapDialog(operations, window, city.mapped).start
    for record in (city, bare):
        forms.withdraw(record.row.id)


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
