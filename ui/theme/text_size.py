"""How large text is against the design: as the user chose, else as the computer asks for."""

from collections.abc import Mapping

SCALES: Mapping[str, float] = {"normal": 1.0, "larger": 1.25, "largest": 1.5}
ORDINARY_DPI = 96


def text_scale(chosen: str, dpi: float) -> float:
    """How many times larger than designed. What is not one of the sizes follows the computer.

    `dpi` is the screen's logical one as Qt tells it: what has already enlarged the whole window (on X11 also the
    desktop's text scaling) is not in it, so nothing is enlarged twice.
    """
    if chosen in SCALES:
        return SCALES[chosen]
    asked = dpi / ORDINARY_DPI
    return min(SCALES.values(), key=lambda scale: abs(scale - asked))
