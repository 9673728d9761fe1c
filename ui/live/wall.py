"""The wall's window, and which screen it stands on: the room's, never the facilitator's."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import StrEnum

from PySide6.QtCore import QObject, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.theme.theme import Theme
from ui.widgets.wall_face import WallFace, WallView

SMALL = (960, 540)  # on one screen, when somebody asks to see it

Screens = Callable[[], Sequence[QScreen]]


class WallState(StrEnum):
    """Where the room sees the meeting."""

    ON = "on"
    ONE_SCREEN = "one_screen"
    MIRRORED = "mirrored"
    GONE = "gone"
    AWAY = "away"
    SMALL = "small"


class WallWindow(QWidget):
    """A window of its own that shows one face and never takes the keyboard."""

    def __init__(self, theme: Theme, title: str) -> None:
        super().__init__(None, Qt.WindowType.Window | Qt.WindowType.WindowDoesNotAcceptFocus)
        self.setObjectName("wall_window")
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, False)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.view = WallView(theme)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.view)

    def show_face(self, face: WallFace) -> None:
        """Shows this, now."""
        self.view.show_wall(face)

    def fill(self, screen: QScreen) -> None:
        """Takes the whole of a screen."""
        self.setScreen(screen)
        self.setGeometry(screen.geometry())
        self.showFullScreen()

    def show_small(self, beside: QWidget) -> None:
        """A small window, lower than the one that leads."""
        self.resize(*SMALL)
        self.showNormal()
        self.lower()
        beside.window().raise_()


class Projector(QObject):
    """Keeps the wall where the room sees it, whatever is plugged in or pulled out."""

    changed = Signal()

    def __init__(
        self,
        window: WallWindow,
        cockpit: QWidget,
        screens: Screens = QGuiApplication.screens,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._window = window
        self._cockpit = cockpit
        self._screens = screens
        self._wanted = True
        self._small = False
        self._had_one = False
        self._on: QScreen | None = None
        self.state = WallState.ONE_SCREEN
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.screenAdded.connect(self._later)
            app.screenRemoved.connect(self._later)

    @property
    def screen_name(self) -> str:
        """What the screen of the room calls itself."""
        return self._on.name() if self._on is not None else ""

    def look(self) -> None:
        """Puts the wall where it belongs as the screens are now."""
        mine = self._cockpit.screen()
        others = [screen for screen in self._screens() if screen is not mine]
        apart = [screen for screen in others if not _same_place(screen, mine)]
        found = apart[0] if apart else None
        if found is not None:
            self._had_one = True
        if found is not None and self._wanted:
            self._fill(found)
            self._become(WallState.ON)
            return
        self._on = None
        if self._small and self._wanted:
            self._become(WallState.SMALL)
            return
        self._window.hide()
        if found is not None:
            self._become(WallState.AWAY)
        elif others:
            self._become(WallState.MIRRORED)
        else:
            self._become(WallState.GONE if self._had_one else WallState.ONE_SCREEN)

    def toggle(self) -> None:
        """Shows the wall, on one screen in a small window; or puts it away."""
        if self._window.isVisible():
            self._wanted = self._small = False
        else:
            self._wanted = self._small = True
            if not [screen for screen in self._screens() if not _same_place(screen, self._cockpit.screen())]:
                self._window.show_small(self._cockpit)
        self.look()

    def _fill(self, screen: QScreen) -> None:
        if self._on is not screen or not self._window.isVisible():
            self._on = screen
            self._window.fill(screen)

    def _become(self, state: WallState) -> None:
        if state is not self.state:
            self.state = state
            self.changed.emit()

    def _later(self) -> None:
        """Once Qt has sorted its screens out."""
        QTimer.singleShot(0, self, self.look)


def _same_place(one: QScreen, other: QScreen) -> bool:
    """Whether two screens show the same: mirrored ones have the same rectangle."""
    return QRect(one.geometry()) == QRect(other.geometry())
