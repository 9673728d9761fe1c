"""The shared screen: what everyone in the room may see, readable from the back row.

It is given one frozen value with nothing but public texts, so that nothing private can reach it by mistake.
"""

from enum import StrEnum
from typing import NamedTuple

import msgspec
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ui.theme.theme import Theme
from ui.theme.tokens import SIZE, TYPE, Face
from ui.widgets import drawing
from ui.widgets.drawing import Drawing, wrap
from ui.widgets.heard import Role, hear_as
from ui.widgets.ring_timer import WALL, WALL_BREAK, WALL_WORDS, RingFace, degrees_left, duration, paint_ring

WIDTH, HEIGHT = 1920, 1080  # what the sizes are measured on
SIDE = 96
HEAD_TOP = 57
TITLE_TOP = 149
INSTRUCTION_TOP = 295
LINES = 2
RING_BOTTOM = 72  # from the lower edge
BREAK_TOP = 284
NAMES_LEFT = 768
BAR = 12
NAMES_INDENT = 57  # from the bar to the names
GROUP_LEAST, GROUP_SMALLER = 48, 4  # groups shrink by steps until all of them fit, never below this
GROUP_GAP = 22
GROUP_LINE = 1.15  # of the size
READ_TOP, READ_MOST = 260, 112
READ_LINE = 1.25  # of the size
HIDDEN_WIDTH = 1366  # the hidden face is measured on a laptop's screen


class FaceKind(StrEnum):
    """What the wall is for at this moment."""

    WELCOME = "welcome"
    STEP = "step"
    BREAK = "break"
    READ = "read"
    END = "end"
    HIDDEN = "hidden"


class Named(msgspec.Struct, frozen=True):
    """A label and a name under it, as `Taler nu` and `Birgitte`."""

    label: str
    name: str


class WallFace(msgspec.Struct, frozen=True, kw_only=True):
    """Everything on the wall, as texts in the language of the room.

    Step: `title`, `instruction`, `ring`, `now`, `next`, or `groups`, each as its names. Break: `title`, `resumes`
    ("Vi fortsætter"), `resumes_at` ("kl. 11.13"), `after`, and a `ring` whose figure is whole minutes. Welcome:
    `title`, `instruction`, `after`. Read: what `title` it is, the text as `instruction`, whose and when as `after`.
    Hidden: network and clock only; `hint` and `key` tell the facilitator how to come back, never on the wall itself.
    """

    kind: FaceKind
    network: str
    clock: str
    title: str = ""
    instruction: str = ""
    ring: RingFace | None = None
    now: Named | None = None
    next: Named | None = None
    groups: tuple[str, ...] = ()
    resumes: str = ""
    resumes_at: str = ""
    after: str = ""
    hint: str = ""
    key: str = ""


class WallView(QWidget):
    """Paints a wall face at any size; repaints only when something on it has changed."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("wall")
        hear_as(self, Role.TEXT)
        self._theme = theme
        self._face = WallFace(kind=FaceKind.HIDDEN, network="", clock="")
        self._looks: tuple[object, ...] = ()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def show_wall(self, face: WallFace) -> None:
        """Shows this, now."""
        looks = _looks(face)
        if looks == self._looks:
            return
        self._face, self._looks = face, looks
        words = spoken(face)
        if words != self.accessibleName():
            self.setAccessibleName(words)
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        return QSize(960, 540)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 (Qt's name)
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.colour("window"))
        if not self._face.network and not self._face.clock:
            return
        _Wall(Drawing(painter, self._theme), self.width(), self.height()).all(self._face)


def spoken(face: WallFace) -> str:
    """The wall in words; the seconds are left out, as they would be read aloud without end."""
    named = (f"{who.label}: {who.name}" for who in (face.now, face.next) if who is not None)
    note = face.ring.note or face.ring.spoken if face.ring is not None else ""
    resumes = f"{face.resumes} {face.resumes_at}".strip()
    told = (face.title, face.instruction, note, *named, *face.groups, resumes, face.after, face.hint)
    return ". ".join(text for text in (face.network, *told) if text)


def _looks(face: WallFace) -> tuple[object, ...]:
    """What can be told apart by eye: the ring's figure and whole degrees, and every text."""
    ring = face.ring
    seen = () if ring is None else (ring.figure or duration(ring.seconds), degrees_left(ring), ring.note, ring.paused)
    return (*(getattr(face, name) for name in face.__struct_fields__ if name != "ring"), seen)


class Line(NamedTuple):
    """A line of text as it stands on the wall: what was to be said, what there was room for, and its size in px."""

    said: str
    shown: str
    size: int
    box: QRectF


def lines_on(face: WallFace, theme: Theme, width: int, height: int) -> tuple[Line, ...]:
    """Every line that a wall of this size shows, the ring's apart."""
    picture = QImage(width, height, QImage.Format.Format_RGB32)
    painter = QPainter(picture)
    wall = _Wall(Drawing(painter, theme), width, height)
    wall.all(face)
    painter.end()
    return tuple(wall.lines)


