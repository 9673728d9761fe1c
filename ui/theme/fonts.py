"""Lato, brought along so that the window looks the same on every computer."""

from pathlib import Path

from PySide6.QtGui import QFont, QFontDatabase

from ui.theme.tokens import Face

FAMILY = "Lato"
WEIGHTS = ("Regular", "Bold")


def load() -> None:
    """Puts the two weights into Qt's font database; needs a QGuiApplication."""
    from fontpkg_lato import ROOT

    files = Path(ROOT) / "files"
    for weight in WEIGHTS:
        QFontDatabase.addApplicationFont(str(files / f"{FAMILY}-{weight}.ttf"))


def font(face: Face, scale: float = 1.0) -> QFont:
    """The font of one step of the type scale.

    Ligatures are off, as Lato's "ti" melts together in Danish words; its figures are of one width by themselves.
    """
    made = QFont(FAMILY)
    made.setPixelSize(max(1, round(face.size * scale)))
    made.setBold(face.bold)
    if face.tracking:
        made.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, face.tracking * face.size * scale)
    made.setFeature(QFont.Tag("liga"), 0)
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return made
