"""Policies written in a form: where to start from, what each rule says, and whether it is right."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from alongside.domain.change import Change, Kind
from alongside.domain.errors import UserError
from alongside.domain.policy_check import check_policy
from alongside.domain.policy_draft import DraftTable, PolicyDraft, open_draft
from alongside.domain.policy_error import PolicyError
from alongside.domain.policy_file import KINDS
from alongside.domain.policy_form_check import mistake_of, name_of_table, say_table
from alongside.domain.policy_write import write_policy
from alongside.i18n import _
from alongside.services.policies import PolicyService, keep, mileage_text, rules_of, template_text
from alongside.store import policies
from alongside.store.file import DataFile
from alongside.store.work import work

_HELP = "policies#write-it-in-a-form"
_EXAMPLE = "example"
TableId = tuple[str, int]
"""The kind of a table and its number among them."""


@dataclass(frozen=True, slots=True)
class StartFrom:
    """Ask for a policy to start from: a template, one of our own, or nothing at all."""

    template: str = ""
    policy_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class CheckTable:
    """Ask whether a rule or an example of this kind can be written so."""

    kind: str
    values: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class KeepPolicy:
    """Ask for what was written to be kept as a policy."""

    draft: PolicyDraft


@dataclass(frozen=True, slots=True)
class StartRow:
    """Something that a policy can be started from."""

    id: StartFrom
    words: str


@dataclass(frozen=True, slots=True)
class RuleRow:
    """A rule, or an example, as the form lists it."""

    id: TableId
    name: str
    words: str


@dataclass(frozen=True, slots=True)
class PolicyView:
    """What is written so far: its rules, and its examples with what came of them."""

    rules: tuple[RuleRow, ...]
    examples: tuple[RuleRow, ...]


class TablesError(UserError):
    """What is wrong with some of the rules together; `at` is one of those to be changed."""

    def __init__(self, field: str, words: str, at: TableId) -> None:
        super().__init__(field, words, _HELP)
        self.at = at


class PolicyFormService:
    """Open, look at and keep policies that are written in a form."""

    def __init__(self, store: DataFile) -> None:
        self._store = store

    def starts(self) -> list[StartRow]:
        """Return nothing, our own policies, then the templates."""
        known = PolicyService(self._store)
        own = [
            StartRow(StartFrom(policy_id=row.id), _("a copy of ours: {name}").format(name=row.name))
            for row in known.list_()
        ]
        templates = [
            StartRow(StartFrom(row.id), f"{row.name}: {row.summary}") for row in known.templates()
        ]
        return [StartRow(StartFrom(), _("nothing: an empty policy")), *own, *templates]

    def open(self, start: StartFrom) -> PolicyDraft:
        """Return the policy to start from. Raise UserError if it is no longer there."""
        if start.policy_id:
            return open_draft(PolicyService(self._store).text_of(start.policy_id))
        return open_draft(template_text(start.template)) if start.template else PolicyDraft()

    def open_text(self, text: str) -> PolicyDraft:
        """Return the policy in `text`. Raise UserError on `text` if the text has a fault."""
        try:
            rules_of(text)
            draft = open_draft(text)
            for table in draft.of(_EXAMPLE):
                say_table(table)
        except UserError as error:
            raise UserError("text", error.words, "policies") from None
        return draft

    def check(self, request: CheckTable) -> DraftTable:
        """Return the rule. Raise UserError on the key that is wrong, in the form's words."""
        table = DraftTable(request.kind, request.values)
        try:
            say_table(table)
        except PolicyError as error:
            found = mistake_of(error)
            raise UserError(found.key, found.words, _HELP) from None
        return table

    def look(self, draft: PolicyDraft) -> PolicyView:
        """Return each rule in a sentence, and for each example what came of it."""
        rules, examples = [], []
        results = self._results(draft)
        for kind in KINDS:
            for number, table in enumerate(draft.of(kind), 1):
                said = say_table(table)
                if kind == _EXAMPLE:
                    result = results[number - 1] if results else _("not worked out yet")
                    examples.append(RuleRow((kind, number), said, result))
                else:
                    rules.append(RuleRow((kind, number), name_of_table(kind, number), said))
        return PolicyView(tuple(rules), tuple(examples))

    def unchecked_text(self, draft: PolicyDraft) -> str:
        """Return the text of what is written so far. Raise UserError if a file cannot say it."""
        try:
            return write_policy(draft)
        except PolicyError as error:
            raise _on_a_field(error) from None

    def text_of(self, draft: PolicyDraft) -> str:
        """Return the text of the policy's file.

        Raise UserError on the field that is wrong, TablesError where it is some of the rules.
        """
        if not draft.of("fee"):
            words = _("Add a fee. If none is offered, add one that says so.")
            raise UserError("rules", words, _HELP)
        text = self.unchecked_text(draft)
        try:
            rules_of(text)
        except PolicyError as error:
            raise _on_a_field(error) from None
        return text

    def keep(self, request: KeepPolicy) -> Change:
        """Keep what was written as a policy, beside the others.

        Raise UserError as `text_of` does; on `name` if another policy is called so, and
        TablesError on `examples` for the first that comes out differently.
        """
        text = self.text_of(request.draft)
        with work(self._store) as w:
            name = rules_of(text).name
            same = [row for row in policies.list_all(w.session) if row.name == name]
            if any(row.text != text for row in same):
                words = _("There is a policy with this name already. Give this one another.")
                raise UserError("name", words, _HELP)
            for number, result in enumerate(check_policy(text, mileage_text()).results, 1):
                if not result.is_right:
                    raise TablesError("examples", result.words, (_EXAMPLE, number))
            policy = keep(w.session, text, self._store.now().date())
            words = _("Pay policy “{name}” added").format(name=policy.name)
            return w.done(Change(words, frozenset({Kind.POLICY}), policy.id))

    def _results(self, draft: PolicyDraft) -> list[str]:
        """Return in words what came of each example; none while the policy has a mistake."""
        titled = replace(draft, top={**draft.top, "name": "–", "summary": "–"})
        try:
            report = check_policy(write_policy(titled), mileage_text())
        except UserError:
            return []
        return [
            _("right") if result.is_right else _("differs: {why}").format(why=result.why)
            for result in report.results
        ]


def _on_a_field(error: PolicyError) -> UserError:
    """Return a refusal of the whole policy as one of a field of its form."""
    found = mistake_of(error)
    about = [each for each in found.at if each[0]]
    if about:
        field = "examples" if about[-1][0] == _EXAMPLE else "rules"
        return TablesError(field, found.words, about[-1])
    return UserError(found.key, found.words, _HELP)
