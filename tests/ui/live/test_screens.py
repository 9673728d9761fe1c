"""Which screen is the room's: it is known again, waited for, chosen among several, and never the facilitator's."""

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from tests.ui.live.builders import FakeScreen, Room, plain, wait_until
from ui.live.screens import apart, called, identity, rooms
from ui.live.wall import Projector, WallState, WallWindow
from ui.workspace import WallChoices

K = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
LAPTOP = FakeScreen("eDP-1", QRect(0, 0, 1366, 768))
EPSON = FakeScreen("HDMI-1", QRect(1366, 0, 1920, 1080), "X41-0007")
DESK = FakeScreen("DP-1", QRect(3286, 0, 1920, 1080))


def test_a_screen_is_itself_at_another_plug_and_one_without_a_number_is_its_plug() -> None:
    assert identity(EPSON) == identity(FakeScreen("DP-3", QRect(0, 0, 640, 480), "X41-0007"))
    assert identity(EPSON) != identity(FakeScreen("HDMI-1", QRect(0, 0, 640, 480), "X41-0008"))
    assert identity(DESK) != identity(FakeScreen("DP-3", DESK.geometry()))
    assert (called(EPSON), called(DESK)) == ("EB-X41", "DP-1")


def test_a_mirrored_screen_shows_the_same_whatever_its_size() -> None:
    mirrored = FakeScreen("HDMI-1", QRect(0, 0, 1024, 768))
    assert apart([LAPTOP, mirrored, DESK], LAPTOP) == [DESK]


def test_the_remembered_screen_is_the_rooms_else_the_first_that_was_not_passed_over() -> None:
    both = [DESK, EPSON]
    assert rooms(both, identity(EPSON)) is EPSON
    assert rooms(both, "") is DESK
    assert rooms([DESK], identity(EPSON), {identity(DESK)}) is None
    assert rooms(both, "", {identity(DESK)}) is EPSON
    assert rooms([], identity(EPSON)) is None


class Window(WallWindow):
    """A wall that remembers what it was asked to fill: screens of tests have no place on this platform."""

    filled: FakeScreen | None = None

    def fill(self, screen: Any) -> None:
        self.hide()
        self.small, self.filled = False, screen
        self.show()


class Setup:
    """A cockpit on the laptop, and screens that are plugged in and pulled out."""

    def __init__(self, theme: Any, choices: WallChoices | None = None) -> None:
        self.cockpit = Cockpit()
        self.cockpit.show()
        self.window = Window(theme, "Skoleledere i Vesterå")
        self.screens: list[Any] = [LAPTOP]
        self.kept = choices or WallChoices()
        self.projector = Projector(self.window, self.cockpit, lambda: self.screens, None, self.kept)
        self.projector.kept.connect(self.keep)
        self.projector.look()

    def keep(self, choices: WallChoices) -> None:
        self.kept = choices

    def have(self, *screens: FakeScreen) -> "Setup":
        self.screens[:] = screens
        self.projector.look()
        return self

    @property
    def at(self) -> tuple[WallState, FakeScreen | None]:
        """How it is, and what the room sees it on."""
        return self.projector.state, self.window.filled if self.window.isVisible() else None


class Cockpit(QWidget):
    """On the laptop's screen."""

    on: Any = LAPTOP

    def screen(self) -> Any:
        return self.on


@pytest.fixture
def setup(theme: Any) -> Iterator[Setup]:
    made = Setup(theme)
    yield made
    made.window.close()
    made.cockpit.close()


def test_it_goes_back_to_its_screen_and_meanwhile_not_to_the_facilitators_other_one(setup: Setup) -> None:
    assert setup.have(LAPTOP, DESK, EPSON).at == (WallState.ON, DESK)
    setup.projector.choose(EPSON)
    assert setup.at == (WallState.ON, EPSON)
    assert setup.kept.screen == identity(EPSON)
    assert setup.have(LAPTOP, DESK).at == (WallState.GONE, None)
    assert setup.have(LAPTOP).at == (WallState.GONE, None)
    assert setup.have(LAPTOP, DESK, EPSON).at == (WallState.ON, EPSON)


def test_another_projector_in_its_place_is_taken_and_the_facilitators_own_screen_only_when_asked_for(
    setup: Setup,
) -> None:
    setup.have(LAPTOP, EPSON, DESK)
    spare = FakeScreen("HDMI-1", QRect(1366, 0, 1280, 720), "X50-0001")
    assert setup.have(LAPTOP, DESK).at == (WallState.GONE, None)
    assert setup.have(LAPTOP, DESK, spare).at == (WallState.ON, spare)
    setup.have(LAPTOP, DESK)
    setup.projector.toggle()
    assert setup.at == (WallState.ON, DESK)


def test_the_next_meeting_begins_on_the_screen_of_the_last(theme: Any) -> None:
    setup = Setup(theme, WallChoices(screen=identity(EPSON)))
    assert setup.have(LAPTOP, DESK, EPSON).at == (WallState.ON, EPSON)
    setup.window.close()
    setup.cockpit.close()


def test_without_any_screen_at_all_the_meeting_goes_on_unseen(setup: Setup) -> None:
    setup.have(LAPTOP, EPSON)
    setup.cockpit.on = None
    assert setup.have().at == (WallState.GONE, None)
    setup.cockpit.on = EPSON
    assert setup.have(EPSON).at == (WallState.GONE, None)
    setup.cockpit.on = LAPTOP
    assert setup.have(LAPTOP, EPSON).at == (WallState.ON, EPSON)


