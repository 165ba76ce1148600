"""Whatever a verb changes can be taken back and done again, to the last column of every table."""

import inspect
from collections.abc import Callable
from dataclasses import replace
from datetime import date, time
from pathlib import Path
from uuid import UUID

import pytest

import builders as b
import partner_pdfs
import pictures
from alongside.domain.approval import Agreed
from alongside.domain.bank_ready import unity
from alongside.domain.change import Change
from alongside.domain.claims import Category, Decision, Handling
from alongside.domain.meetings import Role, State
from alongside.domain.money import NOTHING, Money
from alongside.domain.partner_map import MapEntry, PartnerMap
from alongside.domain.payments import PayMethod
from alongside.domain.people import PayChoice
from alongside.domain.people_list import Fact
from alongside.office import Office
from alongside.services.advances import AdvanceDetails, CorrectAdvance
from alongside.services.approvals import AgreeClaims, ApproveClaims
from alongside.services.attendance import AddWalkIn, CorrectAttendance, RecordAttendance
from alongside.services.bank_details import BankAccount
from alongside.services.bank_layouts import KeepLayout
from alongside.services.budgets import AddBudget, BudgetDetails, CorrectBudget
from alongside.services.claim_lines import AddLine, CorrectLine
from alongside.services.claims import IssueClaims, PayLater, WithdrawClaim
from alongside.services.gifts import RecordGiven
from alongside.services.groups import CorrectGroup, GroupDetails
from alongside.services.line_rows import LineDetails
from alongside.services.line_shares import ShareDetails, SplitLine
from alongside.services.meetings import (
    AddMeeting,
    CancelMeeting,
    CorrectMeeting,
    Every,
    Invite,
    MeetingDetails,
    RepeatMeeting,
)
from alongside.services.members import AddNewMember, CorrectMember, MemberDetails
from alongside.services.modulus import KeepTables
from alongside.services.organisation import OrganisationDetails
from alongside.services.partner_form_rows import PartnerFormDetails
from alongside.services.partner_forms import AddPartnerForm, CorrectPartnerForm, KeepMap
from alongside.services.payment_outcomes import RecordBounced, RecordPaid, RecordPart
from alongside.services.payments import MakeRun, SplitPayment, TakeOut, VoidRun
from alongside.services.people import CorrectPerson, PersonDetails
from alongside.services.people_import import ImportPeople
from alongside.services.policies import AddText
from alongside.services.policy_forms import KeepPolicy
from alongside.services.receipt_files import ReceiptFile
from alongside.services.receipts import AddReceipts, PlaceReceipt, TurnReceipt
from alongside.services.retainers import DueRetainers
from alongside.services.top_ups import LateRates
from alongside.services.usual_costs import AddUsualCost, CorrectUsualCost, UsualCostDetails

Act = Callable[[], Change]
JANUARY = date(2020, 1, 1)
TAXI = UsualCostDetails(Category.TAXI, "taxi", amount=Money(920))
TICKET = ReceiptFile(content=pictures.jpeg(), name="ticket.jpg")
FARE = LineDetails(Category.BUS_TRAIN_TRAM, b.MAY_9, "tram", Money(480))


class Scene:
    """Two people in a group, a meeting that Ann attended, and her draft claim for it."""

    def __init__(self, office: Office) -> None:
        self.ann = b.add_person(office, "Ann Lee")
        self.bo = b.add_person(office, "Bo Larsen")
        self.cost = b.add_usual_cost(office, self.ann)
        self.group = b.add_group(office, self.ann)
        self.meeting = b.add_marked_meeting(office, self.group, self.ann)
        self.next_meeting = b.add_meeting(office, self.group, date(2026, 6, 9))
        office.claims.make(self.meeting)
        record = b.claim_of(office, self.ann)
        self.claim, self.fee, self.fare = record.row.id, record.fees[0], record.expenses[0]


def organisation_correct(office: Office) -> Act:
    details = OrganisationDetails("Riverside Disabled People’s Network")
    return lambda: office.organisation.correct(details)


def people_add(office: Office) -> Act:
    return lambda: office.people.add(PersonDetails("Carys Ŵyn", pay_at_most=Money(5000)))


