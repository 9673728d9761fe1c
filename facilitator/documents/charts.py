"""One drawing for paper and screen: boxes, lines and labels, measured from the top left corner in points."""

from typing import Literal

import msgspec

Ink = Literal["text", "quiet", "line", "accent", "accent_soft", "lead_consultant", "lead_together", "lead_network"]


class Box(msgspec.Struct, frozen=True):
    """A filled rectangle. A hatched one tells itself apart without colour."""

    x: float
    y: float
    width: float
    height: float
    ink: Ink = "accent"
    hatched: bool = False


class Stroke(msgspec.Struct, frozen=True):
    """A straight line."""

    x1: float
    y1: float
    x2: float
    y2: float
    ink: Ink = "line"
    thickness: float = 0.5


class Label(msgspec.Struct, frozen=True):
    """Words whose baseline begins, is centred or ends at a point."""

    x: float
    y: float
    text: str
    size: float = 8.0
    ink: Ink = "text"
    strong: bool = False
    anchor: Literal["start", "middle", "end"] = "start"


class Drawing(msgspec.Struct, frozen=True):
    """Shapes, painted in order on a sheet of this width and height. One that is too large is scaled down."""

    width: float
    height: float
    shapes: tuple[Box | Stroke | Label, ...]

    def __post_init__(self) -> None:
        if self.width <= 0 or self.height <= 0:
            raise ValueError("a drawing needs a size")
