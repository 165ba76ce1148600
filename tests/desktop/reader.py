"""Reads the screen as a screen reader does: over the accessibility bus (AT-SPI), from outside."""

import time
from collections import deque
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

from jeepney import DBusAddress, HeaderFields, MatchRule, MessageType, Properties, new_method_call
from jeepney.bus_messages import message_bus
from jeepney.io.blocking import DBusConnection, open_dbus_connection

_ACCESSIBLE, _COMPONENT = "org.a11y.atspi.Accessible", "org.a11y.atspi.Component"
_ACTION, _REGISTRY = "org.a11y.atspi.Action", "org.a11y.atspi.Registry"
_ROOT = "/org/a11y/atspi/accessible/root"
_EVENTS = (
    "object:state-changed:focused", "object:property-change:accessible-name",
    "object:property-change:accessible-description",
)  # fmt: skip
_ANNOUNCEMENTS = "object:announcement"
FOCUSABLE, FOCUSED, SHOWING, ENABLED, CHECKED, ACTIVE = 11, 12, 25, 8, 4, 1
"""States as AT-SPI numbers them."""
_LABELLED_BY = 2
_MOST_CHILDREN = 400
_GONE = {"org.freedesktop.DBus.Error.UnknownObject", "org.freedesktop.DBus.Error.ServiceUnknown"}


class Gone(RuntimeError):  # noqa: N818  nothing went wrong
    """What was asked is not there any more."""


@dataclass(frozen=True)
class Event:
    """Something that the program told. `kind` is "focused", "accessible-name" or the like."""

    kind: str
    thing: "Thing"
    words: str
    at: float = field(compare=False, default=0.0)


