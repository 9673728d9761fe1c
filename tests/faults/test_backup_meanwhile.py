"""A backup is taken while a meeting is led: neither waits for the other, and both are whole."""

import pytest
from PySide6.QtCore import Qt

from facilitator.store import check, outcomes, runs
from facilitator.store.database import open_store
from tests.ui.live.builders import Room, wait_until
from ui.none import keep_none
from ui.theme.theme import apply, light

K = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def room(tmp_path, qapp):
    """The meeting of 8 December."""
    keep_none()
    theme = light()
    apply(qapp, theme)
    made = Room(tmp_path / "stue", theme)
    yield made
    made.close()


def test_a_meeting_goes_on_while_the_store_is_copied_and_the_copy_is_a_moment_of_it(room, tmp_path):
    page = room.open(start=True)
    copies = []
    for number in range(4):
        to = tmp_path / f"copy {number}.facilitator"
        job = room.workspace.back_up(to, None, plain=True)
        job.finished.connect(copies.append)
        job.failed.connect(lambda error: pytest.fail(repr(error)))
        job.start()
        for word in ("Det", "skrives", "imens"):
            room.press(K.Key_1, CTRL)
            room.type(f"{word} {number}")
            room.press(K.Key_Return, CTRL)
            room.press(K.Key_F3)
    wait_until(lambda: len(copies) == 4)

    written = [each.text for each in page.outcomes()]
    assert len(written) == 12
    known = 0
    for copy in copies:
        database = open_store(copy)
        notes = [each.text for each in outcomes.outcomes_of(database, room.session.id)]
        loaded = runs.load_run(database, room.session.id)
        assert check.check(database) == ()
        assert loaded is not None
        assert loaded.events == runs.load_run(room.database, room.session.id).events[: len(loaded.events)]
        database.close()
        assert notes == written[: len(notes)]
        assert len(notes) >= known
        known = len(notes)
    assert check.check(room.database) == ()