def people_correct(office: Office) -> Act:
    person = b.add_person(office)
    details = PersonDetails("Ann Lee-Hart", access_review=date(2026, 9, 1))
    return lambda: office.people.correct(CorrectPerson(person, details))


def people_remove(office: Office) -> Act:
    person = b.add_person(office)
    b.add_usual_cost(office, person)
    b.add_usual_cost(office, person, Category.CAR, tenths_of_mile=62)
    b.add_bank_details(office, person)
    return lambda: office.people.remove(person)


def people_import(office: Office) -> Act:
    group = b.add_group(office)
    rows = ((2, ("Carys Ŵyn", "7700900123")), (3, ("Devi Rao", "")))
    request = ImportPeople(rows, (Fact.NAME, Fact.PHONE), group)
    return lambda: office.people_import.import_(request)


def usual_costs_add(office: Office) -> Act:
    person = b.add_person(office)
    return lambda: office.usual_costs.add(AddUsualCost(person, TAXI))


def usual_costs_correct(office: Office) -> Act:
    cost = b.add_usual_cost(office, b.add_person(office))
    details = UsualCostDetails(Category.SUPPORT_WORKER, rate=Money(1350), minutes=180)
    return lambda: office.usual_costs.correct(CorrectUsualCost(cost, details))


def usual_costs_remove(office: Office) -> Act:
    cost = b.add_usual_cost(office, b.add_person(office))
    return lambda: office.usual_costs.remove(cost)


def bank_details_correct(office: Office) -> Act:
    account = BankAccount(b.add_person(office), "A Lee", "000042", "31926834", reason="joined")
    return lambda: office.bank_details.correct(account)


def groups_add(office: Office) -> Act:
    return lambda: office.groups.add(GroupDetails("Health Group", partner="Wend Valley Health"))


def groups_correct(office: Office) -> Act:
    group = b.add_group(office)
    details = GroupDetails("Transport Group", partner="A new partner")
    return lambda: office.groups.correct(CorrectGroup(group, details))


def groups_remove(office: Office) -> Act:
    group = b.add_group(office, b.add_person(office))
    return lambda: office.groups.remove(group)


def members_add(office: Office) -> Act:
    details = MemberDetails(b.add_group(office), b.add_person(office), Role.CHAIR, JANUARY)
    return lambda: office.members.add(details)


def members_add_new(office: Office) -> Act:
    group = b.add_group(office)
    return lambda: office.members.add_new(AddNewMember(group, PersonDetails("Ann Lee")))


def members_correct(office: Office) -> Act:
    person = b.add_person(office)
    group = b.add_group(office, person)
    member = office.members.list_for(group)[0].id
    details = MemberDetails(group, person, Role.NOTE_TAKER, JANUARY, date(2026, 5, 1))
    return lambda: office.members.correct(CorrectMember(member, details))


def members_remove(office: Office) -> Act:
    group = b.add_group(office, b.add_person(office))
    member = office.members.list_for(group)[0].id
    return lambda: office.members.remove(member)


def policies_add_template(office: Office) -> Act:
    return lambda: office.policies.add_template("block")


def policies_add_file(office: Office) -> Act:
    file = Path(office.path.parent, "own.toml")
    file.write_text(b.POLICY, encoding="utf-8")
    return lambda: office.policies.add_file(file)


def policy_forms_keep(office: Office) -> Act:
    draft = office.policy_forms.open_text(b.POLICY)
    return lambda: office.policy_forms.keep(KeepPolicy(draft))


def policies_add_text(office: Office) -> Act:
    return lambda: office.policies.add_text(AddText(b.POLICY))


def meetings_add(office: Office) -> Act:
    group = b.add_group(office, b.add_person(office))
    details = MeetingDetails(group, b.MAY_9, time(13), time(15))
    return lambda: office.meetings.add(AddMeeting(details))


def meetings_correct(office: Office) -> Act:
    scene = Scene(office)
    details = MeetingDetails(scene.group, b.MAY_9, time(10), time(15, 30), title="Tram stops")
    return lambda: office.meetings.correct(CorrectMeeting(scene.meeting, details))


def meetings_repeat(office: Office) -> Act:
    meeting = b.add_meeting(office, b.add_group(office, b.add_person(office)))
    request = RepeatMeeting(meeting, Every.MONTH_SAME_WEEKDAY, date(2026, 12, 31))
    return lambda: office.meetings.repeat(request)


