"""Takes somebody who left out of the file: what was known of them, and every trace of their name.

The days, amounts and numbers of their claims stay. It writes past the history, which would keep
what is to be forgotten, and goes over the history too: nothing before it can be undone.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, or_, select
from sqlalchemy.orm import Session

from alongside.domain.claims import Category
from alongside.domain.redaction import Redactor
from alongside.domain.search import plain
from alongside.store import images
from alongside.store.images import Image, Touched
from alongside.store.receipts import drop_unused
from alongside.store.tables import (
    CONTENT_TABLES,
    GUARDS,
    HISTORY_TABLES,
    BankDetails,
    Claim,
    Group,
    Meeting,
    Organisation,
    Partner,
    Person,
    Piece,
    PieceRow,
    Policy,
    Table,
    UsualCost,
)

_KEPT = {
    "person": frozenset({"id", "status"}),
    "bank_details": frozenset({"id", "person_id"}),
    "usual_cost": frozenset({"id", "person_id", "position", "category", "handling"}),
}
"""What stays of rows that tell of a person; all other columns become as if nothing was said."""


def names_of(session: Session, person: Person) -> tuple[set[str], set[str]]:
    """Return every name that the file ever had for a person, and every mark: numbers, addresses."""
    connection = session.connection()
    rows = [images.read(connection, "person", person.id.hex)]
    query = select(PieceRow.before, PieceRow.after).where(PieceRow.row_id == person.id.hex)
    rows += [images.load(kept) for pair in session.execute(query) for kept in pair]
    known = [row for row in rows if row]
    names = {str(row[column]) for row in known for column in ("name", "nickname")}
    marks = {str(row[column]) for row in known for column in ("email", "phone", "text_phone")}
    account = select(BankDetails.account_name).where(BankDetails.person_id == person.id)
    return names - {""}, (marks | set(session.scalars(account))) - {""}


def other_names(session: Session, person_id: UUID) -> set[str]:
    """Return what everybody and everything else in the file is called, and where it is."""
    found: set[str] = set()
    for column in (
        Group.name, Partner.name, Policy.name, Organisation.name, Organisation.address,
        Organisation.help_name, Organisation.help_phone, Organisation.help_email,
        Meeting.place, Meeting.title,
    ):  # fmt: skip
        found |= set(session.scalars(select(column).distinct()))
    for column in (Person.name, Person.nickname, Person.address, Person.email, Person.phone):
        found |= set(session.scalars(select(column).where(Person.id != person_id)))
    for column in (UsualCost.from_place, UsualCost.to_place):
        found |= set(session.scalars(select(column).where(UsualCost.person_id != person_id)))
    return found - {""}


def private_of(session: Session, person_id: UUID) -> set[str]:
    """Return what the file ever had of a person's journeys, and of who is with them or is paid."""
    columns = ("words", "from_place", "to_place", "payee", "supporter", "passengers")
    theirs = f'"person_id":"{person_id.hex}"'
    query = select(PieceRow.before, PieceRow.after).where(
        PieceRow.table.in_(["usual_cost", "attendance"]),
        or_(PieceRow.before.contains(theirs), PieceRow.after.contains(theirs)),
    )
    known = [images.load(kept) for pair in session.execute(query) for kept in pair if kept]
    return {str(row[name]) for row in known for name in columns if row and row.get(name)}


def signers(session: Session) -> set[str]:
    """Return every name that anything was signed with."""
    return set(session.scalars(select(Piece.who).distinct())) - {""}


def texts(session: Session) -> Iterator[str]:
    """Yield what the organisation wrote about itself: it shows which words are ordinary ones."""
    for column in (Group.purpose, Group.signposting, Policy.text, Organisation.claim_notes):
        yield from session.scalars(select(column))


def sheets_of(session: Session, person_id: UUID) -> list[tuple[date, str]]:
    """Return the sheets that a person's claims keep, with the day of each."""
    query = select(Claim.issued_on, Claim.issued_sheet).where(
        Claim.person_id == person_id, Claim.issued_on.is_not(None), Claim.issued_sheet.is_not(None)
    )
    return [(day, sheet) for day, sheet in session.execute(query) if day and sheet]


