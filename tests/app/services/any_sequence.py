"""Starts what any sequence of actions is tried on: one file is filled, and copied each time."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, settings

from alongside.office import Office
from conftest import Clock, Fresh, MemoryKeyring

DEEP = "ALONGSIDE_DEEP_TESTS"
"""Set to 1, ten times as many sequences are tried, twice as long: for a night."""


def tried(examples: int, steps: int = 1) -> settings:
    """Return how many sequences to try, of at most how many steps; more for a deep run.

    The time for a step is not limited: a computer may be slow, or busy with other tests.
    """
    if os.environ.get(DEEP) == "1":
        examples, steps = examples * 10, steps * 2
    return settings(max_examples=examples, stateful_step_count=steps, deadline=None,
                    suppress_health_check=list(HealthCheck))  # fmt: skip


class Start:
    """An office that is filled once; each call opens a copy of it, with what filling returned.

    Undo goes back into the filling, as if the copy had been filled by itself.
    """

    def __init__(
        self, fill: Callable[[Office], Any], folder: Path, fresh: Fresh, keyring: MemoryKeyring,
        clock: Clock,
    ) -> None:  # fmt: skip
        self._folder, self._keyring, self._clock = folder, keyring, clock
        self._number = 0
        place = self._next_place()
        office = Office.open(fresh.copy_to(place), keyring, clock=clock, who="Sam")
        self._found, self._sitting = fill(office), office.store.sitting
        office.close()
        self._filled = Fresh(place, secrets=fresh.secrets)

    def __call__(self) -> tuple[Office, Any]:
        place = self._next_place()
        file = self._filled.copy_to(place)
        office = Office.open(file, self._keyring, clock=self._clock, who="Sam")
        office.store.sitting = self._sitting
        return office, self._found

    def _next_place(self) -> Path:
        self._number += 1
        place = self._folder / str(self._number)
        place.mkdir()
        return place
