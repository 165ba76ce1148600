"""Asks the accessibility bus of Linux what the screen reader that is running listens to."""

import os

_LONGEST = 0.5
"""Seconds to wait for an answer. A bus that is there gives it in a few milliseconds."""
_ANNOUNCEMENT = "object:announcement"


def hears_announcements() -> bool:
    """Return whether a screen reader listens to announcements; False if nobody can say.

    Orca does from version 45 on. Only on Linux; elsewhere there is no such bus.
    """
    from jeepney import DBusAddress, DBusErrorResponse, new_method_call
    from jeepney.io.blocking import open_dbus_connection
    from jeepney.wrappers import unwrap_msg

    door = DBusAddress("/org/a11y/bus", "org.a11y.Bus", "org.a11y.Bus")
    registry = "org.a11y.atspi.Registry"
    events = DBusAddress("/org/a11y/atspi/registry", registry, registry)
    try:
        address = os.environ.get("AT_SPI_BUS_ADDRESS")
        if not address:
            with open_dbus_connection() as session:
                question = new_method_call(door, "GetAddress")
                address = unwrap_msg(session.send_and_get_reply(question, timeout=_LONGEST))[0]
        with open_dbus_connection(address) as bus:
            question = new_method_call(events, "GetRegisteredEvents")
            (asked,) = unwrap_msg(bus.send_and_get_reply(question, timeout=_LONGEST))
    except (OSError, EOFError, LookupError, ValueError, RuntimeError, DBusErrorResponse):
        return False  # no bus, or one that speaks otherwise: then the way that all readers know
    return any(event.lower().startswith(_ANNOUNCEMENT) for _listener, event in asked)
