"""The paper as it will be: real pages of the real PDF, one at a time, whole or as near as one wants to see."""

from itertools import pairwise

from PySide6.QtCore import QBuffer, QByteArray, QEvent, QIODevice, QSize, QSizeF, Qt, QTimer
from PySide6.QtGui import QColor, QImage, QKeySequence, QPainter, QPaintEvent, QResizeEvent, QShortcut, QWheelEvent
from PySide6.QtPdf import QPdfDocument
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ui.page import Surroundings
from ui.theme.tokens import SPACE
from ui.widgets.buttons import Button, IconButton
from ui.widgets.flow import Flow
from ui.widgets.heard import Role, hear_as
from ui.widgets.labels import Label

MARGIN = 20
WAIT = 60  # milliseconds after the last change of size before a page is drawn anew
PAPER = 96 / 72  # px of a screen to a point of paper, where the page is as large as it is printed
NEARER = (PAPER, 1.5 * PAPER, 2 * PAPER)
ALIKE = 1.02  # scales nearer one another than this are one


def scales(page: QSizeF, room: QSize) -> tuple[float, ...]:
    """How large a page can be shown, in px to a point: whole, as wide as the room, and the printed sizes above that."""
    whole = min(room.width() / page.width(), room.height() / page.height())
    across = room.width() / page.width()
    found = [whole, *(scale for scale in (across, *NEARER) if scale > whole)]
    return (whole, *(later for earlier, later in pairwise(found) if later > earlier * ALIKE))