def test_the_cockpit_moved_to_the_rooms_screen_changes_places_with_the_wall(setup: Setup) -> None:
    setup.have(LAPTOP, EPSON)
    setup.cockpit.on = EPSON
    setup.projector.look()
    assert setup.at == (WallState.ON, LAPTOP)


def test_a_screen_that_changes_its_size_is_filled_anew(setup: Setup) -> None:
    setup.have(LAPTOP, EPSON)
    larger = FakeScreen("HDMI-1", QRect(1366, 0, 3840, 2160), "X41-0007")
    assert setup.have(LAPTOP, larger).at == (WallState.ON, larger)


def test_a_window_to_share_has_a_frame_its_own_place_and_stays_on_top_only_if_asked(setup: Setup) -> None:
    setup.have(LAPTOP, EPSON)
    setup.projector.choose_window()
    window = setup.window
    assert (setup.projector.state, window.isFullScreen()) == (WallState.SMALL, False)
    assert not window.windowFlags() & Qt.WindowType.FramelessWindowHint
    assert not window.windowFlags() & Qt.WindowType.WindowStaysOnTopHint
    window.setGeometry(40, 60, 640, 360)
    setup.projector.set_on_top(True)
    assert window.windowFlags() & Qt.WindowType.WindowStaysOnTopHint
    assert window.windowFlags() & Qt.WindowType.WindowDoesNotAcceptFocus
    assert window.geometry() == QRect(40, 60, 640, 360)
    setup.projector.put_away()
    assert setup.at == (WallState.AWAY, None)
    again = Window(window.view._theme, "Skoleledere i Vesterå")
    again.show_small(setup.cockpit, setup.kept.window, on_top=setup.kept.on_top)
    assert again.geometry() == QRect(40, 60, 640, 360)
    again.close()
    setup.projector.choose(EPSON)
    assert setup.at == (WallState.ON, EPSON)


def test_closed_by_its_frame_it_stays_away_until_asked_for(setup: Setup) -> None:
    setup.projector.toggle()
    assert setup.projector.state is WallState.SMALL
    setup.window.close()
    setup.projector.look()
    assert not setup.window.isVisible()
    setup.projector.toggle()
    assert setup.projector.state is WallState.SMALL


def test_a_place_that_cannot_be_read_is_no_place(setup: Setup) -> None:
    setup.window.show_small(setup.cockpit, "ikke en plads", on_top=False)
    assert setup.window.isVisible()


def test_the_cockpit_names_the_rooms_screen_and_another_is_chosen_by_a_key(room: Room, qtbot: Any) -> None:
    page = room.open()
    page.wall.fill = lambda screen: page.wall.show()  # the screens of this test have no place on this platform
    page.projector._screens = lambda: [page.screen(), EPSON, FARTHER]
    page.projector.look()
    assert page.cockpit.wall_words.text() == "Rummet ser EB-X41"
    assert page.cockpit.wall_told.text() == (
        "Rummet ser fællesskærmen på skærmen EB-X41. Ctrl+Shift+Y flytter den til en anden."
    )
    room.press(K.Key_F12)
    page.acts.perform("wall_where")
    menu = page.findChild(QWidget, "wall_menu")
    names = [(plain(action.text()), action.isChecked()) for action in menu.actions() if action.text()]
    assert names == [
        ("EB-X41 · 1920 × 1080", True),
        ("DP-1 · 1280 × 720", False),
        ("I et vindue, der kan deles i et opkald", False),
        ("Hold vinduet over alle andre", False),
    ]
    QTest.keyClick(menu, K.Key_Down)
    with qtbot.waitSignal(page.projector.kept):
        QTest.keyClick(menu, K.Key_Return)
    assert page.cockpit.wall_words.text() == "Rummet ser DP-1"
    wait_until(lambda: room.workspace.settings().wall.screen == identity(FARTHER))


def test_two_of_the_same_make_are_told_apart_by_their_plugs(room: Room) -> None:
    page = room.open()
    page.wall.fill = lambda screen: page.wall.show()  # the screens of this test have no place on this platform
    twin = FakeScreen("DP-2", QRect(8000, 0, 1920, 1080), "X41-0008")
    page.projector._screens = lambda: [page.screen(), EPSON, twin]
    page.acts.perform("wall_where")
    names = [plain(action.text()) for action in page.findChild(QWidget, "wall_menu").actions()]
    assert names[:2] == ["EB-X41 (HDMI-1) · 1920 × 1080", "EB-X41 (DP-2) · 1920 × 1080"]


FARTHER = FakeScreen("DP-1", QRect(5000, 0, 1280, 720))


def test_a_window_chosen_in_the_menu_and_put_away_by_a_key_is_said_in_the_cockpit(room: Room) -> None:
    page = room.open()
    page.acts.perform("wall_where")
    page.findChild(QAction, "in_window").trigger()
    assert page.cockpit.wall_words.text() == "Fællesskærmen er i et vindue"
    assert page.cockpit.wall_told.text().startswith("Fællesskærmen er i et vindue, som du kan dele i et opkald.")
    room.press(K.Key_Y, CTRL)
    assert page.projector.state is WallState.ONE_SCREEN
    wait_until(lambda: room.workspace.settings().wall.window != "")
