"""Pay policies: the templates that come with Alongside, and an organisation's own files."""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path
from uuid import UUID

from alongside.domain.asks import Asks, asks_for, together
from alongside.domain.change import Change, Kind
from alongside.domain.dates import say_date
from alongside.domain.errors import UserError, WorldError
from alongside.domain.policy import Policy as PolicyRules
from alongside.domain.policy_check import PolicyReport, check_policy
from alongside.domain.policy_text import read_policy
from alongside.i18n import _
from alongside.store import groups, policies
from alongside.store.file import DataFile
from alongside.store.tables import Policy
from alongside.store.work import Session, reading, work
from alongside_resources import path

_POLICY = frozenset({Kind.POLICY})
LARGEST_FILE = 500_000
"""Bytes: a policy is a page or two of text; anything larger is another kind of file."""


@dataclass(frozen=True, slots=True)
class AddText:
    """Ask for a policy with this text, as a policy file has it."""

    text: str


@dataclass(frozen=True, slots=True)
class TemplateRow:
    """A policy that comes with Alongside. `id` is its file's name without the ending."""

    id: str
    name: str
    summary: str


@dataclass(frozen=True, slots=True)
class PolicyRow:
    """A policy of this organisation."""

    id: UUID
    name: str
    summary: str
    added_on: str


class PolicyService:
    """List the templates, add one or a file of one's own."""

    def __init__(self, store: DataFile) -> None:
        self._store = store

    def templates(self) -> list[TemplateRow]:
        """Return the templates that come with Alongside, by name."""
        found = [(name, rules_of(template_text(name))) for name in _templates()]
        rows = [TemplateRow(name, rules.name, rules.summary) for name, rules in found]
        return sorted(rows, key=lambda row: row.name)

    def list_(self) -> list[PolicyRow]:
        """Return the organisation's policies, by name."""
        with reading(self._store) as session:
            return [
                PolicyRow(row.id, row.name, rules_of(row.text).summary, say_date(row.added_on))
                for row in policies.list_all(session)
            ]

    def asks(self) -> Asks:
        """Return which facts of people's days the policies of any group use today."""
        today = self._store.now().date()
        with reading(self._store) as session:
            found = {group.policy.text for group in groups.list_all(session) if group.policy}
            return together(asks_for(rules_of(text), today) for text in found)

    def text_of(self, policy_id: UUID) -> str:
        """Return a policy's file as it was added."""
        with reading(self._store) as session:
            policy = policies.find(session, policy_id)
            if policy is None:
                raise UserError("", _("That policy is no longer here."))
            return policy.text

    def add_template(self, template: str) -> Change:
        """Add the template with this id; one that is there already is not added again.

        Raise UserError if there is no such template.
        """
        return self._add(template_text(template))

    def add_file(self, file: Path) -> Change:
        """Add an organisation's own policy file.

        Raise UserError on `file` if it has a fault, or an example of its own that works out
        differently; WorldError if it cannot be read.
        """
        text = read_policy_file(file)
        _check(text, "file")
        return self._add(text)

    def add_text(self, request: AddText) -> Change:
        """Add a policy as it was typed. Raise UserError on `text` as adding a file does."""
        _check(request.text, "text")
        return self._add(request.text)

    def _add(self, text: str) -> Change:
        with work(self._store) as w:
            policy = keep(w.session, text, self._store.now().date())
            words = _("Pay policy “{name}” added").format(name=policy.name)
            return w.done(Change(words, _POLICY, policy.id))


def keep(session: Session, text: str, today: date) -> Policy:
    """Return the policy with this text, added if it is not there yet."""
    policy = policies.find_text(session, text)
    if policy is None:
        policy = Policy(name=rules_of(text).name, text=text, added_on=today)
        session.add(policy)
    return policy


def _check(text: str, field: str) -> None:
    """Raise UserError on `field` for a fault, or an example that works out differently."""
    try:
        report = check_policy(text, mileage_text())
    except UserError as error:
        raise UserError(field, error.words, "policies") from None
    if not report.is_right:
        raise UserError(field, report.first_difference, "policies")


def _templates() -> list[str]:
    """Return the ids of the templates; files that begin with _ are shared by them."""
    names = [file.name for file in path("policies").iterdir()]
    return [n.removesuffix(".toml") for n in names if n.endswith(".toml") and n[0] != "_"]


def template_text(template: str) -> str:
    """Return the text of the template with this id. Raise UserError if there is none."""
    if template not in _templates():
        raise UserError("template", _("There is no policy template {id}.").format(id=template))
    return path(f"policies/{template}.toml").read_text(encoding="utf-8")


def mileage_text() -> str:
    """Return the mileage rates that templates share, as their file has them."""
    return path("policies/_mileage.toml").read_text(encoding="utf-8")


@lru_cache(maxsize=32)
def rules_of(text: str) -> PolicyRules:
    """Return the rules that a policy's text holds; the same text is read once."""
    return read_policy(text, mileage_text())


def read_policy_file(file: Path) -> str:
    """Return the text of a policy file. Raise WorldError in a sentence if it cannot be read."""
    try:
        if file.stat().st_size > LARGEST_FILE:
            raise WorldError(_("{name} is too large to be a pay policy.").format(name=file.name))
        return file.read_text(encoding="utf-8")
    except FileNotFoundError:
        raise WorldError(_("There is no file {path}.").format(path=file)) from None
    except UnicodeDecodeError:
        raise WorldError(_("{name} is not a text file.").format(name=file.name)) from None
    except OSError:
        raise WorldError(_("{name} cannot be read.").format(name=file.name)) from None


def published_texts() -> dict[str, str]:
    """Return the policies that organisations have published, by their file's name, as examples.

    They show that the rules can say what is paid in the field. They are no templates: nobody
    chooses them, and some of their figures are examples.
    """
    files = sorted(path("policies/published").iterdir(), key=lambda file: file.name)
    return {
        file.name.removesuffix(".toml"): file.read_text(encoding="utf-8")
        for file in files
        if file.name.endswith(".toml")
    }


def check_own_policies() -> dict[str, PolicyReport]:
    """Work out the examples of every template and every published policy, by their names."""
    texts = {name: template_text(name) for name in sorted(_templates())} | published_texts()
    return {name: check_policy(text, mileage_text()) for name, text in texts.items()}


def check_policy_file(file: Path) -> PolicyReport:
    """Work out the examples in a policy file, for `alongside policy check`."""
    return check_policy(read_policy_file(file), mileage_text())
