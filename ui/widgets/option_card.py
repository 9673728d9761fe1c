"""A way to put the plan right again, with its price: what changes, and when the meeting then ends."""

import msgspec
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from ui.theme.theme import Theme
from ui.theme.tokens import RADIUS, SIZE, SPACE, TYPE, Face
from ui.widgets import drawing
from ui.widgets.drawing import Drawing

HEIGHT = 82
WORDS_LEFT = 43
LATE = 24  # the clock beside an end that is later than agreed
NAME = Face(15, 20, bold=True)
PROPOSED = Face(13, 18, bold=True)


class Option(msgspec.Struct, frozen=True, kw_only=True):
    """One choice with its texts: `change` is its price, `finish` the new end, `proposed` the word when it is first.

    `late_word` is what a screen reader says of an end that is `late`; the eye has a clock beside it.
    """

    icon: str
    name: str
    key: str
    change: str
    finish_label: str
    finish: str
    late: bool = False
    proposed: str = ""
    late_word: str = ""
    spoken: str = ""

    def words(self) -> str:
        ends = f"{self.finish_label} {self.finish}".strip()
        told = (self.name, self.change, ends, self.late_word if self.late else "", self.proposed)
        return self.spoken or ", ".join(text for text in told if text)


class OptionCard(QAbstractButton):
    """A large button; `clicked` when it is chosen. Disabled, it still says why it can't be done."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setProperty("focusRadius", RADIUS.option)
        self._theme = theme
        self._option = Option(icon="", name="", key="", change="", finish_label="", finish="")

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def show_option(self, option: Option) -> None:
        """Shows a choice and its price as things stand."""
        if option != self._option:
            self._option = option
            self.setAccessibleName(option.words())
            self.setToolTip(option.words())
            self.setAccessibleDescription(option.key)
            self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        return self._theme.size(260, HEIGHT)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        return self._theme.size(146, HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 (Qt's name)
        draw = Drawing.on(self, self._theme)
        option, box = self._option, draw.whole
        enabled, proposed = self.isEnabled(), bool(self._option.proposed)
        self._ground(draw, box)
        colour = "text" if enabled else "text3"
        draw.icon(QRectF(15, 10, SIZE.icon, SIZE.icon), option.icon, "text2" if enabled else "text3")
        right = box.right() - 13
        hint = draw.key_hint(right, 20, option.key) if option.key else right
        draw.words(QRectF(WORDS_LEFT, 10, hint - WORDS_LEFT - SPACE.hair, 20), option.name, NAME, colour)
        draw.words(QRectF(WORDS_LEFT, 30, right - WORDS_LEFT, 18), option.change, TYPE.small, "text2")
        if not option.finish:
            return
        line = QRectF(WORDS_LEFT, 47, right - WORDS_LEFT, 26)
        taken = draw.words(line.translated(0, 1), option.finish_label, TYPE.small, "text2")
        place = line.adjusted(taken + SPACE.tight, 0, 0, 0)
        place.setLeft(place.left() + draw.words(place, option.finish, TYPE.finish, "late" if option.late else "accent"))
        if option.late and place.width() > LATE:
            clock = QRectF(place.left() + 6, place.top(), 18, place.height())
            draw.icon(clock, "clock-alert-outline", "late", 18)
            place.setLeft(place.left() + LATE)
        # In a narrow card its edge and ground alone say that it is proposed.
        if proposed and drawing.width_of(self._theme, PROPOSED, option.proposed) + SPACE.tight <= place.width():
            draw.words(line, option.proposed, PROPOSED, "accent", drawing.RIGHT)

    def _ground(self, draw: Drawing, box: QRectF) -> None:
        if not self.isEnabled():
            draw.shape(box, RADIUS.option, edge="line")
        elif self._option.proposed:
            fill = "hover" if self.isDown() else "accent_soft"
            draw.shape(box, RADIUS.option, fill, "accent", SIZE.selected_border)
        else:
            draw.shape(box, RADIUS.option, "hover" if self.underMouse() or self.isDown() else "surface", "edge")
