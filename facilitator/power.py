"""How much is left in the battery, as the system tells it, and when that is worth a word in a meeting."""

import re
import sys
from pathlib import Path

import msgspec

SUPPLIES = Path("/sys/class/power_supply")
LOW, LAST = 10, 5  # percent: told once at each
_ALL = 100


class Power(msgspec.Struct, frozen=True):
    """Whether the computer is plugged in, and how many percent its battery holds."""

    plugged: bool
    percent: int


def worth_telling(power: Power, told: int | None) -> bool:
    """Whether to say that the battery runs low. `told` is the percentage at which it was said last, None for never."""
    if power.plugged or power.percent > LOW:
        return False
    return told is None or power.percent <= LAST < told


def read_power(supplies: Path = SUPPLIES) -> Power | None:
    """What the system says; None for a computer without a battery, and where nothing can be read."""
    try:
        if sys.platform == "win32":
            return _from_windows()
        if sys.platform == "darwin":
            return _from_mac()
        return _from_linux(supplies)
    except (OSError, ValueError):
        return None


def _from_linux(supplies: Path) -> Power | None:
    """The laptop's own batteries; those of a mouse or a headset say that they belong to a device."""
    holds, working = [], []
    for supply in sorted(supplies.iterdir()):
        if _line(supply / "type") == "Battery" and _line(supply / "scope") != "Device":
            holds.append(int(_line(supply / "capacity")))
            working.append(_line(supply / "status") == "Discharging")
    return Power(plugged=not any(working), percent=round(sum(holds) / len(holds))) if holds else None


def _line(file: Path) -> str:
    return file.read_text(encoding="ascii").strip() if file.exists() else ""


def _from_mac() -> Power | None:
    import subprocess

    told = subprocess.run(["/usr/bin/pmset", "-g", "batt"], capture_output=True, text=True, check=False).stdout
    held = re.search(r"(\d+)%", told)
    return Power(plugged="'AC Power'" in told, percent=int(held[1])) if held else None


if sys.platform == "win32":
    import ctypes

    class _Status(ctypes.Structure):
        _fields_ = (  # SYSTEM_POWER_STATUS
            ("line", ctypes.c_byte),
            ("flag", ctypes.c_byte),
            ("percent", ctypes.c_ubyte),
            ("saver", ctypes.c_byte),
            ("seconds", ctypes.c_ulong),
            ("whole", ctypes.c_ulong),
        )

    def _from_windows() -> Power | None:
        status = _Status()
        if not ctypes.windll.kernel32.GetSystemPowerStatus(ctypes.byref(status)) or status.percent > _ALL:
            return None
        return Power(plugged=status.line == 1, percent=status.percent)
