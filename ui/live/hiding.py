"""One key leaves network and clock on both windows and their titles; the same key brings all of it back as it was."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QWindow
from PySide6.QtWidgets import QApplication, QToolTip, QWidget
from shiboken6 import isValid

if TYPE_CHECKING:
    from ui.live.page import LivePage


class Hiding(QObject):
    """Hides and shows, and hears the hide key in every window of the app, also over an open menu."""

    def __init__(self, page: LivePage) -> None:
        super().__init__(page)
        self._page = page
        self.hidden = False
        self._focus: QWidget | None = None
        self._put_away: list[QWidget] = []
        app = QApplication.instance()
        if isinstance(app, QGuiApplication):
            app.focusWindowChanged.connect(self._listen)
            self._listen(app.focusWindow())

    def toggle(self) -> None:
        """Hides, or shows again. The half sentence is put on disk either way."""
        if self.hidden:
            self._show()
        else:
            self._hide()
        if self._page.live is not None:
            self._page.live.covered = self.hidden
        self._page.capture.keep_now()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 (Qt's name)
        del watched
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if event.key() != Qt.Key.Key_F9 or event.modifiers() or event.isAutoRepeat():
            return False
        self.toggle()
        return True

    def _hide(self) -> None:
        page = self._page
        QToolTip.hideText()
        while (popup := QApplication.activePopupWidget()) is not None:
            popup.close()
        focus = QApplication.focusWidget()
        self._focus = focus if focus is not None and page.isAncestorOf(focus) else None
        self.hidden = True
        page.hushed.emit(True)
        page.cover()
        kept = (page.window(), page.wall)
        self._put_away = [each for each in QApplication.topLevelWidgets() if each.isVisible() and each not in kept]
        for window in self._put_away:
            window.hide()
            page.window().activateWindow()  # so that the key is heard again
        # At once, not when events are next seen to: somebody is looking.
        page.window().repaint()
        page.wall.repaint()

    def _show(self) -> None:
        page = self._page
        self.hidden = False
        page.uncover()
        (self._focus or page).setFocus()
        for window in filter(isValid, self._put_away):  # one may have come to its end meanwhile
            window.show()
        self._put_away = []
        page.hushed.emit(False)

    def _listen(self, window: QWindow | None) -> None:
        """What has the keyboard is heard before a menu or a dialog in it takes the key."""
        if window is not None:
            window.installEventFilter(self)
