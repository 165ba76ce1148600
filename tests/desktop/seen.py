"""The program on its desktop, with the hands and the ears of somebody in front of it."""

import sys
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass

from desktop.own_desktop import Desktop, wait_until
from desktop.reader import Event, Gone, Reader, Thing


@dataclass
class Seen:
    """The program, its desktop, and what a screen reader gets of it."""

    desktop: Desktop
    reader: Reader

    def press(self, *keys: str, quiet: float = 0.3) -> list[Event]:
        """Press keys, and return all that the program told until it was `quiet` for so long (s)."""
        self.reader.heard(quiet=0.05)
        for key in keys:
            self.desktop.keys(key)
        self.reader.wait_for_answers()
        return self.reader.heard(quiet=quiet)

    def hear(self, words: str, *keys: str) -> list[Event]:
        """Press keys, wait until something with `words` in it is told, and return all of it."""
        told = self.press(*keys) if keys else self.reader.heard()
        for _wait in range(10):
            if any(words in event.words for event in told):
                break
            told += self.reader.heard()
        return told

    def focus(self, *keys: str) -> Thing:
        """Press keys, and return what has the keyboard after them: the smallest thing told of."""
        told = self.focused(*keys)
        assert told, f"after {keys} nothing said that it has the keyboard"
        cells = [thing for thing in told[-2:] if thing.role in {"cell", "table cell", "list item"}]
        return cells[-1] if cells else told[-1]

    def focused(self, *keys: str) -> list[Thing]:
        """Press keys, and return all that then told of having the keyboard, in order."""
        heard = self.press(*keys, quiet=0.1)
        if not any(event.kind == "focused" for event in heard):
            heard += self.reader.heard(quiet=0.5)
        return [event.thing for event in heard if event.kind == "focused"]

    def leave_dialogs(self) -> None:
        """Press Escape until no dialog is in front; what was typed is thrown away."""
        for _dialog in range(4):
            if self.window().role == "frame":
                return
            throw = [t for t in self.window().walk() if t.name == "Throw away"]
            if throw:
                throw[0].do()
            else:
                self.desktop.keys("Escape")
            self.reader.heard()

    def window(self) -> Thing:
        """Return the window in front."""
        return self.reader.windows()[-1]

    def wait_for(self, title: str) -> Thing:
        """Wait until a window whose title has `title` in it is in front, and return it."""

        def is_there() -> bool:
            with suppress(Gone):  # the one before it closes just now
                return title in self.window().name
            return False

        wait_until(is_there, f"a window called {title}")
        return self.window()

    def find(self, role: str, start: str) -> Thing:
        """Return the first thing of a role whose name begins with `start`."""
        found = [t for t in self.window().walk() if t.role == role and t.name.startswith(start)]
        assert found, f"there is no {role} called “{start}”"
        return found[0]


def start(desktop: Desktop, *settings: str, is_old: bool = False) -> Iterator[Seen]:
    """Start the program on the demo organisation, and give it once its first page is there.

    With `is_old` whoever listens knows no announcements.
    """
    reader = Reader(desktop.environ["DBUS_SESSION_BUS_ADDRESS"], is_old=is_old)
    desktop.start([sys.executable, "-m", "alongside_ui.main", "--demo", *settings])
    seen = Seen(desktop, reader)
    try:
        wait_until(
            lambda: any("Today" in window.name for window in reader.windows()),
            f"the first page: {desktop.log_of('python')}",
        )
        for _try in range(10):  # until the program tells where the keyboard is
            seen.reader.listen()
            moved = (
                seen.press(key, quiet=0.6) for key in ("F6", "Tab")
            )  # F6 has one place if small
            if any(event.kind == "focused" for events in moved for event in events):
                break
        else:
            raise AssertionError(f"the window never gets the keyboard: {desktop.log_of('python')}")
        yield seen
    finally:
        reader.close()
