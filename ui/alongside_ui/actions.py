"""Every command once: menus, buttons, the keyboard page of help and the tests read this list."""

from dataclasses import dataclass
from enum import StrEnum

from alongside.i18n import _


class Section(StrEnum):
    """A menu, in the order of the menu bar."""

    FILE = "file"
    EDIT = "edit"
    GO = "go"
    MEETING = "meeting"
    REGISTER = "register"
    CLAIM = "claim"
    VIEW = "view"
    HELP = "help"

    @property
    def words(self) -> str:
        """The menu's title."""
        return {
            Section.FILE: _("File"),
            Section.EDIT: _("Edit"),
            Section.GO: _("Go"),
            Section.MEETING: _("Meeting"),
            Section.REGISTER: _("Register"),
            Section.CLAIM: _("Claim"),
            Section.VIEW: _("View"),
            Section.HELP: _("Help"),
        }[self]


@dataclass(frozen=True, slots=True)
class Command:
    """One command. `help` is a page of help, with an anchor after # where one fits.

    `is_local` commands have a single key, which counts only while their list has the focus.
    `says` are other words that people would type for it; `also` are keys beside the main one.
    """

    id: str
    words: str
    section: Section
    shortcut: str = ""
    help: str = "index"
    is_local: bool = False
    says: str = ""
    also: tuple[str, ...] = ()


