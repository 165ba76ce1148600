"""Every service of an open data file by its noun: the doors that the screen and the tests use."""

from functools import cached_property
from importlib import import_module
from typing import TYPE_CHECKING

from alongside import keys
from alongside.opening import backups_of, keys_of, people_import_of
from alongside.services.backups import BackupService
from alongside.services.keys import KeyService
from alongside.store.file import DataFile

if TYPE_CHECKING:
    import alongside.services.accounts_files
    import alongside.services.advances
    import alongside.services.approvals
    import alongside.services.approver_papers
    import alongside.services.attendance
    import alongside.services.bank_details
    import alongside.services.bank_files
    import alongside.services.bank_layouts
    import alongside.services.budgets
    import alongside.services.claim_lines
    import alongside.services.claims
    import alongside.services.drafts
    import alongside.services.forms
    import alongside.services.gifts
    import alongside.services.groups
    import alongside.services.history
    import alongside.services.line_shares
    import alongside.services.meeting_papers
    import alongside.services.meetings
    import alongside.services.members
    import alongside.services.modulus
    import alongside.services.organisation
    import alongside.services.partner_forms
    import alongside.services.partner_papers
    import alongside.services.pay_answers
    import alongside.services.payment_outcomes
    import alongside.services.payment_papers
    import alongside.services.payment_warnings
    import alongside.services.payments
    import alongside.services.people
    import alongside.services.people_import
    import alongside.services.policies
    import alongside.services.policy_examples
    import alongside.services.policy_forms
    import alongside.services.policy_trials
    import alongside.services.receipts
    import alongside.services.retainers
    import alongside.services.statements
    import alongside.services.top_ups
    import alongside.services.usual_costs


class Doors:
    """The services of one store; nothing else knows how they are wired.

    A service is loaded when it is first asked for: loading all of them would keep the first page
    waiting. The line with its noun says where it is, to people and to `__getattr__`.
    """

    organisation: "alongside.services.organisation.OrganisationService"
    people: "alongside.services.people.PeopleService"
    usual_costs: "alongside.services.usual_costs.UsualCostService"
    bank_details: "alongside.services.bank_details.BankDetailsService"
    groups: "alongside.services.groups.GroupService"
    budgets: "alongside.services.budgets.BudgetService"
    members: "alongside.services.members.MemberService"
    policies: "alongside.services.policies.PolicyService"
    policy_forms: "alongside.services.policy_forms.PolicyFormService"
    policy_examples: "alongside.services.policy_examples.PolicyExampleService"
    policy_trials: "alongside.services.policy_trials.PolicyTrialService"
    meetings: "alongside.services.meetings.MeetingService"
    meeting_papers: "alongside.services.meeting_papers.MeetingPaperService"
    attendance: "alongside.services.attendance.AttendanceService"
    claims: "alongside.services.claims.ClaimService"
    drafts: "alongside.services.drafts.DraftService"
    approvals: "alongside.services.approvals.ApprovalService"
    approver_papers: "alongside.services.approver_papers.ApproverPaperService"
    top_ups: "alongside.services.top_ups.TopUpService"
    retainers: "alongside.services.retainers.RetainerService"
    payments: "alongside.services.payments.PaymentService"
    pay_answers: "alongside.services.pay_answers.PayAnswerService"
    gifts: "alongside.services.gifts.GiftService"
    advances: "alongside.services.advances.AdvanceService"
    payment_outcomes: "alongside.services.payment_outcomes.PaymentOutcomeService"
    payment_warnings: "alongside.services.payment_warnings.PaymentWarningService"
    bank_layouts: "alongside.services.bank_layouts.BankLayoutService"
    bank_files: "alongside.services.bank_files.BankFileService"
    accounts_files: "alongside.services.accounts_files.AccountsFileService"
    modulus: "alongside.services.modulus.ModulusService"
    payment_papers: "alongside.services.payment_papers.PaymentPaperService"
    statements: "alongside.services.statements.StatementService"
    claim_lines: "alongside.services.claim_lines.ClaimLineService"
    line_shares: "alongside.services.line_shares.LineShareService"
    receipts: "alongside.services.receipts.ReceiptService"
    forms: "alongside.services.forms.FormService"
    partner_forms: "alongside.services.partner_forms.PartnerFormService"
    partner_papers: "alongside.services.partner_papers.PartnerPaperService"
    history: "alongside.services.history.HistoryService"

    def __init__(self, store: DataFile, keyring: keys.Keyring) -> None:
        self.store = store
        self._keyring = keyring

    def __getattr__(self, noun: str) -> object:
        where = Doors.__annotations__.get(noun)
        if where is None:
            raise AttributeError(noun)
        module, _, name = where.rpartition(".")
        service = getattr(import_module(module), name)(self.store)
        setattr(self, noun, service)
        return service

    @cached_property
    def backups(self) -> BackupService:
        """What makes and lists backups."""
        return backups_of(self.store)

    @cached_property
    def keys(self) -> KeyService:
        """What changes the recovery words, and locks anew."""
        return keys_of(self.store, self._keyring)

    @cached_property
    def people_import(self) -> "alongside.services.people_import.PeopleImportService":
        """What brings people in from a list: before it, it makes a backup."""
        return people_import_of(self.store)
