"""The cockpit and the wall are one look at one moment: what the room sees is never a tick behind what leads it."""

from random import Random

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget

from tests.ui.live.builders import Room, plain
from ui.widgets.ring_timer import duration
from ui.widgets.wall_face import FaceKind

K = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
TICK = 0.1  # seconds
LONGER = (0.3, 7, 61, 240)
PRESSES = (K.Key_F2, K.Key_F2, K.Key_F3, K.Key_F4, K.Key_PageDown, K.Key_F9, K.Key_F9)
LOOKS = 400


class Painted(QObject):
    """Notes that a widget has been painted."""

    def __init__(self, *widgets: QWidget) -> None:
        super().__init__()
        self.seen: list[QObject] = []
        for widget in widgets:
            widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 (Qt's name)
        if event.type() == QEvent.Type.Paint:
            self.seen.append(watched)
        return False


def told(room: Room) -> tuple[str, str]:
    """The time of day and what is left, as both windows have them: the wall says nothing of time that is over."""
    page = room.settled()
    shown, wall = page.cockpit.ring._face, page.wall.view._face
    if wall.kind is FaceKind.HIDDEN:
        assert page.hidden
        return wall.clock, ""
    assert not page.hidden
    assert plain(wall.clock) == f"kl. {page.cockpit.clock.text()}"
    assert wall.ring is not None
    if wall.kind is FaceKind.STEP:
        assert wall.ring.seconds == max(0, shown.seconds)
        assert wall.title == page.cockpit.title.text()
    return wall.clock, duration(shown.seconds)


def test_at_every_look_both_windows_tell_the_same(room: Room) -> None:
    room.open(start=True)
    room.press(K.Key_Y, CTRL)
    chance, seen = Random(10), set()
    for _ in range(LOOKS):
        room.clock.wait(TICK if chance.random() < 0.8 else chance.choice(LONGER))
        seen.add(told(room))
        if chance.random() < 0.1:
            room.press(chance.choice(PRESSES))
            seen.add(told(room))
    assert len(seen) > LOOKS // 10


def test_a_second_that_passes_is_painted_on_both_before_the_next_tick(room: Room) -> None:
    page = room.open(start=True)
    room.press(K.Key_Y, CTRL)
    QApplication.processEvents()
    painted = Painted(page.cockpit.ring, page.wall.view)
    for _ in range(5):
        painted.seen.clear()
        room.clock.wait(1)
        page.look()
        QApplication.processEvents()
        assert set(painted.seen) == {page.cockpit.ring, page.wall.view}
