"""The tabs of a page: words with a count beside them, the chosen one underlined."""

import msgspec
from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QTabBar, QWidget

from ui.theme.theme import Theme
from ui.theme.tokens import SIZE, SPACE, TYPE, Face
from ui.widgets import drawing
from ui.widgets.drawing import Drawing

GAP = 28
LINE = 3
CHOSEN = Face(TYPE.navigation.size, TYPE.navigation.line, bold=True)


class Tab(msgspec.Struct, frozen=True):
    """A tab; `count` is a number as text, or nothing."""

    id: str
    text: str
    count: str = ""


class Tabs(QTabBar):
    """Qt's own tab bar for keys and screen readers, drawn as the design has it; `chosen` with the tab's id."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, tabs: tuple[Tab, ...] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("tabs")
        self.setExpanding(False)
        self.setDrawBase(False)
        self.setElideMode(Qt.TextElideMode.ElideNone)
        self.setUsesScrollButtons(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setProperty("focusOutline", False)
        self._theme = theme
        self._tabs: tuple[Tab, ...] = ()
        self.show_tabs(tabs)
        self.currentChanged.connect(self._told)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def show_tabs(self, tabs: tuple[Tab, ...]) -> None:
        """Other tabs, or the same with other words or counts."""
        if tabs == self._tabs:
            return
        self.blockSignals(True)
        self._tabs = tabs
        while self.count() > len(tabs):
            self.removeTab(self.count() - 1)
        for place, tab in enumerate(tabs):
            if place >= self.count():
                self.addTab(tab.text)
            self.setTabText(place, tab.text)
            self.setAccessibleTabName(place, f"{tab.text} {tab.count}".strip())
        self.blockSignals(False)
        self.updateGeometry()
        self.update()

    def choose(self, tab_id: str) -> None:
        """Goes to a tab without telling anyone."""
        place = next((place for place, tab in enumerate(self._tabs) if tab.id == tab_id), -1)
        if place >= 0 and place != self.currentIndex():
            self.blockSignals(True)
            self.setCurrentIndex(place)
            self.blockSignals(False)

    def chosen_id(self) -> str:
        """The tab that is shown."""
        return self._tabs[self.currentIndex()].id if self.currentIndex() >= 0 else ""

    def tabSizeHint(self, index: int) -> QSize:  # noqa: N802 (Qt's name)
        return self._theme.size(self._width(self._tabs[index]) + GAP, SIZE.tab)

    def minimumTabSizeHint(self, index: int) -> QSize:  # noqa: N802 (Qt's name)
        return self.tabSizeHint(index)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 (Qt's name)
        draw = Drawing.on(self, self._theme)
        for place, tab in enumerate(self._tabs):
            box = self._box(place)
            chosen = place == self.currentIndex()
            face = CHOSEN if chosen else TYPE.navigation
            left = box.left() + draw.words(box, tab.text, face, "accent" if chosen else "text2") + SPACE.tight
            if tab.count:
                draw.chip(left, box.center().y(), tab.count, "count")
            if chosen:
                line = QRectF(box.left(), box.bottom() - LINE, box.width(), LINE)
                draw.painter.fillRect(line, self._theme.colour("accent"))
                if self.hasFocus():
                    draw.shape(box.adjusted(-2, 6, 2, -6), 4, edge="accent", line=SIZE.focus_line)

    def _box(self, place: int) -> QRectF:
        """Where a tab is drawn."""
        rect, room = self.tabRect(place), self._theme.room
        return QRectF(room(rect.left()), 0, room(rect.width()) - GAP, room(rect.height()))

    def _width(self, tab: Tab) -> float:
        words = drawing.width_of(self._theme, CHOSEN, tab.text) + 1
        return words + (SPACE.tight + drawing.chip_width(self._theme, tab.count, "count") if tab.count else 0)

    def _told(self, place: int) -> None:
        if 0 <= place < len(self._tabs):
            self.chosen.emit(self._tabs[place].id)
