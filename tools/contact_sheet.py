"""Many pictures on one: small, side by side under their names, to be looked over at a glance."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter

WIDTH = 480  # px of each small picture
GAP = 16
CAPTION = 24
GROUND, INK = QColor("#8a8a86"), QColor("#ffffff")


def contact_sheet(pictures: Sequence[Path], columns: int, to: Path, width: int = WIDTH) -> None:
    """Puts the pictures in rows of so many; a row is as high as its highest. Writes a PNG."""
    rows = [pictures[place : place + columns] for place in range(0, len(pictures), columns)]
    heights = [max(scaled(QImage(str(each)).size(), width).height() for each in row) for row in rows]
    sheet = QImage(
        GAP + columns * (width + GAP),
        GAP + sum(height + CAPTION + GAP for height in heights),
        QImage.Format.Format_RGB32,
    )
    sheet.fill(GROUND)
    painter = QPainter(sheet)
    painter.setPen(INK)
    font = QFont(painter.font())
    font.setPixelSize(14)
    painter.setFont(font)
    top = GAP
    for row, height in zip(rows, heights, strict=True):
        for place, picture in enumerate(row):
            left, image = GAP + place * (width + GAP), QImage(str(picture))
            painter.drawText(QRectF(left, top, width, CAPTION), Qt.AlignmentFlag.AlignLeft, picture.stem)
            size = scaled(image.size(), width)
            smooth = Qt.TransformationMode.SmoothTransformation
            small = image.scaled(size, Qt.AspectRatioMode.KeepAspectRatio, smooth)
            painter.drawImage(left, top + CAPTION, small)
        top += height + CAPTION + GAP
    painter.end()
    sheet.save(str(to))


def scaled(size: QSize, width: int) -> QSize:
    """The size of a picture so wide; a smaller one is not made larger."""
    return size if size.width() <= width else QSize(width, round(size.height() * width / size.width()))


def index(folder: Path, sheets: Sequence[Path], pictures: Sequence[Path]) -> Path:
    """A page that leads to every picture, grouped by their folders; where it lies."""
    parts = ["<!doctype html><meta charset='utf-8'><title>Facilitator</title>"]
    for sheet in sheets:
        parts.append(f"<h1>{sheet.stem}</h1><a href='{sheet.name}'><img src='{sheet.name}' width='100%'></a>")
    for group in sorted({picture.parent for picture in pictures}):
        names = [picture for picture in pictures if picture.parent == group]
        parts.append(f"<h2>{group.relative_to(folder).as_posix()}</h2><p>")
        parts.extend(f"<a href='{each.relative_to(folder).as_posix()}'>{each.stem}</a> " for each in names)
    to = folder / "index.html"
    to.write_text("\n".join(parts) + "\n", encoding="utf-8")
    return to
