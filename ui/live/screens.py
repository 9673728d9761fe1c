"""Screens told apart: what each is called, which of them show something of their own, and which one is the room's."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

from PySide6.QtGui import QScreen

Screens = Callable[[], Sequence[QScreen]]


def identity(screen: QScreen) -> str:
    """The screen itself, wherever it is plugged in. One that gives no serial number is known by its plug as well."""
    known = (screen.manufacturer(), screen.model(), screen.serialNumber() or screen.name())
    return " · ".join(part.strip() for part in known if part.strip())


def called(screen: QScreen) -> str:
    """What it is called by people: its model, else the name of its plug."""
    return screen.model().strip() or screen.name()


def apart(screens: Sequence[QScreen], mine: QScreen | None) -> list[QScreen]:
    """Those that show something else than mine does. Mirrored screens lie over one another, whatever their size."""
    box = None if mine is None else mine.geometry()
    return [
        screen for screen in screens if screen is not mine and (box is None or not screen.geometry().intersects(box))
    ]


def rooms(screens: Sequence[QScreen], remembered: str, passed_over: Collection[str] = ()) -> QScreen | None:
    """The room's screen: the remembered one where it is plugged in, else the first that was not passed over for it.

    `passed_over` are the identities of screens that stood there while another was the room's: when that one goes, the
    wall waits for it, instead of covering what somebody keeps to themselves.
    """
    free = [screen for screen in screens if identity(screen) not in passed_over]
    return next((screen for screen in screens if identity(screen) == remembered), next(iter(free), None))
