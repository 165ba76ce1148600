"""What every page is given: the office's operations, the commands, this person's preferences."""

from dataclasses import dataclass

from alongside_ui.operations import Operations
from alongside_ui.preferences import Preferences
from alongside_ui.window_actions import Actions


@dataclass(frozen=True, slots=True)
class Desk:
    """The three things a page works with."""

    operations: Operations
    actions: Actions
    preferences: Preferences
