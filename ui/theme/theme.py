"""A theme: the tokens in one light, with the icons, fonts and style sheet made from them."""

from functools import cached_property
from typing import Protocol, runtime_checkable

from PySide6.QtGui import QColor, QFont
from PySide6.QtWidgets import QApplication, QStyleFactory

from ui.theme import fonts
from ui.theme.focus import FocusKeeper
from ui.theme.icons import FOLDER, Icons
from ui.theme.palette import palette
from ui.theme.style_sheet import style_sheet
from ui.theme.tokens import DARK, LIGHT, TYPE, Colours, Face


class Theme:
    """What a widget needs in order to paint. Handed to it, never looked up; nothing in it changes what is seen."""

    def __init__(self, name: str, colours: Colours) -> None:
        self.name = name
        self.colours = colours
        self.icons = Icons()
        self._fonts: dict[tuple[Face, float], QFont] = {}
        self._colours: dict[str, QColor] = {}

    def font(self, face: Face, scale: float = 1.0) -> QFont:
        """The font of a step of the type scale."""
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
        return style_sheet(self.colours, FOLDER / "controls" / self.name)


@runtime_checkable
class Themed(Protocol):
    """A widget that paints with a theme and can be given another one while it is shown."""

    def set_theme(self, theme: Theme) -> None: ...


def light() -> Theme:
    """The theme for a bright room."""
    return Theme("light", LIGHT)


def dark() -> Theme:
    """The theme for a dim room and a projector."""
    return Theme("dark", DARK)


def apply(app: QApplication, theme: Theme) -> None:
    """Dresses the application, and hands the theme to every widget that paints; may be called again at any time."""
    keeper = app.findChild(FocusKeeper)
    if keeper is None:
        fonts.load()
        app.setStyle(QStyleFactory.create("Fusion"))
        app.setFont(theme.font(TYPE.body))
        keeper = FocusKeeper(app)
    app.setPalette(palette(theme.colours))
    app.setStyleSheet(theme.style_sheet)
    keeper.show_colour(theme.colour("accent"))
    for widget in app.allWidgets():
        if isinstance(widget, Themed):
            widget.set_theme(theme)
