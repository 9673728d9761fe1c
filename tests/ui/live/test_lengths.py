"""The cockpit tells what such a step usually takes here."""

from datetime import datetime

from PySide6.QtCore import Qt

from facilitator.store import networks
from tests.ui.live.builders import Room, plain, wait_until
from tests.ui.planner.test_lengths import held


def test_over_the_step_it_says_what_the_networks_own_meetings_took(room: Room) -> None:
    network = networks.get_network(room.database, room.session.network)
    for month, minutes in ((9, 14), (10, 16), (11, 31)):
        held(room.database, network, datetime(2026, month, 8, 9), minutes, room.language)
    page = room.open(start=True)
    room.press(Qt.Key.Key_F4)

    wait_until(lambda: "hos jer" in page.cockpit.headline.text())

    assert plain(page.cockpit.headline.text()).endswith("hos jer 16 min.")
    assert "hos jer" not in page.wall.view.accessibleName()


def test_a_network_that_has_not_met_is_told_nothing(room: Room) -> None:
    page = room.open(start=True)
    wait_until(lambda: not page.workspace._jobs)

    assert page.cockpit.headline.text()
    assert "hos jer" not in page.cockpit.headline.text()
