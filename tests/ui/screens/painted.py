"""The texts that a widget paints, each with its place: the widget paints for real, onto a device that only listens."""

from typing import NamedTuple

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize
from PySide6.QtGui import QPaintDevice, QPaintEngine, QPaintEngineState, QRegion, QTextItem, QTransform
from PySide6.QtWidgets import QWidget

DPI = 96


class Run(NamedTuple):
    """Some words in one line, and the box that their letters take, in the widget's px."""

    text: str
    box: QRectF


class _Ear(QPaintEngine):
    """Hears every text that is drawn, and draws nothing."""

    def __init__(self) -> None:
        super().__init__(QPaintEngine.PaintEngineFeature.AllFeatures)
        self.runs: list[Run] = []
        self._at = QTransform()

    def begin(self, device: QPaintDevice) -> bool:
        return True

    def end(self) -> bool:
        return True

    def type(self) -> QPaintEngine.Type:
        return QPaintEngine.Type.User

    def updateState(self, state: QPaintEngineState) -> None:  # noqa: N802 (Qt's name)
        if state.state() & QPaintEngine.DirtyFlag.DirtyTransform:
            self._at = state.transform()

    def drawTextItem(self, at: QPointF, item: QTextItem) -> None:  # noqa: N802 (Qt's name)
        box = QRectF(at.x(), at.y() - item.ascent(), item.width(), item.ascent() + item.descent())
        self.runs.append(Run(item.text(), self._at.mapRect(box)))

    def _nothing(self, *_: object) -> None:
        """What is no text makes no sound."""

    drawPixmap = drawImage = drawTiledPixmap = _nothing  # noqa: N815 (Qt's names)
    drawPath = drawRects = drawLines = drawPoints = drawPolygon = drawEllipse = _nothing  # noqa: N815


class _Listening(QPaintDevice):
    """As large as the widget, with one pixel to one."""

    def __init__(self, size: QSize) -> None:
        super().__init__()
        self.ear = _Ear()
        metrics = QPaintDevice.PaintDeviceMetric
        self._metrics = {
            metrics.PdmWidth: size.width(),
            metrics.PdmHeight: size.height(),
            metrics.PdmDevicePixelRatio: 1,
            metrics.PdmDevicePixelRatioScaled: 0x10000,
            metrics.PdmDepth: 32,
            metrics.PdmNumColors: 1 << 24,
            metrics.PdmWidthMM: round(size.width() * 25.4 / DPI),
            metrics.PdmHeightMM: round(size.height() * 25.4 / DPI),
        }

    def paintEngine(self) -> QPaintEngine:  # noqa: N802 (Qt's name)
        return self.ear

    def metric(self, which: QPaintDevice.PaintDeviceMetric) -> int:
        return self._metrics.get(which, DPI)


def painted(widget: QWidget) -> list[Run]:
    """What the widget itself paints, without its children."""
    if type(widget) is QWidget:
        return []  # it only holds others
    device = _Listening(widget.size())
    widget.render(device, QPoint(), QRegion(widget.rect()), QWidget.RenderFlag(0))
    return [run for run in device.ear.runs if run.text.strip()]
