"""The screen of Alongside: everything a person meets.

PySide6 6.12 is built against Python 3.12, whose None, True and False live for ever. On Python
3.11 they do not: each call that returns one of them uses up a reference, and when the last is
gone Python ends at once ("none_dealloc"), after some minutes of work. So there they are given
more than any day can use up, before Qt is loaded.
"""

import sys
from ctypes import c_ssize_t

if sys.version_info < (3, 12):
    for each in (None, True, False, NotImplemented):
        c_ssize_t.from_address(id(each)).value += 1 << 29
