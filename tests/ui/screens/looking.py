"""What is wrong with what stands on the screen: words cut short, things over one another, things out of reach."""

from collections.abc import Iterator
from itertools import combinations

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QScrollBar,
    QSizeGrip,
    QStyle,
    QStyleOptionComboBox,
    QTextEdit,
    QToolTip,
    QWidget,
)

from tests.ui.screens.painted import Run, painted
from ui.theme.focus import FocusOutline

DOTS = "…"
FEWEST = 3  # letters that say something before the dots
HAIR = 2.0  # px: what letters may reach over their box, and boxes over one another
OVERLAYS = ("scrim", "focus_outline")


def faults(top: QWidget) -> list[str]:
    """What is wrong in a window or a dialog, a sentence each; nothing where all is well."""
    return [*dict.fromkeys(_faults(top))]


def _faults(top: QWidget) -> Iterator[str]:
    for widget in seen(top):
        yield from words_cut(widget)
        yield from sticking_out(widget, top)
        yield from over_one_another(widget)


def seen(top: QWidget) -> list[QWidget]:
    """The window and every widget in it that is shown, without what only lies over others."""
    inside = [each for each in top.findChildren(QWidget) if each.window() is top and each.isVisibleTo(top)]
    return [top, *(each for each in inside if not is_overlay(each))]


def is_overlay(widget: QWidget) -> bool:
    """Whether it is meant to lie over other things."""
    return isinstance(widget, FocusOutline | QSizeGrip) or widget.objectName() in OVERLAYS


# Words


def words_cut(widget: QWidget) -> Iterator[str]:
    """Words that end outside their widget, that stand over others, or whose dots tell of more than can be found."""
    runs = painted(widget)
    place = room_for_words(widget)
    for run in runs:
        if not_within(run.box, place, widget):
            yield f"{name_of(widget)}: »{run.text}« is cut"
        if DOTS in run.text and is_shortened(run.text, widget):
            stem = run.text.split(DOTS)[0].strip()
            if len(stem) < FEWEST:
                yield f"{name_of(widget)}: nothing is left of a text but »{run.text}«"
            elif not any(stem in whole for whole in told_by(widget, run)):
                yield f"{name_of(widget)}: »{run.text}« is told whole nowhere"
    for one, other in combinations(runs, 2):
        if one.text == other.text:
            continue  # what is selected is painted twice
        both = one.box.intersected(other.box)
        if both.width() > HAIR and both.height() > min(one.box.height(), other.box.height()) / 2:
            yield f"{name_of(widget)}: »{one.text}« and »{other.text}« stand over one another"


def room_for_words(widget: QWidget) -> QRectF:
    """Where words of the widget can be read."""
    if isinstance(widget, QComboBox):
        option = QStyleOptionComboBox()
        widget.initStyleOption(option)
        field = QStyle.SubControl.SC_ComboBoxEditField
        return QRectF(widget.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, field, widget))
    return QRectF(widget.rect())


def not_within(box: QRectF, place: QRectF, widget: QWidget) -> bool:
    """Whether letters end outside their place, where nobody can move it to see them."""
    if isinstance(widget, QLineEdit) and widget.text() and not isinstance(widget.parent(), QAbstractSpinBox):
        return False  # what is written is moved through with the arrows
    across = box.left() < place.left() - HAIR or box.right() > place.right() + HAIR
    down = box.top() < place.top() - HAIR - slack(box) or box.bottom() > place.bottom() + HAIR + slack(box)
    area = widget.parent()
    if isinstance(area, QAbstractScrollArea) and area.viewport() is widget:
        return across and area.horizontalScrollBarPolicy() is Qt.ScrollBarPolicy.ScrollBarAlwaysOff
    return across or down


def slack(box: QRectF) -> float:
    """The air over and under letters, in which nothing is drawn."""
    return box.height() * 0.15


def is_shortened(text: str, widget: QWidget) -> bool:
    """Whether the dots are the screen's and not the writer's: those stand after a space, and in what was given."""
    written = (widget.property("text"), widget.property("placeholderText"))
    return not (text.endswith(f" {DOTS}") and text in written and not widget.toolTip())


def told_by(widget: QWidget, run: Run) -> Iterator[str]:
    """Where the whole of a shortened text may be told: in a tip, or to a screen reader."""
    yield from (widget.toolTip(), widget.accessibleName(), widget.accessibleDescription())
    view = widget.parent()
    if widget.toolTip() == "":
        QToolTip.hideText()
        at = run.box.center().toPoint()
        QApplication.sendEvent(widget, QHelpEvent(QEvent.Type.ToolTip, at, widget.mapToGlobal(at)))
        yield QToolTip.text()
    if isinstance(view, QAbstractItemView) and view.viewport() is widget:
        index = view.indexAt(run.box.center().toPoint())
        for role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            yield str(index.data(role) or "")


# Places


def sticking_out(widget: QWidget, top: QWidget) -> Iterator[str]:
    """What reaches out of its parent, where that can't be scrolled."""
    parent = widget.parentWidget()
    if parent is None or widget is top or widget.width() == 0 or widget.height() == 0:
        return
    inner, outer = widget.geometry(), parent.rect()
    area = parent.parentWidget()
    scrolls = isinstance(area, QAbstractScrollArea) and area.viewport() is parent
    off = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
    if scrolls and area.horizontalScrollBarPolicy() is not off:
        inner = QRect(outer.left(), inner.top(), 1, inner.height())
    if scrolls and area.verticalScrollBarPolicy() is not off:
        inner = QRect(inner.left(), outer.top(), inner.width(), 1)
    if isinstance(widget, QScrollBar) or isinstance(parent, QTextEdit | QPlainTextEdit):
        return
    if not outer.adjusted(-1, -1, 1, 1).contains(inner):
        yield f"{name_of(widget)} sticks out of {name_of(parent)}: {told(inner)} in {told(outer)}"


def over_one_another(widget: QWidget) -> Iterator[str]:
    """Children that lie over one another."""
    children = [
        each
        for each in widget.children()
        if isinstance(each, QWidget) and each.isVisibleTo(widget) and not each.isWindow() and not is_overlay(each)
    ]
    for one, other in combinations(children, 2):
        both = one.geometry() & other.geometry()
        if both.width() > HAIR and both.height() > HAIR:
            yield f"{name_of(one)} and {name_of(other)} lie over one another: {told(both)}"


def outside(dialog: QWidget, window: QWidget) -> list[str]:
    """A dialog larger than the window that it belongs to can't be reached whole."""
    box, place = QRect(dialog.mapToGlobal(QPoint()), dialog.size()), QRect(window.mapToGlobal(QPoint()), window.size())
    return [] if place.contains(box) else [f"{name_of(dialog)} is larger than the window: {told(box)} in {told(place)}"]


def name_of(widget: QWidget) -> str:
    """How to find it: its own name, or what it is and the named thing that it is in."""
    if widget.objectName():
        return widget.objectName()
    around = widget.parentWidget()
    while around is not None and not around.objectName():
        around = around.parentWidget()
    return f"{type(widget).__name__} in {around.objectName() if around is not None else 'nothing'}"


def told(box: QRect) -> str:
    """A box in figures."""
    return f"{box.x()},{box.y()} {box.width()}x{box.height()}"