def meetings_cancel(office: Office) -> Act:
    scene = Scene(office)
    return lambda: office.meetings.cancel(CancelMeeting(scene.next_meeting, "No interpreter"))


def meetings_remove(office: Office) -> Act:
    scene = Scene(office)
    return lambda: office.meetings.remove(scene.next_meeting)


def meetings_invite(office: Office) -> Act:
    scene = Scene(office)
    return lambda: office.meetings.invite(Invite(scene.meeting, (scene.bo, scene.ann)))


def attendance_record(office: Office) -> Act:
    scene = Scene(office)
    line = b.line_of(office, scene.meeting, scene.ann)
    return lambda: office.attendance.record(RecordAttendance(line, State.DID_NOT_COME))


def attendance_correct(office: Office) -> Act:
    scene = Scene(office)
    line = b.line_of(office, scene.meeting, scene.ann)
    request = CorrectAttendance(
        line, State.ATTENDED_PART, Role.CHAIR, arrived=time(13, 40), preparation_minutes=60,
        supporter="PA: Jo", travel_minutes=90, left_home=time(8), came_home=time(18), nights=1,
        night_region="London",
    )  # fmt: skip
    return lambda: office.attendance.correct(request)


def attendance_add_walk_in(office: Office) -> Act:
    scene = Scene(office)
    return lambda: office.attendance.add_walk_in(AddWalkIn(scene.meeting, name="Devi Rao"))


def attendance_remove(office: Office) -> Act:
    scene = Scene(office)
    line = b.line_of(office, scene.next_meeting, scene.ann)
    return lambda: office.attendance.remove(line)


def claims_make(office: Office) -> Act:
    scene = Scene(office)
    b.mark(office, scene.next_meeting, scene.ann, State.ONLINE)
    return lambda: office.claims.make(scene.next_meeting)


def claim_lines_add(office: Office) -> Act:
    claim = Scene(office).claim
    return lambda: office.claim_lines.add(AddLine(claim, FARE))


def claim_lines_correct(office: Office) -> Act:
    fee = Scene(office).fee
    details = LineDetails(
        fee.details.category, b.MAY_9, fee.words, Money(2000), decision=Decision.LESS
    )
    return lambda: office.claim_lines.correct(CorrectLine(fee.id, details))


def claim_lines_remove(office: Office) -> Act:
    fare = Scene(office).fare
    return lambda: office.claim_lines.remove(fare.id)


def signed(office: Office) -> UUID:
    """Return a claim that is signed."""
    scene = Scene(office)
    office.claims.issue(IssueClaims((scene.claim,)))
    office.approvals.agree(AgreeClaims((scene.claim,)))
    return scene.claim


def approvals_agree(office: Office) -> Act:
    claim = Scene(office).claim
    office.claims.issue(IssueClaims((claim,)))
    return lambda: office.approvals.agree(AgreeClaims((claim,), Agreed.BSL, "Jo Hart"))


def approvals_approve(office: Office) -> Act:
    claim = signed(office)
    line = office.claims.find(claim).expenses[0].id
    request = ApproveClaims((claim,), {line: "not agreed"}, exception="alone today")
    return lambda: office.approvals.approve(request)


def in_run(office: Office) -> tuple[UUID, UUID]:
    """Return a payment run with one payment, and the payment."""
    office.people.correct(CorrectPerson(
        Scene(office).ann, PersonDetails("Ann Lee", pay_choice=PayChoice.BANK)))  # fmt: skip
    claim = office.claims.list_()[0].id
    office.claims.issue(IssueClaims((claim,)))
    office.approvals.agree(AgreeClaims((claim,)))
    office.approvals.approve(ApproveClaims((claim,), exception="alone today"))
    run = office.payments.make(MakeRun(PayMethod.BANK, date(2026, 5, 14))).id
    assert run is not None
    return run, office.payments.find(run).payments[0].id


def payments_make(office: Office) -> Act:
    run, _payment = in_run(office)
    office.payments.void(VoidRun(run, "wrong day"))
    return lambda: office.payments.make(MakeRun(PayMethod.BANK, date(2026, 5, 14)))


def payments_take_out(office: Office) -> Act:
    _run, payment = in_run(office)
    return lambda: office.payments.take_out(TakeOut((payment,)))


