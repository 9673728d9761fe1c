"""Makes the app's icon in every form that a system asks for, out of one drawing: resources/icons/app/facilitator.svg.

Used by build_installer.spec and linux_packages.py; what it makes is never kept in the tree.
"""

from pathlib import Path

from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

DRAWING = Path(__file__).parents[1] / "resources" / "icons" / "app" / "facilitator.svg"
SIZES = (16, 24, 32, 48, 64, 128, 256, 512)
ICO_SIZES = (16, 24, 32, 48, 64, 256)
ICNS_SIZES = (32, 64, 128, 256, 512, 1024)


def draw(folder: Path) -> None:
    """Writes `facilitator.ico` for Windows and `facilitator.icns` for macOS into the folder, and their pictures."""
    for name, sides in (("facilitator.ico", ICO_SIZES), ("facilitator.icns", ICNS_SIZES)):
        # Pillow would shrink the largest for every size; each has been drawn for its own instead.
        images = [_picture(folder, side) for side in reversed(sides)]
        images[0].save(folder / name, sizes=[image.size for image in images], append_images=images[1:])


def draw_png(file: Path, side: int) -> None:
    """Writes the icon as a picture of `side` px, its folder too."""
    image = QImage(side, side, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(str(DRAWING)).render(painter)
    painter.end()
    file.parent.mkdir(parents=True, exist_ok=True)
    if not image.save(str(file)):
        raise OSError(f"{file} can't be written")


def _picture(folder: Path, side: int) -> Image.Image:
    file = folder / f"{side}.png"
    draw_png(file, side)
    with Image.open(file) as drawn:
        return drawn.copy()
