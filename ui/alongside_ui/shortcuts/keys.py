"""Which keys a command may have: not another's, not a screen reader's, no letter out of place."""

import re
from collections.abc import Mapping

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeySequence

from alongside.domain.errors import UserError
from alongside.i18n import _
from alongside_ui.actions import Command

_NONE, _SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
_CTRL, _ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
_META, _PAD = Qt.KeyboardModifier.MetaModifier, Qt.KeyboardModifier.KeypadModifier

_ALONE = frozenset({
    Qt.Key.Key_Control, Qt.Key.Key_Shift, Qt.Key.Key_Alt, Qt.Key.Key_AltGr, Qt.Key.Key_Meta,
    Qt.Key.Key_CapsLock, Qt.Key.Key_NumLock, Qt.Key.Key_Insert, Qt.Key.Key_unknown,
})  # fmt: skip
"""Keys that screen readers hold down for their own commands, or that do nothing alone."""

_MOVING = frozenset({
    Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape,
    Qt.Key.Key_Space, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right,
    Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_Backspace,
})  # fmt: skip
_TEXT = frozenset({"Ctrl+A", "Ctrl+C", "Ctrl+X", "Ctrl+V"})
_SYSTEM = frozenset({"Alt+F4", "Alt+Space", "Ctrl+Esc", "Shift+F10", "Menu"})


def read(typed: str, command: Command, taken: Mapping[str, str]) -> str:
    """Return the keys that `typed` names ("ctrl shift m"), as Qt writes them.

    `taken` are the words of every other command by its keys. Raise UserError in the field "keys"
    for keys that are none, several at once, another's, the system's, or a screen reader's.
    What screen readers own: accessibility guidance of NVDA, JAWS, Narrator and Orca.
    """
    keys = QKeySequence(_joined(typed))
    if keys.count() != 1 or keys[0].key() in _ALONE:
        raise UserError("keys", _("“{typed}” is not a key. Type it like Ctrl+Shift+M.")
                        .format(typed=typed.strip()))  # fmt: skip
    plain = keys.toString(QKeySequence.SequenceFormat.PortableText)
    _check_place(keys[0], command, plain)
    if plain in taken:
        raise UserError("keys", _("{keys} is the key of “{other}” already.")
                        .format(keys=plain, other=taken[plain]))  # fmt: skip
    return plain


def is_reserved(keys: str) -> bool:
    """Return whether the system, text fields or a screen reader need these keys."""
    found = QKeySequence(keys)[0]
    held = found.keyboardModifiers() & ~_PAD
    is_letter = Qt.Key.Key_A <= found.key() <= Qt.Key.Key_Z
    return (
        keys in _TEXT | _SYSTEM
        or bool(held & _META)
        or (bool(held & _CTRL) and bool(held & _ALT))
        or (held == _ALT and is_letter)
        or (found.key() in _MOVING and held in (_NONE, _SHIFT))
        or (found.key() in _MOVING and held == _ALT and found.key() != Qt.Key.Key_Left)
    )


def _check_place(found: QKeyCombination, command: Command, plain: str) -> None:
    if is_reserved(plain):
        raise UserError("keys", _("{keys} is needed by this computer, by fields or by screen "
                                  "readers. Choose another.").format(keys=plain))  # fmt: skip
    held = found.keyboardModifiers() & ~_PAD
    is_function = Qt.Key.Key_F1 <= found.key() <= Qt.Key.Key_F10
    is_single = held in (_NONE, _SHIFT) and not is_function
    if command.is_local and not (held == _NONE and not is_function):
        raise UserError("keys", _("A mark of the register has one letter, with nothing held down."))
    if is_single and not command.is_local:
        raise UserError("keys", _("A key alone would be typed into fields. Hold Ctrl or Alt too, "
                                  "or take F2 to F10."))  # fmt: skip


def _joined(typed: str) -> str:
    """Return keys as Qt reads them, however they were typed: "control shift m" is Ctrl+Shift+M."""
    names = {"control": "Ctrl", "strg": "Ctrl", "delete": "Del", "page down": "PgDown"}
    words = typed.strip()
    for said, name in names.items():
        words = re.sub(rf"\b{said}\b", name, words, flags=re.IGNORECASE)
    if "+" in words.strip("+"):
        return words
    return "+".join(words.split())
