"""Pay policies of the demo organisation: a template, and one that it wrote itself."""

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


def texts() -> tuple[str, str]:
    """Return the text of the half and full day template, and of the organisation's own policy."""
    return path("policies/half-and-full-day.toml").read_text(encoding="utf-8"), OWN


def named() -> list[tuple[str, str]]:
    """Return the name and the text of each policy."""
    return [(rules_of(text).name, text) for text in texts()]
