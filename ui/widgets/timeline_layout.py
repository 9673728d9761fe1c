"""Where the blocks of the planner stand: heights that follow minutes, and what lies under the mouse."""

import msgspec
from PySide6.QtCore import QRectF

from ui.theme.tokens import SIZE, SPACE

LEAST_SCALE = 2.75  # px a minute, so that three hours fit in a usual window
MOST_SCALE = 3.2
SCALE_STEP = 0.05
EDGE = 6  # how near its lower edge a block is taken hold of to stretch it
BLOCK_LEFT = SIZE.time_column + SPACE.near
TOP = 4
END_ROW = 28  # for the time the meeting ends
PART_ROW = 18
TITLE_ROW = 24


class Part(msgspec.Struct, frozen=True):
    """A part of a step, as it stands inside a block tall enough."""

    name: str
    minutes: str


class Block(msgspec.Struct, frozen=True, kw_only=True):
    """A step on the timeline, with its texts ready.

    `lead` is consultant, together, network or pause; `may_go` is the words of the dashed chip, or nothing; `spoken`
    is what a screen reader says of it.
    """

    id: str
    time: str
    title: str
    minutes: int
    length: str
    lead: str = "consultant"
    led_by: str = ""
    protected: bool = False
    may_go: str = ""
    parts: tuple[Part, ...] = ()
    spoken: str = ""

    def words(self) -> str:
        return self.spoken or ", ".join(text for text in (self.time, self.title, self.length, self.led_by) if text)


def scale(blocks: tuple[Block, ...], height: float) -> float:
    """How many px a minute takes: as many as let all blocks be seen at once, within what reads well."""
    steps = round((MOST_SCALE - LEAST_SCALE) / SCALE_STEP)
    tried = (MOST_SCALE - step * SCALE_STEP for step in range(steps + 1))
    return next((px for px in tried if total_height(boxes(blocks, 0, px)) <= height), LEAST_SCALE)


def boxes(blocks: tuple[Block, ...], width: float, px: float) -> tuple[QRectF, ...]:
    """The box of each block, from the top down."""
    made = []
    top = float(TOP)
    for block in blocks:
        height = max(float(SIZE.block_least), block.minutes * px - SIZE.block_gap)
        made.append(QRectF(BLOCK_LEFT, top, max(0.0, width - BLOCK_LEFT), height))
        top += height + SIZE.block_gap
    return tuple(made)


def total_height(places: tuple[QRectF, ...]) -> int:
    """How high the whole is, with the time it ends."""
    bottom = places[-1].bottom() if places else TOP
    return round(bottom + END_ROW)


def block_at(places: tuple[QRectF, ...], y: float) -> int:
    """The place of the block at a height, or -1."""
    reach = SIZE.block_gap
    return next((place for place, box in enumerate(places) if box.top() <= y < box.bottom() + reach), -1)


def edge_at(places: tuple[QRectF, ...], y: float) -> int:
    """The place of the block whose lower edge is here, or -1."""
    return next((place for place, box in enumerate(places) if -EDGE <= y - box.bottom() <= SIZE.block_gap), -1)


def gap_at(places: tuple[QRectF, ...], y: float) -> int:
    """Before which block something let go at this height lands; as many as there are blocks for the end."""
    return sum(1 for box in places if y > box.center().y())


def shows_parts(block: Block, box: QRectF) -> bool:
    """Whether all parts have room inside; half a list would mislead."""
    return bool(block.parts) and box.height() >= TITLE_ROW + PART_ROW * len(block.parts) + SPACE.hair
