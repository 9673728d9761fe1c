"""The wall's window, and which screen it stands on: the room's, never the facilitator's."""

from __future__ import annotations

import base64
import binascii
from enum import StrEnum

from msgspec.structs import replace
from PySide6.QtCore import QByteArray, QObject, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QMouseEvent, QScreen, QWindow
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.live.screens import Screens, apart, called, identity, rooms
from ui.theme.theme import Theme
from ui.widgets.wall_face import WallFace, WallView
from ui.workspace import WallChoices

SMALL = (960, 540)  # the first time; then as large as it was left
SETTLED = 500  # ms
STAYS = 5 * 60_000  # ms: as long as it takes a room to get up


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

    closed = Signal()
    """Somebody closed it by its frame."""

    def __init__(self, theme: Theme, title: str) -> None:
        super().__init__(None, Qt.WindowType.Window | Qt.WindowType.WindowDoesNotAcceptFocus)
        self.setObjectName("wall_window")
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, False)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.small = False
        self._farewell = False
        self.view = WallView(theme)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.view)

    def show_face(self, face: WallFace) -> None:
        """Shows this, now."""
        self.view.show_wall(face)

    def fill(self, screen: QScreen) -> None:
        """Takes the whole of a screen. It goes there unseen: a full screen is moved by no window manager alike."""
        self.hide()
        self.small = False
        self.setWindowFlag(Qt.WindowType.WindowStaysOnTopHint, False)
        self.setWindowState(Qt.WindowState.WindowNoState)
        self.setScreen(screen)
        self.setGeometry(screen.geometry())
        self.setWindowState(Qt.WindowState.WindowFullScreen)
        self.show()  # showFullScreen would ask for the keyboard as well
        QTimer.singleShot(SETTLED, self, self._insist)

    def show_small(self, beside: QWidget, geometry: str, *, on_top: bool) -> None:
        """A window with a frame, where it was last; unless it is to be on top, lower than the one that leads."""
        self.hide()
        self.small = True
        self.setWindowFlag(Qt.WindowType.WindowStaysOnTopHint, on_top)
        self.setWindowState(Qt.WindowState.WindowNoState)
        try:
            kept = base64.b64decode(geometry, validate=True)
        except (ValueError, binascii.Error):
            kept = b""
        if not kept or not self.restoreGeometry(QByteArray(kept)):
            room = beside.screen().availableGeometry()
            box = QRect(0, 0, min(SMALL[0], room.width() // 2), min(SMALL[1], room.height() // 2))
            box.moveCenter(room.center())
            self.setGeometry(box)
        self.show()
        if not on_top:
            self.lower()
            beside.window().raise_()

    @property
    def stands(self) -> str:
        """Where the small window stands, for `show_small`."""
        return base64.b64encode(bytes(self.saveGeometry().data())).decode()

    def say_goodbye(self, face: WallFace, owner: QWidget) -> None:
        """The meeting is over, and the room need not look at somebody's desktop.

        It belongs to `owner` now, and stays until it is clicked, some minutes have passed, or a screen goes.
        """
        self._farewell = True
        screen = self.screen()
        self.setParent(owner, self.windowFlags())
        self.show_face(face)
        self.fill(screen)
        QTimer.singleShot(STAYS, self, self._go)
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.screenRemoved.connect(self._go)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 (Qt's name)
        super().mousePressEvent(event)
        if self._farewell:
            self._go()

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 (Qt's name)
        super().closeEvent(event)
        self.closed.emit()

    def _insist(self) -> None:
        """While screens come and go, a window manager may miss that the window is to fill one."""
        if not self.small and self.isVisible() and not self.isFullScreen():
            self.setWindowState(Qt.WindowState.WindowFullScreen)

    def _go(self) -> None:
        self.hide()
        self.deleteLater()


class Projector(QObject):
    """Keeps the wall where the room sees it, whatever is plugged in or pulled out."""

    changed = Signal()
    """The room sees the meeting elsewhere now, or no longer."""
    kept = Signal(object)
    """WallChoices to be remembered."""

    def __init__(
        self,
        window: WallWindow,
        cockpit: QWidget,
        screens: Screens = QGuiApplication.screens,
        parent: QObject | None = None,
        choices: WallChoices = WallChoices(),  # noqa: B008 (frozen)
    ) -> None:
        super().__init__(parent)
        self._window = window
        self._cockpit = cockpit
        self._screens = screens
        self.choices = choices
        self._wanted = True
        self._in_window = False  # chosen, though there may be a screen
        self._small = False  # asked for while there was no screen
        self._had_one = False
        self._pulled = False  # in a rehearsal
        self._passed_over: frozenset[str] = frozenset()
        self._on: QScreen | None = None
        self._filled: tuple[str, QRect] = ("", QRect())
        self._handle: QWindow | None = None
        self.screen_name = ""
        self.state = WallState.ONE_SCREEN
        window.closed.connect(self.put_away)
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.screenAdded.connect(self._added)
            app.screenRemoved.connect(self._removed)
            for screen in app.screens():
                screen.geometryChanged.connect(self._later)

    @property
    def others(self) -> list[QScreen]:
        """The screens that the room could look at."""
        return apart(self._screens(), self._cockpit.screen())

    @property
    def shown_on(self) -> str:
        """The identity of the screen that the room sees, or nothing."""
        return self._filled[0] if self._on is not None else ""

    def look(self) -> None:
        """Puts the wall where it belongs as the screens are now."""
        self._hear_cockpit()
        others = [] if self._pulled else self.others
        found = rooms(others, self.choices.screen, self._passed_over)
        small = self._in_window or (self._small and found is None)
        if self._wanted and small:
            self._on = None
            if not self._window.small or not self._window.isVisible():
                self._window.show_small(self._cockpit, self.choices.window, on_top=self.choices.on_top)
            self._become(WallState.SMALL)
        elif self._wanted and found is not None:
            self._fill(found, others)
            self._become(WallState.ON, called(found))
        else:
            self._on = None
            self._window.hide()
            self._become(self._dark(found is not None, mirrored=not self.others and len(self._screens()) > 1))

    def toggle(self) -> None:
        """Shows the wall, on one screen in a small window; or puts it away."""
        if self._window.isVisible():
            self.put_away()
        else:
            self._wanted = self._small = True
            self._passed_over = frozenset()
            self.look()

    def put_away(self) -> None:
        """The room sees nothing until the wall is asked for again."""
        self.remember()
        self._wanted = self._small = self._in_window = False
        self.look()

    def pull(self) -> None:
        """In a rehearsal: the projector goes off, and the room sees nothing until it is plugged in or asked for."""
        self.remember()
        self._pulled = self._had_one = True
        self._in_window = self._small = False
        self.look()

    def plug_in(self) -> None:
        """It is on again."""
        if self._pulled:
            self._pulled = False
            self.look()

    def choose(self, screen: QScreen) -> None:
        """That screen is the room's."""
        self.remember()
        self._wanted, self._in_window = True, False
        self._keep(replace(self.choices, screen=identity(screen)))
        self.look()

    def choose_window(self) -> None:
        """A window of its own, as for sharing it in a call, however many screens there are."""
        self._wanted = self._in_window = True
        self.look()

    def set_on_top(self, on_top: bool) -> None:
        """Whether the small window stays above all others."""
        self.remember()
        self._keep(replace(self.choices, on_top=on_top))
        if self._window.small and self._window.isVisible():
            self._window.show_small(self._cockpit, self.choices.window, on_top=on_top)

    def remember(self) -> None:
        """Where the small window stands now is where it comes the next time."""
        if self._window.small and self._window.isVisible():
            self._keep(replace(self.choices, window=self._window.stands))

    def _fill(self, screen: QScreen, others: list[QScreen]) -> None:
        here = (identity(screen), QRect(screen.geometry()))
        if self._on is screen and self._filled == here and self._window.isVisible():
            return
        self.remember()
        self._on, self._filled, self._had_one, self._small = screen, here, True, False
        self._passed_over = frozenset(identity(other) for other in others) - {here[0]}
        self._keep(replace(self.choices, screen=here[0]))
        self._window.fill(screen)

    def _dark(self, available: bool, *, mirrored: bool) -> WallState:
        """Why the room sees nothing."""
        if available and not self._wanted:
            return WallState.AWAY
        if mirrored:
            return WallState.MIRRORED
        return WallState.GONE if self._had_one else WallState.ONE_SCREEN

    def _keep(self, choices: WallChoices) -> None:
        if choices != self.choices:
            self.choices = choices
            self.kept.emit(choices)

    def _become(self, state: WallState, screen: str = "") -> None:
        if (state, screen) != (self.state, self.screen_name):
            self.state, self.screen_name = state, screen
            self.changed.emit()

    def _hear_cockpit(self) -> None:
        """The cockpit's own window may be moved to the room's screen; then the two change places."""
        handle: QWindow | None = self._cockpit.window().windowHandle()  # none before it is first shown
        if handle is not None and handle is not self._handle:
            self._handle = handle
            handle.screenChanged.connect(self._later)

    def _added(self, screen: QScreen) -> None:
        screen.geometryChanged.connect(self._later)
        self._later()

    def _removed(self, screen: QScreen) -> None:
        """Before Qt moves what stood there to the next screen, which is the facilitator's."""
        if screen is self._on:
            self._on = None
            self._window.hide()
        self._later()

    def _later(self) -> None:
        """Once Qt has sorted its screens out."""
        QTimer.singleShot(0, self, self.look)
