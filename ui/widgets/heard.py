"""What a screen reader takes a widget for that paints itself: a text, a picture, a clock, a list.

Qt knows its own widgets; of others it says no more than that they are there.
"""

from functools import cache

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAccessibleWidget, QWidget

Role = QAccessible.Role
PROPERTY = "heardAs"


def hear_as(widget: QWidget, role: Role) -> None:
    """Says what a widget is. Its `accessibleName` says the rest, as for every other."""
    _listen()
    widget.setProperty(PROPERTY, role.value)


@cache
def _listen() -> None:
    QAccessible.installFactory(_made)


def _made(_kind: str, widget: QObject) -> QAccessibleWidget | None:
    if not isinstance(widget, QWidget) or (role := widget.property(PROPERTY)) is None:
        return None
    return QAccessibleWidget(widget, Role(role))
