"""What somebody sees of a widget: its pixels, and how far two of them stand apart (WCAG 2)."""

from collections import Counter
from collections.abc import Iterable, Mapping

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QColor, QImage, qGray
from PySide6.QtWidgets import QWidget

AROUND = 6  # px, the outline and a little air
SHAPE = 3.0  # the least contrast of what carries meaning without being text
A_SHADE = 24  # of 255
STROKE = 8  # px, wider than the stroke of a letter
EACH = 3  # row of pixels is looked at: the smallest letter is three times as high


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
    shared = before.rect() & after.rect()
    both = (bytes(picture.copy(shared).constBits()) for picture in (before, after))
    pairs = Counter(zip(*(memoryview(pixels).cast("I") for pixels in both), strict=True))
    return sum(times for (was, now), times in pairs.items() if was != now and contrast(was, now) >= SHAPE)


def grey_difference(one: QImage, other: QImage) -> int:
    """How many pixels two pictures differ in, once both are grey, by more than a shade."""
    pixels = (bytes(each.convertToFormat(QImage.Format.Format_RGB32).constBits()) for each in (one, other))
    pairs = Counter(zip(*(memoryview(each).cast("I") for each in pixels), strict=True))
    return sum(times for (was, now), times in pairs.items() if abs(qGray(was) - qGray(now)) >= A_SHADE)


def stands_on(picture: QImage, colours: Mapping[str, str], text: str, grounds: Iterable[str]) -> set[str]:
    """On which grounds a colour is seen: those that lie beside the pixels that have it, a few px to the left."""
    raw = picture.convertToFormat(QImage.Format.Format_RGB32)
    pixels, length = bytes(raw.constBits()), raw.bytesPerLine()
    known = {_bgra(colours[ground]): ground for ground in grounds}
    sought, found = _bgra(colours[text]), set()
    for start in range(0, len(pixels), EACH * length):
        row = pixels[start : start + length]
        at = row.find(sought)
        while at >= 0:
            beside = (known.get(row[place : place + 4]) for place in range(at - 4, max(0, at - 4 * STROKE), -4))
            ground = next(filter(None, beside), None) if at % 4 == 0 else None
            if ground is not None:
                found.add(ground)
            at = row.find(sought, at + 4)
    return found


def _bgra(colour: str) -> bytes:
    red, green, blue = (int(colour[place : place + 2], 16) for place in (1, 3, 5))
    return bytes((blue, green, red, 255))
