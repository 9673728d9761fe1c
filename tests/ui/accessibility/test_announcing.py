"""What is said unasked, and what is not: a meeting ticks on in silence."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from tests.ui.live.builders import Room, wait_until
from ui.home.network_dialog import NewNetworkDialog
from ui.main_window import MainWindow
from ui.page import Surroundings, ToNetwork
from ui.theme.theme import Theme

K = Qt.Key
CIVIL = "Teksten ligner et CPR-nummer. Den er kun på denne computer. Fjern nummeret, før du deler."


@pytest.fixture
def room(tmp_path: Path, theme: Theme) -> Iterator[Room]:
    made = Room(tmp_path / "room", theme)
    yield made
    made.close()


def test_the_line_at_the_foot_is_said(around: Surroundings, network, shown, announced: list[str]) -> None:
    window = shown(MainWindow(around))

    window.foot.say("Referat.pdf er skrevet.")
    window.foot.say("")

    assert announced == ["Referat.pdf er skrevet."]


def test_what_can_be_taken_back_is_said(
    around: Surroundings, network, planned_session, shown, announced: list[str]
) -> None:
    window = shown(MainWindow(around))
    window.go(ToNetwork(network.id, "meetings"))

    window.page.workspace.cancel_session(planned_session)
    wait_until(lambda: bool(announced))

    assert [words for words in announced if "aflyst" in words] != []


def test_what_is_wrong_with_a_field_is_said(qtbot, around: Surroundings, shown, announced: list[str]) -> None:
    page = shown(QWidget())
    dialog = NewNetworkDialog(around, parent=page)
    dialog.open()

    qtbot.keyClick(dialog.focusWidget(), K.Key_Return)

    field = dialog.places["name"].field
    assert announced == [field.accessibleDescription()]
    assert announced[0] != ""
    dialog.close()


def test_a_civil_registration_number_is_said_once(room: Room, announced: list[str]) -> None:
    room.open(start=True)
    room.press(K.Key_F10)
    del announced[:]

    room.type("010203-1234 ring til hende")

    assert announced == [CIVIL]


def test_what_can_not_be_done_is_said(room: Room, announced: list[str]) -> None:
    page = room.open()

    room.press(K.Key_F4)

    assert announced == [page.cockpit.notice.words.text()]


def test_the_order_that_is_chosen_and_who_is_unheard_are_said_once(room: Room, announced: list[str]) -> None:
    room.open(start=True)
    room.press(K.Key_F4)
    for _ in range(7):
        room.press(K.Key_PageDown)
    del announced[:]

    room.press(K.Key_O)
    room.press(K.Key_J)

    assert announced == ["som I sidder", "Har endnu ikke haft ordet på mødet: Ib Juul og Lone Bech."]


def test_while_all_is_hidden_nothing_is_said_aloud(room: Room, announced: list[str]) -> None:
    page = room.open(start=True)
    page.toggle_hidden()
    del announced[:]

    page.tell("refused", "Der er ikke mere at tage af.")

    assert announced == []


def test_a_meeting_ticks_on_in_silence_but_for_each_whole_minute(room: Room, announced: list[str]) -> None:
    page = room.open(start=True)
    del announced[:]

    for _ in range(150):
        room.clock.wait(1)
        page.look()

    assert announced == ["5 minutter tilbage", "4 minutter tilbage", "3 minutter tilbage"]
