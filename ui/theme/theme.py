"""A theme: the tokens in one light and one size of text, with the icons, fonts and style sheet made from them."""

from functools import cached_property
from typing import Protocol, runtime_checkable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QFont
from PySide6.QtWidgets import QApplication, QStyleFactory

from ui.theme import fonts
from ui.theme.focus import FocusKeeper
from ui.theme.icons import FOLDER, Icons
from ui.theme.palette import palette
from ui.theme.style_sheet import style_sheet
from ui.theme.tokens import DARK, LIGHT, TYPE, Colours, Face


class Theme:
    """What a widget needs in order to paint. Handed to it, never looked up; nothing in it changes what is seen.

    `text` is how large text is against the design. What is painted is painted in the design's own px and enlarged
    whole (`Drawing.on`); a height or width that has to hold text goes through `px`. The wall follows its window alone.
    """

    def __init__(self, name: str, colours: Colours, text: float = 1.0) -> None:
        self.name = name
        self.colours = colours
        self.text = text
        self.icons = Icons()
        self._fonts: dict[tuple[Face, float], QFont] = {}
        self._colours: dict[str, QColor] = {}

    def px(self, length: float) -> int:
        """A length of the design, as long as the text makes it."""
        return round(length * self.text)

    def size(self, width: float, height: float) -> QSize:
        """A size of the design, as large as the text makes it."""
        return QSize(self.px(width), self.px(height))

    def room(self, length: float) -> float:
        """How much of the design there is room for in so many px of the window."""
        return length / self.text

    def widget_font(self, face: Face) -> QFont:
        """The font of a step of the type scale, for what Qt paints itself."""
        return self.font(face, self.text)

    def font(self, face: Face, scale: float = 1.0) -> QFont:
        """The font of a step of the type scale, in the design's px."""
        key = (face, scale)
        if key not in self._fonts:
            self._fonts[key] = fonts.font(face, scale)
        return self._fonts[key]

    def colour(self, token: str) -> QColor:
        """The colour of a token by its name, as `theme.colour("accent")`."""
        if token not in self._colours:
            self._colours[token] = QColor(getattr(self.colours, token))
        return self._colours[token]

    @cached_property
    def style_sheet(self) -> str:
        """The style sheet of the whole application."""
        return style_sheet(self.colours, FOLDER / "controls" / self.name, self.text)


@runtime_checkable
class Themed(Protocol):
    """A widget that paints with a theme and can be given another one while it is shown."""

    def set_theme(self, theme: Theme) -> None: ...


def light(text: float = 1.0) -> Theme:
    """The theme for a bright room."""
    return Theme("light", LIGHT, text)


def dark(text: float = 1.0) -> Theme:
    """The theme for a dim room and a projector."""
    return Theme("dark", DARK, text)


def apply(app: QApplication, theme: Theme) -> None:
    """Dresses the application, and hands the theme to every widget that paints; may be called again at any time."""
    keeper = app.findChild(FocusKeeper)
    if keeper is None:
        fonts.load()
        app.setStyle(QStyleFactory.create("Fusion"))
        for effect in Qt.UIEffect:  # menus, lists and tips are there at once: nothing moves that nobody moved
            app.setEffectEnabled(effect, False)
        keeper = FocusKeeper(app)
    app.setFont(theme.widget_font(TYPE.body))
    app.setPalette(palette(theme.colours))
    app.setStyleSheet(theme.style_sheet)
    keeper.show_colour(theme.colour("accent"))
    for widget in app.allWidgets():
        if isinstance(widget, Themed):
            widget.set_theme(theme)
