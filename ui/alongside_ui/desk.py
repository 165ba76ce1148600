"""What every page is given: the office's operations, the commands, this person's preferences."""

from dataclasses import dataclass

from alongside_ui.actions import Actions
from alongside_ui.operations import Operations
from alongside_ui.preferences import Preferences


@dataclass(frozen=True, slots=True)
class Desk:
    """The three things a page works with."""

    operations: Operations
    actions: Actions
    preferences: Preferences
