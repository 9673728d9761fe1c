"""Where Tab goes next: in the order in which a window is read, whatever was built first.

Qt goes by the order in which widgets were made, and pages make some of theirs anew while they are shown.
"""

from collections.abc import Iterator
from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QGridLayout,
    QLayout,
    QScrollArea,
    QSplitter,
    QWidget,
)

Cell = tuple[int, int, int, int]
"""A place in a grid: its row and column, and how many of each it takes."""


def go_on(window: QWidget, *, forward: bool) -> bool:
    """Puts the keyboard on the next or the previous place of a window; whether there is one."""
    places = stops(window)
    if not places:
        return False
    here = window.focusWidget()
    if here in places:
        to = places[(places.index(here) + (1 if forward else -1)) % len(places)]
    else:
        to = places[0 if forward else -1]
    to.setFocus(Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason)
    _bring_into_view(to)
    return True


def stops(widget: QWidget) -> list[QWidget]:
    """The places in a widget at which Tab stops, as they are read."""
    found = []
    for child in _inside(widget):
        if not child.isVisible():
            continue
        if _is_stop(child):
            found.append(child)
        if not isinstance(child, QAbstractSpinBox | QComboBox):  # the line within is the same place
            found += stops(child)
    return found


def _is_stop(widget: QWidget) -> bool:
    """Tab passes over what is switched off, what hands the keyboard on, and a list in which there is nothing."""
    if not widget.focusPolicy() & Qt.FocusPolicy.TabFocus or not widget.isEnabled() or widget.focusProxy() is not None:
        return False
    return not isinstance(widget, QAbstractItemView) or widget.model().rowCount() > 0


def _bring_into_view(widget: QWidget) -> None:
    above = widget.parentWidget()
    while above is not None:
        if isinstance(above, QScrollArea):
            above.ensureWidgetVisible(widget)
        above = above.parentWidget()


def _inside(widget: QWidget) -> list[QWidget]:
    """What lies in a widget: what is laid out by its place, then what is not."""
    if isinstance(widget, QSplitter):
        panes = (widget.widget(place) for place in range(widget.count()))
        return [pane for pane in panes if pane is not None]
    layout = widget.layout()
    laid = [] if layout is None else list(_laid_out(layout))
    known = set(laid)
    rest = (child for child in widget.children() if isinstance(child, QWidget) and not child.isWindow())
    return [*laid, *(child for child in rest if child not in known)]


def _laid_out(layout: QLayout) -> Iterator[QWidget]:
    places = list(range(layout.count()))
    if isinstance(layout, QGridLayout):
        places.sort(key=lambda place: cast("Cell", layout.getItemPosition(place)))
    for place in places:
        item = layout.itemAt(place)
        if item is None:
            continue
        if (widget := item.widget()) is not None:
            yield widget
        elif (inner := item.layout()) is not None:
            yield from _laid_out(inner)
