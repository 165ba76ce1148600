"""What one piece of work changed, field by field, in sentences that anybody understands."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum
from typing import Any
from uuid import UUID

from alongside.domain.budgets import say_percent
from alongside.domain.dates import months, say_date, say_minutes, say_time
from alongside.domain.miles import say_miles
from alongside.i18n import _
from alongside.store import history_search
from alongside.store.history_search import TouchedRow
from alongside.store.tables import nouns
from alongside.store.work import Session

_SECRET = frozenset({"sort_code", "roll_number"})
_MINUTES = frozenset({"minutes", "preparation_minutes", "travel_minutes"})


@dataclass(frozen=True, slots=True)
class DetailRow:
    """One thing that a piece of work changed: about what or whom, and what, in a sentence."""

    id: int
    about: str
    words: str


def details(session: Session, number: int) -> list[DetailRow]:
    """Return what the piece of work `number` changed, in the order of the file's links."""
    return of_rows(session, history_search.touched(session, number))


def of_rows(session: Session, rows: Iterable[TouchedRow]) -> list[DetailRow]:
    """Return what differs between before and after in each of `rows`."""
    said = _Told(session)
    sentences = [(said.about(row), words) for row in rows for words in said.sentences(row)]
    return [DetailRow(place, about, words) for place, (about, words) in enumerate(sentences)]


class _Told:
    """Puts rows into words; what they point at is looked up once for each."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._nouns = nouns()
        self._names: dict[tuple[str, str], str] = {}

    def about(self, row: TouchedRow) -> str:
        """Return what a row is about, as it is after the work, or was before it went."""
        return self._name(row.table, row.after or row.before)

    def sentences(self, row: TouchedRow) -> Iterator[str]:
        """Yield a sentence for each thing that differs between before and after."""
        if not row.before:
            yield self._came(row)
        elif not row.after:
            yield self._went(row)
        links, usual = history_search.points_at(row.table), history_search.defaults(row.table)
        for column, label in self._nouns[row.table].columns.items():
            if label is None or (column in links and not (row.before and row.after)):
                continue
            was, now = row.before.get(column), row.after.get(column)
            if not row.before and now == usual.get(column):
                continue
            if was != now and (was or now):
                yield self._changed(row, column, label, links.get(column, ""))

    def _came(self, row: TouchedRow) -> str:
        if row.table == "attendance":
            words = _("Added to the register: {name}")
        elif row.table == "membership":
            words = _("Added to the group: {name}")
        else:
            return _("Added: {noun}").format(noun=self._nouns[row.table].words)
        return words.format(name=self._named("person", row.after["person_id"]))

    def _went(self, row: TouchedRow) -> str:
        if row.table == "attendance":
            words = _("Taken off the register: {name}")
        elif row.table == "membership":
            words = _("Taken out of the group: {name}")
        else:
            return _("Removed: {noun}").format(noun=self._nouns[row.table].words)
        return words.format(name=self._named("person", row.before["person_id"]))

    def _changed(self, row: TouchedRow, column: str, label: str, link: str) -> str:
        was, now = row.before.get(column), row.after.get(column)
        if column in _SECRET or isinstance(was or now, bytes):
            return _how_secretly(was, now).format(field=label)
        before, after = self._value(column, link, was), self._value(column, link, now)
        if before == after:  # of an account, only the last figures are told
            return _("{field}: changed, still {now}").format(field=label, now=after)
        if not before:
            return _("{field}: {now}").format(field=label, now=after)
        if not after:
            words = _("{field}: was {was}, now empty") if row.after else _("{field}: was {was}")
            return words.format(field=label, was=before)
        return _("{field}: was {was}, now {now}").format(field=label, was=before, now=after)

    def _value(self, column: str, link: str, value: Any) -> str:
        """Return a value as the house writes it; "" for one that is empty."""
        if value is None or value == "":
            return ""
        if link:
            return self._named(link, value)
        if column == "account_number":
            return _("ending ••{ending}").format(ending=str(value)[-2:])
        if column == "tenths_of_mile":
            return say_miles(value)
        if column == "hundredths":
            return say_percent(value)
        if column in _MINUTES:
            return say_minutes(value)
        if column == "year_start_month":
            return months()[int(value) - 1]
        return _say(value)

    def _named(self, table: str, row_id: UUID) -> str:
        """Return what a link leads to by its name, as it is called now or was when last there."""
        place = (table, row_id.hex)
        if place not in self._names:
            known = history_search.last_known(self._session, *place)
            self._names[place] = self._name(table, known) if known else _("something removed")
        return self._names[place]

    def _name(self, table: str, row: dict[str, Any]) -> str:
        match table:
            case "bank_details":
                return _("bank details of {name}").format(
                    name=self._named("person", row["person_id"]))  # fmt: skip
            case "usual_cost":
                return _("usual cost of {name}: {words}").format(
                    name=self._named("person", row["person_id"]),
                    words=row["words"] or row["category"].words)  # fmt: skip
            case "membership":
                return _("{name} in {group}").format(
                    name=self._named("person", row["person_id"]),
                    group=self._named("reference_group", row["group_id"]))  # fmt: skip
            case "meeting":
                title = row["title"] or self._named("reference_group", row["group_id"])
                return f"{title}, {say_date(row['day'])}"
            case "attendance":
                return _("{name} on the register of {meeting}").format(
                    name=self._named("person", row["person_id"]),
                    meeting=self._named("meeting", row["meeting_id"]))  # fmt: skip
            case "claim":
                return _("claim {number}").format(number=row["number"])
            case "claim_line":
                return _("{claim}: {words}").format(
                    claim=self._named("claim", row["claim_id"]), words=row["words"])  # fmt: skip
            case "claim_step" | "payment":
                return self._named("claim", row["claim_id"])
            case "line_refusal" | "line_share":
                return self._named("claim_line", row["line_id"])
            case "budget":
                group = self._named("reference_group", row["group_id"])
                return _("budget {code} of {group}").format(code=row["code"], group=group)
            case "receipt":
                return _("{claim}: receipt {number}").format(
                    claim=self._named("claim", row["claim_id"]), number=row["number"])  # fmt: skip
            case "payment_run":
                return _("payment run {number}").format(number=row["number"])
            case "modulus_tables" | "accounts_choices":
                return self._nouns[table].words
        return str(row["name"])


def _how_secretly(was: Any, now: Any) -> str:
    """Return what may be said of a value that is not to be shown."""
    if was and now:
        return _("{field}: changed")
    return _("{field}: added") if now else _("{field}: removed")


def _say(value: Any) -> str:
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, StrEnum):
        return str(value.words)  # type: ignore[attr-defined]  # each list of words has them
    if isinstance(value, datetime):
        return f"{say_date(value.date())}, {say_time(value.time())}"
    if isinstance(value, date):
        return say_date(value)
    if isinstance(value, time):
        return say_time(value)
    return " ".join(str(value).split())