def payments_split(office: Office) -> Act:
    _run, payment = in_run(office)
    return lambda: office.payments.split(SplitPayment(payment, Money(2000), NOTHING))


def payments_void(office: Office) -> Act:
    run, _payment = in_run(office)
    return lambda: office.payments.void(VoidRun(run, "wrong day"))


def payment_outcomes_paid(office: Office) -> Act:
    _run, payment = in_run(office)
    return lambda: office.payment_outcomes.record_paid(RecordPaid((payment,), date(2026, 5, 12)))


def payment_outcomes_part(office: Office) -> Act:
    _run, payment = in_run(office)
    request = RecordPart(payment, date(2026, 5, 12), Money(100), Money(0), "bank limit")
    return lambda: office.payment_outcomes.record_part(request)


def payment_outcomes_bounced(office: Office) -> Act:
    _run, payment = in_run(office)
    request = RecordBounced(payment, date(2026, 5, 12), "account closed")
    return lambda: office.payment_outcomes.record_bounced(request)


def bank_layouts_keep(office: Office) -> Act:
    return lambda: office.bank_layouts.keep(KeepLayout(replace(unity(), name="Our bank")))


def bank_layouts_remove(office: Office) -> Act:
    kept = office.bank_layouts.keep(KeepLayout(replace(unity(), name="Our bank"))).id
    assert kept is not None
    return lambda: office.bank_layouts.remove(kept)


def partner_form_of(office: Office) -> UUID:
    """Return a form of a partner that is a new one too."""
    file = partner_pdfs.save(Path(office.path.parent), partner_pdfs.with_fields())
    details = PartnerFormDetails("City form", "City Council", JANUARY)
    kept = office.partner_forms.add(AddPartnerForm(details, file)).id
    assert kept is not None
    return kept


def partner_forms_add(office: Office) -> Act:
    file = partner_pdfs.save(Path(office.path.parent), partner_pdfs.with_fields())
    details = PartnerFormDetails("City form", "City Council", JANUARY)
    return lambda: office.partner_forms.add(AddPartnerForm(details, file))


def partner_forms_correct(office: Office) -> Act:
    details = PartnerFormDetails("Town form", "Town Council", b.MAY_9)
    request = CorrectPartnerForm(partner_form_of(office), details)
    return lambda: office.partner_forms.correct(request)


def partner_forms_keep_map(office: Office) -> Act:
    mapped = PartnerMap((MapEntry("person", field="Full name"),))
    request = KeepMap(partner_form_of(office), mapped)
    return lambda: office.partner_forms.keep_map(request)


def partner_forms_withdraw(office: Office) -> Act:
    form = partner_form_of(office)
    return lambda: office.partner_forms.withdraw(form)


def modulus_keep(office: Office) -> Act:
    file = Path(office.path.parent, "weights.txt")
    file.write_text("000000 000099 MOD10 0 0 0 0 0 0 7 1 3 7 1 3 7 1\n", encoding="utf-8")
    return lambda: office.modulus.keep(KeepTables(file))


def top_ups_make(office: Office) -> Act:
    scene = Scene(office)
    office.claims.issue(IssueClaims((scene.claim,)))
    details = office.groups.find(scene.group)
    dearer = b.add_policy(office, b.POLICY.replace('"75.00"', '"80.00"'))
    office.groups.correct(CorrectGroup(scene.group, replace(details, policy_id=dearer)))
    return lambda: office.top_ups.make(LateRates(scene.group, JANUARY))


def retainers_draft(office: Office) -> Act:
    group = b.add_group(
        office,
        b.add_person(office),
        policy=f"""{b.POLICY}
[[retainer]]
from = 2026-01-01
each = "month"
amount = "40.00"
""",
    )
    return lambda: office.retainers.draft(DueRetainers(group, JANUARY, date(2026, 5, 12)))


def gifts_record(office: Office) -> Act:
    ann = b.add_person(office, pay_choice=PayChoice.DONATION, pay_note="Harbour Trust")
    office.claims.make(b.add_marked_meeting(office, b.add_group(office, ann), ann))
    claim = b.issue(office, ann)
    office.approvals.agree(AgreeClaims((claim,)))
    office.approvals.approve(ApproveClaims((claim,), exception="alone today"))
    gift = office.gifts.list_()[0].id
    return lambda: office.gifts.record(RecordGiven((gift,), b.MAY_9, "cheque 114"))