class _Wall:
    """The places of things on a wall of one size."""

    def __init__(self, draw: Drawing, width: int, height: int) -> None:
        self.draw = draw
        self.lines: list[Line] = []
        self.width = width
        self.height = height
        # The narrower of the two ways decides, so that a window that is low or wide still shows everything.
        self.scale = min(width / WIDTH, height / HEIGHT)

    def all(self, face: WallFace) -> None:
        """The whole face."""
        if face.kind is FaceKind.HIDDEN:
            self.hidden(face)
            return
        self.head(face)
        match face.kind:
            case FaceKind.BREAK:
                self.pause(face)
            case FaceKind.STEP:
                self.step(face)
            case FaceKind.READ:
                self.read(face)
            case _:
                self.greeting(face)

    def words(
        self, row: QRectF, text: str, face: Face, colour: str = "text", align: Qt.AlignmentFlag = drawing.LEFT
    ) -> float:
        """One line; the width it took."""
        shown = QFontMetricsF(self.draw.theme.font(face)).elidedText(text, Qt.TextElideMode.ElideRight, row.width() + 1)
        if text:
            self.lines.append(Line(text, shown, face.size, QRectF(row)))
        return self.draw.words(row, shown, face, colour, align)

    def face(self, face: Face) -> Face:
        return Face(max(1, round(face.size * self.scale)), 0, face.bold, face.tracking)

    def row(self, left: float, top: float, face: Face) -> QRectF:
        """The rest of a line, from `left` to the right margin; `left` and `top` as on a wall 1920 wide."""
        at = left * self.scale
        return QRectF(at, top * self.scale, self.width - SIDE * self.scale - at, face.line * self.scale)

    def head(self, face: WallFace) -> None:
        row = self.row(SIDE, HEAD_TOP, TYPE.wall_head)
        taken = self.words(row, face.clock, self.face(TYPE.wall_head), "text2", drawing.RIGHT)
        row.setRight(row.right() - taken - SIDE * self.scale)
        self.words(row, face.network, self.face(TYPE.wall_head), "text2")

    def step(self, face: WallFace) -> None:
        self.fitted(self.row(SIDE, TITLE_TOP, TYPE.wall_title), face.title, TYPE.wall_title)
        self.instruction(face.instruction, INSTRUCTION_TOP)
        top = self.height / self.scale - RING_BOTTOM - SIZE.wall_ring
        if face.ring is not None:
            side = SIZE.wall_ring * self.scale
            box = QRectF(SIDE * self.scale, top * self.scale, side, side)
            paint_ring(self.draw, box, face.ring, WALL if face.ring.note else WALL_WORDS)
        if face.now is not None:
            self.named(top + 60, 200, face.now, now=True)
        if face.next is not None:
            self.named(top + 324, 175, face.next, now=False)
        if face.groups:
            self.groups(face.groups, top)

    def groups(self, groups: tuple[str, ...], top: float) -> None:
        """Who sits with whom, each group beside a bar of its own, as large as all of them have room for."""
        left = NAMES_LEFT + NAMES_INDENT
        room = self.row(left, 0, TYPE.wall_label).width()
        height = self.height / self.scale - RING_BOTTOM - top
        for size in range(TYPE.wall_next.size, GROUP_LEAST - 1, -GROUP_SMALLER):
            face = Face(size, round(size * GROUP_LINE))
            lines = [wrap(group, self.draw.theme, self.face(face), room) for group in groups]
            needed = sum(map(len, lines)) * face.line + (len(groups) - 1) * GROUP_GAP
            if needed <= height and (max(map(len, lines)) == 1 or size <= TYPE.wall_least):
                break
        below = top + max(0, (height - needed) / 2)
        for wrapped in lines:
            tall = len(wrapped) * face.line
            bar = QRectF(NAMES_LEFT * self.scale, below * self.scale, BAR * self.scale, tall * self.scale)
            self.draw.painter.fillRect(bar, self.draw.theme.colour("accent"))
            for place, line in enumerate(wrapped):
                self.words(self.row(left, below + place * face.line, face), line, self.face(face))
            below += tall + GROUP_GAP

    def read(self, face: WallFace) -> None:
        """What is read aloud, in full where that can be: as large as there is room for, and whose it is under it."""
        label = TYPE.wall_label
        self.fitted(self.row(SIDE, TITLE_TOP, label), face.title, label, "accent", least=TYPE.wall_head.size)
        bottom = self.height / self.scale - RING_BOTTOM - label.line
        room, height = self.row(SIDE, 0, label).width(), bottom - READ_TOP - GROUP_GAP
        for size in range(READ_MOST, TYPE.wall_least - 1, -GROUP_SMALLER):
            letters = Face(size, round(size * READ_LINE))
            lines = wrap(face.instruction, self.draw.theme, self.face(letters), room)
            if len(lines) * letters.line <= height:
                break
        fitting = lines[: max(1, int(height // letters.line))]
        if fitting != lines:
            fitting[-1] += " …"
        for place, line in enumerate(fitting):
            self.words(self.row(SIDE, READ_TOP + place * letters.line, letters), line, self.face(letters))
        self.fitted(self.row(SIDE, bottom, label), face.after, label, "text2", least=TYPE.wall_head.size)

    def instruction(self, text: str, top: float) -> None:
        """At most two lines: what does not fit belongs in the cockpit."""
        type_face = TYPE.wall_instruction
        row = self.row(SIDE, top, type_face)
        lines = wrap(text, self.draw.theme, self.face(type_face), row.width())
        for place, line in enumerate(lines[:LINES]):
            cut = " …" if place == LINES - 1 and len(lines) > LINES else ""
            self.words(row.translated(0, place * row.height()), line + cut, self.face(type_face))

    def named(self, top: float, height: float, who: Named, *, now: bool) -> None:
        bar = QRectF(NAMES_LEFT * self.scale, top * self.scale, BAR * self.scale, height * self.scale)
        self.draw.painter.fillRect(bar, self.draw.theme.colour("accent" if now else "track"))
        left = NAMES_LEFT + NAMES_INDENT
        label = Face(TYPE.wall_label.size, TYPE.wall_label.line, bold=now)
        label_colour = "accent" if now else "text2"
        self.words(self.row(left, top - 7, label), who.label, self.face(label), label_colour)
        name = TYPE.wall_speaker if now else TYPE.wall_next
        below = 51 if now else 54
        self.fitted(self.row(left, top + below, name), who.name, name)

    def fitted(self, row: QRectF, text: str, face: Face, colour: str = "text", *, least: int = TYPE.wall_least) -> None:
        """A name as large as there is room for, but never below what is read from the back row."""
        width = drawing.width_of(self.draw.theme, Face(100, 0, face.bold, face.tracking), text) / 100
        size = min(face.size * self.scale, row.width() / max(0.1, width))
        size = max(least * self.scale, size)
        self.words(row, text, Face(max(1, int(size)), 0, face.bold, face.tracking), colour)

    def pause(self, face: WallFace) -> None:
        top = (self.height / self.scale - HEIGHT) / 2 + BREAK_TOP
        if face.ring is not None:
            side = SIZE.wall_ring * self.scale
            box = QRectF(SIDE * self.scale, top * self.scale, side, side)
            paint_ring(self.draw, box, face.ring, WALL_BREAK)
        self.fitted(self.row(NAMES_LEFT, top - 10, TYPE.wall_break), face.title, TYPE.wall_break)
        line = Face(88, 110)
        self.words(self.row(NAMES_LEFT, top + 190, line), face.resumes, self.face(line))
        at = Face(88, 110, bold=True)
        self.words(self.row(NAMES_LEFT, top + 303, at), face.resumes_at, self.face(at))
        after = self.row(NAMES_LEFT, top + 472, TYPE.wall_label)
        self.fitted(after, face.after, TYPE.wall_label, "text2", least=TYPE.wall_head.size)

    def greeting(self, face: WallFace) -> None:
        """Before the start and after the end."""
        middle = self.height / self.scale / 2
        self.fitted(self.row(SIDE, middle - 160, TYPE.wall_break), face.title, TYPE.wall_break)
        self.instruction(face.instruction, middle + 50)

    def hidden(self, face: WallFace) -> None:
        """As little as tells that the meeting goes on; the same on the wall and in the cockpit."""
        scale = self.scale * WIDTH / HIDDEN_WIDTH
        middle = self.height / 2
        # In the cockpit as in the design; on the wall, which has no hint, as large as its head.
        size = 28 * scale if face.hint else TYPE.wall_head.size * self.scale
        network = Face(max(1, round(size)), 0)
        row = self.row(SIDE, 0, TYPE.wall_head)
        row.moveBottom(middle - 76 * scale)
        self.words(row, face.network, network, "text2", drawing.CENTRE)
        clock = Face(max(1, round(155 * scale)), 0, bold=True, tracking=-0.02)
        row = QRectF(0, middle - 95 * scale, self.width, 200 * scale)
        self.words(row, face.clock, clock, "text", drawing.CENTRE)
        if face.hint:
            words = drawing.width_of(self.draw.theme, TYPE.body, face.hint)
            key = drawing.key_hint_width(self.draw.theme, face.key)
            left = (self.width - words - key - 10) / 2
            bottom = QRectF(left, self.height - 49, words + 2, 20)
            self.words(bottom, face.hint, TYPE.body, "text2")
            self.draw.key_hint(left + words + 10 + key, bottom.center().y(), face.key)
