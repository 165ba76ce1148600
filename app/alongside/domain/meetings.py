"""What happens at a meeting: activities, roles, and the states of a register."""

from enum import StrEnum

from alongside.i18n import _


class ActivityKind(StrEnum):
    """What people are asked to do; policies may pay each differently."""

    MEETING = "meeting"
    SITE_VISIT = "site_visit"
    READING = "reading"
    TRAINING = "training"
    RECRUITMENT = "recruitment"

    @property
    def words(self) -> str:
        """The activity as people say it."""
        return {
            ActivityKind.MEETING: _("meeting"),
            ActivityKind.SITE_VISIT: _("site visit"),
            ActivityKind.READING: _("reading papers"),
            ActivityKind.TRAINING: _("training"),
            ActivityKind.RECRUITMENT: _("recruitment panel"),
        }[self]


class Role(StrEnum):
    """What a person is at a group or for one day."""

    MEMBER = "member"
    CHAIR = "chair"
    CO_CHAIR = "co_chair"
    NOTE_TAKER = "note_taker"
    REPRESENTATIVE = "representative"
    OBSERVER = "observer"

    @property
    def words(self) -> str:
        """The role as people say it."""
        return {
            Role.MEMBER: _("member"),
            Role.CHAIR: _("chair"),
            Role.CO_CHAIR: _("co-chair"),
            Role.NOTE_TAKER: _("note-taker"),
            Role.REPRESENTATIVE: _("organisation’s representative"),
            Role.OBSERVER: _("observer"),
        }[self]


class State(StrEnum):
    """A person's mark on a register. Set, never toggled."""

    NOT_MARKED = "not_marked"
    ATTENDED = "attended"
    ATTENDED_PART = "attended_part"
    ONLINE = "online"
    APOLOGIES = "apologies"
    DID_NOT_COME = "did_not_come"
    CANCELLED_LATE = "cancelled_late"
    MEETING_CANCELLED = "meeting_cancelled"

    @property
    def words(self) -> str:
        """The mark as it is shown and spoken."""
        return {
            State.NOT_MARKED: _("not yet marked"),
            State.ATTENDED: _("attended"),
            State.ATTENDED_PART: _("attended part"),
            State.ONLINE: _("online"),
            State.APOLOGIES: _("apologies"),
            State.DID_NOT_COME: _("did not come"),
            State.CANCELLED_LATE: _("cancelled late"),
            State.MEETING_CANCELLED: _("meeting cancelled"),
        }[self]

    @property
    def is_present(self) -> bool:
        """Whether the person took part, in the room or online, for all or some of it."""
        return self in {State.ATTENDED, State.ATTENDED_PART, State.ONLINE}
