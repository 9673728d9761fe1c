"""Makes the icons of the window: one SVG file a glyph, out of the Material Design font that qtawesome brings.

Run at build time, by hand, when an icon is added here; the files are kept in the tree. The app itself never
imports qtawesome: loading its fonts and tables would double the time it takes to start.
"""

import json
from pathlib import Path

from PySide6.QtGui import QGuiApplication, QPainterPath, QRawFont

from ui.theme.tokens import DARK, LIGHT

SIDE = 24  # the font draws every glyph in a square of 24
ASCENT = 21  # of which 21 lie above its baseline
FOLDER = Path(__file__).parents[1] / "resources" / "icons"
NAVIGATION = (
    "home-outline account-group-outline book-open-page-variant-outline cog-outline calendar-blank-outline "
    "handshake-outline"
)
KINDS = "note-text-outline gavel alpha-p-box-outline file-document-outline lock-outline image-outline"
PROMPTS = "message-text-outline hand-back-right-outline eye-outline"
LIVE = (
    "play pause account-voice account-arrow-right-outline account-check-outline projector-screen-outline "
    "clock-alert-outline arrow-right content-cut arrow-right-thin debug-step-over arrow-collapse-horizontal "
    "eye-off-outline undo arrow-left check coffee-outline"
)
EXPORT = "file-pdf-box file-word-outline language-markdown-outline email-outline printer-outline"
STATES = (
    "check-circle check-circle-outline progress-clock alert-circle-outline information-outline trending-down "
    "calendar-clock-outline calendar-alert-outline shield-check-outline shield-lock-outline certificate-outline"
)
SMALL = (
    "magnify plus close menu dots-horizontal drag-vertical chevron-up chevron-down chevron-right "
    "map-marker-outline compass-outline package-variant-closed checkbox-marked checkbox-blank-outline "
    "radiobox-marked radiobox-blank plus-circle-outline pencil-circle-outline"
)
# Not in the design's list, yet needed by everyday controls.
FURTHER = "chevron-left calendar-alert minus trash-can-outline content-copy pencil-outline open-in-new"
# A style sheet can't colour an image, so what it shows is kept once for each theme.
CONTROLS = {
    "chevron-down": "text2",
    "chevron-up": "text2",
    "chevron-right": "text2",
    "checkbox-marked": "accent",
    "checkbox-blank-outline": "text2",
    "radiobox-marked": "accent",
    "radiobox-blank": "text2",
    "check": "accent",
}


def main() -> None:
    """Writes every icon anew; the same font gives the same files."""
    QGuiApplication([])
    glyphs = _Glyphs(_font_folder())
    names = " ".join((NAVIGATION, KINDS, PROMPTS, LIVE, EXPORT, STATES, SMALL, FURTHER)).split()
    for name in sorted(set(names)):
        (FOLDER / f"{name}.svg").write_text(_svg(glyphs.path(name), "currentColor"), encoding="utf-8")
    for theme, colours in (("light", LIGHT), ("dark", DARK)):
        folder = FOLDER / "controls" / theme
        folder.mkdir(parents=True, exist_ok=True)
        for name, token in CONTROLS.items():
            svg = _svg(glyphs.path(name), getattr(colours, token))
            (folder / f"{name}.svg").write_text(svg, encoding="utf-8")


class _Glyphs:
    """The outlines of the font, by the icon's name."""

    def __init__(self, folder: Path) -> None:
        font = next(folder.glob("materialdesignicons6-webfont-6*.ttf"))
        names = next(folder.glob("materialdesignicons6-webfont-charmap-*.json"))
        self._font = QRawFont(str(font), SIDE)
        self._codes: dict[str, str] = json.loads(names.read_text(encoding="utf-8"))

    def path(self, name: str) -> QPainterPath:
        index = self._font.glyphIndexesForString(chr(int(self._codes[name], 16)))[0]
        path = self._font.pathForGlyph(index)
        path.translate(0, ASCENT)
        return path


def _font_folder() -> Path:
    import qtawesome

    return Path(qtawesome.__file__).parent / "fonts"


def _svg(path: QPainterPath, fill: str) -> str:
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{SIDE}" height="{SIDE}" viewBox="0 0 {SIDE} {SIDE}">'
        f'<path fill="{fill}" d="{_steps(path)}"/></svg>\n'
    )


def _steps(path: QPainterPath) -> str:
    """The path in SVG's own letters; a curve is stored by Qt as three elements in a row."""
    words = []
    letters = {
        QPainterPath.ElementType.MoveToElement: "M",
        QPainterPath.ElementType.LineToElement: "L",
        QPainterPath.ElementType.CurveToElement: "C",
        QPainterPath.ElementType.CurveToDataElement: "",
    }
    for index in range(path.elementCount()):
        element = path.elementAt(index)
        words.append(f"{letters[element.type]}{_number(element.x)} {_number(element.y)}")
    return " ".join(words)


def _number(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")


if __name__ == "__main__":
    main()
