"""Forgetting somebody who left: who they were goes, what the accounts need stays."""

import json
from dataclasses import replace
from datetime import date
from typing import Any

from alongside.domain.claims import ClaimState
from alongside.domain.errors import UserError
from alongside.domain.people import PersonStatus
from alongside.domain.redaction import Redactor, small_words
from alongside.domain.retention import keep_until
from alongside.domain.search import plain
from alongside.i18n import _
from alongside.services.kept_sheets import keep_sheet, read_sheet
from alongside.store import claims
from alongside.store import organisation as organisations
from alongside.store.images import Touched
from alongside.store.redaction import (
    Redaction,
    names_of,
    other_names,
    private_of,
    sheets_of,
    signers,
    texts,
)
from alongside.store.tables import Person
from alongside.store.work import Session
from alongside_resources import path


def check_may_go(session: Session, person: Person) -> None:
    """Raise UserError unless the person left or died, and nothing is owed to them."""
    if person.status not in {PersonStatus.LEFT, PersonStatus.DIED}:
        words = _("{name} is {status}. Only somebody who left or died can be redacted.")
        raise UserError("", words.format(name=person.name, status=person.status.words))
    owed = claims.is_owed(session, person.id)
    if owed is ClaimState.DRAFT:
        words = _("{name} has a draft claim. Issue it, or take its lines off, first.")
        raise UserError("", words.format(name=person.name))
    if owed:
        words = _("{name} has a claim that is {state}. Pay it first, or take it back.")
        raise UserError("", words.format(name=person.name, state=owed.words))


def forget(session: Session, person: Person, today: date) -> tuple[str, list[Touched]]:
    """Take a person out of the file; return what they are called from now on, and rows that went.

    Papers of claims stay whole until their six years are over, counted on `today`.
    """
    instead = _("Redacted person {code}").format(code=person.id.hex[-6:].upper())
    organisation = organisations.find(session)
    first, month = 1, 4
    if organisation:
        first, month = organisation.year_start_day, organisation.year_start_month

    def is_over(day: date) -> bool:
        return keep_until(day, first, month) < today

    names, marks = names_of(session, person)
    for day, sheet in sheets_of(session, person.id):
        if is_over(day):
            names.add(read_sheet(sheet).person)
    others = other_names(session, person.id) | _others_who_signed(session, names)
    ordinary = small_words([*texts(session), *_help()])
    redactor = Redactor(
        instead, names=names, marks=marks, others=others, ordinary=ordinary,
        private=private_of(session, person.id),
    )  # fmt: skip

    def redact_sheet(kept: str) -> str:
        return _without_person(kept, redactor)

    return instead, Redaction(session, person.id, redactor, is_over, redact_sheet).run()


def _others_who_signed(session: Session, names: set[str]) -> set[str]:
    """Return who signed anything; somebody who signed with the whole name is taken to be them."""
    whole = {plain(name) for name in names if len(name.split()) > 1}
    return {who for who in signers(session) if plain(who) not in whole}


def _help() -> list[str]:
    """Return what help says: the everyday words of people who use Alongside."""
    return [page.read_text(encoding="utf-8") for page in path("help/en").iterdir()]


def _without_person(kept: str, redactor: Redactor) -> str:
    """Return a kept sheet with its number, days and amounts, and nothing of who claimed."""
    sheet = read_sheet(kept)
    bare = replace(
        sheet,
        person=redactor.instead,
        person_facts=(),
        how_to_pay="",
        fees=tuple(replace(entry, why="") for entry in sheet.fees),
        expenses=tuple(replace(entry, words="", why="", receipt="") for entry in sheet.expenses),
    )
    values = json.loads(keep_sheet(bare))
    del values["form"]  # it is made anew, of words that are redacted
    redacted = read_sheet(json.dumps(_each_text(values, redactor)))
    return keep_sheet(replace(redacted, logo=sheet.logo, style=sheet.style))


def _each_text(value: Any, redactor: Redactor) -> Any:
    if isinstance(value, str):
        return redactor.about(value)
    if isinstance(value, list):
        return [_each_text(each, redactor) for each in value]
    if isinstance(value, dict):
        return {
            name: each if name == "logo" else _each_text(each, redactor)
            for name, each in value.items()
        }
    return value