def advance_of(office: Office) -> AdvanceDetails:
    """Return cash for the meeting of an approved claim with a train that was advanced."""
    ann = b.add_person(office)
    b.add_usual_cost(office, ann, Category.BUS_TRAIN_TRAM, amount=Money(1390),
                     handling=Handling.ADVANCED)  # fmt: skip
    meeting = b.add_marked_meeting(office, b.add_group(office, ann), ann)
    office.claims.make(meeting)
    claim = b.issue(office, ann)
    office.approvals.agree(AgreeClaims((claim,)))
    office.approvals.approve(ApproveClaims((claim,), exception="alone today"))
    return AdvanceDetails(ann, meeting, b.MAY_9, Money(1000))


def advances_add(office: Office) -> Act:
    details = advance_of(office)
    return lambda: office.advances.add(details)


def advances_correct(office: Office) -> Act:
    details = advance_of(office)
    advance = office.advances.add(details).id
    assert advance is not None
    request = CorrectAdvance(advance, replace(details, amount=Money(2000), returned=Money(610)))
    return lambda: office.advances.correct(request)


def advances_remove(office: Office) -> Act:
    advance = office.advances.add(advance_of(office)).id
    assert advance is not None
    return lambda: office.advances.remove(advance)


def claims_pay_later(office: Office) -> Act:
    claim = signed(office)
    return lambda: office.claims.pay_later(PayLater(claim, date(2026, 6, 1)))


def with_receipt(office: Office) -> tuple[Scene, UUID]:
    """Return a claim with a receipt on its fare, and the receipt."""
    scene = Scene(office)
    added = office.receipts.add(AddReceipts(scene.claim, (TICKET,), scene.fare.id)).id
    assert added is not None
    return scene, added


def receipts_add(office: Office) -> Act:
    scene, _receipt = with_receipt(office)
    files = (TICKET, ReceiptFile(content=pictures.PDF, name="taxi.pdf"))
    return lambda: office.receipts.add(AddReceipts(scene.claim, files, scene.fare.id))


def receipts_place(office: Office) -> Act:
    _scene, receipt = with_receipt(office)
    return lambda: office.receipts.place(PlaceReceipt(receipt, None))


def receipts_turn(office: Office) -> Act:
    _scene, receipt = with_receipt(office)
    return lambda: office.receipts.turn(TurnReceipt(receipt, 270))


def receipts_remove(office: Office) -> Act:
    _scene, receipt = with_receipt(office)
    return lambda: office.receipts.remove(receipt)


def budget(office: Office, group: UUID, code: str = "T-1") -> UUID:
    """Add a budget for this year, and return it."""
    details = BudgetDetails(code, Money(500_000), 75, "Riverside Transport")
    added = office.budgets.add(AddBudget(group, b.MAY_9, details)).id
    assert added is not None
    return added


def budgets_add(office: Office) -> Act:
    group = b.add_group(office)
    details = BudgetDetails("T-1", Money(500_000))
    return lambda: office.budgets.add(AddBudget(group, b.MAY_9, details))


def budgets_correct(office: Office) -> Act:
    there = budget(office, b.add_group(office))
    details = BudgetDetails("T-2", Money(1), 90, "the council")
    return lambda: office.budgets.correct(CorrectBudget(there, details))


def budgets_remove(office: Office) -> Act:
    there = budget(office, b.add_group(office))
    return lambda: office.budgets.remove(there)


def line_shares_split(office: Office) -> Act:
    scene = Scene(office)
    shares = [ShareDetails(budget(office, scene.group, code), 5000) for code in ("T-1", "T-2")]
    office.line_shares.split(SplitLine(scene.fee.id, tuple(shares)))
    other = tuple(ShareDetails(share.budget_id, part) for share, part in zip(
        reversed(shares), (700, 6800), strict=True))  # fmt: skip
    return lambda: office.line_shares.split(SplitLine(scene.fee.id, other, by_percent=False))


