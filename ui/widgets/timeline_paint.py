"""How the blocks of the planner are drawn."""

from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainterPath, QPen

from ui.theme.tokens import RADIUS, SIZE, SPACE, TYPE, Face
from ui.widgets import drawing
from ui.widgets.drawing import Drawing
from ui.widgets.timeline_layout import PART_ROW, TITLE_ROW, Block, shows_parts

WORDS_LEFT = 19  # after the strip
WORDS_RIGHT = 12
TIME_ROW = 24
TITLE_FIRST = 170  # what a title has before it is told who leads and whether it may go; the tip has it all
LENGTH = 56  # the column of lengths, so that the names of those who lead end in line
STRONG = TYPE.body_strong


class Look(NamedTuple):
    """What is special about a block at this moment."""

    selected: bool = False
    focused: bool = False
    under_mouse: bool = False
    carried: bool = False
    length: str = ""


def paint_time(draw: Drawing, top: float, time: str, *, marked: bool, last: bool = False) -> None:
    """A clock time in the column at the left."""
    box = QRectF(0, top, SIZE.time_column, TIME_ROW)
    colour = "accent" if marked else ("text" if last else "text2")
    face = Face(14, 20, bold=marked or last)
    draw.words(box, time, face, colour, drawing.RIGHT)


def paint_gap(draw: Drawing, y: float, left: float, right: float) -> None:
    """The line where a block that is carried will land."""
    draw.painter.setPen(QPen(draw.theme.colour("accent"), 3, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    draw.painter.drawLine(QPointF(left + 2, y), QPointF(right - 2, y))


def paint_block(draw: Drawing, box: QRectF, block: Block, look: Look) -> None:
    """A block with its strip, its words and, if there is room, its parts."""
    if look.carried:
        draw.painter.setOpacity(0.5)
    _ground(draw, box, block, look)
    if shows_parts(block, box):
        _title(draw, QRectF(box.left(), box.top() + SPACE.hair, box.width(), TITLE_ROW), block, look)
        _parts(draw, box, block)
    else:
        _title(draw, box, block, look)
    if look.focused:
        draw.shape(box.adjusted(4, 4, -4, -4), RADIUS.key_hint, edge="accent", line=SIZE.focus_line)
    draw.painter.setOpacity(1.0)


def _ground(draw: Drawing, box: QRectF, block: Block, look: Look) -> None:
    painter = draw.painter
    fill = "accent_soft" if look.selected else ("hover" if look.under_mouse else "surface")
    if block.may_go and not look.selected and not look.under_mouse:
        fill = "window"
    shape = QPainterPath()
    shape.addRoundedRect(box, RADIUS.control, RADIUS.control)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.fillPath(shape, draw.theme.colour(fill))
    if look.selected:
        draw.shape(box, RADIUS.control, edge="accent", line=SIZE.selected_border)
    else:
        pen = drawing.dashes(draw.theme.colour("edge")) if block.may_go else QPen(draw.theme.colour("line"), 1)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(pen)
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS.control, RADIUS.control)
    _strip(draw, box, block, SIZE.selected_border if look.selected else 0)


def _strip(draw: Drawing, box: QRectF, block: Block, inset: float) -> None:
    """Who leads, at the left edge: what the block's shape and an upright bar share, so that no corner has stairs."""
    inner = box.adjusted(inset, inset, -inset, -inset)
    shape = QPainterPath()
    shape.addRoundedRect(inner, RADIUS.control - inset, RADIUS.control - inset)
    bar = QPainterPath()
    bar.addRect(QRectF(inner.left(), inner.top(), SIZE.block_lead, inner.height()))
    brush = drawing.lead_brush(draw.theme, block.lead, draw.painter.device().devicePixelRatioF())
    draw.painter.fillPath(shape.intersected(bar), brush)


def _title(draw: Drawing, line: QRectF, block: Block, look: Look) -> None:
    right = line.right() - WORDS_RIGHT
    length = look.length or block.length
    pause = block.lead == "pause"
    place = QRectF(line.left(), line.top(), right - line.left(), line.height())
    taken = draw.words(place, length, TYPE.body, "text", drawing.RIGHT)
    limit = right - max(LENGTH, taken + SPACE.tight)
    if block.led_by and limit - line.left() - drawing.width_of(draw.theme, TYPE.small, block.led_by) >= TITLE_FIRST:
        led = QRectF(line.left(), line.top(), limit - line.left(), line.height())
        limit -= draw.words(led, block.led_by, TYPE.small, "text2", drawing.RIGHT) + SPACE.tight
    chip = drawing.chip_width(draw.theme, block.may_go, "dashed") + SPACE.tight if block.may_go else 0.0
    if limit - line.left() - chip < TITLE_FIRST:
        chip = 0.0
    extras = chip + (24 if block.protected else 0)
    left = line.left() + WORDS_LEFT
    place = QRectF(left, line.top(), max(0.0, limit - left - extras), line.height())
    left += draw.words(place, block.title, TYPE.body if pause else STRONG, "text2" if pause else "text")
    if chip:
        left = draw.chip(left + SPACE.tight, line.center().y(), block.may_go, "dashed")
    if block.protected:
        mark = QRectF(left + SPACE.tight, line.top(), 18, line.height())
        draw.icon(mark, "lock-outline", "text2", 18)


def _parts(draw: Drawing, box: QRectF, block: Block) -> None:
    top = box.top() + SPACE.hair + TITLE_ROW
    for place, part in enumerate(block.parts):
        line = QRectF(box.left() + WORDS_LEFT, top + place * PART_ROW, 0, PART_ROW)
        line.setRight(box.right() - WORDS_RIGHT)
        taken = draw.words(line, part.minutes, TYPE.small, "text2", drawing.RIGHT)
        line.setRight(line.right() - taken - SPACE.tight)
        draw.words(line, part.name, TYPE.small, "text2")
