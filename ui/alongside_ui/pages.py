"""Which page each name stands for; features are met here and nowhere else.

A page's module is loaded when the page is first wanted, so that the first one is there sooner.
"""

from importlib import import_module

from alongside_ui.desk import Desk
from alongside_ui.widgets.page import Page

PAGES = {
    "today": "today.page:TodayPage",
    "welcome": "welcome.page:WelcomePage",
    "meetings": "meetings.page:MeetingsPage",
    "register": "register.page:RegisterPage",
    "people": "people.page:PeoplePage",
    "groups": "groups.page:GroupsPage",
    "claims": "claims.page:ClaimsPage",
    "claim": "claims.claim_page:ClaimPage",
    "payments": "payments.page:PaymentsPage",
    "run": "payments.run_page:RunPage",
    "history": "history.page:HistoryPage",
    "settings": "settings.page:SettingsPage",
}


def make_page(name: str, desk: Desk) -> Page:
    """Return a new page of this name."""
    module, _colon, page = PAGES[name].partition(":")
    made = getattr(import_module(f"alongside_ui.{module}"), page)(desk)
    assert isinstance(made, Page)
    return made
