"""The pages, one shown at a time: made when first wanted, read again when what they show moved."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QStackedWidget, QWidget

from alongside.domain.change import Change

_LONGEST_TRAIL = 20


class PageStack(QStackedWidget):
    """Pages by name, and the trail of those that were shown."""

    def __init__(self) -> None:
        super().__init__()
        self._pages: dict[str, Any] = {}
        self._trail: list[tuple[str, Any]] = []

    @property
    def page(self) -> Any:
        """The page that is shown, or the doorway."""
        shown = self.currentWidget()
        return shown.widget() if isinstance(shown, QScrollArea) else shown

    def show_page(self, name: str, subject: Any, make: Callable[[str], Any]) -> Any:
        """Show a page about `subject`, made with `make` the first time, and return it."""
        if name not in self._pages:
            self._pages[name] = make(name)
            self.addWidget(_scrolling(self._pages[name]))
        page = self._pages[name]
        if not self._trail or self._trail[-1] != (name, subject):
            self._trail = [*self._trail[-_LONGEST_TRAIL:], (name, subject)]
        if subject is not None:
            page.show_subject(subject)
            page.is_stale = True
        self._refresh_if_stale(page)
        self.setCurrentWidget(_around(page))
        return page

    def show_doorway(self, doorway: QWidget) -> None:
        """Show what there is to see while no records are open."""
        if not self.isAncestorOf(doorway):
            self.addWidget(_scrolling(doorway))
        self.setCurrentWidget(_around(doorway))

    def step_back(self) -> tuple[str, Any] | None:
        """Return the page before this one and its subject, or None."""
        if len(self._trail) < 2:
            return None
        self._trail.pop()
        return self._trail[-1]

    def take_note(self, change: Change) -> None:
        """Refresh the page that is shown if its kinds moved; the others when they are shown."""
        for page in self._pages.values():
            if page.kinds & change.kinds:
                page.is_stale = True
        if self.page in self._pages.values():
            self._refresh_if_stale(self.page)

    def read_again(self) -> None:
        """Refresh the page that is shown."""
        self.page.refresh()

    def forget(self) -> None:
        """Throw every page away: the records are closed."""
        self.renew()
        self._trail.clear()

    @property
    def place(self) -> tuple[str, Any]:
        """The name of the page that is shown, and its subject."""
        return self._trail[-1]

    def renew(self) -> None:
        """Throw every page away, to be made anew, but remember the trail."""
        for page in self._pages.values():
            around = _around(page)
            self.removeWidget(around)
            around.deleteLater()
        self._pages.clear()

    def _refresh_if_stale(self, page: Any) -> None:
        if page.is_stale:
            page.is_stale = False
            page.refresh()


def _scrolling(page: QWidget) -> QScrollArea:
    """Return `page` in something that scrolls when large text needs more room than there is."""
    around = QScrollArea()
    around.setWidgetResizable(True)
    around.setFrameShape(QFrame.Shape.NoFrame)
    around.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    around.setWidget(page)
    return around


def _around(page: QWidget) -> QScrollArea:
    around = page.parentWidget().parentWidget()
    assert isinstance(around, QScrollArea)
    return around
