"""What a screen reader is told beyond what Qt tells it: what a painted widget is, and words said unasked.

Qt knows its own widgets; of others it says no more than that they are there. Its part for screen readers is slow to
load, so that nothing here needs it before somebody listens.
"""

from enum import IntEnum
from functools import cache

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

PROPERTY = "heardAs"


class Role(IntEnum):
    """What a widget can be, by Qt's own numbers."""

    DOCUMENT = 15
    GROUP = 20
    LIST = 33
    PICTURE = 40
    TEXT = 41
    CLOCK = 61


def hear_as(widget: QWidget, role: Role) -> None:
    """Says what a widget is. Its `accessibleName` says the rest, as for every other."""
    widget.setProperty(PROPERTY, int(role))


def announce(widget: QWidget, words: str) -> None:
    """Says this to whoever listens, now and unasked: what was done, or what stands in the way."""
    from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

    if words and QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, words))


@cache
def listen() -> None:
    """From here on Qt asks what painted widgets are."""
    from PySide6.QtGui import QAccessible
    from PySide6.QtWidgets import QAccessibleWidget

    def made(_kind: str, widget: QObject) -> QAccessibleWidget | None:
        if not isinstance(widget, QWidget) or (role := widget.property(PROPERTY)) is None:
            return None
        return QAccessibleWidget(widget, QAccessible.Role(role))

    QAccessible.installFactory(made)