def commands() -> list[Command]:
    """Return every command of Alongside, in menu order."""
    file, edit, go = Section.FILE, Section.EDIT, Section.GO
    meeting, register, claim = Section.MEETING, Section.REGISTER, Section.CLAIM
    view, help_ = Section.VIEW, Section.HELP
    return [
        Command("print", _("Print claim forms…"), file, "Ctrl+P", "printing",
                says=_("paper, PDF, papers for signing")),
        Command("print_list", _("Print the list…"), file, "Ctrl+Shift+P", "history#print-the-list",
                says=_("history on paper, PDF")),
        Command("who", _("Change who is at the keyboard…"), file, "Ctrl+Shift+U",
                "history#who-is-at-the-keyboard",
                says=_("my name, sign, switch user, shared computer")),
        Command("open_file", _("Open other records…"), file, "Ctrl+Shift+O", "data-file",
                says=_("another organisation, choose file")),
        Command("quit", _("Close Alongside"), file, "Ctrl+Q", "data-file", also=("Ctrl+W",),
                says=_("exit, leave, end")),
        Command("undo", _("Undo"), edit, "Ctrl+Z", "undo",
                says=_("take back, mistake, wrong")),
        Command("redo", _("Do again"), edit, "Ctrl+Y", "undo", also=("Ctrl+Shift+Z",),
                says=_("repeat")),
        Command("find", _("Find"), edit, "Ctrl+F", "people",
                says=_("search, look for")),
        Command("add", _("Add…"), edit, "Ctrl+N", "getting-started",
                says=_("new, create")),
        Command("correct", _("Open or correct…"), edit, "Ctrl+O", "getting-started", also=("F2",),
                says=_("edit, change, details")),
        Command("remove", _("Remove…"), edit, "Ctrl+Del", "undo",
                says=_("delete, take away")),
        Command("usual_costs", _("Usual costs…"), edit, "Ctrl+U", "people#usual-costs",
                says=_("journey, fares, taxi, travel, support, personal assistant")),
        Command("bank_details", _("Bank details…"), edit, "Ctrl+B", "people#bank-details",
                says=_("account, sort code, pay by bank")),
        Command("record_history", _("History of this…"), edit, "Ctrl+H", "history#one-record",
                says=_("who changed it, audit, before and after")),
        Command("add_member", _("Add a member…"), edit, "Ctrl+Shift+N", "groups#members",
                says=_("join a group")),
        Command("correct_member", _("Correct a member’s place…"), edit, "Ctrl+Shift+E",
                "groups#members",
                says=_("role, dates, chair")),
        Command("remove_member", _("Remove a member…"), edit, "Ctrl+Shift+Del", "groups#members",
                says=_("leave a group")),
        Command("today", _("Today"), go, "Ctrl+1", "today",
                says=_("home, start, what is next")),
        Command("meetings", _("Meetings"), go, "Ctrl+2", "meetings",
                says=_("calendar, dates, events")),
        Command("people", _("People"), go, "Ctrl+3", "people",
                says=_("members, names, contacts")),
        Command("groups", _("Groups"), go, "Ctrl+4", "groups",
                says=_("reference groups, partners")),
        Command("claims", _("Claims"), go, "Ctrl+5", "claims",
                says=_("fees, expenses, pay, money")),
        Command("history", _("History"), go, "Ctrl+6", "history",
                says=_("who changed what, audit, log")),
        Command("settings", _("Settings"), go, "Ctrl+7", "settings",
                says=_("options, preferences, organisation, policy, theme, colours")),
        Command("back", _("Back"), go, "Alt+Left", "getting-started",
                says=_("page before, return")),
        Command("palette", _("Type what you want to do…"), go, "Ctrl+K", "keyboard",
                says=_("command, search, do")),
        Command("next_page", _("Next page"), go, "Ctrl+PgDown", "keyboard", also=("Ctrl+Tab",)),
        Command("previous_page", _("Previous page"), go, "Ctrl+PgUp", "keyboard",
                also=("Ctrl+Shift+Tab",)),
        Command("next_pane", _("Next part of the window"), go, "F6", "your-way"),
        Command("previous_pane", _("Previous part of the window"), go, "Shift+F6",
                "your-way"),
        Command("register", _("Open the register"), meeting, "Ctrl+R", "register",
                says=_("who came, attendance, mark people, sign in")),
        Command("repeat", _("Repeat the meeting…"), meeting, "Ctrl+Shift+R", "meetings#repeat",
                says=_("copy, next month, series")),
        Command("invite", _("Invite more people…"), meeting, "Ctrl+I", "meetings#invite",
                says=_("ask people to come")),
        Command("cancel_meeting", _("Cancel the meeting…"), meeting, "Ctrl+Shift+C",
                "meetings#cancel",
                says=_("call off")),
        Command("mark_attended", _("Attended"), register, "A", "register", is_local=True,
                says=_("came, present, here")),
        Command("mark_online", _("Online"), register, "O", "register", is_local=True,
                says=_("video, telephone, remote")),
        Command("mark_part", _("Attended part…"), register, "P", "register", is_local=True,
                says=_("came late, some of it")),
        Command("mark_left", _("Left early…"), register, "L", "register", is_local=True,
                says=_("went home")),
        Command("mark_apologies", _("Apologies"), register, "Y", "register", is_local=True,
                says=_("sorry, cannot come, absent")),
        Command("mark_did_not_come", _("Did not come"), register, "N", "register", is_local=True,
                says=_("absent, no show")),
        Command("mark_cancelled", _("Cancelled late"), register, "C", "register", is_local=True,
                says=_("short notice")),
        Command("mark_none", _("Not yet marked"), register, "Del", "register", is_local=True,
                says=_("clear the mark")),
        Command("walk_in", _("Add a walk-in…"), register, "W", "register#walk-ins", is_local=True,
                says=_("somebody new, not invited, add a person")),
        Command("make_claims", _("Make claims…"), register, "Ctrl+M", "claims",
                says=_("pay, fees, expenses, draft claims")),
        Command("issue", _("Issue…"), claim, "Ctrl+Shift+I", "claims#issue",
                says=_("finish, send a claim")),
        Command("withdraw", _("Withdraw…"), claim, "Ctrl+Shift+W", "claims#withdraw",
                says=_("take a claim back")),
        Command("larger", _("Larger text"), view, "Ctrl++", "your-way", also=("Ctrl+=",),
                says=_("bigger, zoom in")),
        Command("smaller", _("Smaller text"), view, "Ctrl+-", "your-way",
                says=_("zoom out")),
        Command("usual_size", _("Usual text size"), view, "Ctrl+0", "your-way",
                says=_("100 per cent, zoom")),
        Command("refresh", _("Read again"), view, "F5", "data-file",
                says=_("reload")),
        Command("help", _("Help on this page"), help_, "F1", "index",
                says=_("what is this, how do I")),
        Command("shortcuts", _("Change keys…"), help_, "Ctrl+Shift+K", "keyboard",
                says=_("shortcuts, hotkeys, print keys")),
        Command("keyboard", _("Keyboard"), help_, "Ctrl+F1", "keyboard",
                says=_("keys, shortcuts")),
        Command("help_index", _("All of help"), help_, "Shift+F1", "index",
                says=_("manual, contents")),
        Command("menu", _("Go to the menus"), help_, "F10", "keyboard"),
    ]  # fmt: skip
