"""Keeps a small data file of each released schema, so that every later Alongside is tried on it.

Before a release whose schema is new: `PYTHONPATH=app:ui:resources:tests .venv/bin/python
tests/app/store/releases.py`. A file that is there is never written again.
"""

from datetime import datetime
from pathlib import Path

import builders as b
from alongside.office import Office
from alongside.store.file import SCHEMA, DataFile

RELEASED = Path(__file__).with_name("released")
KEY = bytes(range(32))


def keep() -> None:
    """Write a data file of today's schema with a little of everything in it."""
    place = RELEASED / f"{SCHEMA}.alongside"
    now = datetime.fromisoformat("2026-05-12 16:00")
    office = Office(DataFile.create(place, KEY, lambda: now, "Sam"))
    ann, bo = b.add_person(office, "Ann Larsen"), b.add_person(office, "Bo Larsen")
    meeting = b.add_marked_meeting(office, b.add_group(office, ann, bo), ann, bo)
    office.claims.make(meeting)
    b.issue(office, ann)
    office.close()
    for left in (f"{place.name}.saves", f"{place.name}.lock", "policy.toml"):
        place.with_name(left).unlink(missing_ok=True)


if __name__ == "__main__":
    keep()
