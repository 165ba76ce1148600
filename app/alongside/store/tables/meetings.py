"""The drawers of meetings and their registers."""

from datetime import date, datetime, time
from uuid import UUID

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from alongside.domain.meetings import ActivityKind, Role, State
from alongside.store.tables.base import Table
from alongside.store.tables.groups import Group
from alongside.store.tables.people import Person


class Meeting(Table):
    """One day that people are asked to give time to: a meeting, a visit, papers to read."""

    __tablename__ = "meeting"
    __table_args__ = (Index(None, "group_id", "day"),)

    group_id: Mapped[UUID] = mapped_column(ForeignKey("reference_group.id"))
    kind: Mapped[ActivityKind] = mapped_column(default=ActivityKind.MEETING)
    title: Mapped[str] = mapped_column(default="")
    day: Mapped[date] = mapped_column(index=True)
    start: Mapped[time]
    end: Mapped[time]
    place: Mapped[str] = mapped_column(default="")
    is_online: Mapped[bool] = mapped_column(default=False)
    is_cancelled: Mapped[bool] = mapped_column(default=False)
    cancelled_on: Mapped[date | None]
    cancelled_reason: Mapped[str] = mapped_column(default="")

    group: Mapped[Group] = relationship()
    attendances: Mapped[list["Attendance"]] = relationship(back_populates="meeting", cascade="all")


class Attendance(Table):
    """A person on the register of a meeting."""

    __tablename__ = "attendance"
    __table_args__ = (UniqueConstraint("meeting_id", "person_id"),)

    meeting_id: Mapped[UUID] = mapped_column(ForeignKey("meeting.id"))
    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"), index=True)
    state: Mapped[State] = mapped_column(default=State.NOT_MARKED)
    arrived: Mapped[time | None]
    left: Mapped[time | None]
    cancelled_on: Mapped[date | None]
    role: Mapped[Role] = mapped_column(default=Role.MEMBER)
    preparation_minutes: Mapped[int] = mapped_column(default=0)
    supporter: Mapped[str] = mapped_column(default="")
    is_walk_in: Mapped[bool] = mapped_column(default=False)
    marked_by: Mapped[str] = mapped_column(default="")
    marked_at: Mapped[datetime | None]
    travel_minutes: Mapped[int | None]
    left_home: Mapped[time | None]
    came_home: Mapped[time | None]
    nights: Mapped[int] = mapped_column(default=0, server_default="0")
    night_region: Mapped[str] = mapped_column(default="", server_default="")

    meeting: Mapped[Meeting] = relationship(back_populates="attendances")
    person: Mapped[Person] = relationship()
