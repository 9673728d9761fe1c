"""Keeps None alive under PySide6 6.12 on Python 3.11, where a call that returns None gives a reference too many back.

Left alone, the count reaches nothing after some thousand calls and the interpreter stops ("deallocating None"): minutes
into a meeting. From Python 3.12 on None is immortal and nothing needs doing. docs/decisions.md tells what ends this.
"""

import ctypes
import sys

FIRST_WITH_IMMORTAL_NONE = (3, 12)
ENOUGH = 1 << 60  # more than any run can give back, and far from where the count would turn over


def keep_none() -> bool:
    """Give None references enough for good; whether that was needed. Asked again, it does nothing."""
    if sys.version_info >= FIRST_WITH_IMMORTAL_NONE or sys.getrefcount(None) > ENOUGH // 2:
        return False
    count = ctypes.c_ssize_t.from_address(id(None))  # in CPython an object begins with its count
    count.value += ENOUGH
    return True
