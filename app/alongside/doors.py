"""Every service of an open data file by its noun: the doors that the screen and the tests use."""

from alongside import keys
from alongside.opening import backups_of, keys_of, people_import_of
from alongside.services.approvals import ApprovalService
from alongside.services.attendance import AttendanceService
from alongside.services.bank_details import BankDetailsService
from alongside.services.bank_files import BankFileService
from alongside.services.bank_layouts import BankLayoutService
from alongside.services.claim_lines import ClaimLineService
from alongside.services.claims import ClaimService
from alongside.services.forms import FormService
from alongside.services.groups import GroupService
from alongside.services.history import HistoryService
from alongside.services.meetings import MeetingService
from alongside.services.members import MemberService
from alongside.services.modulus import ModulusService
from alongside.services.organisation import OrganisationService
from alongside.services.payment_outcomes import PaymentOutcomeService
from alongside.services.payment_papers import PaymentPaperService
from alongside.services.payment_warnings import PaymentWarningService
from alongside.services.payments import PaymentService
from alongside.services.people import PeopleService
from alongside.services.policies import PolicyService
from alongside.services.policy_trials import PolicyTrialService
from alongside.services.receipts import ReceiptService
from alongside.services.statements import StatementService
from alongside.services.top_ups import TopUpService
from alongside.services.usual_costs import UsualCostService
from alongside.store.file import DataFile


class Doors:
    """The services of one store; nothing else knows how they are wired."""

    def __init__(self, store: DataFile, keyring: keys.Keyring) -> None:
        self.organisation = OrganisationService(store)
        self.people = PeopleService(store)
        self.people_import = people_import_of(store)
        self.usual_costs = UsualCostService(store)
        self.bank_details = BankDetailsService(store)
        self.groups = GroupService(store)
        self.members = MemberService(store)
        self.policies = PolicyService(store)
        self.policy_trials = PolicyTrialService(store)
        self.meetings = MeetingService(store)
        self.attendance = AttendanceService(store)
        self.claims = ClaimService(store)
        self.approvals = ApprovalService(store)
        self.top_ups = TopUpService(store)
        self.payments = PaymentService(store)
        self.payment_outcomes = PaymentOutcomeService(store)
        self.payment_warnings = PaymentWarningService(store)
        self.bank_layouts = BankLayoutService(store)
        self.bank_files = BankFileService(store)
        self.modulus = ModulusService(store)
        self.payment_papers = PaymentPaperService(store)
        self.statements = StatementService(store)
        self.claim_lines = ClaimLineService(store)
        self.receipts = ReceiptService(store)
        self.forms = FormService(store)
        self.history = HistoryService(store)
        self.backups = backups_of(store)
        self.keys = keys_of(store, keyring)
