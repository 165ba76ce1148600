"""Stands where the desktop's own asks for the keyring's password, and never comes back with one."""

from jeepney import MessageType, new_error, new_method_return
from jeepney.bus_messages import message_bus
from jeepney.io.blocking import Proxy, open_dbus_connection

with open_dbus_connection() as bus:
    Proxy(message_bus, bus).RequestName("org.gnome.keyring.SystemPrompter")
    while True:
        asked = bus.receive()
        if asked.header.message_type is MessageType.method_call:
            fields = {key.name: value for key, value in asked.header.fields.items()}
            known = fields.get("member") in {"BeginPrompting", "PerformPrompt", "StopPrompting"}
            answer = new_method_return(asked) if known else new_error(asked, "x.Unknown")
            bus.send(answer)
