"""A process of its own with a laptop's screen at 100 % and a projector at 200 %: what stands where, as JSON.

Qt reads how its screens are before there is a window, so that no test can add one later.
"""

import json
import os
import sys
from pathlib import Path

LAPTOP, PROJECTOR = (1366, 768), (3840, 2160)


def describe_screens(folder: Path) -> None:
    """Has Qt's own platform without a screen show two."""
    screens = [
        {
            "name": name,
            "x": x,
            "y": 0,
            "width": width,
            "height": height,
            "logicalDpi": 96,
            "logicalBaseDpi": 96,
            "dpr": 1,
        }
        for name, x, (width, height) in (("laptop", 0, LAPTOP), ("projector", LAPTOP[0], PROJECTOR))
    ]
    file = folder / "screens.json"
    told = {"synchronousWindowSystemEvents": False, "windowFrameMargins": False, "screens": screens}
    file.write_text(json.dumps(told), encoding="utf-8")
    os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={file}"
    os.environ["QT_SCREEN_SCALE_FACTORS"] = "laptop=1;projector=2"


def main(folder: Path) -> dict[str, object]:
    """Lead a meeting on the laptop, with the wall on the projector; then move the window over."""
    from PySide6.QtGui import QImage
    from PySide6.QtWidgets import QApplication, QWidget

    from tests.ui.live.builders import Room
    from ui.minutes.preview import PdfPreview
    from ui.page import Surroundings
    from ui.theme import theme as themes

    qt = QApplication([])
    theme = themes.light()
    themes.apply(qt, theme)
    laptop, projector = qt.screens()
    room = Room(folder / "store", theme)
    page = room.open(start=True)
    qt.processEvents()

    def seen(widget: QWidget) -> dict[str, object]:
        image: QImage = widget.grab().toImage()
        return {
            "screen": widget.screen().name(),
            "size": list(widget.size().toTuple()),
            "pixels": [image.width(), image.height()],
            "fine": finest(image),
        }

    def finest(image: QImage) -> bool:
        """Whether single pixels differ from their neighbours: what is drawn small and enlarged has none that do."""
        pairs = ((x, y) for y in range(0, image.height() - 1, 2) for x in range(0, image.width() - 1, 2))
        return any(image.pixel(x, y) != image.pixel(x + 1, y) for x, y in pairs)

    told: dict[str, object] = {"cockpit": seen(page), "wall": seen(page.wall), "ring": seen(page.cockpit.ring)}
    page.windowHandle().setScreen(projector)
    page.setGeometry(projector.geometry().adjusted(40, 40, -300, -300))
    qt.processEvents()
    told["moved"] = seen(page.cockpit.ring)

    preview = PdfPreview(Surroundings(room.workspace, room.language, theme))
    preview.setGeometry(laptop.geometry().adjusted(40, 40, -300, -100))
    preview.show()
    qt.processEvents()
    preview.show_pdf(paper())
    told["preview"] = preview.ratio
    preview.windowHandle().setScreen(projector)
    preview.setGeometry(projector.geometry().adjusted(60, 60, -900, -300))
    while preview.ratio == told["preview"] and preview.devicePixelRatioF() > 1:
        qt.processEvents()
    told["preview_moved"] = preview.ratio
    return told


def paper() -> bytes:
    """A page of paper with a line on it."""
    from io import BytesIO

    from reportlab.pdfgen.canvas import Canvas

    content = BytesIO()
    canvas = Canvas(content)
    canvas.drawString(100, 700, "Referat")
    canvas.save()
    return content.getvalue()


if __name__ == "__main__":
    place = Path(sys.argv[1])
    describe_screens(place)
    sys.stdout.write(json.dumps(main(place)))
    sys.stdout.flush()
    os._exit(0)  # nothing is put away: the process was made for these figures
