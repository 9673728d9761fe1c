"""The icons: outlines in files, coloured and drawn at the size asked for."""

from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

FOLDER = Path(__file__).parents[2] / "resources" / "icons"


class Icons:
    """Reads each icon once and keeps what it has drawn; one such object belongs to one theme."""

    def __init__(self, folder: Path = FOLDER) -> None:
        self._folder = folder
        self._renderers: dict[tuple[str, str], QSvgRenderer] = {}
        self._pixmaps: dict[tuple[str, int, str, float], QPixmap] = {}

    def icon(self, name: str, colour: str, disabled: str = "", size: int = 24) -> QIcon:
        """An icon for a control; sharp also on screens that double or treble the pixels."""
        made = QIcon()
        for ratio in (1.0, 2.0, 3.0):
            made.addPixmap(self.pixmap(name, size, colour, ratio), QIcon.Mode.Normal)
            if disabled:
                made.addPixmap(self.pixmap(name, size, disabled, ratio), QIcon.Mode.Disabled)
        return made

    def pixmap(self, name: str, size: int, colour: str, ratio: float = 1.0) -> QPixmap:
        """The icon as a picture `size` logical px square, for a screen with `ratio` pixels to one."""
        key = (name, size, colour, ratio)
        if key not in self._pixmaps:
            pixmap = QPixmap(QSize(round(size * ratio), round(size * ratio)))
            pixmap.setDevicePixelRatio(ratio)
            pixmap.fill(Qt.GlobalColor.transparent)
            painter = QPainter(pixmap)
            self.paint(painter, QRectF(0, 0, size, size), name, colour)
            painter.end()
            self._pixmaps[key] = pixmap
        return self._pixmaps[key]

    def paint(self, painter: QPainter, where: QRectF, name: str, colour: str) -> None:
        """Draws the icon straight onto a painting widget, at whatever size that has."""
        self._renderer(name, colour).render(painter, where)

    def _renderer(self, name: str, colour: str) -> QSvgRenderer:
        key = (name, colour)
        if key not in self._renderers:
            outline = (self._folder / f"{name}.svg").read_text(encoding="utf-8")
            svg = outline.replace("currentColor", QColor(colour).name())
            self._renderers[key] = QSvgRenderer(QByteArray(svg.encode()))
        return self._renderers[key]
