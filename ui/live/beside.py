"""What opens beside the meeting: one form at a time in place of what is written down, and menus."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QScrollArea, QWidget

from ui.live.panels import Panel
from ui.live.parts import LiveMenu
from ui.theme.tokens import SPACE
from ui.widgets.scrolled import scrolled

if TYPE_CHECKING:
    from ui.live.page import LivePage


class Beside(QObject):
    """Opens and closes them."""

    def __init__(self, page: LivePage) -> None:
        super().__init__(page)
        self._page = page
        self._panel: Panel | None = None
        self._area: QScrollArea | None = None

    def open(self, panel: Panel) -> None:
        """Puts a form in place of what is written down, until it is closed."""
        self._drop()
        self._panel = panel
        panel.closed.connect(self.close)
        cockpit = self._page.cockpit
        cockpit.show_rail(False)
        self._area = scrolled(panel)
        cockpit.right.addWidget(self._area)
        cockpit.right.setCurrentWidget(self._area)
        panel.begin()

    def close(self) -> None:
        """Back to writing down."""
        if self._panel is not None:
            self._drop()
            self._page.setFocus()

    @property
    def panel(self) -> Panel | None:
        """The form that is open."""
        return self._panel

    def _drop(self) -> None:
        area, self._area, self._panel = self._area, None, None
        if area is not None:
            self._page.cockpit.right.setCurrentIndex(0)
            self._page.cockpit.right.removeWidget(area)
            area.hide()
            area.deleteLater()

    def menu(self, name: str) -> LiveMenu:
        """An empty menu that the hide key reaches."""
        menu = LiveMenu(self._page)
        menu.setObjectName(name)
        menu.hide_pressed.connect(self._page.toggle_hidden)
        menu.aboutToHide.connect(menu.deleteLater)
        return menu

    def pop_up(self, menu: LiveMenu, under: QWidget) -> None:
        """Opens a menu at a button."""
        menu.popup(under.mapToGlobal(QPoint(0, under.height() + SPACE.hair)))
        if menu.actions():
            menu.setActiveAction(menu.actions()[0])
