"""What the demo organisation does: its groups, when they meet, and what the meetings are."""

from dataclasses import dataclass
from datetime import date, time, timedelta

from alongside.domain.meetings import ActivityKind

SEATS = 20
"""People known in each group: those who hold a place, and those who held one before."""

FUTURE = 2
"""Meetings of each group after the next one."""


@dataclass(frozen=True, slots=True)
class Size:
    """How much there is. Twenty years are 15 groups, 300 people, 3,600 meetings, 60,000 marks."""

    years: int

    @property
    def groups(self) -> int:
        """Two groups in the first year; fifteen in twenty."""
        return 2 + (self.years - 1) * 13 // 19

    @property
    def people(self) -> int:
        """How many people are known."""
        return self.groups * SEATS

    @property
    def past(self) -> int:
        """How many meetings each group has had."""
        return max(11, 12 * self.years - 1 - FUTURE)

    @property
    def meetings(self) -> int:
        """How many meetings there are in all."""
        return self.groups * (self.past + 1 + FUTURE)


@dataclass(frozen=True, slots=True)
class GroupPlan:
    """A group of the demo: whom it advises, about what."""

    name: str
    partner: str
    purpose: str
    budget_code: str
    place: str


GROUPS = (
    GroupPlan(
        "Transport Design Group", "Riverside Transport",
        "Disabled people who advise Riverside Transport on trams, stops, stations and streets, "
        "from the first idea on, before decisions are made.", "RT-210", "Town Hall, Weir Room"),
    GroupPlan(
        "Health Access Group", "Wend Valley Health Partnership",
        "Disabled people who say which barriers they meet in surgeries and hospitals, and check "
        "that they are taken away.", "WH-044", "Alderwick Library"),
    GroupPlan("Housing Design Panel", "Alderwick Homes", "Homes that everyone can live in.",
              "AH-118", "The Old Mill"),
    GroupPlan("Parks and Play Group", "Alderwick Council", "Parks and playgrounds without "
              "barriers.", "AC-301", "Park Pavilion"),
    GroupPlan("Digital Services Panel", "Alderwick Council", "Websites and forms that work for "
              "everyone.", "AC-305", "Alderwick Library"),
    GroupPlan("Museum Access Group", "Wend Valley Museums", "Galleries, events and captions.",
              "WM-012", "Museum Workshop"),
    GroupPlan("Station Works Panel", "Riverside Transport", "The rebuilding of the stations.",
              "RT-214", "Town Hall, Weir Room"),
    GroupPlan("Bus Reference Group", "Riverside Transport", "Buses, stops and announcements.",
              "RT-220", "Bus Garage, first floor"),
    GroupPlan("Emergency Planning Group", "Wend Fire and Rescue", "Plans that leave nobody "
              "behind.", "WF-007", "Fire Station"),
    GroupPlan("Voting Access Panel", "Alderwick Council", "Polling places and postal votes.",
              "AC-310", "Town Hall, Ferry Room"),
    GroupPlan("Jobs and Skills Group", "Wend College", "Courses and work placements.", "WC-051",
              "Wend College"),
    GroupPlan("Sports Access Group", "Alderwick Leisure", "Pools, gyms and clubs.", "AL-066",
              "Weir Leisure Centre"),
    GroupPlan("Theatre Access Panel", "The Ferry Theatre", "Plays, seats and relaxed "
              "performances.", "FT-009", "Ferry Theatre bar"),
    GroupPlan("Streets Panel", "Alderwick Council", "Kerbs, crossings and street works.",
              "AC-312", "Town Hall, Ferry Room"),
    GroupPlan("Hospital Rebuild Group", "Wend Valley Health Partnership", "The new hospital, "
              "while it is still on paper.", "WH-050", "Alderwick Library"),
)  # fmt: skip

TITLES = (
    "Kerbs and crossings at Weir Lane", "The new trams: doors and ramps", "Signs, maps and sound",
    "What happened to what we said", "Ticket machines", "Seats, shelters and shade",
)  # fmt: skip

OTHER_KINDS = {
    3: (ActivityKind.SITE_VISIT, "A walk round the works", time(10), time(15)),
    5: (ActivityKind.TRAINING, "Reading plans and drawings", time(10), time(13)),
    7: (ActivityKind.READING, "Draft design guide", time(10), time(12)),
    9: (ActivityKind.RECRUITMENT, "Interviews for a project officer", time(9, 30), time(16)),
}
"""What is not a plain meeting, by how many months ago it was, year after year."""


def register_size(group: int) -> int:
    """Return how many are on each register of group number `group`: 250 in fifteen groups."""
    return 16 if group % 3 == 2 else 17


def day_of(today: date, group: int, step: int) -> date:
    """Return the day of a group's meeting `step` months from its next one, never at a weekend.

    The first group meets today; the others meet next within four weeks.
    """
    if group == 0 and step == 0:
        return today
    ahead = 7 + group * 5 % 18 if group else 0
    day = today + timedelta(days=ahead + round(step * 365.25 / 12))
    weekday = today.weekday() % 5 if group == 0 else group % 5
    return day + timedelta(days=(weekday - day.weekday() + 3) % 7 - 3)


def is_cancelled(group: int, step: int) -> bool:
    """Whether the meeting `step` months from the next one was cancelled."""
    return group % 2 == 1 and step < 0 and -step % 12 == 4
