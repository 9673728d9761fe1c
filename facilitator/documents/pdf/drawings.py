"""Drawing a figure's shapes on paper, or its photo."""

from io import BytesIO

from reportlab.lib.colors import HexColor
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from facilitator.documents.charts import Box, Drawing, Label, Stroke
from facilitator.documents.document import Photograph
from facilitator.documents.pdf.house_style import INKS, FontName
from facilitator.documents.shown import shown

HATCH_STEP = 4.0
HATCH_PEN = 1.4


def draw(canvas: Canvas, drawing: Drawing | Photograph, x: float, top: float, scale: float) -> None:
    """The drawing with its top left corner at a point of the page."""
    canvas.saveState()
    canvas.translate(x, top)
    canvas.scale(scale, scale)
    if isinstance(drawing, Photograph):
        # Its own bytes go into the file: nothing is painted anew, and nothing gets worse.
        canvas.drawImage(ImageReader(BytesIO(drawing.jpeg)), 0, -drawing.height, drawing.width, drawing.height)
    else:
        _shapes(canvas, drawing)
    canvas.restoreState()


def _shapes(canvas: Canvas, drawing: Drawing) -> None:
    for shape in drawing.shapes:
        match shape:
            case Box():
                _box(canvas, shape)
            case Stroke():
                canvas.setStrokeColor(HexColor(INKS[shape.ink]))
                canvas.setLineWidth(shape.thickness)
                canvas.line(shape.x1, -shape.y1, shape.x2, -shape.y2)
            case Label():
                _label(canvas, shape)


def _box(canvas: Canvas, box: Box) -> None:
    canvas.saveState()
    if not box.hatched:
        canvas.setFillColor(HexColor(INKS[box.ink]))
        canvas.rect(box.x, -box.y - box.height, box.width, box.height, stroke=0, fill=1)
    else:
        frame = canvas.beginPath()
        frame.rect(box.x, -box.y - box.height, box.width, box.height)
        canvas.setFillColor(HexColor(INKS["accent_soft"]))
        canvas.setStrokeColor(HexColor(INKS[box.ink]))
        canvas.setLineWidth(HATCH_PEN)
        canvas.clipPath(frame, stroke=0, fill=1)
        for step in range(int((box.width + box.height) / HATCH_STEP) + 1):
            start = box.x - box.height + step * HATCH_STEP
            canvas.line(start, -box.y - box.height, start + box.height, -box.y)
    canvas.restoreState()


def _label(canvas: Canvas, label: Label) -> None:
    font: FontName = "Lato-Bold" if label.strong else "Lato"
    words = shown(label.text).replace("\n", " ")
    width = stringWidth(words, font, label.size)
    start = label.x - {"start": 0.0, "middle": width / 2, "end": width}[label.anchor]
    canvas.setFont(font, label.size)
    canvas.setFillColor(HexColor(INKS[label.ink]))
    canvas.drawString(start, -label.y, words)
