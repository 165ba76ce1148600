"""Help: plain pages in a window of their own."""

from PySide6.QtCore import QUrl
from PySide6.QtWidgets import QTextBrowser, QWidget

from alongside.domain.headings import slug
from alongside.i18n import _
from alongside_resources import path
from alongside_ui.help.keyboard import keyboard_page
from alongside_ui.widgets.dialog import Dialog
from alongside_ui.window_actions import Actions


class HelpDialog(Dialog):
    """One page of help. Links lead to the others; Back returns."""

    def __init__(self, parent: QWidget, actions: Actions, place: str) -> None:
        super().__init__(parent, _("Help"))
        self._actions = actions
        self._trail: list[str] = []
        self.browser = QTextBrowser()
        self.browser.setAccessibleName(_("Help"))
        self.browser.setOpenLinks(False)
        self.browser.anchorClicked.connect(self._follow)
        self.take_room(84, 32)
        self.body.addWidget(self.browser, 1)
        self._back = self.add_button(_("Back"), self._go_back)
        self.add_button(_("All of help"), lambda: self.go("index"))
        self.add_button(_("Close"), self.accept)
        self.go(place)
        self.browser.setFocus()

    def go(self, place: str) -> None:
        """Show the page and heading at `place` ("register#walk-ins")."""
        self._trail.append(place)
        name, _hash, anchor = place.partition("#")
        self.browser.setMarkdown(self._text(name))
        title = self.browser.document().begin().text()
        is_first = name == "index"
        self.setWindowTitle(_("Help") if is_first else _("Help: {title}").format(title=title))
        self.browser.setAccessibleName(title)
        if anchor:
            self._to_heading(anchor)
        self._back.setEnabled(len(self._trail) > 1)

    def _text(self, name: str) -> str:
        if name == "keyboard":
            return keyboard_page(self._actions.commands.values(), self._actions.keys_of)
        return path(f"help/en/{name}.md").read_text(encoding="utf-8")

    def _follow(self, link: QUrl) -> None:
        self.go(link.toString().replace(".md", ""))

    def _go_back(self) -> None:
        if len(self._trail) > 1:
            self._trail.pop()
            self.go(self._trail.pop())

    def _to_heading(self, anchor: str) -> None:
        block = self.browser.document().begin()
        while block.isValid():
            if block.blockFormat().headingLevel() and slug(block.text()) == anchor:
                cursor = self.browser.textCursor()
                cursor.setPosition(self.browser.document().characterCount() - 1)
                self.browser.setTextCursor(cursor)  # first to the end, so that it ends up on top
                cursor.setPosition(block.position())
                self.browser.setTextCursor(cursor)
                return
            block = block.next()