class Redaction:
    """One going over the whole file, for one person.

    `is_over` says of the day of a claim whether its papers need not be kept any more; then
    `redact_sheet` gives the sheet without the person.
    """

    def __init__(
        self, session: Session, person_id: UUID, redactor: Redactor,
        is_over: Callable[[date], bool], redact_sheet: Callable[[str], str],
    ) -> None:  # fmt: skip
        self._session = session
        self._person = person_id.hex
        self._redactor = redactor
        self._redact_sheet = redact_sheet
        days = session.execute(select(Claim.id, Claim.issued_on))
        self._over = {claim.hex for claim, day in days if day and is_over(day)}
        self._claims: set[str] = set()
        self._gone: list[Touched] = []

    def run(self) -> list[Touched]:
        """Go over every table and the history; the guards of claims stand aside meanwhile.

        Return the rows that went, with nothing private in them, for the history.
        """
        self._session.flush()
        connection = self._session.connection()
        with _guards_aside(connection):
            for table in Table.metadata.sorted_tables:
                if table.name not in HISTORY_TABLES | CONTENT_TABLES:
                    self._go_over(connection, table.name)
            self._go_over_history(connection)
        self._session.expire_all()
        drop_unused(self._session)
        return self._gone

    def _go_over(self, connection: Connection, table: str) -> None:
        for row in images.rows(connection, table):
            wanted = self._now(table, row)
            images.write(connection, table, row["id"], row, wanted)
            if wanted is None:
                self._gone.append((table, row["id"], self._then(table, row), None))

    def _go_over_history(self, connection: Connection) -> None:
        about = set()
        for kept in images.rows(connection, PieceRow.__tablename__):
            pair = [images.load(kept["before"]), images.load(kept["after"])]
            if any(self._is_theirs(kept["table"], image) for image in pair):
                about.add(kept["piece_id"])
            then = [self._then(kept["table"], image) for image in pair]
            if then != pair:
                before, after = map(images.dump, then)
                changed = kept | {"before": before, "after": after}
                images.write(connection, PieceRow.__tablename__, kept["id"], kept, changed)
        for piece in images.rows(connection, Piece.__tablename__):
            told = self._redactor.told if piece["id"] in about else self._redactor.elsewhere
            who, words = self._redactor.signature(piece["who"]), told(piece["words"])
            wanted = piece | {"who": who, "words": words}
            images.write(connection, Piece.__tablename__, piece["id"], piece, wanted)

    def _is_theirs(self, table: str, row: Image) -> bool:
        if row is None:
            return False
        if table == "claim" and row["person_id"] == self._person:
            self._claims.add(row["id"])  # claims come before their lines, in the file and in time
        return (
            row.get("person_id") == self._person
            or (table == "person" and row["id"] == self._person)
            or row.get("claim_id") in self._claims
        )

    def _now(self, table: str, row: dict[str, Any]) -> Image:
        """Return what a row of the file becomes."""
        is_theirs = self._is_theirs(table, row)
        if is_theirs and table in {"bank_details", "usual_cost"}:
            return None
        if is_theirs and table == "receipt" and row["claim_id"] in self._over:
            return None
        sheet = row.get("issued_sheet")
        is_over = row.get("claim_id", row["id"]) in self._over
        wanted = self._blanked(table, row) if is_theirs else row
        if is_theirs and is_over and table == "claim_line":
            wanted = _bare_line(wanted)
        wanted = self._worded(wanted, is_about=is_theirs)
        if sheet and is_over and is_theirs:
            return wanted | {"issued_sheet": self._redact_sheet(sheet)}
        return wanted | {"issued_sheet": sheet} if sheet and not is_over else wanted

    def _then(self, table: str, row: Image) -> Image:
        """Return what an image in the history becomes: of their papers it keeps nothing."""
        if row is None:
            return None
        is_theirs = self._is_theirs(table, row)
        wanted = self._blanked(table, row) if is_theirs else row
        if is_theirs and table == "claim":
            wanted = wanted | {"issued_sheet": None}
        if is_theirs and table == "receipt":
            wanted = wanted | {"name": ""}
        if is_theirs and table == "claim_line":
            wanted = _bare_line(wanted)
        return self._worded(wanted, is_about=is_theirs)

    def _blanked(self, table: str, row: dict[str, Any]) -> dict[str, Any]:
        if table == "attendance":
            return row | {"supporter": ""}
        if table not in _KEPT:
            return row
        wanted = images.blank(table) | {name: row[name] for name in _KEPT[table]}
        if table == "person":
            wanted |= {"name": self._redactor.instead, "search": plain(self._redactor.instead)}
        return {name: wanted[name] for name in row}

    def _worded(self, row: dict[str, Any], *, is_about: bool) -> dict[str, Any]:
        """Return a row with the name taken out of each of its texts."""
        told = self._redactor.about if is_about else self._redactor.elsewhere
        kept = {name: value for name, value in row.items() if isinstance(value, str)}
        changed = {
            name: told(value)
            for name, value in kept.items()
            if name not in {"id", "key"} and not name.endswith("_id")
        }
        for name in ("marked_by", "who"):
            if name in kept:
                changed[name] = self._redactor.signature(kept[name])
        return row | changed


def _bare_line(line: dict[str, Any]) -> dict[str, Any]:
    """Return a line of a claim with what it is for, its day and its amount, and nothing else."""
    nothing = dict.fromkeys(("why", "receipt", "given_to", "in_kind_words"), "")
    return line | nothing | {"words": Category(line["category"]).words}


@contextmanager
def _guards_aside(connection: Connection) -> Iterator[None]:
    """Let issued claims be written to, within this one transaction: they are back at its end."""
    for name in GUARDS:
        connection.exec_driver_sql(f"DROP TRIGGER {name}")
    yield
    for guard in GUARDS.values():
        connection.exec_driver_sql(guard)
