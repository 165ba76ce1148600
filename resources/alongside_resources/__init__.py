"""Pictures, words, rates and help: what neither the rules nor the screen should have to know."""

from importlib.resources import files
from importlib.resources.abc import Traversable


def path(name: str) -> Traversable:
    """Return the resource `name` ("policies/half-and-full-day.toml"), readable also from a zip."""
    return files(__name__).joinpath(name)
