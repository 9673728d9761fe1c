"""The outline that shows where the keyboard is: two px of accent, two px outside the control.

A style paints within the widget it styles, so it can't draw outside one; this is a thin sheet on top of the
window instead, which follows the widget. Fields and rows show their focus inside, by the style sheet.
"""

from typing import cast

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QAbstractScrollArea, QApplication, QCheckBox, QRadioButton, QWidget
from shiboken6 import isValid

from ui.theme.tokens import RADIUS, SIZE

REACH = SIZE.focus_gap + SIZE.focus_line  # how far outside the control the outline ends
MOVES = (QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide, QEvent.Type.ParentChange)


class FocusKeeper(QObject):
    """Puts the outline around whatever gets the keyboard by other means than a press of the mouse."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self.setObjectName("focus_keeper")
        self._colour = QColor()
        self._outline: FocusOutline | None = None
        app.focusChanged.connect(self._follow)

    def show_colour(self, colour: QColor) -> None:
        """The colour of the outline, from the theme."""
        self._colour = colour
        if self._outline is not None:
            self._outline.let_go()
            self._outline = None

    def _follow(self, _old: QWidget | None, new: QWidget | None) -> None:
        if self._outline is not None:
            self._outline.let_go()
            self._outline = None
        if new is not None and wants_outline(new) and not by_mouse():
            self._outline = FocusOutline(new, self._colour)


def by_mouse() -> bool:
    """Whether the focus moves because a button of the mouse is held at this moment."""
    return QGuiApplication.mouseButtons() != Qt.MouseButton.NoButton


def wants_outline(widget: QWidget) -> bool:
    """Buttons and their like wear it outside; a widget may decide by its property `focusOutline`."""
    wish = widget.property("focusOutline")
    if wish is not None:
        return bool(wish)
    return isinstance(widget, QAbstractButton) or widget.inherits("QTabBar")


class FocusOutline(QWidget):
    """The outline around one widget, for as long as that has the keyboard."""

    def __init__(self, around: QWidget, colour: QColor) -> None:
        super().__init__(around.window())
        self.setObjectName("focus_outline")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._around: QWidget | None = around
        self._colour = colour
        self._radius = _radius(around) + REACH - SIZE.focus_line / 2
        self._watched = [around]
        while (parent := self._watched[-1].parentWidget()) is not None and not self._watched[-1].isWindow():
            self._watched.append(parent)
        for widget in self._watched:
            widget.installEventFilter(self)
        around.destroyed.connect(self._forget)
        self._place()

    def let_go(self) -> None:
        """Ends the outline; a widget that is going away itself needs no more than this."""
        if not isValid(self):
            return  # its window went first
        for widget in self._watched:
            if isValid(widget):  # a widget that is taken down moves the focus before it says that it is gone
                widget.removeEventFilter(self)
        self._forget()
        self.hide()
        self.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 (Qt's name)
        if event.type() in MOVES and self._around is not None and isValid(self._around):
            self._place()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 (Qt's name)
        if self._around is None or not isValid(self._around):
            return
        whole = QRect(self._corner(self._around) - self.pos(), self._around.size())
        inset = SIZE.focus_line / 2 - REACH
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._colour, SIZE.focus_line))
        painter.drawRoundedRect(QRectF(whole).adjusted(inset, inset, -inset, -inset), self._radius, self._radius)

    def _forget(self) -> None:
        self._around = None
        self._watched = []

    def _corner(self, around: QWidget) -> QPoint:
        return around.mapTo(around.window(), QPoint(0, 0))

    def _place(self) -> None:
        """Over the widget and no further than the pane it scrolls in."""
        around = self._around
        if around is None or not isValid(around) or not around.isVisible():
            self.hide()
            return
        shown = QRect(self._corner(around), around.size()).adjusted(-REACH, -REACH, REACH, REACH)
        for widget in self._watched[1:]:
            if isinstance(widget.parentWidget(), QAbstractScrollArea) and not widget.isWindow():
                shown &= QRect(self._corner(widget), widget.size())
        self.setGeometry(shown)
        self.setVisible(shown.isValid())
        self.raise_()


def _radius(around: QWidget) -> float:
    wish = around.property("focusRadius")
    if wish is not None:
        return float(cast("float", wish))
    if isinstance(around, QCheckBox | QRadioButton):
        return float(RADIUS.key_hint)
    return float(RADIUS.control)