def split_line_remove(office: Office) -> Act:
    scene = Scene(office)
    office.claim_lines.add(AddLine(scene.claim, FARE))
    fare = office.claims.find(scene.claim).expenses[-1].id
    shares = [ShareDetails(budget(office, scene.group, code), 5000) for code in ("T-1", "T-2")]
    office.line_shares.split(SplitLine(fare, tuple(shares)))
    return lambda: office.claim_lines.remove(fare)


SCENARIOS: dict[str, Callable[[Office], Act]] = {
    "organisation.correct": organisation_correct,
    "people.add": people_add,
    "people.correct": people_correct,
    "people.remove": people_remove,
    "people_import.import_": people_import,
    "usual_costs.add": usual_costs_add,
    "usual_costs.correct": usual_costs_correct,
    "usual_costs.remove": usual_costs_remove,
    "bank_details.correct": bank_details_correct,
    "groups.add": groups_add,
    "groups.correct": groups_correct,
    "groups.remove": groups_remove,
    "members.add": members_add,
    "members.add_new": members_add_new,
    "members.correct": members_correct,
    "members.remove": members_remove,
    "policies.add_template": policies_add_template,
    "policies.add_file": policies_add_file,
    "policies.add_text": policies_add_text,
    "policy_forms.keep": policy_forms_keep,
    "meetings.add": meetings_add,
    "meetings.correct": meetings_correct,
    "meetings.repeat": meetings_repeat,
    "meetings.cancel": meetings_cancel,
    "meetings.remove": meetings_remove,
    "meetings.invite": meetings_invite,
    "attendance.record": attendance_record,
    "attendance.correct": attendance_correct,
    "attendance.add_walk_in": attendance_add_walk_in,
    "attendance.remove": attendance_remove,
    "claims.make": claims_make,
    "claims.pay_later": claims_pay_later,
    "gifts.record": gifts_record,
    "advances.add": advances_add,
    "advances.correct": advances_correct,
    "advances.remove": advances_remove,
    "claim_lines.add": claim_lines_add,
    "approvals.agree": approvals_agree,
    "approvals.approve": approvals_approve,
    "bank_layouts.keep": bank_layouts_keep,
    "bank_layouts.remove": bank_layouts_remove,
    "partner_forms.add": partner_forms_add,
    "partner_forms.correct": partner_forms_correct,
    "partner_forms.keep_map": partner_forms_keep_map,
    "partner_forms.withdraw": partner_forms_withdraw,
    "modulus.keep": modulus_keep,
    "top_ups.make": top_ups_make,
    "retainers.draft": retainers_draft,
    "payments.make": payments_make,
    "payments.take_out": payments_take_out,
    "payments.split": payments_split,
    "payments.void": payments_void,
    "payment_outcomes.record_paid": payment_outcomes_paid,
    "payment_outcomes.record_part": payment_outcomes_part,
    "payment_outcomes.record_bounced": payment_outcomes_bounced,
    "claim_lines.correct": claim_lines_correct,
    "claim_lines.remove": claim_lines_remove,
    "receipts.add": receipts_add,
    "receipts.place": receipts_place,
    "receipts.turn": receipts_turn,
    "receipts.remove": receipts_remove,
    "budgets.add": budgets_add,
    "budgets.correct": budgets_correct,
    "budgets.remove": budgets_remove,
    "line_shares.split": line_shares_split,
}
"""Every verb that changes something, and what it takes to do it once."""

BARRIERS = {
    "accounts_files.save", "approvals.refuse", "approvals.return_", "bank_files.save",
    "claims.issue", "claims.withdraw", "people.redact",
    "partner_papers.record_use",
}  # fmt: skip
"""What cannot be undone, only withdrawn or corrected (house, section 10)."""

WAY_BACK = {"history.undo", "history.redo"}

BESIDE = {"backups.make", "backups.rescue"}
"""What leaves the records as they are."""
NOTES = {
    "history.to_file", "keys.change_words", "keys.lock_anew", "keys.remove", "receipts.save_copy",
    "partner_forms.save_map", "payment_papers.save_list", "statements.save",
    "approver_papers.save",
}  # fmt: skip
"""What changes nothing in the file and only leaves a line that it was done."""


def verbs(office: Office) -> set[str]:
    """Return the public verbs of every service of the office that give a receipt."""
    return {
        f"{noun}.{name}"
        for noun, service in b.doors_of(office).items()
        for name, verb in inspect.getmembers(service, inspect.ismethod)
        if not name.startswith("_") and inspect.signature(verb).return_annotation is Change
    }


