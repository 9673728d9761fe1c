"""Keeps None, True and False alive under PySide6 6.12 on Python 3.11: calls into Qt give references too many back.

Left alone, a count reaches nothing after some thousand calls and the interpreter stops ("deallocating None"): minutes
into a meeting for None, hours for True, which loses some ten a minute while the cockpit is painted. From Python 3.12 on
all three are immortal and nothing needs doing. docs/decisions.md tells what ends this.
"""

import ctypes
import sys

FIRST_WITH_IMMORTALS = (3, 12)
ENOUGH = 1 << 60  # more than any run can give back, and far from where the count would turn over


def keep_none() -> bool:
    """Give them references enough for good; whether that was needed. Asked again, it does nothing."""
    if sys.version_info >= FIRST_WITH_IMMORTALS or sys.getrefcount(None) > ENOUGH // 2:
        return False
    for kept in (None, True, False):
        count = ctypes.c_ssize_t.from_address(id(kept))  # in CPython an object begins with its count
        count.value += ENOUGH
    return True
