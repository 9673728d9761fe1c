"""The navigation at the left: the mark, the pages, and at the bottom whether everything is safe."""

import msgspec
from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QFrame, QSizePolicy, QVBoxLayout, QWidget

from ui.theme.theme import Theme
from ui.theme.tokens import RADIUS, SIZE, SPACE, TYPE, Face
from ui.widgets.badge import paint_brand
from ui.widgets.drawing import Drawing, wrap

WORDS_LEFT = 58
STATUS_LEFT = 54
CHOSEN = Face(TYPE.navigation.size, TYPE.navigation.line, bold=True)
SIDE = 12
SIDE_FOLDED = 10
STATUS_HEIGHT = 76
MARK = 3  # the upright bar beside the icon of the page that is shown


class NavItem(msgspec.Struct, frozen=True):
    """A page to go to."""

    id: str
    icon: str
    text: str


class NavBar(QFrame):
    """208 wide, or folded to icons 64 wide; `chosen` when the user goes to another page."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, product: str = "Facilitator", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("nav_bar")
        self.setProperty("ground", "nav")
        self._theme = theme
        self._product = product
        self._items: tuple[NavItem, ...] = ()
        self._status = ""
        self._folded = False
        self._group = QButtonGroup(self)
        self._group.idClicked.connect(self._told)
        self._column = QVBoxLayout(self)
        self._column.setSpacing(SPACE.hair)
        self._fold_to(folded=False)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        for button in self._group.buttons():
            if isinstance(button, _NavButton):
                button.set_theme(theme)
        self._fold_to(folded=self._folded)

    def show_items(self, items: tuple[NavItem, ...]) -> None:
        """The pages, from the top; the same pages in other words keep the one that is chosen."""
        if [item.id for item in items] != [item.id for item in self._items]:
            self._build(len(items))
        self._items = items
        for place, item in enumerate(items):
            button = self._group.button(place)
            if isinstance(button, _NavButton):
                button.show_item(item)

    def choose(self, item_id: str) -> None:
        """Marks a page as the one shown, without telling anyone."""
        for place, item in enumerate(self._items):
            button = self._group.button(place)
            chosen = item.id == item_id
            if chosen:
                button.setChecked(True)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if chosen else Qt.FocusPolicy.ClickFocus)

    def fold(self, folded: bool) -> None:
        """Icons only, where the page needs the room."""
        if folded != self._folded:
            self._fold_to(folded=folded)

    def show_status(self, text: str) -> None:
        """Whether everything is saved and copied, in a few lines."""
        if text != self._status:
            self._status = text
            self.setAccessibleDescription(text)
            self.setToolTip(text)
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 (Qt's name)
        super().paintEvent(event)
        draw = Drawing.on(self, self._theme)
        left = 20 if self._folded else 24
        paint_brand(draw, QRectF(left, 24, 24, 24))
        if not self._folded:
            box = QRectF(WORDS_LEFT, 24, draw.whole.width() - WORDS_LEFT, 24)
            draw.words(box, self._product, TYPE.strong)
        if self._status:
            self._paint_status(draw)

    def _paint_status(self, draw: Drawing) -> None:
        width, bottom = draw.whole.width(), draw.whole.bottom()
        if self._folded:
            draw.icon(QRectF(0, bottom - 38, width, 22), "shield-check-outline", "accent", 22)
            return
        lines = wrap(self._status, self._theme, TYPE.small, width - STATUS_LEFT - SPACE.wide)
        top = bottom - 18 - TYPE.small.line * len(lines)
        draw.icon(QRectF(24, top + 1, 20, 20), "shield-check-outline", "accent", 20)
        for place, line in enumerate(lines):
            box = QRectF(STATUS_LEFT, top + place * TYPE.small.line, width - STATUS_LEFT, TYPE.small.line)
            draw.words(box, line, TYPE.small, "text2")

    def _build(self, count: int) -> None:
        for old in self._group.buttons():
            self._group.removeButton(old)
            self._column.removeWidget(old)
            old.deleteLater()
        while self._column.count():
            self._column.takeAt(0)
        for place in range(count):
            button = _NavButton(self._theme, self)
            button.fold(self._folded)
            self._group.addButton(button, place)
            self._column.addWidget(button)
        self._column.addStretch(1)

    def _fold_to(self, *, folded: bool) -> None:
        self._folded = folded
        px = self._theme.px
        side = px(SIDE_FOLDED if folded else SIDE)
        self._column.setContentsMargins(side, px(72), side, px(STATUS_HEIGHT))
        self.setFixedWidth(px(SIZE.navigation_folded if folded else SIZE.navigation))
        for button in self._group.buttons():
            if isinstance(button, _NavButton):
                button.fold(folded)
        self.update()

    def _told(self, place: int) -> None:
        self.chosen.emit(self._items[place].id)


class _NavButton(QAbstractButton):
    """A page in the navigation. Tab stops at the one that is chosen; Up and Down go on from there, Enter chooses."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setCheckable(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._theme = theme
        self._icon = ""
        self._folded = False

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.updateGeometry()
        self.update()

    def show_item(self, item: NavItem) -> None:
        self._icon = item.icon
        self.setObjectName(f"nav_{item.id}")
        self.setText(item.text)
        self.setAccessibleName(item.text)
        self.update()

    def fold(self, folded: bool) -> None:
        self._folded = folded
        self.setToolTip(self.text() if folded else "")
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        return self._theme.size(SIZE.navigation_row, SIZE.navigation_row)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 (Qt's name)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._go_to_neighbour(1 if event.key() == Qt.Key.Key_Down else -1)
        else:
            super().keyPressEvent(event)

    def _go_to_neighbour(self, step: int) -> None:
        buttons = self.group().buttons()
        place = buttons.index(self) + step
        if 0 <= place < len(buttons):
            buttons[place].setFocus(Qt.FocusReason.TabFocusReason)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 (Qt's name)
        draw = Drawing.on(self, self._theme)
        chosen = self.isChecked()
        box = draw.whole
        if chosen or self.underMouse():
            draw.shape(box, RADIUS.control, "accent_soft" if chosen else "hover")
        if chosen and self._folded:  # without words there are no bold letters to say it
            draw.shape(QRectF(0, box.height() / 4, MARK, box.height() / 2), MARK / 2, "accent")
        colour = "accent" if chosen else "text2"
        size = SIZE.navigation_icon
        left = (box.width() - size) / 2 if self._folded else 12
        draw.icon(QRectF(left, 0, size, box.height()), self._icon, colour, size)
        if not self._folded:
            place = box.adjusted(WORDS_LEFT - SIDE, 0, -SPACE.tight, 0)
            draw.words(place, self.text(), CHOSEN if chosen else TYPE.navigation, colour)