@dataclass(frozen=True)
class Thing:
    """One thing on the screen, as a screen reader is given it."""

    reader: "Reader" = field(repr=False, compare=False, hash=False)
    bus: str
    path: str

    @property
    def name(self) -> str:
        return self._get("Name")

    @property
    def description(self) -> str:
        return self._get("Description")

    @property
    def role(self) -> str:
        return self._call(_ACCESSIBLE, "GetRoleName")[0]

    @property
    def states(self) -> set[int]:
        low, high = self._call(_ACCESSIBLE, "GetState")[0]
        return {n for n in range(64) if (low, high)[n // 32] >> n % 32 & 1}

    @property
    def place(self) -> tuple[int, int, int, int]:
        """Left, top, width and height on the screen, in pixels."""
        return self._call(_COMPONENT, "GetExtents", "u", (0,))[0]

    @property
    def labels(self) -> list["Thing"]:
        """What labels this thing."""
        found = self._call(_ACCESSIBLE, "GetRelationSet")[0]
        return [self.reader.thing(*at) for kind, things in found if kind == _LABELLED_BY
                for at in things]  # fmt: skip

    @property
    def parent(self) -> "Thing":
        return self.reader.thing(*self._get("Parent"))

    def children(self) -> list["Thing"]:
        if self._get("ChildCount") > _MOST_CHILDREN:
            return []
        return [self.reader.thing(*at) for at in self._call(_ACCESSIBLE, "GetChildren")[0]]

    def walk(self) -> Iterator["Thing"]:
        """Give everything in this thing that is showing, from top to bottom."""
        for child in self.children():
            if SHOWING in child.states:
                yield child
                yield from child.walk()

    def actions(self) -> list[str]:
        return [name for name, _words, _keys in self._call(_ACTION, "GetActions")[0]]

    def do(self, number: int = 0) -> None:
        """Do one of the thing's actions, as voice control or a switch does."""
        self._call(_ACTION, "DoAction", "i", (number,))

    def _get(self, name: str) -> Any:
        address = DBusAddress(self.path, self.bus, _ACCESSIBLE)
        return self.reader.ask(Properties(address).get(name))[0][1]

    def _call(self, interface: str, method: str, signature: str = "", body: tuple = ()) -> Any:
        address = DBusAddress(self.path, self.bus, interface)
        return self.reader.ask(new_method_call(address, method, signature or None, body))


class Reader:
    """A connection to the accessibility bus of a desktop. Close it when done.

    With `is_old` it asks for no announcements, as Orca before 45.
    """

    def __init__(self, session_bus: str, *, is_old: bool = False) -> None:
        self._is_old = is_old
        session = open_dbus_connection(session_bus)
        door = DBusAddress("/org/a11y/bus", "org.a11y.Bus", "org.a11y.Bus")
        self._session = session
        address = _answer(session, new_method_call(door, "GetAddress"))[0]
        status = Properties(DBusAddress("/org/a11y/bus", "org.a11y.Bus", "org.a11y.Status"))
        for name in ("IsEnabled", "ScreenReaderEnabled"):
            _answer(session, status.set(name, "b", True))
        self._bus: DBusConnection = open_dbus_connection(address)
        self._heard: deque[Event] = deque()
        for interface in ("org.a11y.atspi.Event.Object", "org.a11y.atspi.Event.Window"):
            rule = MatchRule(type="signal", interface=interface)
            _answer(self._bus, message_bus.AddMatch(rule))
        self.listen()

    def close(self) -> None:
        self._bus.close()
        self._session.close()

    def thing(self, bus: str, path: str) -> Thing:
        return Thing(self, bus, path)

    def programs(self) -> list[Thing]:
        """Return the programs that give anything to screen readers."""
        return self.thing(_REGISTRY, _ROOT).children()

    def windows(self) -> list[Thing]:
        """Return the windows that are showing, the active one last."""
        showing = []
        for window in (w for program in self.programs() for w in program.children()):
            with suppress(Gone):  # a dialog that closes just now
                states = window.states
                showing += [(ACTIVE in states, window)] if SHOWING in states else []
        return [window for _is_active, window in sorted(showing, key=lambda each: each[0])]

    def wait_for_answers(self) -> None:
        """Wait until the programs are done with what they were given: until then none answers.

        Asked twice: the first question may be answered before keys pressed just now are read.
        """
        for _time in range(2):
            for program in self.programs():
                with suppress(Gone):  # one that has just ended
                    _ = program.name

    def heard(self, quiet: float = 0.25, longest: float = 5.0) -> list[Event]:
        """Return what was told since the last time, once nothing more comes for `quiet` s."""
        end = time.monotonic() + longest
        while time.monotonic() < end and self._take(quiet):
            pass
        found = list(self._heard)
        self._heard.clear()
        return found

    def ask(self, message: Any) -> Any:
        """Send a message on the accessibility bus, and return the body of its answer."""
        return _answer(self._bus, message, self._keep)

    def listen(self) -> None:
        """Ask for the events; again once a program is there, for it may have missed the first."""
        registry = DBusAddress("/org/a11y/atspi/registry", _REGISTRY, _REGISTRY)
        for event in _EVENTS if self._is_old else (*_EVENTS, _ANNOUNCEMENTS):
            self.ask(new_method_call(registry, "RegisterEvent", "s", (event,)))

    def _take(self, seconds: float) -> bool:
        """Take in what comes within `seconds`; return whether anything did."""
        try:
            self._keep(self._bus.receive(timeout=seconds))
        except TimeoutError:
            return False
        return True

    def _keep(self, message: Any) -> None:
        fields = message.header.fields
        if message.header.message_type is not MessageType.signal:
            return
        member = fields.get(HeaderFields.member, "")
        body = message.body
        thing = self.thing(fields.get(HeaderFields.sender, ""), fields.get(HeaderFields.path, ""))
        if member == "StateChanged" and body[0] == "focused" and body[1]:
            self._heard.append(Event("focused", thing, "", time.monotonic()))
        elif member == "PropertyChange":
            self._heard.append(Event(body[0], thing, str(body[3][1]), time.monotonic()))
        elif member == "Announcement":
            self._heard.append(Event("announcement", thing, str(body[3][1]), time.monotonic()))


def _answer(connection: DBusConnection, message: Any, other: Any = None) -> Any:
    """Return the body of the answer; what else comes in the meantime goes to `other`."""
    serial = next(connection.outgoing_serial)
    connection.send(message, serial=serial)
    while True:
        found = connection.receive(timeout=20)
        fields = found.header.fields
        if fields.get(HeaderFields.reply_serial) == serial:
            if found.header.message_type is MessageType.error:
                name = fields.get(HeaderFields.error_name)
                kind = Gone if name in _GONE else RuntimeError
                raise kind(f"{name}: {found.body}")
            return found.body
        if other:
            other(found)
