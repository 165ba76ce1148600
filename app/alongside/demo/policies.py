"""Pay policies of the demo organisation: a template, and two that it wrote itself."""

from alongside.services.policies import rules_of
from alongside_resources import path

OWN = """\
name = "Riverside’s own policy, by the block"
summary = "£25 for each block of 2 hours, preparation by the hour, £5 for meeting from home."
mileage = "hmrc"

[[fee]]
from = 2001-04-06
shape = "block"
amount = "25.00"
hours = "2"

[[fee]]
from = 2001-04-06
roles = ["chair"]
shape = "block"
amount = "35.00"
hours = "2"

[[fee]]
from = 2001-04-06
activities = ["reading"]
shape = "per_task"
amount = "27.50"

[[fee]]
from = 2001-04-06
activities = ["reading"]
roles = ["chair"]
shape = "per_task"
amount = "30.00"

[[fee]]
from = 2001-04-06
roles = ["representative", "observer"]
shape = "nil"

[[fee]]
from = 2001-04-06
activities = ["reading"]
roles = ["representative", "observer"]
shape = "nil"

[[preparation]]
from = 2001-04-06
rate = "12.50"
most_hours = "2"

[[home_meeting]]
from = 2001-04-06
amount = "5.00"

[[cancellation]]
from = 2001-04-06
by = "person"
days = 2
percent = 50

[[cancellation]]
from = 2001-04-06
by = "organisation"
days = 5
percent = 50

[[part]]
from = 2001-04-06
pays = "full"

[[example]]
name = "a meeting of an hour and a half"
day = 2026-05-12
activity = "meeting"
start = "10:00"
end = "11:30"
expect = [{ line = "attendance", amount = "25.00" }]
"""

PANEL = """\
name = "Riverside’s policy for a panel with a retainer"
summary = "£20 a month for a place, £30 for the chair, £15 a meeting. Lunch up to £6."
mileage = "hmrc"

[[fee]]
from = 2001-04-06
shape = "block"
amount = "15.00"
hours = "5"

[[fee]]
from = 2001-04-06
roles = ["observer"]
shape = "nil"

[[retainer]]
from = 2001-04-06
roles = ["member"]
amount = "20.00"
each = "month"

[[retainer]]
from = 2001-04-06
roles = ["chair"]
amount = "30.00"
each = "month"

[[cap]]
from = 2001-04-06
on = "meal"
name = "lunch"
amount = "6.00"

[[example]]
name = "a member for a month"
day = 2026-05-01
retainer_to = 2026-05-31
expect = [{ line = "retainer", amount = "20.00" }]

[[example]]
name = "a meeting with a lunch of £9.40"
day = 2026-05-12
start = "10:00"
end = "15:00"
spent = [{ line = "meals", amount = "9.40", words = "lunch" }]
expect = [{ line = "attendance", amount = "15.00" }, { line = "meals", amount = "6.00" }]
"""
"""Of the panel that is set up by hand: see `alongside.demo.panel`."""


def texts() -> tuple[str, str]:
    """Return the text of the half and full day template, and of the organisation's own policy."""
    return path("policies/half-and-full-day.toml").read_text(encoding="utf-8"), OWN


def named() -> list[tuple[str, str]]:
    """Return the name and the text of each policy."""
    return [(rules_of(text).name, text) for text in texts()]
