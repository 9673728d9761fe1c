"""Makes the app's icon in every form that a system asks for, out of one drawing: resources/icons/app/facilitator.svg.

Run by build_installer.spec; what it makes lies under build/ and is never kept in the tree.
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
    """Writes `16.png` to `1024.png`, `facilitator.ico` for Windows and `facilitator.icns` for macOS into the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    drawn = {side: _draw(folder / f"{side}.png", side) for side in sorted({*SIZES, *ICO_SIZES, *ICNS_SIZES})}
    for name, sides in (("facilitator.ico", ICO_SIZES), ("facilitator.icns", ICNS_SIZES)):
        # Pillow would shrink the largest for every size; each has been drawn for its own instead.
        images = [drawn[side] for side in reversed(sides)]
        images[0].save(folder / name, sizes=[image.size for image in images], append_images=images[1:])


def _draw(file: Path, side: int) -> Image.Image:
    image = QImage(side, side, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(str(DRAWING)).render(painter)
    painter.end()
    if not image.save(str(file)):
        raise OSError(f"{file} can't be written")
    with Image.open(file) as drawn:
        return drawn.copy()
