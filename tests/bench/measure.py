"""What every measurement here is made with: rounds, medians, and rows of the table."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from statistics import median


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the table. `value` and `limit` are in `unit`; the unit × means a ratio.

    Without a limit the figure is shown for whoever wants it, and nothing is promised.
    """

    what: str
    measured: str
    value: float
    limit: float | None
    unit: str

    @property
    def is_ok(self) -> bool:
        """Whether the limit holds."""
        return self.limit is None or self.value <= self.limit

    @property
    def line(self) -> str:
        """The row as Markdown."""
        said = "ok" if self.is_ok else "**over**"
        value = f"{self.value:.2f} {self.unit}"
        if self.limit is None:
            return f"| {self.what} | {self.measured} | {value} | | |"
        limit = f"{self.limit:g} {self.unit}"
        return f"| {self.what} | {self.measured} | {value} | {limit} | {said} |"


def seconds(act: Callable[[], object]) -> float:
    """Return how long `act` takes."""
    start = time.perf_counter()
    act()
    return time.perf_counter() - start


def side_by_side(
    ours: Callable[[int], object], theirs: Callable[[int], object], rounds: int
) -> tuple[float, float]:
    """Return the median seconds of both, taken in turn so that a busy computer slows both.

    Each is given the number of the round; the first rounds warm up and do not count.
    """
    warm = max(1, rounds // 10)
    mine, other = [], []
    for number in range(rounds + warm):
        first = seconds(lambda number=number: ours(number))
        second = seconds(lambda number=number: theirs(number))
        if number >= warm:
            mine.append(first)
            other.append(second)
    return median(mine), median(other)


def milliseconds(value: float) -> str:
    """Return seconds as words in milliseconds."""
    return f"{value * 1000:.1f} ms" if value < 1 else f"{value * 1000:,.0f} ms"


def at_most(values: list[float], share: float = 0.99) -> float:
    """Return the value that `share` of `values` do not exceed."""
    return sorted(values)[min(len(values) - 1, int(len(values) * share))]