class PdfPreview(QFrame):
    """Shows the pages of a PDF. Page Up and Page Down turn them, Ctrl with plus, minus and 0 goes nearer and back."""

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("preview")
        self.setProperty("ground", "sunken")
        self._language = around.language
        self._theme = around.theme
        self._document = QPdfDocument(self)
        self._buffer: QBuffer | None = None
        self._bytes = QByteArray()
        self._page = 0
        self._nearness = 0  # which of the scales
        self._sheet = _Sheet(around.theme.colour("paper"), around.theme.colour("line"))
        self._sheet.setObjectName("page_image")
        hear_as(self._sheet, Role.PICTURE)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(WAIT)
        self._later.timeout.connect(self._draw)
        self._lay_out()
        for key, act in (("Ctrl++", self.nearer), ("Ctrl+=", self.nearer), ("Ctrl+-", self.farther)):
            QShortcut(QKeySequence(key), self, act, context=Qt.ShortcutContext.WindowShortcut)
        QShortcut(QKeySequence("Ctrl+0"), self, self.whole)
        self._show_count()

    @property
    def content(self) -> bytes:
        """The PDF that is shown."""
        return bytes(self._bytes.data())

    @property
    def ratio(self) -> float:
        """How many pixels to a px the page is drawn with."""
        return self._sheet.ratio

    def show_pdf(self, content: bytes) -> None:
        """Show this paper; the page that was looked at stays where it can."""
        # The buffer must live as long as the document reads from it.
        self._document.close()
        self._bytes = QByteArray(content)
        self._buffer = QBuffer(self._bytes, self)
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self._document.load(self._buffer)
        self._page = max(0, min(self._page, self._document.pageCount() - 1))
        self._show_count()
        self._draw()

    def turn(self, by: int) -> None:
        """Another page, from its top."""
        page = max(0, min(self._page + by, self._document.pageCount() - 1))
        if page != self._page:
            self._page = page
            self._area.verticalScrollBar().setValue(0)
            self._show_count()
            self._draw()

    def nearer(self) -> None:
        """The page larger, up to twice as large as it is printed."""
        self._go(self._nearness + 1)

    def farther(self) -> None:
        """The page smaller, until all of it is seen."""
        self._go(self._nearness - 1)

    def whole(self) -> None:
        """The whole page at once."""
        self._go(0)

    def page_text(self) -> str:
        """What the page says, for whoever doesn't see it."""
        return self._document.getAllText(self._page).text() if self._document.pageCount() else ""

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.DevicePixelRatioChange:  # on another screen the letters have other pixels
            self._later.start()
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 (Qt's name)
        super().resizeEvent(event)
        self._later.start()

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 (Qt's name)
        """Comes here where the page can't be scrolled any further."""
        self.turn(-1 if event.angleDelta().y() > 0 else 1)

    def _scales(self) -> tuple[float, ...]:
        if not self._document.pageCount():
            return ()
        edge = 2 * self._area.frameWidth()
        room = self._area.maximumViewportSize() - QSize(edge, edge)
        return scales(self._document.pagePointSize(self._page), room) if room.width() > MARGIN < room.height() else ()

    def _go(self, nearness: int) -> None:
        self._nearness = max(0, min(nearness, len(self._scales()) - 1))
        self._draw()

    def _show_count(self) -> None:
        pages = self._document.pageCount()
        told = self._language.text("{page} of {pages}", page=self._page + 1, pages=pages) if pages else ""
        self._count.say(told)
        self.earlier.setEnabled(self._page > 0)
        self.later.setEnabled(self._page + 1 < pages)

    def _draw(self) -> None:
        found = self._scales()
        if not found:
            return
        self._nearness = min(self._nearness, len(found) - 1)
        scale = found[self._nearness]
        size, ratio = (self._document.pagePointSize(self._page) * scale).toSize(), self.devicePixelRatioF()
        image = self._document.render(self._page, size * ratio)
        image.setDevicePixelRatio(ratio)
        self._sheet.show_page(image, size)
        self._sheet.setAccessibleName(self._count.text())
        self._sheet.setAccessibleDescription(self.page_text())
        self._size.say(self._language.text("{n} %", n=round(100 * scale / PAPER)))
        self._minus.setEnabled(self._nearness > 0)
        self._plus.setEnabled(self._nearness + 1 < len(found))

    def _lay_out(self) -> None:
        text = self._language.text
        self._area = QScrollArea()
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setWidget(self._sheet)
        self.earlier = self._button("page_up", "chevron-up", text("The page before"))
        self.earlier.clicked.connect(lambda: self.turn(-1))
        self.later = self._button("page_down", "chevron-down", text("The next page"))
        self.later.clicked.connect(lambda: self.turn(1))
        self._minus = self._button("farther", "minus", text("Smaller"))
        self._minus.clicked.connect(self.farther)
        self._plus = self._button("nearer", "plus", text("Larger"))
        self._plus.clicked.connect(self.nearer)
        self._count, self._size = Label("", "muted"), Label("", "muted")
        self.back = Button(self._theme, text("Back to the words"), size="compact", icon="arrow-left")
        self.back.setObjectName("back_to_words")
        self.back.hide()
        self._bar = Flow(gap=SPACE.roomy)
        self._bar.addWidget(self.back)
        for buttons in ((self.earlier, self._count, self.later), (self._minus, self._size, self._plus)):
            group = QHBoxLayout()
            group.setSpacing(SPACE.tight)
            for widget in buttons:
                group.addWidget(widget)
            self._bar.addItem(group)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, SPACE.near)
        column.setSpacing(SPACE.near)
        column.addWidget(self._area, 1)
        column.addLayout(self._bar)

    def _button(self, name: str, icon: str, tip: str) -> IconButton:
        made = IconButton(self._theme, icon, tip, kind="secondary")
        made.setObjectName(name)
        return made


class _Sheet(QWidget):
    """A page on its paper."""

    def __init__(self, paper: QColor, edge: QColor) -> None:
        super().__init__()
        self._paper, self._edge = paper, edge
        self._image = QImage()

    @property
    def ratio(self) -> float:
        return self._image.devicePixelRatioF()

    def show_page(self, image: QImage, size: QSize) -> None:
        self._image = image
        self.resize(size)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 (Qt's name)
        if self._image.isNull():
            return
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._paper)
        painter.drawImage(0, 0, self._image)
        painter.setPen(self._edge)
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
