"""The paper's two fonts, as files on disk, in reportlab's hands, and as widths."""

from pathlib import Path
from threading import Lock
from typing import Any

from reportlab import rl_config
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from facilitator.documents.pdf.house_style import Face, FontName

# Reportlab's fonts can't be used for two documents at the same time, so one document is written after the other.
ONE_AT_A_TIME = Lock()

FILES: dict[FontName, str] = {"Lato": "Lato-Regular.ttf", "Lato-Bold": "Lato-Bold.ttf"}


def font_file(name: FontName) -> Path:
    """Where the font lies in the package that brings it."""
    import fontpkg_lato

    return Path(fontpkg_lato.ROOT) / "files" / FILES[name]


def make_ready() -> None:
    """Registers the fonts where reportlab looks them up, unless they are there already."""
    rl_config.useA85 = 0  # streams as bytes: as ASCII they are a quarter larger, and no mail needs that any more
    for name in FILES:
        if name not in pdfmetrics.getRegisteredFontNames():
            pdfmetrics.registerFont(TTFont(name, str(font_file(name))))


class Widths:
    """How wide text is, remembered word by word: a paper says the same words again and again."""

    def __init__(self) -> None:
        make_ready()
        fonts: dict[str, Any] = {name: pdfmetrics.getFont(name) for name in FILES}
        self._glyphs: dict[str, dict[int, float]] = {name: font.face.charWidths for name, font in fonts.items()}
        self._seen: dict[tuple[str, str], float] = {}

    def of(self, text: str, face: Face) -> float:
        """The width of text without line feeds, in points."""
        key = (face.font, text)
        width = self._seen.get(key)
        if width is None:
            glyphs = self._glyphs[face.font]
            width = self._seen[key] = sum(glyphs.get(ord(character), 0.0) for character in text) / 1000
        return width * face.size
