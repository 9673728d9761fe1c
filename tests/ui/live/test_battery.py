"""The laptop warns of power in a meeting: one calm line, and nothing else happens."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from facilitator.power import Power
from tests.ui.live.builders import Room


def words(room: Room) -> str:
    notice = room.page.cockpit.notice
    return notice.words.text().replace("\N{NO-BREAK SPACE}", " ") if notice.isVisible() else ""


def test_a_low_battery_is_one_calm_line_until_it_is_plugged_in(room: Room) -> None:
    page = room.open(start=True)
    page.cockpit.notice.take_back()
    had = QApplication.focusWidget()

    page.battery.hear(Power(plugged=False, percent=11))
    assert words(room) == ""
    page.battery.hear(Power(plugged=False, percent=9))

    assert words(room) == "Batteriet er på 9 %. Alt er gemt. Sæt strøm til, når det passer dig."
    assert QApplication.activeModalWidget() is None
    assert QApplication.focusWidget() is had
    page.battery.hear(Power(plugged=True, percent=9))
    assert words(room) == ""


def test_it_is_not_told_over_what_asks_for_an_answer_but_afterwards(room: Room) -> None:
    page = room.open(start=True)
    page.cockpit.notice.say("resume", "Fortsæt?")

    page.battery.hear(Power(plugged=False, percent=9))
    assert words(room) == "Fortsæt?"
    page.cockpit.notice.take_back()
    page.battery.hear(Power(plugged=False, percent=9))

    assert words(room).startswith("Batteriet er på 9 %.")


def test_hidden_it_is_not_seen(room: Room) -> None:
    page = room.open(start=True)
    page.cockpit.notice.take_back()
    room.press(Qt.Key.Key_F9)

    page.battery.hear(Power(plugged=False, percent=4))

    assert words(room) == ""
