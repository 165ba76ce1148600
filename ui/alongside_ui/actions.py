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
class Easy:
    """Short everyday words for something, and the picture beside them: icons/`icon`.svg.

    Words of few letters, as people say them; one idea. Who chose easy words meets them instead of
    the usual ones, in menus, on buttons and aloud.
    """

    words: str
    icon: str = ""


@dataclass(frozen=True, slots=True)
class Command:
    """One command. `help` is a page of help, with an anchor after # where one fits.

    `is_local` commands have a single key, which counts only while their list has the focus.
    `says` are other words that people would type for it; `also` are keys beside the main one.
    `easy` are the words of those who chose easy words; without them the usual ones are easy.
    """

    id: str
    words: str
    section: Section
    shortcut: str = ""
    help: str = "index"
    is_local: bool = False
    says: str = ""
    also: tuple[str, ...] = ()
    easy: Easy | None = None


def commands() -> list[Command]:
    """Return every command of Alongside, in menu order."""
    file, edit, go = Section.FILE, Section.EDIT, Section.GO
    meeting, register, claim = Section.MEETING, Section.REGISTER, Section.CLAIM
    view, help_ = Section.VIEW, Section.HELP
    return [
        Command("print", _("Print claim forms…"), file, "Ctrl+P", "printing",
                says=_("paper, PDF, papers for signing"), easy=Easy(_("Print"), "print")),
        Command("print_list", _("Print the list…"), file, "Ctrl+Shift+P", "history#print-the-list",
                says=_("history on paper, PDF"), easy=Easy(_("Print the list"), "print")),
        Command("who", _("Change who is at the keyboard…"), file, "Ctrl+Shift+U",
                "history#who-is-at-the-keyboard",
                says=_("my name, sign, switch user, shared computer"),
                easy=Easy(_("Who is here?"))),
        Command("open_file", _("Open other records…"), file, "Ctrl+Shift+O", "data-file",
                says=_("another organisation, choose file"), easy=Easy(_("Open other records"))),
        Command("import_people", _("Import people…"), file, "Ctrl+Shift+M",
                "people#import-people",
                says=_("spreadsheet, Excel, CSV, list, bring in, members"),
                easy=Easy(_("Bring in a list"))),
        Command("back_up", _("Back up now"), file, "Ctrl+Shift+B", "data-file#backups",
                says=_("backup, copy, safe, save a copy"), easy=Easy(_("Back up now"))),
        Command("restore", _("Restore a backup…"), file, "Ctrl+F9", "data-file#restore-a-backup",
                says=_("backup, go back, lost, damaged, new computer"),
                easy=Easy(_("Restore a backup"))),
        Command("keys", _("Who can open these records…"), file, "Ctrl+Shift+L",
                "recovery-words#who-can-open-these-records",
                says=_("computers, recovery words, key, stolen, lost, theft, safety"),
                easy=Easy(_("Who can open this"))),
        Command("lock", _("Lock"), file, "Ctrl+L", "recovery-words#lock",
                says=_("hide, away from the desk, privacy"), easy=Easy(_("Lock"))),
        Command("quit", _("Close Alongside"), file, "Ctrl+Q", "data-file", also=("Ctrl+W",),
                says=_("exit, leave, end")),
        Command("undo", _("Undo"), edit, "Ctrl+Z", "undo",
                says=_("take back, mistake, wrong"), easy=Easy(_("Undo"), "undo")),
        Command("redo", _("Do again"), edit, "Ctrl+Y", "undo", also=("Ctrl+Shift+Z",),
                says=_("repeat"), easy=Easy(_("Do again"), "redo")),
        Command("find", _("Find"), edit, "Ctrl+F", "people",
                says=_("search, look for"), easy=Easy(_("Find"), "find")),
        Command("add", _("Add…"), edit, "Ctrl+N", "getting-started",
                says=_("new, create"),
                easy=Easy(_("Add"), "add")),
        Command("correct", _("Open or correct…"), edit, "Ctrl+O", "getting-started", also=("F2",),
                says=_("edit, change, details"),
                easy=Easy(_("Open"), "open")),
        Command("remove", _("Remove…"), edit, "Ctrl+Del", "undo",
                says=_("delete, take away"),
                easy=Easy(_("Remove"), "remove")),
        Command("redact", _("Redact…"), edit, "Ctrl+Shift+X", "people#redact-somebody-who-left",
                says=_("erase, forget, data protection, GDPR, left, died, take the name out"),
                easy=Easy(_("Take out the name"))),
        Command("usual_costs", _("Usual costs…"), edit, "Ctrl+U", "people#usual-costs",
                says=_("journey, fares, taxi, travel, support, personal assistant"),
                easy=Easy(_("Travel and other costs"), "usual-costs")),
        Command("bank_details", _("Bank details…"), edit, "Ctrl+B", "people#bank-details",
                says=_("account, sort code, pay by bank"),
                easy=Easy(_("Bank"), "bank")),
        Command("record_history", _("History of this…"), edit, "Ctrl+H", "history#one-record",
                says=_("who changed it, audit, before and after"),
                easy=Easy(_("What changed?"), "history")),
        Command("add_member", _("Add a member…"), edit, "Ctrl+Shift+N", "groups#members",
                says=_("join a group"),
                easy=Easy(_("Add member"), "add-member")),
        Command("correct_member", _("Correct a member’s place…"), edit, "Ctrl+Shift+E",
                "groups#members",
                says=_("role, dates, chair"),
                easy=Easy(_("Change member"), "correct-member")),
        Command("remove_member", _("Remove a member…"), edit, "Ctrl+Shift+Del", "groups#members",
                says=_("leave a group"),
                easy=Easy(_("Remove member"), "remove-member")),
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
                says=_("command, search, do"),
                easy=Easy(_("What do you want to do?"))),
        Command("next_page", _("Next page"), go, "Ctrl+PgDown", "keyboard", also=("Ctrl+Tab",)),
        Command("previous_page", _("Previous page"), go, "Ctrl+PgUp", "keyboard",
                also=("Ctrl+Shift+Tab",),
                easy=Easy(_("Page before"))),
        Command("next_pane", _("Next part of the window"), go, "F6", "your-way",
                easy=Easy(_("Next part"))),
        Command("previous_pane", _("Previous part of the window"), go, "Shift+F6",
                "your-way",
                easy=Easy(_("Part before"))),
        Command("register", _("Open the register"), meeting, "Ctrl+R", "register",
                says=_("who came, attendance, mark people, sign in"),
                easy=Easy(_("Who came?"), "register")),
        Command("repeat", _("Repeat the meeting…"), meeting, "Ctrl+Shift+R", "meetings#repeat",
                says=_("copy, next month, series"),
                easy=Easy(_("Plan it again"), "repeat")),
        Command("invite", _("Invite more people…"), meeting, "Ctrl+I", "meetings#invite",
                says=_("ask people to come"),
                easy=Easy(_("Invite people"), "invite")),
        Command("cancel_meeting", _("Cancel the meeting…"), meeting, "Ctrl+Shift+C",
                "meetings#cancel",
                says=_("call off"),
                easy=Easy(_("Cancel meeting"), "cancel-meeting")),
        Command("mark_attended", _("Attended"), register, "A", "register", is_local=True,
                says=_("came, present, here"),
                easy=Easy(_("Came"), "came")),
        Command("mark_online", _("Online"), register, "O", "register", is_local=True,
                says=_("video, telephone, remote"),
                easy=Easy(_("Online"), "online")),
        Command("mark_part", _("Attended part…"), register, "P", "register", is_local=True,
                says=_("came late, some of it"),
                easy=Easy(_("Came for part"), "part")),
        Command("mark_left", _("Left early…"), register, "L", "register", is_local=True,
                says=_("went home"),
                easy=Easy(_("Left early"), "left")),
        Command("mark_apologies", _("Apologies"), register, "Y", "register", is_local=True,
                says=_("sorry, cannot come, absent"),
                easy=Easy(_("Sorry, cannot come"), "sorry")),
        Command("mark_did_not_come", _("Did not come"), register, "N", "register", is_local=True,
                says=_("absent, no show"),
                easy=Easy(_("Did not come"), "did-not-come")),
        Command("mark_cancelled", _("Cancelled late"), register, "C", "register", is_local=True,
                says=_("short notice"),
                easy=Easy(_("Cancelled late"), "cancelled")),
        Command("mark_none", _("Not yet marked"), register, "Del", "register", is_local=True,
                says=_("clear the mark"),
                easy=Easy(_("Not yet marked"), "not-marked")),
        Command("walk_in", _("Add a walk-in…"), register, "W", "register#walk-ins", is_local=True,
                says=_("somebody new, not invited, add a person"),
                easy=Easy(_("Add person"), "walk-in")),
        Command("make_claims", _("Make claims…"), register, "Ctrl+M", "claims",
                says=_("pay, fees, expenses, draft claims"),
                easy=Easy(_("Make claims"), "make-claims")),
        Command("issue", _("Issue…"), claim, "Ctrl+Shift+I", "claims#issue",
                says=_("finish, send a claim"),
                easy=Easy(_("Finish claims"), "issue")),
        Command("withdraw", _("Withdraw…"), claim, "Ctrl+Shift+W", "claims#withdraw",
                says=_("take a claim back"),
                easy=Easy(_("Take claim back"), "withdraw")),
        Command("larger", _("Larger text"), view, "Ctrl++", "your-way", also=("Ctrl+=",),
                says=_("bigger, zoom in"),
                easy=Easy(_("Bigger text"))),
        Command("smaller", _("Smaller text"), view, "Ctrl+-", "your-way",
                says=_("zoom out"),
                easy=Easy(_("Smaller text"))),
        Command("usual_size", _("Usual text size"), view, "Ctrl+0", "your-way",
                says=_("100 per cent, zoom"),
                easy=Easy(_("Usual size"))),
        Command("easy_words", _("Use easy words"), view, "Ctrl+E", "your-way#easy-words",
                says=_("easy read, simple words, short words, pictures, icons, plain"),
                easy=Easy(_("Use the usual words"))),
        Command("refresh", _("Read again"), view, "F5", "data-file",
                says=_("reload")),
        Command("help", _("Help on this page"), help_, "F1", "index",
                says=_("what is this, how do I"),
                easy=Easy(_("Help"))),
        Command("shortcuts", _("Change keys…"), help_, "Ctrl+Shift+K", "keyboard",
                says=_("shortcuts, hotkeys, print keys"),
                easy=Easy(_("Change keys"))),
        Command("keyboard", _("Keyboard"), help_, "Ctrl+F1", "keyboard",
                says=_("keys, shortcuts")),
        Command("help_index", _("All of help"), help_, "Shift+F1", "index",
                says=_("manual, contents")),
        Command("save_help_page", _("Save help as a web page…"), help_, "Ctrl+Shift+H",
                "index#take-help-with-you",
                says=_("HTML, browser, print help, send help, manual")),
        Command("save_help_pdf", _("Save help as PDF…"), help_, "Ctrl+Shift+D",
                "index#take-help-with-you",
                says=_("paper, print help, send help, manual")),
        Command("menu", _("Go to the menus"), help_, "F10", "keyboard"),
    ]  # fmt: skip
