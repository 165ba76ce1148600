"""What only Windows has: its language, and its setting for the size of text, unread by Qt.

All that is asked of Windows stands here; what is made of the answers is plain, and tested anywhere.
"""

import sys
from typing import Any

_PLACE, _NAME = r"Software\Microsoft\Accessibility", "TextScaleFactor"
_LEAST, _MOST = 100, 225


def text_scale() -> int:
    """Return the size of text set in Windows, in per cent; 100 elsewhere.

    Settings, Accessibility, Text size: HKEY_CURRENT_USER, TextScaleFactor, 100 to 225.
    """
    return scale_from(_from_registry()) if sys.platform == "win32" else 100


def language() -> str:
    """Return the language Windows shows its own words in ("cy_GB"); empty elsewhere."""
    if sys.platform != "win32":
        return ""
    import ctypes
    import locale

    number = ctypes.windll.kernel32.GetUserDefaultUILanguage()  # type: ignore[attr-defined]
    return locale.windows_locale.get(number, "")


def scale_from(found: Any) -> int:
    """Return a size of text, in per cent, from whatever the registry holds."""
    return found if type(found) is int and _LEAST <= found <= _MOST else 100


def _from_registry() -> Any:
    """Return what Windows keeps, or None."""
    import winreg

    try:
        with winreg.OpenKey(winreg.HKEY_CURRENT_USER, _PLACE) as key:  # type: ignore[attr-defined]
            return winreg.QueryValueEx(key, _NAME)[0]  # type: ignore[attr-defined]
    except OSError:
        return None