@pytest.mark.parametrize("verb", SCENARIOS)
def test_a_verb_can_be_undone_and_done_again(verb, office, check_undo):
    change = check_undo(SCENARIOS[verb](office))
    assert change.words
    assert change.kinds


def test_a_line_that_budgets_share_comes_back_with_its_shares(office, check_undo):
    check_undo(split_line_remove(office))


def test_no_verb_is_missing_here(office):
    assert verbs(office) == SCENARIOS.keys() | BARRIERS | WAY_BACK | BESIDE | NOTES


@pytest.mark.parametrize("verb", [verb for verb in SCENARIOS if verb.endswith(".add")])
def test_whatever_was_added_can_be_landed_on(verb, office):
    assert SCENARIOS[verb](office)().id is not None


def test_nothing_before_issuing_can_be_undone(office):
    scene = Scene(office)
    office.claims.issue(IssueClaims((scene.claim,)))
    assert office.history.steps().undo == ""
    assert office.history.undo().words == "There is nothing to undo"


def test_nothing_before_withdrawing_can_be_undone(office):
    scene = Scene(office)
    office.claims.issue(IssueClaims((scene.claim,)))
    office.claims.withdraw(WithdrawClaim(scene.claim, "wrong fare"))
    assert office.history.steps().undo == ""


def test_what_was_done_after_a_barrier_can_be_undone(office, check_undo):
    scene = Scene(office)
    office.claims.issue(IssueClaims((scene.claim,)))
    check_undo(lambda: office.people.add(PersonDetails("Devi Rao")))


def test_many_steps_are_taken_back_in_turn_and_done_again_in_turn(office):
    for name in ("Ann Lee", "Bo Larsen", "Carys Ŵyn"):
        b.add_person(office, name)
    for _number in range(3):
        office.history.undo()
    assert office.people.list_() == []
    assert office.history.redo().words == "Done again: Ann Lee added"
    assert office.history.redo().words == "Done again: Bo Larsen added"
    assert office.history.steps().undo == "Bo Larsen added"
    assert [row.name for row in office.people.list_()] == ["Ann Lee", "Bo Larsen"]


def test_something_new_closes_the_way_to_redo(office):
    b.add_person(office, "Ann Lee")
    office.history.undo()
    b.add_person(office, "Bo Larsen")
    assert office.history.steps().redo == ""
    assert office.history.redo().words == "There is nothing to do again"


def test_what_a_new_step_closed_stays_closed_when_that_step_is_undone(office):
    b.add_person(office, "Ann Lee")
    office.history.undo()
    b.add_person(office, "Bo Larsen")
    office.history.undo()
    assert office.history.redo().words == "Done again: Bo Larsen added"
    assert office.history.steps().redo == ""


def test_an_earlier_sitting_cannot_be_undone_but_stands_in_the_history(office, keyring, clock):
    b.add_person(office, "Ann Lee")
    office.close()
    again = Office.open(office.path, keyring, clock=clock, who="Jo")
    assert again.history.steps().undo == ""
    assert [(row.words, row.who) for row in again.history.list_()] == [("Ann Lee added", "Sam")]
    again.close()


def test_undo_and_redo_leave_lines_of_their_own(office):
    b.add_person(office, "Ann Lee")
    office.history.undo()
    office.history.redo()
    assert [row.words for row in office.history.list_()] == [
        "Done again: Ann Lee added", "Undone: Ann Lee added", "Ann Lee added",
    ]  # fmt: skip
    assert office.history.list_()[0].when == "12 May 2026, 16:00"


def test_a_number_given_anew_in_the_same_step_is_undone(office, check_undo):
    """Ann's draft goes away and Bo's begins with the number after it."""
    ann, bo = b.add_person(office, "Ann Lee"), b.add_person(office, "Bo Larsen")
    group = b.add_group(office, ann, bo)
    meeting = b.add_marked_meeting(office, group, ann, bo)
    b.mark(office, meeting, bo, State.APOLOGIES)
    office.claims.make(meeting)
    b.mark(office, meeting, bo)
    check_undo(lambda: office.claims.make(meeting))
