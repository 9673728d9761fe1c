"""Buttons: an icon, words and the key that does the same, in the hierarchy of the design."""

from typing import NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QStyle, QStyleOptionButton, QWidget

from ui.theme.theme import Theme
from ui.theme.tokens import SIZE, SPACE, Face
from ui.widgets import drawing
from ui.widgets.drawing import Drawing


class Measure(NamedTuple):
    """The height of a size of button, its padding left and right, and its font."""

    height: int
    padding: int
    face: Face


MEASURES = {
    "compact": Measure(SIZE.button_compact, SPACE.near, Face(14, 20, bold=True)),
    "normal": Measure(SIZE.button, SPACE.even, Face(14, 20, bold=True)),
    "large": Measure(SIZE.button_large, SPACE.roomy, Face(15, 20, bold=True)),
    "cockpit": Measure(SIZE.button_cockpit, SPACE.even, Face(15, 20, bold=True)),
    "begin": Measure(SIZE.button_begin, 36, Face(20, 26, bold=True)),
}
COLOURS = {
    "primary": "on_accent",
    "secondary": "text",
    "tertiary": "accent",
    "destructive": "danger",
    "destructive_filled": "surface",
}
GAP = SPACE.tight
GIVEN = 120  # px of the design that are left to a button whose words give way


class Button(QPushButton):
    """A push button whose key hint, when it has one, is only a picture: the page owns the shortcut.

    One that `gives` has words of any length, as a name: they are shortened where there is no room, and told in its tip.
    """

    def __init__(
        self,
        theme: Theme,
        text: str = "",
        *,
        kind: str = "secondary",
        size: str = "normal",
        icon: str = "",
        key: str = "",
        gives: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._gives = gives
        self._theme = theme
        self._icon = icon
        self._key = key
        self._measure = MEASURES[size]
        self._kind = kind
        self.setProperty("kind", kind)
        self.setProperty("measure", size)
        across = QSizePolicy.Policy.Preferred if gives else QSizePolicy.Policy.Minimum
        self.setSizePolicy(across, QSizePolicy.Policy.Fixed)
        self.setAutoDefault(False)
        self._describe()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def set_key(self, key: str) -> None:
        """The key that does the same, as it is written on the keyboard."""
        if key != self._key:
            self._key = key
            self._describe()
            self.updateGeometry()
            self.update()

    def set_icon(self, icon: str) -> None:
        """Another icon, by its name."""
        if icon != self._icon:
            self._icon = icon
            self.updateGeometry()
            self.update()

    def set_kind(self, kind: str) -> None:
        """Another rank in the hierarchy, as when the one main thing to do has changed."""
        if kind != self._kind:
            self._kind = kind
            self.setProperty("kind", kind)
            self.style().unpolish(self)
            self.style().polish(self)
            self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        return self._theme.size(self._content_width() + 2 * self._measure.padding + 2, self._measure.height)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        whole = self.sizeHint()
        return whole.boundedTo(self._theme.size(GIVEN, self._measure.height)) if self._gives else whole

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 (Qt's name)
        super().resizeEvent(event)
        self._tell_whole()

    def setText(self, text: str) -> None:  # noqa: N802 (Qt's name)
        super().setText(text)
        self._tell_whole()

    def _tell_whole(self) -> None:
        if self._gives:
            self.setToolTip(_unmarked(self.text()) if self.width() < self.sizeHint().width() else "")

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 (Qt's name)
        """Enter presses the button that has the keyboard, as Space does; Qt leaves that to dialogs."""
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 (Qt's name)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text = ""  # the frame is the style's, the words are ours
        painter = QPainter(self)
        self.style().drawControl(QStyle.ControlElement.CE_PushButton, option, painter, self)
        colour = COLOURS.get(self._kind, "text") if self.isEnabled() else "text3"
        self._paint_content(Drawing.on(self, self._theme, painter), colour)

    def _paint_content(self, draw: Drawing, colour: str) -> None:
        width, height = draw.whole.width(), draw.whole.height()
        left = max(self._measure.padding / 2, (width - self._content_width()) / 2)
        if self._icon:
            box = QRectF(left, 0, SIZE.icon, height)
            draw.icon(box, self._icon, colour)
            left += SIZE.icon + (GAP if self.text() or self._key else 0)
        if self.text():
            words = self._text_width()
            box = QRectF(left, 0, min(words, width - left - self._measure.padding / 2 - self._key_width()), height)
            draw.words(box, _unmarked(self.text()), self._measure.face, colour)
            left += box.width() + GAP
        if self._key:
            right = left + drawing.key_hint_width(self._theme, self._key)
            hint = colour if self._kind == "primary" else ""
            draw.key_hint(right, height / 2, self._key, hint)

    def _text_width(self) -> float:
        return drawing.width_of(self._theme, self._measure.face, _unmarked(self.text())) + 1

    def _key_width(self) -> float:
        return drawing.key_hint_width(self._theme, self._key) + GAP if self._key else 0.0

    def _content_width(self) -> float:
        parts = []
        if self._icon:
            parts.append(float(SIZE.icon))
        if self.text():
            parts.append(self._text_width())
        if self._key:
            parts.append(drawing.key_hint_width(self._theme, self._key))
        return sum(parts) + GAP * max(0, len(parts) - 1)

    def _describe(self) -> None:
        self.setAccessibleDescription(self._key)


class IconButton(Button):
    """A button that is only an icon; what it does is told by its tip and to screen readers."""

    def __init__(
        self,
        theme: Theme,
        icon: str,
        tip: str,
        *,
        kind: str = "bare",
        side: int = SIZE.hit_cockpit,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, "", kind=kind, size="compact", icon=icon, parent=parent)
        self._side = side
        self.setProperty("measure", "icon")
        self.setFixedSize(theme.size(side, side))
        self.set_tip(tip)

    def set_tip(self, tip: str) -> None:
        """What the button does."""
        self.setToolTip(tip)
        self.setAccessibleName(tip)

    def sizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        return self._theme.size(self._side, self._side)


def _unmarked(text: str) -> str:
    """The words without the mark of a mnemonic, which this window does not use."""
    return text.replace("&&", "&")
