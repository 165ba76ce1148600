"""Which page each name stands for; features are met here and nowhere else."""

from collections.abc import Callable

from alongside_ui.claims.claim_page import ClaimPage
from alongside_ui.claims.page import ClaimsPage
from alongside_ui.desk import Desk
from alongside_ui.groups.page import GroupsPage
from alongside_ui.history.page import HistoryPage
from alongside_ui.meetings.page import MeetingsPage
from alongside_ui.people.page import PeoplePage
from alongside_ui.register.page import RegisterPage
from alongside_ui.settings.page import SettingsPage
from alongside_ui.today.page import TodayPage
from alongside_ui.welcome.page import WelcomePage
from alongside_ui.widgets.page import Page

PAGES: dict[str, Callable[[Desk], Page]] = {
    "today": TodayPage,
    "welcome": WelcomePage,
    "meetings": MeetingsPage,
    "register": RegisterPage,
    "people": PeoplePage,
    "groups": GroupsPage,
    "claims": ClaimsPage,
    "claim": ClaimPage,
    "history": HistoryPage,
    "settings": SettingsPage,
}


def make_page(name: str, desk: Desk) -> Page:
    """Return a new page of this name."""
    return PAGES[name](desk)
