"""Small pictures of photos, read once each at the size in which they are shown."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QBuffer, QByteArray, QSize, Qt
from PySide6.QtGui import QImageReader, QPixmap

from facilitator.model.trouble import Trouble

Read = Callable[[str], bytes]
"""The JPEG of the photo of that id. Raises Trouble where it is gone."""


class Thumbnails:
    """`at` gives the picture of a photo; an empty one where it can't be shown."""

    def __init__(self, read: Read) -> None:
        self._read = read
        self._known: dict[tuple[str, int, int], QPixmap] = {}

    def at(self, photo: str, room: QSize, ratio: float = 1.0) -> QPixmap:
        """As large as there is room for, sharp on a screen of so many dots a pixel."""
        dots = room * ratio
        key = (photo, dots.width(), dots.height())
        if key not in self._known:
            self._known[key] = self._made(photo, dots)
            self._known[key].setDevicePixelRatio(ratio)
        return self._known[key]

    def _made(self, photo: str, dots: QSize) -> QPixmap:
        try:
            picture = self._read(photo)
        except Trouble:
            return QPixmap()
        file = QBuffer()  # outlives its reader, which does not hold on to it
        file.setData(picture)
        reader = QImageReader(file, QByteArray(b"jpeg"))
        reader.setScaledSize(reader.size().scaled(dots, Qt.AspectRatioMode.KeepAspectRatio))
        return QPixmap.fromImage(reader.read())
