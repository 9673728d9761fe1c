"""The wall: what the room sees, on the room's screen, without ever taking the keyboard."""

from typing import Any

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QApplication, QWidget

from tests.ui.live.builders import FakeScreen, Room, plain, wait_until
from ui.live.faces import wall_face
from ui.live.wall import Projector, WallState, WallWindow
from ui.widgets.wall_face import FaceKind, WallFace

K = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


def face(room: Room) -> WallFace:
    """What the room sees now."""
    page = room.settled()
    return wall_face(page.sight(), page._room_words, page.room)


def test_it_shows_who_speaks_by_given_name_and_who_is_next(room: Room) -> None:
    room.open(start=True)
    room.press(K.Key_F4)
    room.press(K.Key_PageDown)
    shown = face(room)
    assert (shown.title, shown.now.name, shown.next.name) == ("Tjek ind", "Mette", "Jonas")
    assert shown.ring.note == "tilbage"


def test_a_break_tells_when_it_is_over(room: Room) -> None:
    room.open(start=True)
    for clock in ("9.06", "9.18", "9.34", "9.39", "10.39"):
        room.till(clock)
        room.press(K.Key_F4)
    room.till("10.46")
    shown = face(room)
    assert shown.kind is FaceKind.BREAK
    assert (shown.title, shown.resumes, plain(shown.resumes_at)) == ("Pause", "Vi fortsætter", "kl. 10.54")
    assert plain(shown.ring.figure) == "8 min."
    assert shown.after == "Derefter: Pulsen på gruppen"
    room.till("10.55")
    assert face(room).resumes == "Vi begynder igen"


def test_the_rooms_language_is_the_networks(rooms: Any) -> None:
    room = rooms("en")
    room.open(start=True)
    assert room.page.cockpit.title.text() == "Welcome"
    assert face(room).title == "Velkommen"


class Window(WallWindow):
    """A wall that remembers which screen it filled."""

    filled: FakeScreen | None = None

    def fill(self, screen: Any) -> None:
        self.filled = screen
        self.show()


LAPTOP = QRect(0, 0, 800, 800)  # the test platform's only screen
BESIDE = FakeScreen("Projektor", QRect(5000, 0, 1920, 1080))


@pytest.fixture
def plugged(theme: Any, qtbot: Any) -> Any:
    """A projector that can be pulled out: the screens, the window, and who places it."""
    cockpit = QWidget()
    qtbot.addWidget(cockpit)
    cockpit.show()
    window = Window(theme, "Skoleledere i Vesterå")
    qtbot.addWidget(window)
    screens: list[Any] = [cockpit.screen()]
    projector = Projector(window, cockpit, lambda: screens)
    projector.look()
    return screens, window, projector


def test_with_one_screen_it_stays_away_until_asked_for(plugged: Any) -> None:
    _, window, projector = plugged
    assert (projector.state, window.isVisible()) == (WallState.ONE_SCREEN, False)
    projector.toggle()
    assert (projector.state, window.isVisible()) == (WallState.SMALL, True)
    projector.toggle()
    assert not window.isVisible()


def test_it_fills_the_other_screen_goes_dark_with_it_and_comes_back(plugged: Any) -> None:
    screens, window, projector = plugged
    screens.append(BESIDE)
    projector.look()
    assert (projector.state, window.filled, window.isVisible()) == (WallState.ON, BESIDE, True)
    screens.remove(BESIDE)
    projector.look()
    assert (projector.state, window.isVisible()) == (WallState.GONE, False)
    screens.append(BESIDE)
    projector.look()
    assert (projector.state, window.isVisible()) == (WallState.ON, True)


def test_a_mirrored_screen_is_said_to_be_one(plugged: Any) -> None:
    screens, window, projector = plugged
    screens.append(FakeScreen("Spejl", QRect(screens[0].geometry())))
    projector.look()
    assert (projector.state, window.isVisible()) == (WallState.MIRRORED, False)


def test_it_never_takes_the_keyboard(room: Room) -> None:
    page = room.open(start=True)
    room.press(K.Key_F10)
    room.press(K.Key_Y, CTRL)
    assert page.wall.isVisible()
    assert page.wall.windowFlags() & Qt.WindowType.WindowDoesNotAcceptFocus
    assert page.wall.testAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
    wait_until(lambda: QApplication.focusWidget() is page.capture.editor)
    assert page.wall.view.accessibleName().startswith("Skoleledere i Vesterå. Velkommen")


def test_a_projector_pulled_out_is_a_mark_in_the_cockpit_and_no_dialog(room: Room, qtbot: Any) -> None:
    page = room.open(start=True)
    page.projector._had_one = True
    with qtbot.waitSignal(page.said) as said:
        page.projector.look()
    assert said.args[0].startswith("Projektoren er væk. Mødet kører videre her.")
    assert page.cockpit.wall_words.text() == "Projektoren er væk"
    assert QApplication.activeModalWidget() is None
