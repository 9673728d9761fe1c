"""What somebody sees of a widget: its pixels, and how far two of them stand apart (WCAG 2)."""

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QWidget

AROUND = 6  # px, the outline and a little air
SHAPE = 3.0  # the least contrast of what carries meaning without being text


def around(widget: QWidget) -> QImage:
    """The widget as its window shows it, with what lies right around it."""
    window = widget.window()
    box = QRect(widget.mapTo(window, QPoint(0, 0)), widget.size()).adjusted(-AROUND, -AROUND, AROUND, AROUND)
    return window.grab(box & window.rect()).toImage().convertToFormat(QImage.Format.Format_RGB32)


def brightness(pixel: int) -> float:
    """Relative luminance as WCAG 2 defines it."""
    colour = QColor(pixel)
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: int, other: int) -> float:
    low, high = sorted((brightness(one), brightness(other)))
    return (high + 0.05) / (low + 0.05)


def clearly_changed(before: QImage, after: QImage) -> int:
    """How many pixels stand out against what they were before."""
    known: dict[tuple[int, int], bool] = {}
    count = 0
    width = min(before.width(), after.width())
    for y in range(min(before.height(), after.height())):
        for x in range(width):
            pair = before.pixel(x, y), after.pixel(x, y)
            if pair[0] == pair[1]:
                continue
            if pair not in known:
                known[pair] = contrast(*pair) >= SHAPE
            count += known[pair]
    return count
