"""Starting in a hurry, and settling down when the first page is there."""

import builtins
import gc


def hurry() -> None:
    """Start in two thirds of the time: measured, on the way to the first page.

    Nothing that starting makes is rubbish yet, so it is not looked for until the first page is
    there (`settle_down`). And PySide puts a slower `import` in the place of Python's own, for a
    way of writing Qt's names that nothing here uses: Python's own is put back.
    """
    gc.disable()
    plain_import = builtins.__import__
    import PySide6.QtCore  # noqa: F401  this is what replaces it

    builtins.__import__ = plain_import


def settle_down() -> None:
    """Look for rubbish again, but never among what starting made: it stays to the end."""
    gc.freeze()
    gc.enable()
