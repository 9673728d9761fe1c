"""The paper as it will be: real pages of the real PDF, one at a time."""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtPdf import QPdfDocument
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ui.page import Surroundings
from ui.theme.tokens import SPACE
from ui.widgets.buttons import IconButton
from ui.widgets.labels import Label

MARGIN = 20
WAIT = 60  # milliseconds after the last change of size before a page is drawn anew


class PdfPreview(QFrame):
    """Shows the pages of a PDF, fitted to its room; the keys Page Up and Page Down turn them."""

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("preview")
        self.setProperty("ground", "sunken")
        self._language = around.language
        self._document = QPdfDocument(self)
        self._buffer: QBuffer | None = None
        self._bytes = QByteArray()
        self._page = 0
        self._sheet = _Sheet(around.theme.colour("paper"), around.theme.colour("line"))
        self._sheet.setObjectName("page_image")
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(WAIT)
        self._later.timeout.connect(self._draw)
        text = around.language.text
        self.earlier = IconButton(around.theme, "chevron-up", text("The page before"))
        self.earlier.setObjectName("page_up")
        self.earlier.clicked.connect(lambda: self.turn(-1))
        self.later = IconButton(around.theme, "chevron-down", text("The next page"))
        self.later.setObjectName("page_down")
        self.later.clicked.connect(lambda: self.turn(1))
        self._count = Label("", "muted")
        self._count.setAlignment(Qt.AlignmentFlag.AlignCenter)
        turns = QVBoxLayout()
        turns.addStretch(1)
        turns.addWidget(self.earlier, 0, Qt.AlignmentFlag.AlignHCenter)
        turns.addWidget(self._count)
        turns.addWidget(self.later, 0, Qt.AlignmentFlag.AlignHCenter)
        row = QHBoxLayout(self)
        row.setContentsMargins(MARGIN, MARGIN, SPACE.near, MARGIN)
        row.setSpacing(SPACE.near)
        row.addWidget(self._sheet, 1)
        row.addLayout(turns)
        self._show_count()

    @property
    def content(self) -> bytes:
        """The PDF that is shown."""
        return bytes(self._bytes.data())

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
        """Another page."""
        page = max(0, min(self._page + by, self._document.pageCount() - 1))
        if page != self._page:
            self._page = page
            self._show_count()
            self._draw()

    def page_text(self) -> str:
        """What the page says, for whoever doesn't see it."""
        return self._document.getAllText(self._page).text() if self._document.pageCount() else ""

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 (Qt's name)
        super().resizeEvent(event)
        self._later.start()

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 (Qt's name)
        self.turn(-1 if event.angleDelta().y() > 0 else 1)

    def _show_count(self) -> None:
        pages = self._document.pageCount()
        told = self._language.text("{page} of {pages}", page=self._page + 1, pages=pages) if pages else ""
        self._count.say(told)
        self.earlier.setEnabled(self._page > 0)
        self.later.setEnabled(self._page + 1 < pages)

    def _draw(self) -> None:
        if not self._document.pageCount() or self._sheet.width() < MARGIN:
            return
        points = self._document.pagePointSize(self._page)
        room, ratio = self._sheet.size(), self.devicePixelRatioF()
        scale = min(room.width() / points.width(), room.height() / points.height())
        size = QSize(round(points.width() * scale), round(points.height() * scale))
        image = self._document.render(self._page, size * ratio)
        image.setDevicePixelRatio(ratio)
        self._sheet.show_page(image, size)
        self._sheet.setAccessibleName(self._count.text())
        self._sheet.setAccessibleDescription(self.page_text())


class _Sheet(QWidget):
    """A page on its paper."""

    def __init__(self, paper: QColor, edge: QColor) -> None:
        super().__init__()
        self._paper, self._edge = paper, edge
        self._image = QImage()
        self._size = QSize()

    def show_page(self, image: QImage, size: QSize) -> None:
        self._image, self._size = image, size
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 (Qt's name)
        if self._image.isNull():
            return
        painter = QPainter(self)
        left = (self.width() - self._size.width()) / 2
        box = QRectF(left, 0, self._size.width(), self._size.height())
        painter.fillRect(box, self._paper)
        painter.drawImage(box.topLeft(), self._image)
        painter.setPen(self._edge)
        painter.drawRect(box.adjusted(0, 0, -1, -1))
