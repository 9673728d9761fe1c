"""What to say, to do and to watch for in this moment, in three columns."""

import msgspec
from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme.theme import Theme
from ui.theme.tokens import RADIUS, SIZE, TYPE, Face
from ui.widgets.drawing import Drawing, wrap
from ui.widgets.heard import Role, hear_as

HEAD_TOP = 10
TEXT_TOP = 34
ROOMY = 6  # more above and below where the letters are large
SIDE = 18
SIDE_AFTER = 14
BOTTOM = 12
HEAD = Face(14, 20, bold=True)
FACES = (TYPE.prompt_roomy, TYPE.prompt, Face(14, 19), TYPE.small)  # the largest that has room for all the words


class Prompt(msgspec.Struct, frozen=True):
    """A column: icon, heading, and the words."""

    icon: str
    title: str
    text: str


class Prompts(QWidget):
    """A card with the prompts side by side, in the largest letters that have room."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("prompts")
        hear_as(self, Role.TEXT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._theme = theme
        self._prompts: tuple[Prompt, ...] = ()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def show_prompts(self, prompts: tuple[Prompt, ...]) -> None:
        """Shows these columns."""
        if prompts != self._prompts:
            self._prompts = prompts
            words = ". ".join(f"{prompt.title}: {prompt.text}" for prompt in prompts if prompt.text)
            self.setAccessibleName(words)
            self.setToolTip(words)
            self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        return self._theme.size(600, 124)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        return self._theme.size(250, 100)

    def least_height(self, width: int) -> int:
        """How high the card must be at that width to show every word in the smallest letters, in px of the window."""
        face, column = FACES[-1], self._theme.room(width) / max(1, len(self._prompts))
        texts = (wrap(prompt.text, self._theme, face, self._text_width(column)) for prompt in self._prompts)
        return self._theme.px(TEXT_TOP + BOTTOM + face.line * max((len(lines) for lines in texts), default=1))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 (Qt's name)
        draw = Drawing.on(self, self._theme)
        whole = draw.whole
        draw.shape(whole, RADIUS.card, "surface", "line")
        if not self._prompts:
            return
        width = whole.width() / len(self._prompts)
        face = self._face(width, whole.height())
        air = ROOMY if face is FACES[0] else 0
        for place, prompt in enumerate(self._prompts):
            column = QRectF(place * width, air, width, whole.height() - 2 * air)
            if place:
                draw.painter.setPen(QPen(self._theme.colour("line"), 1))
                x = round(column.left()) + 0.5
                draw.painter.drawLine(QPointF(x, column.top() + BOTTOM), QPointF(x, column.bottom() - BOTTOM))
            self._column(draw, column, prompt, face)

    def _column(self, draw: Drawing, column: QRectF, prompt: Prompt, face: Face) -> None:
        inner = column.adjusted(SIDE, 0, -SIDE_AFTER, 0)
        head = QRectF(inner.left(), column.top() + HEAD_TOP, inner.width(), 24)
        draw.icon(QRectF(head.left(), head.top(), SIZE.icon, head.height()), prompt.icon, "accent")
        draw.words(head.adjusted(SIZE.icon + 6, 0, 0, 0), prompt.title, HEAD, "accent")
        text = wrap(prompt.text, self._theme, face, self._text_width(column.width()))
        room = int((column.height() - TEXT_TOP - BOTTOM) // face.line)
        for place, line in enumerate(text[: max(1, room)]):
            cut = place == room - 1 and len(text) > room
            box = QRectF(inner.left(), column.top() + TEXT_TOP + place * face.line, inner.width(), face.line)
            draw.words(box, f"{line} …" if cut else line, face)

    def _text_width(self, column: float) -> float:
        return column - SIDE - SIDE_AFTER

    def _face(self, column: float, height: float) -> Face:
        """The largest letters in which every column has room for all its words."""
        for face in FACES:
            air = ROOMY if face is FACES[0] else 0
            room = (height - 2 * air - TEXT_TOP - BOTTOM) // face.line
            texts = (wrap(prompt.text, self._theme, face, self._text_width(column)) for prompt in self._prompts)
            if all(len(lines) <= room for lines in texts):
                return face
        return FACES[-1]
