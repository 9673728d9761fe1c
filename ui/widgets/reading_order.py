"""Where Tab goes next: in the order in which a window is read, whatever was built first.

Qt goes by the order in which widgets were made, and pages make some of theirs anew while they are shown.
"""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractSpinBox,
    QBoxLayout,
    QComboBox,
    QLayout,
    QScrollArea,
    QSplitter,
    QWidget,
)


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
    children = [child for child in widget.children() if isinstance(child, QWidget) and not child.isWindow()]
    layout = widget.layout()
    laid = [] if layout is None else _laid_out(layout, children)
    known = set(laid)
    return [*laid, *(child for child in children if child not in known)]


def _laid_out(layout: QLayout, children: Sequence[QWidget]) -> list[QWidget]:
    """The widgets of a layout by their places: across in a row, else down and then across.

    The items of a layout are not asked: in Python they take a layout within a layout away with them.
    """
    parts = [(child.geometry(), [child]) for child in children if layout.indexOf(child) >= 0]
    inner = (each for each in layout.children() if isinstance(each, QLayout))
    parts += [(each.geometry(), _laid_out(each, children)) for each in inner]
    across = isinstance(layout, QBoxLayout) and layout.direction() is QBoxLayout.Direction.LeftToRight
    parts.sort(key=lambda part: (part[0].left(), part[0].top()) if across else (part[0].top(), part[0].left()))
    return [widget for _, widgets in parts for widget in widgets]
