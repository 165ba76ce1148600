"""The page of help that lists every command with its keys; no window is needed to make it."""

from collections.abc import Callable, Iterable

from alongside.i18n import _
from alongside_ui.actions import Command, Section


def keyboard_page(commands: Iterable[Command], keys_of: Callable[[str], str]) -> str:
    """Return the page as Markdown. `keys_of` gives the keys of a command, by its id."""
    commands = list(commands)
    lines = [
        "# " + _("Keyboard"),
        "",
        _("Everything can be done from the keyboard. Alt with an underlined letter goes to that "
          "field, button or menu. Tab and Shift+Tab move, arrows move in a list, Enter opens, Esc "
          "leaves a dialog."),
    ]  # fmt: skip
    lines += [
        "", "## " + _("Type what you want to do"), "",
        _("{keys} opens a line to type in. Type some words, “mark register” or “text size” for "
          "example. Up and Down choose, Enter does it.").format(keys=keys_of("palette")),
        "", "## " + _("Change keys"), "",
        _("{keys} shows every command with its keys. You can give a command other keys, put them "
          "back, and print the list.").format(keys=keys_of("shortcuts")),
    ]  # fmt: skip
    for section in Section:
        lines += ["", f"## {section.words}", ""]
        if section is Section.REGISTER:
            lines += [
                _("Single letters count while the list of the register has the keyboard."),
                "",
            ]
        for command in commands:
            if command.section is section and (keys := keys_of(command.id)):
                lines.append(f"- **{keys}**: {command.words.removesuffix('…')}")
    return "\n".join(lines) + "\n"
