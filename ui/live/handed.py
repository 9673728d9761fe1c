"""What is pasted or dropped while a meeting runs: pictures are taken for photos, everything else is text."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData
from PySide6.QtGui import QImage, QImageWriter

from facilitator.intake.photo import taken

Reader = Callable[[], bytes]
"""Gives the bytes of a picture, away from the window's thread. Raises Trouble where there is none."""

ENDINGS = (".jpg", ".jpeg", ".png", ".gif", ".webp", ".heic", ".bmp", ".tif", ".tiff")
"""What is meant as a photo; whether it can be read is for its reader to say."""


def pictures_in(data: QMimeData | None) -> tuple[Reader, ...]:
    """One reader for each picture, none where words were meant: a table is often copied as both."""
    if data is None:
        return ()
    files = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    if files:
        return tuple(partial(taken, file) for file in files if file.suffix.lower() in ENDINGS)
    if data.hasImage() and not data.hasText():
        image = data.imageData()
        return (partial(_png, image),) if isinstance(image, QImage) and not image.isNull() else ()
    return ()


def _png(image: QImage) -> bytes:
    file = QBuffer()
    file.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(file, QByteArray(b"png"))
    writer.setQuality(100)  # quickly rather than small: it is read again at once
    writer.write(image)
    return bytes(file.data().data())
